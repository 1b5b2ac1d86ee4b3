import type { JsonSchema } from './facts';

/**
 * Field schemas that components have in common. A string may hold `${…}` in place of any value, and null stands for an
 * absent section or for Go's zero value: the validator knows both, so no schema says so. Numbers have exact JSON types; `format` gives the width
 * of the Go integer, beyond which the collector wraps a value in silence.
 */
export type Fields = Readonly<Record<string, JsonSchema>>;

export const text: JsonSchema = { type: 'string' };
export const bool: JsonSchema = { type: 'boolean' };
export const int: JsonSchema = { type: 'integer' };
export const int32: JsonSchema = { type: 'integer', format: 'int32' };
export const uint16: JsonSchema = { type: 'integer', minimum: 0, format: 'uint16' };
export const uint32: JsonSchema = { type: 'integer', minimum: 0, format: 'uint32' };
export const uint64: JsonSchema = { type: 'integer', minimum: 0 };
export const float: JsonSchema = { type: 'number' };

/** A Go duration such as `1m30s`. */
export const duration: JsonSchema = { type: 'string', format: 'go-duration' };
export const nonNegativeDuration: JsonSchema = { ...duration, 'x-duration': 'non-negative' };
export const positiveDuration: JsonSchema = { ...duration, 'x-duration': 'positive' };

/** A list of strings; one string is read as a list, separated by commas. */
export const texts: JsonSchema = { type: ['array', 'string'], items: text };

/** Any YAML value. */
export const anything: JsonSchema = {};

/** `type` or `type/name`. */
export const componentId: JsonSchema = { type: 'string', format: 'component-id' };
export const pipelineIds: JsonSchema = { type: 'array', items: { type: 'string', format: 'pipeline-id' } };

/** Turns off a section that is on when it is present. */
export const enabled: JsonSchema = { type: 'boolean', 'x-since': '0.159.0', 'x-null': 'refused' };

/** Permissions in octal digits, e.g. `0750`. */
export const fileMode: JsonSchema = { type: 'string' };
