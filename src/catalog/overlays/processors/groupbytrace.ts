import type { Overlay } from '../../overlay';
import type { SectionRule } from '../../section-rule';
import { fields, rules } from '../parts';

/** The processor has the field, but not what it stands for. */
const unsupported = (field: string): SectionRule => ({
  field,
  holds: (group) => !group.flag(field),
  message: 'is not supported',
  fix: 'Remove it.',
});

export const overlay: Overlay = {
  schema: {
    // Without a worker, or a place for a trace, the first span ends the collector.
    ...fields({ num_traces: { minimum: 1 }, num_workers: { minimum: 1 } }),
    ...rules(unsupported('discard_orphans'), unsupported('store_on_disk')),
  },
};
