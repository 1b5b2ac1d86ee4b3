import type { Value } from '../../model/value';

/** A value of any form: a scalar, or a list or map of values. */
export type ConfigInput =
  | Value<string | number | boolean>
  | readonly ConfigInput[]
  | { readonly [key: string]: ConfigInput };
