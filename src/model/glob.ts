/**
 * The names of files that a pattern of Go's `path/filepath` stands for: `*`, `?`, classes such as `[a-z]` and `[^a-z]`, and a
 * backslash before a character that means itself. None of them stands for a slash. Where it is none, `refused`; or
 * `refused later` behind a `*`, where Go does not look before there is a file whose name begins like the pattern.
 */
export function readGlob(pattern: string): RegExp | 'refused' | 'refused later' {
  const expressions: string[] = [];
  // Folders are looked for one after the other, and each with its own part of the pattern.
  for (const part of pattern.split('/')) {
    const { expression, read } = expressionOf(part);
    if (read < part.length) return expressions.concat(expression).join('').includes(any) ? 'refused later' : 'refused';
    expressions.push(expression);
  }
  return new RegExp(`^${expressions.join('/')}$`, 'u');
}

const any = '[^/]*';

const single: Readonly<Record<string, string>> = { '*': any, '?': '[^/]' };

/** What can be read of a part, and how much of it that is. */
function expressionOf(part: string): { readonly expression: string; readonly read: number } {
  const chars = [...part];
  let expression = '';
  let at = 0;
  while (at < chars.length) {
    const next = termAt(chars, at);
    if (next === undefined) break;
    expression += next.expression;
    at = next.end;
  }
  return { expression, read: chars.slice(0, at).join('').length };
}

function termAt(chars: readonly string[], at: number): Read | undefined {
  const char = chars[at] as string;
  if (char === '[') return classAt(chars, at + 1);
  const escaped = char === '\\' ? chars[at + 1] : undefined;
  if (escaped !== undefined) return { expression: itself(escaped), end: at + 2 };
  return char === '\\' ? undefined : { expression: single[char] ?? itself(char), end: at + 1 };
}

interface Read {
  readonly expression: string;
  /** Behind it. */
  readonly end: number;
}

/** A class, from behind its bracket. */
function classAt(chars: readonly string[], start: number): Read | undefined {
  const isNegated = chars[start] === '^';
  let at = isNegated ? start + 1 : start;
  let ranges = '';
  do {
    const low = memberAt(chars, at);
    if (low === undefined) return undefined;
    const high = chars[low.end] === '-' ? memberAt(chars, low.end + 1) : low;
    if (high === undefined) return undefined;
    // One that ends before it begins holds nothing.
    if (codeOf(low) <= codeOf(high)) ranges += `${itself(low.char)}-${itself(high.char)}`;
    at = high.end;
  } while (chars[at] !== ']');
  return { expression: isNegated ? `[^/${ranges}]` : `(?!/)[${ranges}]`, end: at + 1 };
}

interface Member {
  readonly char: string;
  readonly end: number;
}

/** A character of a class; there has to be more behind it. */
function memberAt(chars: readonly string[], start: number): Member | undefined {
  const at = chars[start] === '\\' ? start + 1 : start;
  const char = chars[at];
  if (char === undefined || at + 1 >= chars.length) return undefined;
  return at === start && (char === '-' || char === ']') ? undefined : { char, end: at + 1 };
}

function codeOf({ char }: Member): number {
  return char.codePointAt(0) ?? 0;
}

/** A character that means itself in a regular expression, within a class and outside. */
function itself(char: string): string {
  return `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`;
}
