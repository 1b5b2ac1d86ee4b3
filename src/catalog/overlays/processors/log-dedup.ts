import type { JsonSchema } from '../../facts';
import type { Overlay } from '../../overlay';
import type { SectionRule } from '../../section-rule';
import { conditions, each, fields, notEmpty, positiveDuration, rules } from '../parts';
import { knownTimeZone } from '../time-zones';

const paths: JsonSchema = each({ pattern: '^(?:body\\.|attributes(?:\\.|$))' });

const noneTwice = (field: string): SectionRule => ({
  field,
  holds: (dedup) => new Set(dedup.list(field)).size === dedup.list(field).length,
  message: 'names a field twice',
  fix: 'Remove one.',
});

export const overlay: Overlay = {
  schema: {
    ...fields({
      conditions: conditions('log'),
      interval: positiveDuration,
      log_count_attribute: notEmpty,
      exclude_fields: paths,
      include_fields: paths,
    }),
    ...rules(
      knownTimeZone('timezone'),
      {
        field: 'include_fields',
        holds: (dedup) => !dedup.given('exclude_fields') || !dedup.given('include_fields'),
        message: 'stands beside "exclude_fields"',
        fix: 'Keep one of the two.',
      },
      noneTwice('exclude_fields'),
      noneTwice('include_fields'),
    ),
  },
};
