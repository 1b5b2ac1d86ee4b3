import type { Overlay } from '../../overlay';
import { fields, rules, url } from '../parts';

const length = { maximum: 838860800 };

export const overlay: Overlay = {
  schema: {
    ...fields({
      endpoint: url,
      max_content_length_logs: length,
      max_content_length_metrics: length,
      max_content_length_traces: length,
      max_event_size: length,
    }),
    required: ['endpoint', 'token'],
    ...rules({
      field: 'log_data_enabled',
      holds: (splunk) => splunk.flag('log_data_enabled', true) || splunk.flag('profiling_data_enabled', true),
      message: 'and "profiling_data_enabled" are both off',
      fix: 'Turn one on.',
    }),
  },
};
