/** Code points from the first to the last, both included. */
export type Range = readonly [first: number, last: number];

/** A regular expression, as far as its language goes: groups and greed do not change what matches. */
export type Expression =
  /** One character out of these; never, where there are none. */
  | { readonly kind: 'one'; readonly of: readonly Range[] }
  | { readonly kind: 'sequence'; readonly parts: readonly Expression[] }
  | { readonly kind: 'choice'; readonly options: readonly Expression[] }
  | { readonly kind: 'repeat'; readonly part: Expression; readonly least: number; readonly most: number }
  /** The beginning of the text. */
  | { readonly kind: 'begin' }
  /** The end of the text. */
  | { readonly kind: 'end' };

export const lastCodePoint = 0x10ffff;

export const anything: Expression = { kind: 'one', of: [[0, lastCodePoint]] };
export const begin: Expression = { kind: 'begin' };
export const end: Expression = { kind: 'end' };

export function sequence(...parts: readonly Expression[]): Expression {
  return { kind: 'sequence', parts };
}

export function literally(text: string): Expression {
  return sequence(...[...text].map((character) => one(character.codePointAt(0) as number)));
}

export function one(codePoint: number): Expression {
  return { kind: 'one', of: [[codePoint, codePoint]] };
}

/** All that is in none of these. */
export function except(ranges: readonly Range[]): readonly Range[] {
  const rest: Range[] = [];
  let from = 0;
  for (const [first, last] of [...ranges].sort((a, b) => a[0] - b[0])) {
    if (first > from) rest.push([from, first - 1]);
    from = Math.max(from, last + 1);
  }
  if (from <= lastCodePoint) rest.push([from, lastCodePoint]);
  return rest;
}
