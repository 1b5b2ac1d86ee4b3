import type { JsonSchema } from '../../facts';
import type { Overlay } from '../../overlay';
import { each, fields, oneOf, positiveDuration, regexp, rules } from '../parts';

const buckets: JsonSchema = {
  ...fields({ matcher_pattern: regexp }),
  required: ['matcher_pattern', 'buckets'],
  ...rules({
    field: 'buckets',
    holds: (explicit) =>
      explicit.list('buckets').every((bucket, i, all) => i === 0 || Number(all[i - 1]) <= Number(bucket)),
    message: 'are not in order',
    fix: 'Write them in ascending order.',
  }),
};

const mapping: JsonSchema = {
  ...fields({
    statsd_type: oneOf('timing', 'timer', 'histogram', 'distribution'),
    observer_type: oneOf('gauge', 'summary', 'histogram'),
    summary: fields({ percentiles: each({ minimum: 0, maximum: 100 }) }),
    histogram: fields({ explicit_buckets: each(buckets) }),
  }),
  required: ['statsd_type', 'observer_type'],
  ...rules(
    {
      field: 'histogram',
      holds: (mapping) =>
        mapping.text('observer_type') === 'histogram' ||
        (!mapping.given('histogram.max_size') && !mapping.has('histogram.explicit_buckets')),
      message: 'is only for the observer "histogram"',
      fix: 'Write "observer_type: histogram", or remove it.',
    },
    {
      field: 'histogram.max_size',
      holds: (mapping) => {
        const size = mapping.number('histogram.max_size');
        return mapping.text('observer_type') !== 'histogram' || size === 0 || (size >= 2 && size <= 16384);
      },
      message: 'is not between 2 and 16384',
      fix: 'Write such a number, or 0 for the default.',
    },
    {
      field: 'summary',
      holds: (mapping) => mapping.text('observer_type') === 'summary' || !mapping.given('summary.percentiles'),
      message: 'is only for the observer "summary"',
      fix: 'Write "observer_type: summary", or remove it.',
    },
  ),
};

export const overlay: Overlay = {
  schema: fields({
    aggregation_interval: positiveDuration,
    counter_type: oneOf('', 'int', 'float', 'stochastic_int'),
    timer_histogram_mapping: each(mapping),
  }),
};
