import type { Value } from '../../model/value';

/** Headers by name, or as a list. Values that name a credential belong in a Secret: `secret('vendor', 'token')`. */
export type Headers = { readonly [name: string]: Value<string> } | readonly Header[];

/** A header of a list. */
export interface Header {
  readonly name: Value<string>;
  readonly value: Value<string>;
}
