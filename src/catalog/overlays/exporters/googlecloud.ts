import type { JsonSchema } from '../../facts';
import type { Overlay } from '../../overlay';
import type { SectionRule } from '../../section-rule';
import { each, fields, oneOf, regexp, rules } from '../parts';

const compression = oneOf('', 'gzip');
const resourceFilters = each(fields({ regex: regexp }));

const once = (field: string): SectionRule => ({
  field: 'attribute_mappings',
  holds: (trace) => {
    const names = trace.sections('attribute_mappings').map((mapping) => mapping.text(field));
    return new Set(names).size === names.length;
  },
  message: `have a "${field}" twice`,
  fix: 'Name each once.',
});

/** What the exporters for Google's metrics have in common. */
export const googleMetric: JsonSchema = fields({ compression, resource_filters: resourceFilters });

export const overlay: Overlay = {
  schema: fields({
    log: fields({ compression }),
    metric: googleMetric,
    trace: {
      // It can be compressed for logs and metrics only.
      ...fields({ compression: { maxLength: 0 } }),
      ...rules(once('key'), once('replacement')),
    },
  }),
};
