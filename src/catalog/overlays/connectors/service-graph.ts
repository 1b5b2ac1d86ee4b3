import type { Overlay } from '../../overlay';
import { fields, nonNegative, rules } from '../parts';

export const overlay: Overlay = {
  schema: {
    ...fields({ exponential_histogram_max_size: nonNegative }),
    ...rules({
      field: 'exponential_histogram_max_size',
      holds: (graph) => !graph.has('latency_histogram_buckets') || graph.number('exponential_histogram_max_size') <= 0,
      message: 'stands beside "latency_histogram_buckets"',
      fix: 'Keep one of the two.',
    }),
  },
};
