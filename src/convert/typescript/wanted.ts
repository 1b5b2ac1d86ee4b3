import type { ConfigMap, ConfigValue } from '../../model/config';

/** What an import changes, and why. */
export interface Difference {
  /** `ConfigMap mdai/gateway`, or a file. */
  readonly object: string;
  /** The place in it, slash-separated. */
  readonly path: string;
  readonly was: ConfigValue;
  readonly is: ConfigValue;
  readonly reason?: string;
}

/** What is wanted of an object, and how it differs from what was read. */
export interface Wanted {
  readonly content: ConfigMap;
  readonly differences: readonly Difference[];
}
