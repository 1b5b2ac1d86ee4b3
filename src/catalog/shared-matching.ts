import type { JsonSchema } from './facts';
import { anything, bool, int, text, texts } from './shared-scalars';

/** What the attributes and resource processors do to one attribute (attraction.ActionKeyValue). */
export const attributeActions: JsonSchema = {
  type: 'array',
  items: {
    type: 'object',
    'x-null': 'refused',
    additionalProperties: false,
    properties: {
      key: text,
      action: {
        type: 'string',
        enum: ['insert', 'update', 'upsert', 'delete', 'hash', 'extract', 'convert'],
        'x-ignore-case': true,
      },
      value: anything,
      default_value: { ...anything, 'x-since': '0.159.0' },
      pattern: text,
      from_attribute: text,
      from_context: text,
      converted_type: { type: 'string', enum: ['', 'int', 'double', 'string'] },
    },
    required: ['action'],
  },
};

/** The cache of a regular expression's results. */
export const regexpCache: JsonSchema = {
  type: 'object',
  additionalProperties: false,
  properties: { cacheenabled: bool, cachemaxnumentries: int },
};

/** Attributes by key and, if given, value. */
export const attributeList: JsonSchema = {
  type: 'array',
  items: {
    type: 'object',
    'x-null': 'refused',
    additionalProperties: false,
    properties: { key: text, value: anything },
    required: ['key'],
  },
};

/** Which spans, log records or metrics a processor treats (filterconfig.MatchConfig). */
export const matchConfig: JsonSchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    match_type: { type: 'string', enum: ['', 'strict', 'regexp'] },
    regexp: { $ref: 'shared#/$defs/regexpCache' },
    services: texts,
    span_names: texts,
    span_kinds: texts,
    log_bodies: texts,
    log_severity_texts: texts,
    log_severity_number: {
      type: 'object',
      additionalProperties: false,
      properties: { min: { type: 'integer', format: 'int32' }, match_undefined: bool },
    },
    metric_names: texts,
    attributes: attributeList,
    resources: attributeList,
    libraries: {
      type: 'array',
      items: { type: 'object', additionalProperties: false, properties: { name: text, version: text } },
    },
  },
};
