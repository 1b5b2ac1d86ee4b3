import type { Overlay } from '../../overlay';
import { each, fields, nonNegative, nonNegativeDuration, regexp, rules, values } from '../parts';

export const overlay: Overlay = {
  schema: {
    ...fields({
      traces: fields({
        trace_buffer: nonNegative,
        bucket_interval: nonNegativeDuration,
        ignore_resources: each(regexp),
        span_name_remappings: {
          ...values({ minLength: 1, 'x-null': 'refused' }),
          propertyNames: { minLength: 1 },
        },
      }),
    }),
    ...rules({
      field: 'traces.ignore_missing_datadog_fields',
      holds: (datadog) => !datadog.flag('traces.ignore_missing_datadog_fields'),
      message: 'is not supported',
      fix: 'Remove it.',
    }),
  },
};
