/** A number or a duration at a place of a text, as the lexer of Prometheus cuts it; `undefined` where it finds none. */
export function scanNumber(
  text: string,
  start: number,
): { readonly type: 'number' | 'duration'; readonly end: number } | undefined {
  const { end, complete } = digitsFrom(text, start);
  if (complete && !isWordCharacter(text, end)) return { type: 'number', end };
  const units = /[smhdwy]s?(?:\d+[smhdw]s?)*(?!\w)/y;
  units.lastIndex = end;
  return units.test(text) ? { type: 'duration', end: units.lastIndex } : undefined;
}

function isWordCharacter(text: string, at: number): boolean {
  return /^[A-Za-z0-9_]/.test(text.charAt(at));
}

/** How far a number reaches, and whether it may end there. */
function digitsFrom(text: string, start: number): { readonly end: number; readonly complete: boolean } {
  const hexadecimal = /^0[xX]_?/.exec(text.slice(start, start + 3))?.[0];
  const digit = hexadecimal === undefined ? /\d/ : /[\da-fA-F]/;
  let at = start + (hexadecimal?.length ?? 0);
  const is = (pattern: RegExp): boolean => pattern.test(text.charAt(at));
  if (is(/\./)) at++;
  if (is(digit)) at++;
  let point = false;
  let exponent = false;
  for (;;) {
    if (is(/\./)) {
      at++;
      // A hexadecimal number has no fraction.
      if (point || is(/[_.]/) || hexadecimal !== undefined) return { end: at, complete: false };
      point = true;
    } else if (is(/[eE]/)) {
      at++;
      if (exponent) return { end: at, complete: false };
      exponent = true;
      if (is(/[+-]/)) at++;
      if (at >= text.length || is(/[._eE]/)) return { end: at, complete: false };
    } else if (is(/_/)) {
      at++;
      if (at >= text.length || is(/[._eE]/)) return { end: at, complete: false };
    } else if (is(digit)) {
      while (is(digit)) at++;
    } else return { end: at, complete: at > start };
  }
}

const longest = 2n ** 63n - 1n;

/** What the text of a number stands for; `undefined` where Prometheus cannot read it. A leading 0 makes it octal, where it can be. */
export function readNumber(text: string): number | undefined {
  const word = text.toLowerCase();
  if (word === 'inf') return Number.POSITIVE_INFINITY;
  if (word === 'nan') return Number.NaN;
  // Underscores stand between digits, or behind the 0x or 0 of a base.
  if (/__|_$|_[.e]|[.e+-]_|^_/i.test(text.replace(/^0x_/i, '0x'))) return undefined;
  const plain = text.replaceAll('_', '');
  if (/^0x[\da-f]+$/i.test(plain)) {
    const value = BigInt(plain);
    return value > longest ? undefined : Number(value);
  }
  if (/^0[0-7]+$/.test(plain)) {
    const value = BigInt(`0o${plain.slice(1)}`);
    if (value <= longest) return Number(value);
  }
  if (!/^(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(plain)) return undefined;
  const value = Number(plain);
  return Number.isFinite(value) ? value : undefined;
}

/** A number as PromQL reads it. */
export function writeNumber(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? 'Inf' : '-Inf';
  return Object.is(value, -0) ? '-0' : String(value);
}
