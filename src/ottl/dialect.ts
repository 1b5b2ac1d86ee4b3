import { isAtLeast } from '../model/release';

/** How the grammar differs from release to release. */
export interface Dialect {
  /** `-5` is a sign and a number, so that `1 -1` is a difference, and `-x` has a meaning. */
  readonly signs: boolean;
  /** `nil` is a word of its own; before, the text `"nil"` meant it too, and a field could have this name. */
  readonly nilWord: boolean;
  /** `(x) => …`. */
  readonly lambdas: boolean;
  /** What stands in the keys of a converter is looked at before it runs. */
  readonly converterKeys: boolean;
}

const since: Readonly<Record<keyof Dialect, string>> = {
  signs: '0.145.0',
  nilWord: '0.145.0',
  lambdas: '0.157.0',
  converterKeys: '0.157.0',
};

/** The grammar of a release. */
export function dialectOf(release: string): Dialect {
  return {
    signs: isAtLeast(release, since.signs),
    nilWord: isAtLeast(release, since.nilWord),
    lambdas: isAtLeast(release, since.lambdas),
    converterKeys: isAtLeast(release, since.converterKeys),
  };
}
