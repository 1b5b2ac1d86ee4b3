import type { Overlay } from '../../overlay';
import { fields, oneOf, rules, url } from '../parts';
import { levelRule } from '../structs/http';

const second = 1e9;

export const overlay: Overlay = {
  schema: {
    'x-replaces': ['x-rules'],
    ...fields({
      endpoint: url,
      timeout: { 'x-null': 'refused' },
      compression: oneOf('', 'gzip', 'deflate', 'zstd'),
      log_format: oneOf('otlp', 'json', 'text'),
      metric_format: oneOf('otlp', 'prometheus'),
    }),
    ...rules(
      levelRule('gzip'),
      {
        field: 'compress_encoding',
        holds: (sumologic) => !sumologic.has('compress_encoding'),
        message: 'was replaced by "compression"',
        fix: 'Write "compression".',
      },
      {
        field: 'timeout',
        holds: (sumologic) => {
          const timeout = sumologic.duration('timeout', '30s');
          return timeout >= 1 && timeout <= 55 * second;
        },
        message: 'is not more than 0 and at most 55 seconds',
        fix: 'Correct it.',
      },
      {
        field: 'endpoint',
        holds: (sumologic) =>
          sumologic.given('endpoint') || !sumologic.keys().includes('auth') || sumologic.flag('auth.enabled', true),
        message: 'is needed when "auth" is off',
        fix: 'Write the address of an HTTP source, or name the extension sumologic under "auth".',
      },
    ),
  },
};
