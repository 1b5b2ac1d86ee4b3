type Place = 'outside' | 'braces' | 'brackets';

/** What people write that PromQL does not have, by how it begins and where it stands; the first that fits counts. */
const strangers: readonly (readonly [start: string, place: Place, message: string, fix: string])[] = [
  ['=~', 'outside', '"=~" stands outside of braces.', 'Write it in the selector: metric{label=~"…"}.'],
  ['!~', 'outside', '"!~" stands outside of braces.', 'Write it in the selector: metric{label!~"…"}.'],
  ['!', 'outside', '"!" is no operator.', 'Write "unless" for series without a partner, or "!=" to compare.'],
  ['&&', 'outside', '"&&" is no operator.', 'Write "and".'],
  ['||', 'outside', '"||" is no operator.', 'Write "or".'],
  ['}', 'outside', 'Nothing is open that "}" would close.', 'Remove it, or write "{" before.'],
  [']', 'outside', 'Nothing is open that "]" would close.', 'Remove it, or write "[" before.'],
  [';', 'outside', '";" separates nothing.', 'Write each expression as a rule of its own.'],
  ['$', 'outside', 'PromQL has no variables.', 'Write what the variable stands for.'],
  ['?', 'outside', '"?" is no operator.', 'Write a comparison, and "or" for what holds otherwise.'],
  ['.', 'outside', 'A name holds no dot here.', 'Write the name between quotes in braces, {"my.metric"}, or with "_".'],
  ['=', 'braces', '"==" is no operator of labels.', 'Write one "=".'],
  ['{', 'braces', 'Braces stand in braces.', 'Write all labels in one pair of braces, with commas in between.'],
  [':', 'braces', '":" stands between no label and its value.', 'Write "=": {label="…"}.'],
  ['.', 'braces', 'The name of a label holds no dot here.', 'Write it between quotes: {"my.label"="…"}.'],
  [')', 'braces', 'The braces are not closed.', 'Write "}" before ")".'],
  ['[', 'brackets', 'Brackets stand in brackets.', 'Write the range, and for a subquery its step: [1h:5m].'],
  [':', 'brackets', 'The ":" stands where no step can follow.', 'Write a number with a unit before it: [1h:5m].'],
];

const kinds: Readonly<Record<Place, string>> = {
  outside: 'an expression',
  braces: 'the braces of a selector',
  brackets: 'the brackets of a range',
};

/** What is wrong with a character that begins nothing in its place. */
export function stranger(rest: string, place: Place): { length: number; message: string; fix: string } {
  const found = strangers.find(([start, where]) => where === place && rest.startsWith(start));
  if (found !== undefined) return { length: found[0].length, message: found[2], fix: found[3] };
  const character = String.fromCodePoint(rest.codePointAt(0) ?? 0);
  const message = `"${character}" means nothing in ${kinds[place]}.`;
  const fix = /\p{Pi}|\p{Pf}|[´„‚]/u.test(character) ? 'Write texts between straight quotes: "…".' : 'Remove it.';
  return { length: character.length, message, fix };
}
