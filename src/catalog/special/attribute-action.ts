import type { Value } from '../../model/value';
import type { ConfigInput } from './config-input';

/** One change to an attribute. */
export type AttributeAction =
  | SetAttributeAction
  | RemoveAttributeAction
  | ExtractAttributeAction
  | ConvertAttributeAction;

/** Sets an attribute: `insert` if it is missing, `update` if it is there, `upsert` either way. */
export interface SetAttributeAction {
  /** The attribute's key. */
  readonly key: Value<string>;
  readonly action: Value<'insert' | 'update' | 'upsert'>;
  /** The new value; or `from_attribute`, or `from_context`. */
  readonly value?: ConfigInput;
  /** Another attribute, whose value is taken. */
  readonly from_attribute?: Value<string>;
  /** A key of the client's context, e.g. `metadata.tenant` or `auth.subject`. */
  readonly from_context?: Value<string>;
  /** The value to take when there is none at the place it comes from. Since 0.159.0. */
  readonly default_value?: ConfigInput;
}

/** Removes attributes, or replaces their values by a hash. */
export interface RemoveAttributeAction {
  /** The attribute's key; or `pattern`. */
  readonly key?: Value<string>;
  readonly action: Value<'delete' | 'hash'>;
  /** A regular expression for the keys. */
  readonly pattern?: Value<string>;
}

/** Makes attributes of the parts of another. */
export interface ExtractAttributeAction {
  /** The attribute to read. */
  readonly key: Value<string>;
  readonly action: Value<'extract'>;
  /** A regular expression; its groups, all named, become attributes. */
  readonly pattern: Value<string>;
}

/** Changes the type of an attribute's value. */
export interface ConvertAttributeAction {
  /** The attribute's key. */
  readonly key: Value<string>;
  readonly action: Value<'convert'>;
  readonly converted_type: Value<'int' | 'double' | 'string'>;
}
