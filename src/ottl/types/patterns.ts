/** What Go's regexp takes. */
export function isRegexp(text: string): boolean {
  // Loaded with the first expression that is checked: many programs have none.
  const { RE2JS } = require('re2js') as typeof import('re2js');
  try {
    RE2JS.compile(text);
    return true;
  } catch {
    return false;
  }
}

/** The named groups of a regular expression. */
export function hasNamedGroup(text: string): boolean {
  return /(?<!\\)(?:\\\\)*\(\?P?<[A-Za-z_]\w*>/.test(text);
}

/** What the collector's globs may be: ranges are closed, and hold something. */
export function isGlob(text: string): boolean {
  let depth = 0;
  const chars = [...text];
  for (let i = 0; i < chars.length; i++) {
    const char = chars[i];
    if (char === '\\') i++;
    else if (char === '{') depth++;
    else if (char === '}' && depth > 0) depth--;
    else if (char === '[') {
      const end = endOfRange(chars, i + 1);
      if (end === undefined) return false;
      i = end;
    }
  }
  return true;
}

/** Where a range that begins here ends; `undefined` where it is none. */
function endOfRange(chars: readonly string[], begin: number): number | undefined {
  const start = chars[begin] === '!' ? begin + 1 : begin;
  if (chars[start + 1] === '-') {
    const [low, , high, close] = chars.slice(start, start + 4);
    const isRange = low !== undefined && high !== undefined && close === ']' && low <= high;
    return isRange ? start + 3 : undefined;
  }
  let at = start;
  while (at < chars.length && chars[at] !== ']') at += chars[at] === '\\' ? 2 : 1;
  return at < chars.length && at > start ? at : undefined;
}

const directives = new Set('YymoqbhBdegaAHlIpPMSLfsZzwijkDxFTXrRnt%c');

/** Whether all directives of a time's format are known, as strptime has them. */
export function hasKnownDirectives(format: string): boolean {
  return [...format.matchAll(/%(.)/g)].every(([, letter = '']) => directives.has(letter));
}

/** Whether fractions of a second stand behind a point or a comma, and no digits anywhere. */
export function hasSoundDigits(format: string): boolean {
  return !/\d|[^.,]%[Lfs]/.test(format);
}

/** An address with the length of its prefix, as Go reads it. */
export function isCidr(text: string): boolean {
  const [, address = '', bits = ''] = /^([^/]*)\/(\d+)$/.exec(text) ?? [];
  const isFour = isFourParts(address);
  if (!isFour && !isSixParts(address)) return false;
  return Number(bits) <= (isFour ? 32 : 128);
}

function isFourParts(text: string): boolean {
  const parts = text.split('.');
  return parts.length === 4 && parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255);
}

function isSixParts(text: string): boolean {
  if (!text.includes(':') || text.includes('%')) return false;
  const tail = /^(.*:)([\d.]+\.[\d.]+)$/.exec(text);
  if (tail !== null && !isFourParts(tail[2] ?? '')) return false;
  const plain = tail === null ? text : `${tail[1]}0:0`;
  const halves = plain.split('::');
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  const fits = halves.length === 2 ? groups.length <= 7 : groups.length === 8;
  return fits && groups.every((group) => /^[\da-f]{1,4}$/i.test(group));
}
