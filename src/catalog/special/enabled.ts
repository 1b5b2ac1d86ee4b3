import type { Value } from '../../model/value';

/** Something that can be turned on and off. */
export interface EnabledConfig {
  /** Whether it is on. */
  readonly enabled?: Value<boolean>;
}
