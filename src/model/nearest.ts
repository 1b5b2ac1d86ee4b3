import { distance } from 'fastest-levenshtein';

/**
 * The known name that `name` was probably meant to be, in whatever case: one that is close, or else the only one that begins
 * with it; `undefined` when there is none.
 */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.max(2, Math.floor(name.length * 0.4)) + 1;
  const longer: string[] = [];
  for (const candidate of known) {
    if (candidate !== name && candidate.toLowerCase().startsWith(name.toLowerCase())) longer.push(candidate);
    // Two names differ by at least the difference of their lengths.
    if (candidate === name || Math.abs(candidate.length - name.length) >= least) continue;
    const difference = distance(name.toLowerCase(), candidate.toLowerCase());
    // Two letters of three are another word: `list` is no misspelling of `int`.
    if (difference < least && difference * 2 <= Math.min(name.length, candidate.length)) {
      best = candidate;
      least = difference;
    }
  }
  return best ?? (longer.length === 1 && name.length >= shortestBeginning ? longer[0] : undefined);
}

const shortestBeginning = 4;

/** `Did you mean "…"?` with the nearest known name, or else the given advice. */
export function didYouMean(name: string, known: Iterable<string>, otherwise: string): string {
  const meant = nearest(name, known);
  return meant === undefined ? otherwise : `Did you mean "${meant}"?`;
}
