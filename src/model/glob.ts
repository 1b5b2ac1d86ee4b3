/**
 * The names of files that a pattern of Go's `path/filepath` stands for: `*`, `?`, classes such as `[a-z]` and `[^a-z]`, and a
 * backslash before a character that means itself. None of them stands for a slash. `undefined` where Go refuses the pattern.
 */
export function readGlob(pattern: string): RegExp | undefined {
  // Folders are looked for one after the other, and each with its own part of the pattern.
  const parts = pattern.split('/').map(expressionOf);
  return parts.includes(undefined) ? undefined : new RegExp(`^${parts.join('/')}$`, 'u');
}

const single: Readonly<Record<string, string>> = { '*': '[^/]*', '?': '[^/]' };

function expressionOf(part: string): string | undefined {
  const chars = [...part];
  let out = '';
  for (let at = 0; at < chars.length; ) {
    const char = chars[at] as string;
    if (char === '[') {
      const found = classAt(chars, at + 1);
      if (found === undefined) return undefined;
      out += found.expression;
      at = found.end;
    } else if (char === '\\') {
      if (at + 1 === chars.length) return undefined;
      out += itself(chars[at + 1] as string);
      at += 2;
    } else {
      out += single[char] ?? itself(char);
      at++;
    }
  }
  return out;
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
