import type { JsonSchema } from '../../facts';
import type { Overlay } from '../../overlay';
import type { SectionRule } from '../../section-rule';
import { conditions, fields, oneOf, rules } from '../parts';
import { matchesOneOf } from '../structs/attributes';
import { textOverlays } from '../texts';

// The severities' names, and 1 to 24; none of them means any severity.
const severities = [
  '',
  ...['TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR', 'FATAL'].flatMap((name) => [name, `${name}2`, `${name}3`, `${name}4`]),
  ...Array.from({ length: 24 }, (_, i) => String(i + 1)),
];
const matchType = oneOf('', 'strict', 'regexp', 'expr');

/** Conditions whose context follows from their paths, or groups of conditions with a context. */
const groups = (...contexts: readonly string[]): JsonSchema => ({
  type: 'array',
  'x-null': 'refused',
  'x-one-type': true,
  ...conditions(...contexts),
  items: {
    'x-replaces': true,
    type: ['string', 'object'],
    'x-null': 'refused',
    additionalProperties: false,
    properties: {
      context: { type: 'string', enum: contexts, 'x-ignore-case': true },
      conditions: { type: ['array', 'string'], items: { type: 'string' }, ...conditions(...contexts) },
      // What 0.131.0 gets in its place has one mode for all.
      error_mode: { type: 'string', 'x-since': '0.159.0', ...textOverlays['ottl.ErrorMode'] },
    },
  },
});

// For 0.131.0 the renderer writes these as `traces`, `metrics` and `logs`.
const translated = (schema: JsonSchema): JsonSchema => ({ ...schema, 'x-adds': true });

const both = (match: JsonSchema) => ({ include: match, exclude: match });
const logMatch = fields({
  match_type: matchType,
  severity_number: fields({ min: { 'x-from': { '0.159.0': { enum: severities, 'x-ignore-case': true } } } }),
});

/** Two ways to say what to drop: one of them only. */
const oneWay = (newer: string, older: readonly string[]): SectionRule => ({
  field: newer,
  holds: (filter) => !filter.has(newer) || !older.some((field) => filter.has(field)),
  message: `stands beside ${older.map((field) => `"${field}"`).join(', ')}`,
  fix: `Write all conditions in "${newer}".`,
});

const oneStyle = (field: string, conditionFields: readonly string[], matchFields: readonly string[]): SectionRule => ({
  field,
  holds: (filter) => !conditionFields.some((one) => filter.has(one)) || !matchFields.some((one) => filter.has(one)),
  message: `has conditions in OTTL, which do not go with ${matchFields.map((one) => `"${one}"`).join(' and ')}`,
  fix: 'Write all of them as conditions.',
});

const traces = ['traces.resource', 'traces.span', 'traces.spanevent'];
const metrics = ['metrics.resource', 'metrics.metric', 'metrics.datapoint'];
const metricMatches = ['metrics.include', 'metrics.exclude'];
const logs = ['logs.resource', 'logs.log_record'];
const logMatches = ['logs.include', 'logs.exclude'];

export const overlay: Overlay = {
  schema: {
    ...fields({
      trace_conditions: translated(groups('resource', 'scope', 'span', 'spanevent')),
      metric_conditions: translated(groups('resource', 'scope', 'metric', 'datapoint')),
      log_conditions: translated(groups('resource', 'scope', 'log')),
      profile_conditions: groups('resource', 'scope', 'profile'),
      traces: fields({
        resource: conditions('resource'),
        span: conditions('span'),
        spanevent: conditions('spanevent'),
      }),
      metrics: fields({
        ...both(fields({ match_type: matchType })),
        resource: conditions('resource'),
        metric: conditions('metric'),
        datapoint: conditions('datapoint'),
      }),
      logs: fields({
        ...both(logMatch),
        resource: conditions('resource'),
        log_record: conditions('log'),
      }),
      profiles: fields({ resource: conditions('resource'), profile: conditions('profile') }),
      spans: fields(both(rules(matchesOneOf('span')))),
    }),
    ...rules(
      oneWay('trace_conditions', traces),
      oneWay('metric_conditions', [...metrics, ...metricMatches]),
      oneWay('log_conditions', [...logs, ...logMatches]),
      oneWay('profile_conditions', ['profiles.resource', 'profiles.profile']),
      oneStyle('traces', traces, ['spans.include', 'spans.exclude']),
      oneStyle('metrics', metrics, metricMatches),
      oneStyle('logs', logs, logMatches),
    ),
  },
};
