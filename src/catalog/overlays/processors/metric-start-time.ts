import type { Overlay } from '../../overlay';
import { fields, oneOf, positiveDuration, regexp, rules } from '../parts';

export const overlay: Overlay = {
  schema: {
    ...fields({
      strategy: oneOf('true_reset_point', 'subtract_initial_point', 'start_time_metric'),
      gc_interval: positiveDuration,
      start_time_metric_regex: regexp,
    }),
    ...rules({
      field: 'start_time_metric_regex',
      holds: (time) => !time.given('start_time_metric_regex') || time.text('strategy') === 'start_time_metric',
      message: 'is only for the strategy "start_time_metric"',
      fix: 'Write "strategy: start_time_metric", or remove it.',
    }),
  },
};
