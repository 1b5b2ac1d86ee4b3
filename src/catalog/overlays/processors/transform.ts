import type { JsonSchema } from '../../facts';
import type { Overlay } from '../../overlay';
import type { SectionRule } from '../../section-rule';
import { conditions, fields, rules, statements } from '../parts';

/** Statements whose context follows from their paths, or groups of statements with a context. */
const groups = (...contexts: readonly string[]): JsonSchema => ({
  type: 'array',
  'x-null': 'refused',
  ...statements(...contexts),
  items: {
    type: ['string', 'object'],
    'x-null': 'refused',
    ...fields({
      context: { enum: contexts, 'x-ignore-case': true },
      conditions: conditions(...contexts),
      statements: statements(...contexts),
    }),
  },
});

/** Single statements may follow groups, and are then run after them. */
const oneStyle = (field: string): SectionRule => ({
  field,
  holds: (transform) => {
    const list = transform.list(field);
    const first = list.findIndex((item) => typeof item === 'string');
    return first < 0 || list.slice(first).every((item) => typeof item === 'string');
  },
  message: 'has a group of statements after a single one',
  fix: 'Write all of them as groups, or none.',
});

export const overlay: Overlay = {
  schema: {
    ...fields({
      trace_statements: groups('resource', 'scope', 'span', 'spanevent'),
      metric_statements: groups('resource', 'scope', 'metric', 'datapoint', 'exemplar'),
      log_statements: groups('resource', 'scope', 'log'),
      profile_statements: groups('resource', 'scope', 'profile'),
      flatten_data: { 'x-gate': { when: true, gate: 'transform.flatten.logs' } },
    }),
    ...rules(
      oneStyle('trace_statements'),
      oneStyle('metric_statements'),
      oneStyle('log_statements'),
      oneStyle('profile_statements'),
    ),
  },
};
