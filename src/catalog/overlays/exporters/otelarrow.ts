import type { Overlay } from '../../overlay';
import { fields, oneOf, rules } from '../parts';

/** Powers of two; 0 is the default. */
const windowSizes = [0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512];
const second = 1e9;

export const overlay: Overlay = {
  schema: {
    ...fields({
      arrow: {
        ...fields({
          num_streams: { minimum: 1, 'x-null': 'refused' },
          payload_compression: oneOf('', 'none', 'zstd'),
          prioritizer: { pattern: '^$|^leastloaded(?:[+-]?[0-9]+)?$' },
          zstd: fields({ level: { minimum: 1, maximum: 10, 'x-null': 'refused' } }),
        }),
        ...rules(
          {
            field: 'zstd.window_size_mib',
            holds: (arrow) => windowSizes.includes(arrow.number('zstd.window_size_mib')),
            message: 'is no power of 2, up to 512',
            fix: `Write one of ${windowSizes.slice(1).join(', ')}.`,
          },
          {
            field: 'max_stream_lifetime',
            holds: (arrow) =>
              (arrow.keys().includes('max_stream_lifetime') && !arrow.has('max_stream_lifetime')
                ? 0
                : arrow.duration('max_stream_lifetime', '30s')) >= second,
            message: 'is less than a second',
            fix: 'Write a duration, e.g. "30s".',
          },
        ),
      },
      metadata_keys: { 'x-unique': 'ignore-case' },
    }),
    required: ['endpoint'],
  },
};
