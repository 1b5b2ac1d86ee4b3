/**
 * How many characters of a text are the abbreviation of a time zone, as Go guesses it: three to five capital letters, or
 * an offset in hours. 0 where there is none.
 */
export function abbreviationLength(text: string): number {
  if (text.startsWith('ChST') || text.startsWith('MeST')) return 4;
  if (text.startsWith('GMT')) return 3 + signedHoursLength(text.slice(3));
  if (/^[+-]/.test(text)) return text.length < 3 ? 0 : signedHoursLength(text);
  const [letters = ''] = /^[A-Z]{0,6}/.exec(text) ?? [];
  if (letters.length === 3) return 3;
  if (letters.length === 4 && (letters.endsWith('T') || letters === 'WITA')) return 4;
  return letters.length === 5 && letters.endsWith('T') ? 5 : 0;
}

function signedHoursLength(text: string): number {
  const match = /^[+-](\d+)/.exec(text);
  return match === null || Number(match[1]) > 23 ? 0 : match[0].length;
}

/**
 * Abbreviations that are names of files in the database of time zones, with their offset in hours: what the collector
 * looks up for an abbreviation that it has read.
 */
export const ABBREVIATED_LOCATIONS: Readonly<Record<string, number>> = {
  CET: 1,
  EET: 2,
  EST: -5,
  GMT: 0,
  HST: -10,
  MST: -7,
  WET: 0,
};

/** Such files whose zones have other abbreviations: the text is read as if it were UTC. */
export const FOREIGN_ABBREVIATIONS: readonly string[] = ['PRC', 'ROC', 'ROK', 'UCT'];
