import { entryOf, keywordOf, promqlFacts } from './language';
import type { PromqlToken } from './lexer';
import type { PromqlRelease } from './release';

/** What a token is for, as far as the tokens around it tell. */
export type Role =
  /** The name of a function, before its parentheses. */
  | 'function'
  /** The name of a metric. */
  | 'metric'
  /** The name of a label, in braces or in a list. */
  | 'label'
  /** Anything else that stands where an expression begins. */
  | 'operand'
  /** What stands between expressions, and inside of braces and brackets. */
  | 'other';

/** What is open around a token. `matching` is the list of a binary operator, behind which its right side begins. */
type Inside = 'expression' | 'grouping' | 'matching' | 'braces' | 'duration';

const beforeOperands = new Set(['(', ',', '+', '-', '*', '/', '%', '^', '==', '!=', '<', '<=', '</', '>', '>=', '>/']);
const operators = new Set(['and', 'or', 'unless', 'atan2']);
const groupings = new Set(['by', 'without']);
const matchings = new Set(['on', 'ignoring', 'group_left', 'group_right']);
const fillings = new Set(['fill', 'fill_left', 'fill_right']);
const offsets = new Set(['offset']);
const durationWords = new Set(['step', 'range', 'min_of', 'max_of']);

/**
 * What each token of a text is for. Nearly all keywords of PromQL may be names too, so that it depends on their places:
 * in `sum(sum) by (by)` each word is once a keyword and once a name.
 */
export function rolesOf(tokens: readonly PromqlToken[], release: PromqlRelease): readonly Role[] {
  const roles: Role[] = [];
  const open: Inside[] = [];
  let closed: Inside | undefined;
  // Behind "offset" and its signs.
  let behindOffset = false;
  for (const [i, token] of tokens.entries()) {
    const inside = open.at(-1) ?? 'expression';
    const before = { token: tokens[i - 1], role: roles[i - 1] };
    behindOffset = isKeyword(before, offsets) || (behindOffset && isSign(before.token));
    const operand = inside === 'expression' && !behindOffset && beginsOperand(before, closed);
    roles.push(
      token.type === 'word'
        ? roleOfWord(token, tokens[i + 1], inside, operand, release)
        : operand
          ? 'operand'
          : 'other',
    );
    if (token.type !== 'symbol') continue;
    if (token.text === '{') open.push('braces');
    if (token.text === '[') open.push('duration');
    if (token.text === '(') open.push(inside === 'duration' || behindOffset ? 'duration' : insideOf(before));
    if (/^[)\]}]$/.test(token.text)) closed = open.pop();
  }
  return roles;
}

/** A token before another; none before the first. */
interface Before {
  readonly token: PromqlToken | undefined;
  readonly role: Role | undefined;
}

function isKeyword({ token, role }: Before, words: ReadonlySet<string>): boolean {
  return token?.type === 'word' && role === 'other' && words.has(token.text.toLowerCase());
}

function beginsOperand(before: Before, closed: Inside | undefined): boolean {
  const { token } = before;
  if (token === undefined) return true;
  if (token.type === 'symbol') return token.text === ')' ? closed === 'matching' : beforeOperands.has(token.text);
  return isKeyword(before, operators) || isKeyword(before, matchings) || isKeyword(before, new Set(['bool']));
}

function roleOfWord(
  { text }: PromqlToken,
  next: PromqlToken | undefined,
  inside: Inside,
  operand: boolean,
  release: PromqlRelease,
): Role {
  if (inside === 'braces' || inside === 'grouping' || inside === 'matching') return 'label';
  const word = text.toLowerCase();
  const keyword = keywordOf(release, word);
  const called = next?.type === 'symbol' && next.text === '(';
  if (!operand || matchings.has(word) || word === 'bool') return 'other';
  if (keyword !== undefined && fillings.has(word) && called) return 'other';
  const { functions, aggregators } = promqlFacts(release);
  const grouped = next?.type === 'word' && groupings.has(next.text.toLowerCase());
  if (entryOf(aggregators, word) !== undefined && (called || grouped)) return 'operand';
  if (!called) return 'metric';
  if (text.includes(':')) return 'operand';
  // Some keywords name functions too.
  return keyword === undefined || entryOf(functions, word) !== undefined ? 'function' : 'operand';
}

function insideOf(before: Before): Inside {
  if (isKeyword(before, groupings)) return 'grouping';
  if (isKeyword(before, matchings) || isKeyword(before, fillings)) return 'matching';
  return isKeyword(before, durationWords) ? 'duration' : 'expression';
}

function isSign(token: PromqlToken | undefined): boolean {
  return token?.type === 'symbol' && (token.text === '-' || token.text === '+');
}
