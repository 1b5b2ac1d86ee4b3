const letter = /^\p{L}$/u;
const digit = /^\p{Nd}$/u;
const ascii = /^[0-9]$/;

/**
 * The order in which `yaml.v3` writes keys: runs of digits by their number, and letters behind what is none, unless
 * digits come before the difference.
 */
export function compareNaturally(one: string, other: string): number {
  const [left, right] = [[...one], [...other]];
  const at = left.findIndex((character, i) => character !== right[i]);
  if (at === -1 || at >= right.length) return left.length - right.length;
  const [a, b] = [left[at] as string, right[at] as string];
  const [aIsLetter, bIsLetter] = [letter.test(a), letter.test(b)];
  if (aIsLetter && bIsLetter) return codePoint(a) - codePoint(b);
  if (aIsLetter || bIsLetter) {
    const behindDigits = at > 0 && digit.test(left[at - 1] as string);
    return aIsLetter === behindDigits ? -1 : 1;
  }
  const lead = a === '0' || b === '0' ? leadOf(left.slice(0, at)) : '';
  const [aDigits, bDigits] = [digitsFrom(left, at), digitsFrom(right, at)];
  const [aNumber, bNumber] = [BigInt(`0${lead}${aDigits}`), BigInt(`0${lead}${bDigits}`)];
  if (aNumber !== bNumber) return aNumber < bNumber ? -1 : 1;
  return aDigits.length - bDigits.length || codePoint(a) - codePoint(b);
}

/** Zeros count as digits of a number where another digit stands before them: as if that were a one. */
function leadOf(before: readonly string[]): string {
  for (const character of [...before].reverse()) {
    if (!digit.test(character)) return '';
    if (character !== '0') return '1';
  }
  return '';
}

function digitsFrom(characters: readonly string[], from: number): string {
  let digits = '';
  for (const character of characters.slice(from)) {
    if (!ascii.test(character)) break;
    digits += character;
  }
  return digits;
}

function codePoint(character: string): number {
  return character.codePointAt(0) ?? 0;
}
