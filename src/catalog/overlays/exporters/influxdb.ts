import type { Overlay } from '../../overlay';
import type { SectionRule } from '../../section-rule';
import { fields, oneOf, rules, url } from '../parts';

/** It passes over fields that it does not know, but for those of sections that decode themselves. */
const open = { 'x-unknown': 'ignored', properties: {} };

const once = (field: string): SectionRule => ({
  field,
  holds: (influxdb) => {
    const names = influxdb.list(field);
    return new Set(names).size === names.length;
  },
  message: 'lists a name twice',
  fix: 'Name each once.',
});

export const overlay: Overlay = {
  schema: {
    'x-unknown': 'ignored',
    ...fields({
      compression_params: open,
      retry_on_failure: open,
      endpoint: url,
      tls: { ...open, ...fields({ tpm: open }) },
      v1_compatibility: open,
      precision: oneOf('ns', 'us', 'ms', 's'),
    }),
    ...rules(once('span_dimensions'), once('log_record_dimensions')),
  },
};
