import type { Overlay } from '../../overlay';
import { fields, oneOf, rules } from '../parts';

export const overlay: Overlay = {
  schema: {
    ...fields({
      tail_storage: {
        format: 'component-id',
        'x-gate': { gate: 'processor.tailsamplingprocessor.tailstorageextension' },
      },
      sampling_strategy: oneOf('trace-complete', 'span-ingest'),
      num_shards: { maximum: 256 },
    }),
    ...rules(
      {
        field: 'num_shards',
        holds: (sampling) => sampling.number('num_shards', 1) <= 1 || !sampling.has('tail_storage'),
        message: 'has to be 1 with "tail_storage", which one shard at a time may use',
        fix: 'Remove one of the two.',
      },
      {
        field: 'policies',
        holds: (sampling) => {
          const names = sampling.sections('policies').map((policy) => policy.text('name'));
          return new Set(names).size === names.length;
        },
        message: 'have a name twice',
        fix: 'Name each policy otherwise.',
      },
    ),
  },
};
