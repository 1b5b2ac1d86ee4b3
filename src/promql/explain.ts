import type { GrammarTree } from './grammar';
import type { PromqlToken } from './lexer';
import type { PromqlProblem } from './problem';
import type { Role } from './roles';

/** What is wrong at the first token that fits no rule of the grammar. */
export function explain(tokens: readonly PromqlToken[], grammar: GrammarTree, misfit: number): PromqlProblem {
  const token = tokens[misfit] as PromqlToken;
  const before = tokens[misfit - 1];
  const range = token.range;
  const found = hints.find((hint) => hint.fits(token, before, grammar.roles[misfit], grammar.roles[misfit - 1]));
  if (found !== undefined)
    return { range: found.at === 'before' ? (before ?? token).range : range, ...found.say(token, before) };
  const what = token.type === 'end' ? 'The text ends' : `"${token.text}" stands`;
  if (grammar.roles[misfit] !== 'other') {
    const fix = 'Write a metric, a number, a function or an expression in parentheses.';
    return token.type === 'symbol' || token.type === 'end'
      ? { range, message: `${what} where an expression is expected.`, fix }
      : { range, message: `${what} where it fits nothing.`, fix: 'Remove it, or write what it belongs to.' };
  }
  const last = before === undefined ? '' : ` behind "${before.text}"`;
  const fix = 'Write an operator such as "+", ">" or "and" between two expressions, or remove what is too much.';
  return { range, message: `${what}${last}, where an operator or the end is expected.`, fix };
}

interface Hint {
  readonly at?: 'before';
  fits(token: PromqlToken, before: PromqlToken | undefined, role?: Role, roleBefore?: Role): boolean;
  say(token: PromqlToken, before: PromqlToken | undefined): Pick<PromqlProblem, 'message' | 'fix'>;
}

const is = (token: PromqlToken | undefined, ...texts: readonly string[]): boolean =>
  token !== undefined && (token.type === 'symbol' || token.type === 'word') && texts.includes(token.text.toLowerCase());

const reserved = ['on', 'ignoring', 'bool', 'group_left', 'group_right'];

const hints: readonly Hint[] = [
  {
    fits: (token, before) => token.type === 'end' && before === undefined,
    say: () => ({ message: 'The text is empty.', fix: 'Write an expression, such as up == 0.' }),
  },
  {
    at: 'before',
    fits: (token, before) => is(token, ')', '}', ']', ',') && is(before, ','),
    say: ({ text }) => ({ message: `Nothing stands between "," and "${text}".`, fix: 'Remove the comma.' }),
  },
  {
    fits: (token) => is(token, '='),
    say: () => ({ message: '"=" is no operator of expressions.', fix: 'Write "==" to compare.' }),
  },
  {
    fits: (token, before) => is(before, '[') && !is(token, ']'),
    say: ({ text }) => ({ message: `"${text}" is no duration.`, fix: 'Write a number with a unit, such as 5m.' }),
  },
  {
    fits: (token, before) => is(token, ']') && is(before, '['),
    say: () => ({ message: 'The brackets are empty.', fix: 'Write a range such as [5m].' }),
  },
  {
    fits: (_token, before) => is(before, 'offset'),
    say: (token) => ({
      message: token.type === 'end' ? 'Nothing stands behind "offset".' : `"${token.text}" is no duration.`,
      fix: 'Write how long ago behind "offset", such as 5m.',
    }),
  },
  {
    fits: (_token, before) => is(before, '@'),
    say: (token) => ({
      message: token.type === 'end' ? 'Nothing stands behind "@".' : `"${token.text}" is no time.`,
      fix: 'Write seconds since 1970, start() or end() behind "@".',
    }),
  },
  {
    fits: (_token, before) => is(before, 'by', 'without', 'on', 'ignoring'),
    say: (_token, before) => ({
      message: `"${before?.text}" stands without labels.`,
      fix: `Write them in parentheses: ${before?.text} (job).`,
    }),
  },
  {
    fits: (token, before) => is(before, '=', '!=', '=~', '!~') && token.type !== 'string',
    say: ({ text }) => ({
      message: `"${text}" is no text.`,
      fix: 'Write the value of a label between quotes: {job="api"}.',
    }),
  },
  {
    fits: (token, before) => is(token, 'by', 'without') && before !== undefined,
    say: ({ text }) => ({
      message: `"${text}" stands behind no operator that aggregates.`,
      fix: `Write sum, max or another before it: sum ${text} (job) (…).`,
    }),
  },
  {
    fits: (token, before) => is(token, ...reserved) && (before === undefined || is(before, '(', ',')),
    say: ({ text }) => ({
      message: `"${text}" is a keyword, and no name of a metric.`,
      fix: `Write {__name__="${text}"} for a metric of this name.`,
    }),
  },
  {
    fits: (_token, before, role) => role === 'label' && before?.type === 'string',
    say: ({ text }) => ({ message: `Nothing parts "${text}" from the label before it.`, fix: 'Write "," in between.' }),
  },
  {
    at: 'before',
    fits: (token, _before, _role, roleBefore) => is(token, '}', ',') && roleBefore === 'label',
    say: (_token, before) => ({
      message: `The label "${before?.text}" stands without a value.`,
      fix: `Write what it has to be: ${before?.text}="…", or ${before?.text}!="" for any value.`,
    }),
  },
  {
    fits: (token) => is(token, 'group_left', 'group_right'),
    say: ({ text }) => ({
      message: `"${text}" stands without "on" or "ignoring".`,
      fix: `Write which labels match before it: on (job) ${text}.`,
    }),
  },
  {
    fits: (token) => token.type === 'string',
    say: ({ text }) => ({
      message: `The text ${text} stands where none is expected.`,
      fix: 'Write an operator before it, or the selector that it belongs to: {job="api"}.',
    }),
  },
];
