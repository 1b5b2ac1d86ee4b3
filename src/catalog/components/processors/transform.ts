import type { ComponentFacts, JsonSchema } from '../../facts';
import { bool, texts } from '../../shared-scalars';

/** Statements whose context follows from their paths, or groups of statements with a context. */
const statements = (...contexts: readonly string[]): JsonSchema => ({
  type: 'array',
  'x-null': 'refused',
  'x-ottl': 'statements',
  'x-ottl-contexts': contexts,
  items: {
    type: ['string', 'object'],
    'x-null': 'refused',
    additionalProperties: false,
    properties: {
      context: { type: 'string', enum: contexts, 'x-ignore-case': true },
      conditions: { ...texts, 'x-ottl': 'conditions', 'x-ottl-contexts': contexts },
      statements: { ...texts, 'x-ottl': 'statements', 'x-ottl-contexts': contexts },
      error_mode: { $ref: 'shared#/$defs/errorMode' },
    },
  },
});

export const transform: ComponentFacts = {
  kind: 'processor',
  type: 'transform',
  signals: ['traces', 'metrics', 'logs', 'profiles'],
  schema: {
    type: 'object',
    additionalProperties: false,
    properties: {
      error_mode: { $ref: 'shared#/$defs/errorMode' },
      trace_statements: statements('resource', 'scope', 'span', 'spanevent'),
      metric_statements: statements('resource', 'scope', 'metric', 'datapoint', 'exemplar'),
      log_statements: statements('resource', 'scope', 'log'),
      profile_statements: statements('resource', 'scope', 'profile'),
      flatten_data: { ...bool, 'x-gate': { when: true, gate: 'transform.flatten.logs' } },
    },
  },
};
