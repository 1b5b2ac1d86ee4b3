import type { Value } from '../../model/value';
import type { AttributeValue } from './shared';

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
  readonly value?: AttributeValue;
  /** Another attribute, whose value is taken. */
  readonly from_attribute?: Value<string>;
  /** A key of the client's context, e.g. `metadata.tenant` or `auth.subject`. */
  readonly from_context?: Value<string>;
  /** The value to take when there is none at the place it comes from. Since 0.159.0. */
  readonly default_value?: AttributeValue;
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

/** Which spans, log records or metrics a processor treats. What is listed must all match. */
export interface MatchConfig {
  /** Whether the texts are compared as they are, or are regular expressions. */
  readonly match_type: Value<'strict' | 'regexp'>;
  /** The cache of the expressions' results. @default off */
  readonly regexp?: RegexpCacheConfig;
  /** Values of `service.name`; for spans. */
  readonly services?: readonly Value<string>[];
  /** Names of spans. */
  readonly span_names?: readonly Value<string>[];
  /** Kinds of spans, e.g. `SPAN_KIND_SERVER`. */
  readonly span_kinds?: readonly Value<string>[];
  /** Bodies of log records, where they are text. */
  readonly log_bodies?: readonly Value<string>[];
  /** Severities of log records, as their senders wrote them. */
  readonly log_severity_texts?: readonly Value<string>[];
  /** Severities of log records, by number. */
  readonly log_severity_number?: LogSeverityNumberMatch;
  /** Names of metrics. */
  readonly metric_names?: readonly Value<string>[];
  /** Attributes of spans or log records. */
  readonly attributes?: readonly AttributeMatch[];
  /** Attributes of the resource. */
  readonly resources?: readonly AttributeMatch[];
  /** Instrumentation scopes. */
  readonly libraries?: readonly LibraryMatch[];
}

/** An attribute that must be there. */
export interface AttributeMatch {
  readonly key: Value<string>;
  /** The value that it must have. @default any */
  readonly value?: AttributeValue;
}

/** An instrumentation scope. */
export interface LibraryMatch {
  readonly name: Value<string>;
  /** @default any */
  readonly version?: Value<string>;
}

/** Log records from a severity on. */
export interface LogSeverityNumberMatch {
  /** The least severity, 1 (trace) to 24 (fatal). */
  readonly min: Value<number>;
  /** Whether a record without a severity matches. @default false */
  readonly match_undefined?: Value<boolean>;
}

/** The cache of a regular expression's results. */
export interface RegexpCacheConfig {
  /** @default false */
  readonly cacheenabled?: Value<boolean>;
  /** The most results to keep. @default 0, no limit */
  readonly cachemaxnumentries?: Value<number>;
}
