import type { JsonSchema } from './facts';
import {
  bool,
  componentId,
  duration,
  enabled,
  type Fields,
  float,
  int,
  nonNegativeDuration,
  texts,
} from './shared-scalars';

// What is checked only of a section that is on.
const disabled: JsonSchema = { properties: { enabled: { const: false } }, required: ['enabled'] };

const positive: JsonSchema = { type: 'integer', exclusiveMinimum: 0, 'x-null': 'refused' };

/** The queue in front of an exporter (exporterhelper's QueueBatchConfig). */
export const sendingQueue: JsonSchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    enabled: { ...bool, 'x-from': { '0.159.0': { type: 'boolean', 'x-null': 'refused' } } },
    num_consumers: int,
    wait_for_result: bool,
    block_on_overflow: bool,
    sizer: { type: 'string', enum: ['requests', 'items', 'bytes'], 'x-null': 'zero' },
    queue_size: int,
    storage: componentId,
    batch: {
      type: 'object',
      additionalProperties: false,
      properties: {
        flush_timeout: duration,
        sizer: { type: 'string', enum: ['items', 'bytes', 'requests'], 'x-null': 'zero' },
        min_size: int,
        max_size: int,
        partition: {
          type: 'object',
          additionalProperties: false,
          properties: { metadata_keys: texts },
          'x-since': '0.159.0',
        },
        enabled,
      },
    },
  },
  if: disabled,
  else: {
    properties: {
      num_consumers: positive,
      queue_size: positive,
      batch: {
        if: disabled,
        else: {
          'x-from': {
            '0.159.0': {
              properties: {
                flush_timeout: { 'x-duration': 'positive' },
                sizer: { enum: ['items', 'bytes'], 'x-null': 'zero' },
                min_size: { minimum: 0 },
                max_size: { minimum: 0 },
                partition: { properties: { metadata_keys: { 'x-unique': 'ignore-case' } } },
              },
            },
          },
        },
      },
    },
  },
};

/** When a failed export is tried again (configretry.BackOffConfig). */
export const retryOnFailure: JsonSchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    enabled: bool,
    initial_interval: duration,
    randomization_factor: float,
    multiplier: float,
    max_interval: duration,
    max_elapsed_time: duration,
  },
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
};

/** Fields of most exporters. */
export const exporterFields: Fields = {
  timeout: nonNegativeDuration,
  sending_queue: { $ref: 'shared#/$defs/sendingQueue' },
  retry_on_failure: { $ref: 'shared#/$defs/retryOnFailure' },
};
