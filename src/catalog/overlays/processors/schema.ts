import type { JsonSchema } from '../../facts';
import type { Overlay } from '../../overlay';
import type { Section } from '../../section-rule';
import { each, fields, nonNegative, nonNegativeDuration, rules } from '../parts';

const targetsOf = (schema: Section) => schema.list('targets').map(String);
/** A schema's address without its version. */
const familyOf = (address: string) => address.replace(/[^/]*$/, '');

/** An address whose path ends in a version such as `1.26.0`. */
const schemaUrl: JsonSchema = {
  pattern: '^[Hh][Tt][Tt][Pp][Ss]?://[^/?#]+/(?:[^?#]*/)?[-+]?\\d+\\.[-+]?\\d+\\.[-+]?\\d+(?:[?#].*)?$',
};

export const overlay: Overlay = {
  schema: {
    ...fields({
      targets: each(schemaUrl),
      prefetch: each(schemaUrl),
      migration: each({
        ...fields({ target: schemaUrl, from: schemaUrl }),
        required: ['target', 'from'],
        ...rules({
          field: 'from',
          holds: (step) => familyOf(step.text('from')) === familyOf(step.text('target')),
          message: 'is another schema than "target"',
          fix: 'Write another version of the same schema.',
        }),
      }),
      cache_cooldown: nonNegativeDuration,
      cache_retry_limit: nonNegative,
    }),
    required: ['targets'],
    ...rules(
      {
        field: 'targets',
        holds: (schema) => {
          const families = targetsOf(schema).map(familyOf);
          return new Set(families).size === families.length;
        },
        message: 'have two versions of one schema',
        fix: 'Keep one of them.',
      },
      {
        field: 'migration',
        holds: (schema) => {
          const targets = schema.sections('migration').map((step) => step.text('target'));
          return new Set(targets).size === targets.length && targets.every((one) => targetsOf(schema).includes(one));
        },
        message: 'leads to what is none of the "targets", or twice to one',
        fix: 'Write each target once, as it stands in "targets".',
      },
    ),
  },
};
