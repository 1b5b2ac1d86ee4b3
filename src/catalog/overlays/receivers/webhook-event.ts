import type { Overlay } from '../../overlay';
import type { SectionRule } from '../../section-rule';
import { parseGoDuration } from '../../shared-formats';
import { fields, regexp, rules, tlsVersions } from '../parts';

const longest = 10e9;

const timeout = (field: string): SectionRule => ({
  field,
  holds: (hook) => (parseGoDuration(hook.text(field) || '0s') ?? Number.POSITIVE_INFINITY) <= longest,
  message: 'is no duration of at most 10s',
  fix: 'Write e.g. "500ms".',
});

export const overlay: Overlay = {
  schema: {
    ...fields({ header_attribute_regex: regexp, tls: tlsVersions }),
    required: ['endpoint'],
    ...rules(
      timeout('read_timeout'),
      timeout('write_timeout'),
      {
        field: 'required_header',
        holds: (hook) => hook.given('required_header.key') === hook.given('required_header.value'),
        message: 'needs both "key" and "value"',
        fix: 'Add the other one.',
      },
      {
        field: 'split_logs_at_json_boundary',
        holds: (hook) => !hook.flag('split_logs_at_newline') || !hook.flag('split_logs_at_json_boundary'),
        message: 'stands beside "split_logs_at_newline"',
        fix: 'Keep one of the two.',
      },
    ),
  },
};
