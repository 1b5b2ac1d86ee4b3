import type { ComponentFacts, JsonSchema } from '../../facts';
import {
  bool,
  componentId,
  duration,
  type Fields,
  float,
  int,
  int32,
  text,
  texts,
  uint32,
  uint64,
} from '../../shared-scalars';

const conditions = (context: string): JsonSchema => ({
  ...texts,
  'x-ottl': 'conditions',
  'x-ottl-contexts': [context],
});
const object = (properties: Fields): JsonSchema => ({ type: 'object', additionalProperties: false, properties });

/** The types that a policy inside another can have. */
const leafTypes = [
  'always_sample',
  'boolean_attribute',
  'bytes_limiting',
  'latency',
  'numeric_attribute',
  'ottl_condition',
  'probabilistic',
  'rate_limiting',
  'span_count',
  'status_code',
  'string_attribute',
  'trace_flags',
  'trace_state',
];

/** The settings of those types, each under its own name. */
const leafFields: Fields = {
  name: text,
  boolean_attribute: object({ key: text, value: bool, invert_match: bool }),
  bytes_limiting: { ...object({ bytes_per_second: int, burst_capacity: int }), 'x-since': '0.159.0' },
  latency: object({ threshold_ms: int, upper_threshold_ms: int }),
  numeric_attribute: object({ key: text, min_value: int, max_value: int, invert_match: bool }),
  ottl_condition: object({
    error_mode: { $ref: 'shared#/$defs/errorMode' },
    span: conditions('span'),
    spanevent: conditions('spanevent'),
  }),
  probabilistic: object({ hash_salt: text, sampling_percentage: float }),
  rate_limiting: object({ spans_per_second: int, burst_capacity: { ...int, 'x-since': '0.159.0' } }),
  span_count: object({ min_spans: int32, max_spans: int32 }),
  status_code: object({
    status_codes: { type: ['array', 'string'], items: { type: 'string', enum: ['OK', 'ERROR', 'UNSET'] } },
  }),
  string_attribute: object({
    key: text,
    values: texts,
    enabled_regex_matching: bool,
    cache_max_size: int,
    invert_match: bool,
  }),
  trace_state: object({ key: text, values: texts }),
};

/**
 * A policy. Since 0.159.0 an extension may bring a type of its own: its id is the type and the name of its settings.
 * That release looks at types, names and status codes only when it starts, and then stops.
 */
const policy = (types: readonly string[], fields: Fields, required: readonly string[]): JsonSchema => ({
  ...object({
    ...leafFields,
    ...fields,
    type: {
      type: 'string',
      enum: types,
      'x-enum-since': { bytes_limiting: '0.159.0', trace_flags: '0.159.0', not: '0.159.0' },
      'x-or-extension': '0.159.0',
    },
  }),
  required,
  'x-null': 'refused',
  'x-or-extension': '0.159.0',
});

const not = {
  ...object({ not_sub_policy: policy(leafTypes, {}, ['type']) }),
  'x-since': '0.159.0',
};
const inner = policy([...leafTypes, 'not'], { not }, ['type']);
const and = object({ and_sub_policy: { type: 'array', items: inner } });

export const tailSampling: ComponentFacts = {
  kind: 'processor',
  type: 'tail_sampling',
  signals: ['traces'],
  schema: object({
    decision_wait: duration,
    decision_wait_after_root_received: { ...duration, 'x-since': '0.159.0' },
    num_traces: uint64,
    block_on_overflow: { ...bool, 'x-since': '0.159.0' },
    expected_new_traces_per_sec: uint64,
    policies: {
      type: 'array',
      items: policy(
        [...leafTypes, 'and', 'composite', 'drop', 'not'],
        {
          and,
          not,
          drop: object({ drop_sub_policy: { type: 'array', items: inner } }),
          composite: object({
            max_total_spans_per_second: int,
            policy_order: texts,
            composite_sub_policy: { type: 'array', items: policy([...leafTypes, 'and'], { and }, ['type']) },
            rate_allocation: { type: 'array', items: object({ policy: text, percent: int }) },
          }),
        },
        ['name', 'type'],
      ),
    },
    decision_cache: object({ sampled_cache_size: int, non_sampled_cache_size: int }),
    tail_storage: {
      ...componentId,
      'x-since': '0.159.0',
      'x-gate': { gate: 'processor.tailsamplingprocessor.tailstorageextension' },
    },
    sample_on_first_match: bool,
    sampling_strategy: { type: 'string', enum: ['trace-complete', 'span-ingest'], 'x-since': '0.159.0' },
    drop_pending_traces_on_shutdown: { ...bool, 'x-since': '0.159.0' },
    maximum_trace_size_bytes: { ...uint64, 'x-since': '0.159.0' },
    num_shards: { ...uint32, maximum: 256, 'x-since': '0.159.0' },
  }),
};
