import type { ComponentFacts, JsonSchema } from '../../facts';
import { attributeList } from '../../shared-matching';
import { bool, type Fields, texts } from '../../shared-scalars';

// The severities' names, and 1 to 24; none of them means any severity.
const severities = [
  '',
  ...['TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR', 'FATAL'].flatMap((name) => [name, `${name}2`, `${name}3`, `${name}4`]),
  ...Array.from({ length: 24 }, (_, i) => String(i + 1)),
];
const matchType: JsonSchema = { type: 'string', enum: ['', 'strict', 'regexp', 'expr'] };

/** Conditions of one context, in the fields that `*_conditions` replace. */
const conditions = (context: string): JsonSchema => ({
  ...texts,
  'x-ottl': 'conditions',
  'x-ottl-contexts': [context],
});

/** Conditions whose context follows from their paths, or groups of conditions with a context. */
const contextConditions = (...contexts: readonly string[]): JsonSchema => ({
  type: 'array',
  'x-null': 'refused',
  'x-one-type': true,
  'x-ottl': 'conditions',
  'x-ottl-contexts': contexts,
  items: {
    type: ['string', 'object'],
    'x-null': 'refused',
    additionalProperties: false,
    properties: {
      context: { type: 'string', enum: contexts, 'x-ignore-case': true },
      conditions: { ...texts, 'x-ottl': 'conditions', 'x-ottl-contexts': contexts },
      error_mode: { $ref: 'shared#/$defs/errorMode' },
    },
  },
});

const object = (properties: Fields): JsonSchema => ({ type: 'object', additionalProperties: false, properties });
const includeExclude = (match: JsonSchema): Fields => ({ include: match, exclude: match });
const resource: JsonSchema = { ...conditions('resource'), 'x-since': '0.159.0' };

const logMatch = object({
  match_type: matchType,
  resource_attributes: attributeList,
  record_attributes: attributeList,
  severity_texts: texts,
  severity_number: object({
    min: { type: 'string', 'x-from': { '0.159.0': { enum: severities, 'x-ignore-case': true } } },
    match_undefined: bool,
  }),
  bodies: texts,
});
const metricMatch = object({
  match_type: matchType,
  regexp: { $ref: 'shared#/$defs/regexpCache' },
  metric_names: texts,
  expressions: texts,
  resource_attributes: attributeList,
});

export const filter: ComponentFacts = {
  kind: 'processor',
  type: 'filter',
  signals: ['traces', 'metrics', 'logs', 'profiles'],
  schema: object({
    error_mode: { $ref: 'shared#/$defs/errorMode' },
    // For 0.131.0 the renderer writes these three as `traces`, `metrics` and `logs`.
    trace_conditions: contextConditions('resource', 'scope', 'span', 'spanevent'),
    metric_conditions: contextConditions('resource', 'scope', 'metric', 'datapoint'),
    log_conditions: contextConditions('resource', 'scope', 'log'),
    profile_conditions: { ...contextConditions('resource', 'scope', 'profile'), 'x-since': '0.159.0' },
    traces: object({ resource, span: conditions('span'), spanevent: conditions('spanevent') }),
    metrics: object({
      ...includeExclude(metricMatch),
      regexp: { $ref: 'shared#/$defs/regexpCache' },
      resource,
      metric: conditions('metric'),
      datapoint: conditions('datapoint'),
    }),
    logs: object({ ...includeExclude(logMatch), resource, log_record: conditions('log') }),
    profiles: { ...object({ resource, profile: conditions('profile') }), 'x-since': '0.159.0' },
    spans: object(includeExclude({ $ref: 'shared#/$defs/matchConfig' })),
  }),
};
