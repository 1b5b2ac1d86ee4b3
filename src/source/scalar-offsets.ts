import { SCALAR_STYLE, type ScalarEvent } from 'js-yaml';

/**
 * Where each character of a scalar's decoded text stands in its source. Characters that are not white space are exact:
 * folding, indentation and chomping move white space only, and escapes are read.
 */
export function scalarOffsets(source: string, scalar: ScalarEvent, decoded: string): (offset: number) => number {
  if (scalar.fast) return (offset) => scalar.valueStart + offset;
  const offsets = new Uint32Array(decoded.length + 1);
  let at = scalar.valueStart;
  for (let i = 0; i < decoded.length; i++) {
    const wanted = decoded.charAt(i);
    while (at < scalar.valueEnd && isSoft(source.charAt(at)) && source.charAt(at) !== wanted) at++;
    at = skipContinuations(source, at, scalar);
    offsets[i] = at;
    if (!isSoft(wanted) || source.charAt(at) === wanted) at += lengthAt(source, at, scalar);
    else if (isEscape(source, at, scalar)) at += lengthAt(source, at, scalar);
    // A character outside the basic plane may be one escape.
    if (isEscaped(source, offsets[i] as number, scalar, 'U') && i + 1 < decoded.length && isLow(decoded, i + 1)) {
      offsets[++i] = offsets[i - 1] as number;
    }
  }
  offsets[decoded.length] = at;
  return (offset) => offsets[Math.min(offset, decoded.length)] as number;
}

function isSoft(char: string): boolean {
  return char === ' ' || char === '\t' || char === '\n' || char === '\r';
}

/** An escaped line end, and the white space around it, stand for nothing. */
function skipContinuations(source: string, from: number, scalar: ScalarEvent): number {
  let at = from;
  while (isEscape(source, at, scalar) && '\r\n'.includes(source.charAt(at + 1))) {
    at += 2;
    while (at < scalar.valueEnd && isSoft(source.charAt(at))) at++;
  }
  return at;
}

function isEscape(source: string, at: number, { style }: ScalarEvent): boolean {
  return style === SCALAR_STYLE.DOUBLE_QUOTED && source.charAt(at) === '\\';
}

function isEscaped(source: string, at: number, scalar: ScalarEvent, letter: string): boolean {
  return isEscape(source, at, scalar) && source.charAt(at + 1) === letter;
}

const escapeLengths: Readonly<Record<string, number>> = { x: 4, u: 6, U: 10 };

/** How much of the source one character takes. */
function lengthAt(source: string, at: number, scalar: ScalarEvent): number {
  if (isEscape(source, at, scalar)) return escapeLengths[source.charAt(at + 1)] ?? 2;
  if (scalar.style === SCALAR_STYLE.SINGLE_QUOTED && source.startsWith("''", at)) return 2;
  return 1;
}

function isLow(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff;
}
