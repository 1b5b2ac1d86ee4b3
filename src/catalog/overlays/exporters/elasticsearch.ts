import type { Overlay } from '../../overlay';
import type { SectionRule } from '../../section-rule';
import { each, fields, nonNegative, oneOf, positive, positiveDuration, rules, since } from '../parts';
import { levelRule } from '../structs/http';
import { batchRules, queueRules } from '../structs/queue';

const replaced = { 'x-replaces': ['x-rules'] };

// Without any, the exporter looks into the environment, for what better stands in the configuration.
const targets = ['endpoint', 'endpoints', 'cloudid'];

const fixedIndex = (signal: string): SectionRule => ({
  field: `${signal}_index`,
  holds: (search) => !search.given(`${signal}_index`) || !search.flag(`${signal}_dynamic_index.enabled`),
  message: `stands beside "${signal}_dynamic_index"`,
  fix: 'Keep one of the two.',
});

const modes = { ...oneOf('', 'no', 'none', 'raw', 'ecs', 'otel', 'bodymap'), 'x-ignore-case': true };

/** With the batches that it makes unless told otherwise, in bytes. */
const flushFits: SectionRule = {
  field: 'flush.bytes',
  holds: (search) =>
    !search.given('flush.bytes') ||
    search.has('sending_queue.batch.max_size') ||
    search.number('flush.bytes') >= search.number('sending_queue.batch.min_size', 1e6),
  message: 'is less than "min_size" of the batches, which is 1000000 unless it is set',
  fix: 'Write "max_size" and "min_size" under "sending_queue", "batch" instead.',
};

export const overlay: Overlay = {
  schema: {
    ...fields({
      endpoint: { pattern: '^$|^https?:' },
      endpoints: each({ pattern: '^https?:', 'x-null': 'refused' }),
      mapping: fields({
        // Newer releases pass over it.
        mode: { 'x-before': { '0.159.0': modes } },
        allowed_modes: each(modes),
      }),
      compression: oneOf('none', 'gzip'),
      // Their older names still count.
      num_workers: { 'x-from': { '0.159.0': positive } },
      flush: fields({
        bytes: { 'x-from': { '0.159.0': nonNegative } },
        interval: { 'x-from': { '0.159.0': positiveDuration } },
      }),
      sending_queue: { ...replaced, ...queueRules(1e6), ...fields({ batch: { ...replaced, ...batchRules(1e6) } }) },
      metadata_keys: { 'x-unique': 'ignore-case' },
      retry: {
        ...fields({ max_requests: nonNegative, max_retries: nonNegative }),
        ...rules({
          field: 'max_requests',
          holds: (retry) => !retry.given('max_requests') || !retry.given('max_retries'),
          message: 'stands beside "max_retries"',
          fix: 'Keep "max_retries".',
        }),
      },
    }),
    'x-replaces': ['x-rules'],
    ...rules(
      levelRule('gzip'),
      {
        holds: (search) => targets.filter((target) => search.given(target)).length <= 1,
        message: `takes only one of ${targets.map((target) => `"${target}"`).join(', ')}`,
        fix: 'Keep one of them.',
      },
      {
        holds: (search) => targets.some((target) => search.given(target)),
        message: `needs one of ${targets.map((target) => `"${target}"`).join(', ')}`,
        fix: 'Add one of them; where it stands in the environment, write e.g. "endpoints: [${env:ELASTICSEARCH_URL}]".',
      },
      since('0.159.0', flushFits),
      fixedIndex('logs'),
      fixedIndex('metrics'),
      fixedIndex('traces'),
    ),
  },
};
