import type { JsonSchema } from '../../facts';
import type { Section, SectionRule } from '../../section-rule';
import { fields, nonNegativeDuration, positive, rules, since, whenOn } from '../parts';
import type { StructOverlay } from '../structs';

const helper = 'go.opentelemetry.io/collector/exporter/exporterhelper/internal/queuebatch';

// What is checked only of a section that is on.
const disabled: JsonSchema = { properties: { enabled: { const: false } }, required: ['enabled'] };

const count: JsonSchema = { type: 'integer', ...positive };

// 0.131.0 has no defaults for a batch.
const leastOf = (batch: Section, otherwise: number) => batch.number('min_size', batch.since('0.159.0') ? otherwise : 0);

/** Since 0.159.0, a batch without a value has its defaults. */
function isBatched(queue: Section): boolean {
  return queue.has('batch') || (queue.since('0.159.0') && queue.keys().includes('batch'));
}

/** A batch counts as its queue does, where that says so. */
function sizers(queue: Section): readonly [queue: string, batch: string] {
  const own = queue.text('sizer', 'requests');
  const isOwn = !queue.since('0.159.0') || (queue.has('sizer') && queue.has('batch'));
  return [own, queue.text('batch.sizer', isOwn ? own : 'items')];
}

const notKeptAndWaited: SectionRule = {
  field: 'wait_for_result',
  holds: (queue) => !queue.has('storage') || !queue.flag('wait_for_result'),
  message: 'does not go with "storage": what is kept is answered before it is sent',
  fix: 'Remove one of the two.',
};

const batchFits = (least: number): SectionRule => ({
  field: 'batch.min_size',
  holds: (queue) => {
    if (!isBatched(queue) || !queue.flag('batch.enabled', true)) return true;
    const [own, batch] = sizers(queue);
    return own !== batch || leastOf(queue.section('batch'), least) <= queue.number('queue_size', 1000);
  },
  message: `is more than "queue_size" holds, in the same unit${least > 0 ? `; unless they are set, they are ${least} and 1000` : ''}`,
  fix: 'Lower "min_size", or raise "queue_size".',
});

const largestIsLarger = (least: number): SectionRule => ({
  field: 'max_size',
  holds: (batch) => batch.number('max_size') <= 0 || batch.number('max_size') >= leastOf(batch, least),
  message: `is less than "min_size"${least > 0 ? `, which is ${least} unless it is set` : ''}`,
  fix: 'Raise "max_size", or lower "min_size".',
});

/** The rules of a queue whose batches have at least so many items unless `min_size` says otherwise. */
export const queueRules = (least: number): JsonSchema => rules(whenOn(notKeptAndWaited), whenOn(batchFits(least)));
export const batchRules = (least: number): JsonSchema => rules(since('0.159.0', whenOn(largestIsLarger(least))));

/** Without defaults, a batch has no unit of its own; it is that of the queue then. */
const batchCounts: SectionRule = {
  field: 'batch.sizer',
  holds: (queue) =>
    !queue.has('batch') ||
    !queue.flag('batch.enabled', true) ||
    queue.given('batch.sizer') ||
    ['items', 'bytes'].includes(queue.text('sizer')),
  message: 'is needed, or "sizer" of the queue, as "items" or "bytes"',
  fix: 'Write "sizer: items".',
};

// Before 0.159.0, it is off unless it says otherwise.
const notEnabled: JsonSchema = { not: { properties: { enabled: { const: true } }, required: ['enabled'] } };

/** A queue that has no defaults, as some exporters forget them. */
export const bareQueue: JsonSchema = {
  'x-replaces': ['x-rules'],
  ...rules(whenOn(notKeptAndWaited), whenOn(batchFits(0)), since('0.159.0', whenOn(batchCounts))),
  ...fields({
    batch: {
      'x-replaces': ['x-rules'],
      ...batchRules(0),
      allOf: [{ if: disabled, else: { required: ['flush_timeout'] } }],
    },
  }),
  if: { anyOf: [disabled, { ...notEnabled, 'x-until': '0.159.0' }] },
  else: {
    required: ['num_consumers', 'queue_size'],
    properties: { num_consumers: { exclusiveMinimum: 0 }, queue_size: { exclusiveMinimum: 0 } },
  },
};

/** What a retry has unless it says otherwise. */
interface RetryDefaults {
  readonly initial: string;
  readonly max: string;
  readonly elapsed: string;
}

const longEnough = ({ initial, max, elapsed }: RetryDefaults): SectionRule => ({
  field: 'max_elapsed_time',
  holds: (retry) => {
    if (!retry.since('0.159.0') && !retry.flag('enabled', true)) return true;
    const longest = retry.duration('max_elapsed_time', elapsed);
    return (
      longest <= 0 ||
      (longest >= retry.duration('initial_interval', initial) && longest >= retry.duration('max_interval', max))
    );
  },
  message: `is less than "initial_interval" or "max_interval", which are ${initial} and ${max} unless they are set`,
  fix: 'Raise it, or write "0s" to try without end.',
});

export const retryRules = (defaults: RetryDefaults): JsonSchema => rules(longEnough(defaults));

/** A retry that has no defaults, and is off. */
export const bareRetry: JsonSchema = {
  'x-replaces': ['x-rules'],
  ...retryRules({ initial: '0s', max: '0s', elapsed: '0s' }),
};

export const queueStructs: readonly StructOverlay[] = [
  {
    structs: [`${helper}.Config`],
    schema: {
      if: disabled,
      // With their type, for it is that which null is not of.
      else: { properties: { num_consumers: count, queue_size: count } },
      ...queueRules(8192),
    },
  },
  {
    structs: [`${helper}.BatchConfig`],
    schema: {
      if: disabled,
      // 0.131.0 does not look into sections that may be absent.
      else: {
        'x-from': {
          '0.159.0': {
            properties: {
              flush_timeout: { 'x-duration': 'positive' },
              sizer: { enum: ['items', 'bytes'], 'x-null': 'zero' },
              min_size: { minimum: 0 },
              max_size: { minimum: 0 },
            },
          },
        },
      },
      ...batchRules(8192),
    },
  },
  { structs: [`${helper}.PartitionConfig`], schema: fields({ metadata_keys: { 'x-unique': 'ignore-case' } }) },
  {
    structs: ['go.opentelemetry.io/collector/config/configretry.BackOffConfig'],
    schema: {
      // 0.131.0 does not look at the values while `enabled` is false.
      if: { ...disabled, 'x-until': '0.159.0' },
      else: {
        properties: {
          initial_interval: { 'x-duration': 'non-negative' },
          randomization_factor: { minimum: 0, maximum: 1 },
          multiplier: { minimum: 0 },
          max_interval: { 'x-duration': 'non-negative' },
          max_elapsed_time: { 'x-duration': 'non-negative' },
        },
      },
      ...retryRules({ initial: '5s', max: '30s', elapsed: '5m' }),
    },
  },
  // exporterhelper's TimeoutConfig.
  {
    fields: ['timeout', 'sending_queue'],
    without: ['http2_ping_timeout'],
    schema: fields({ timeout: nonNegativeDuration }),
  },
];
