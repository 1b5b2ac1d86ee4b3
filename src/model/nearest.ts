import { distance } from 'fastest-levenshtein';

/** The known name that `name` was probably meant to be, in whatever case; `undefined` when none is close. */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.max(2, Math.floor(name.length * 0.4)) + 1;
  for (const candidate of known) {
    // Two names differ by at least the difference of their lengths.
    if (candidate === name || Math.abs(candidate.length - name.length) >= least) continue;
    const difference = distance(name.toLowerCase(), candidate.toLowerCase());
    if (difference < least) {
      best = candidate;
      least = difference;
    }
  }
  return best;
}

/** `Did you mean "…"?` with the nearest known name, or else the given advice. */
export function didYouMean(name: string, known: Iterable<string>, otherwise: string): string {
  const meant = nearest(name, known);
  return meant === undefined ? otherwise : `Did you mean "${meant}"?`;
}
