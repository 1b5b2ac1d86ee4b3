import type { AttributePool } from '../telemetry/pools';
import {
  EVENT_NAMES,
  METRIC_NAMES,
  RECORD_POOLS,
  RESOURCE_POOLS,
  SCHEMA_URLS,
  SCOPE_POOLS,
  SEVERITIES,
  SPAN_EVENT_NAMES,
  SPAN_IDS,
  SPAN_NAMES,
  TIMES,
  TRACE_IDS,
  TRACE_STATES,
  UNITS,
} from '../telemetry/pools';

/** What an OTTL expression gives. */
export type OttlType =
  | 'string'
  | 'int'
  | 'float'
  | 'bool'
  | 'map'
  | 'slice'
  | 'bytes'
  | 'time'
  | 'duration'
  | 'id'
  | 'any';

/** A path without keys. */
export interface PathRow {
  readonly path: string;
  readonly type: OttlType;
  /** Literals, as OTTL writes them, that the path may be equal to. */
  readonly literals?: readonly string[];
  readonly readOnly?: boolean;
}

/** What a prefix offers. */
export interface Prefix {
  readonly rows: readonly PathRow[];
  /** The attributes below `attributes`. */
  readonly attributes?: Readonly<Record<string, AttributePool>>;
}

const quoted = (values: readonly string[]) => values.map((value) => JSON.stringify(value));
const ids = (values: readonly string[], digits: number) => values.map((id) => JSON.stringify(id || '0'.repeat(digits)));

const COUNT: PathRow = { path: 'dropped_attributes_count', type: 'int', literals: ['0', '1', '2'] };
const ATTRIBUTES: PathRow = { path: 'attributes', type: 'map' };
const FLAGS: PathRow = { path: 'flags', type: 'int', literals: ['0', '1'] };

function text(path: string, values: readonly string[]): PathRow {
  return { path, type: 'string', literals: quoted(values) };
}

/** What has no literal. */
function object(path: string): PathRow {
  return { path, type: 'any', literals: ['nil', '[]', '[1, 2, 0]'] };
}

function nanos(path: string): PathRow {
  return { path, type: 'int', literals: TIMES };
}

function time(path: string): PathRow {
  return { path, type: 'time' };
}

const traceId: readonly PathRow[] = [
  { path: 'trace_id', type: 'id', literals: TRACE_IDS.map((id) => `TraceID(0x${id || '0'.repeat(32)})`) },
  { path: 'trace_id.string', type: 'string', literals: ids(TRACE_IDS, 32) },
];

function spanId(name: string): readonly PathRow[] {
  return [
    { path: name, type: 'id', literals: SPAN_IDS.map((id) => `SpanID(0x${id || '0'.repeat(16)})`) },
    { path: `${name}.string`, type: 'string', literals: ids(SPAN_IDS, 16) },
  ];
}

/** Every path of the contexts of logs, traces and metrics, by prefix. */
export const PREFIXES = {
  resource: {
    attributes: RESOURCE_POOLS,
    rows: [ATTRIBUTES, COUNT, text('schema_url', SCHEMA_URLS)],
  },
  scope: {
    attributes: SCOPE_POOLS,
    rows: [
      text('name', ['', 'lib', 'io.app']),
      text('version', ['', '1.0', '2.0']),
      ATTRIBUTES,
      COUNT,
      text('schema_url', SCHEMA_URLS),
    ],
  },
  log: {
    attributes: RECORD_POOLS,
    rows: [
      time('time'),
      time('observed_time'),
      nanos('time_unix_nano'),
      nanos('observed_time_unix_nano'),
      {
        path: 'severity_number',
        type: 'int',
        literals: [
          '9',
          '17',
          'SEVERITY_NUMBER_INFO',
          'SEVERITY_NUMBER_WARN',
          'SEVERITY_NUMBER_ERROR',
          'SEVERITY_NUMBER_UNSPECIFIED',
        ],
      },
      text(
        'severity_text',
        SEVERITIES.map(([, name]) => name),
      ),
      text('event_name', EVENT_NAMES),
      { path: 'body', type: 'any', literals: ['"user logged in"', '42', '2.5', 'true', '0xdeadbeef', 'nil'] },
      text('body.string', ['user logged in', '42', '2.5', 'true', '']),
      ATTRIBUTES,
      COUNT,
      FLAGS,
      ...traceId,
      ...spanId('span_id'),
    ],
  },
  span: {
    attributes: RECORD_POOLS,
    rows: [
      ...traceId,
      ...spanId('span_id'),
      ...spanId('parent_span_id'),
      text('trace_state', TRACE_STATES),
      text('name', SPAN_NAMES),
      { path: 'kind', type: 'int', literals: ['1', '2', 'SPAN_KIND_SERVER', 'SPAN_KIND_CLIENT', 'SPAN_KIND_INTERNAL'] },
      text('kind.string', ['Server', 'Client', 'Internal', 'Unspecified']),
      text('kind.deprecated_string', ['SPAN_KIND_SERVER', 'SPAN_KIND_CLIENT']),
      nanos('start_time_unix_nano'),
      nanos('end_time_unix_nano'),
      time('start_time'),
      time('end_time'),
      ATTRIBUTES,
      COUNT,
      { path: 'dropped_events_count', type: 'int', literals: ['0', '1'] },
      { path: 'dropped_links_count', type: 'int', literals: ['0', '1'] },
      { path: 'status.code', type: 'int', literals: ['0', 'STATUS_CODE_ERROR', 'STATUS_CODE_OK', 'STATUS_CODE_UNSET'] },
      text('status.message', ['', 'failed']),
      FLAGS,
      { path: 'trace_state["a"]', type: 'string', literals: ['"1"', '""', '"x"'] },
      object('events'),
      object('links'),
      object('status'),
    ],
  },
  spanevent: {
    attributes: RECORD_POOLS,
    rows: [
      time('time'),
      nanos('time_unix_nano'),
      text('name', SPAN_EVENT_NAMES),
      ATTRIBUTES,
      COUNT,
      { path: 'event_index', type: 'int', readOnly: true, literals: ['0', '1'] },
    ],
  },
  metric: {
    rows: [
      text('name', METRIC_NAMES),
      text('description', ['', 'what it is']),
      text('unit', UNITS),
      {
        path: 'type',
        type: 'int',
        readOnly: true,
        literals: [
          'METRIC_DATA_TYPE_GAUGE',
          'METRIC_DATA_TYPE_SUM',
          'METRIC_DATA_TYPE_HISTOGRAM',
          'METRIC_DATA_TYPE_EXPONENTIAL_HISTOGRAM',
          'METRIC_DATA_TYPE_SUMMARY',
          'METRIC_DATA_TYPE_NONE',
        ],
      },
      {
        path: 'aggregation_temporality',
        type: 'int',
        literals: ['1', '2', 'AGGREGATION_TEMPORALITY_DELTA', 'AGGREGATION_TEMPORALITY_CUMULATIVE'],
      },
      { path: 'is_monotonic', type: 'bool', literals: ['true', 'false'] },
      { path: 'metadata', type: 'map' },
      object('data_points'),
    ],
  },
  datapoint: {
    attributes: RECORD_POOLS,
    rows: [
      ATTRIBUTES,
      nanos('start_time_unix_nano'),
      nanos('time_unix_nano'),
      time('start_time'),
      time('time'),
      { path: 'value_double', type: 'float', literals: ['0.0', '0.5', '5.0', '-1.25'] },
      { path: 'value_int', type: 'int', literals: ['0', '1', '5', '-3'] },
      { path: 'flags', type: 'int', literals: ['0', '1', 'FLAG_NONE', 'FLAG_NO_RECORDED_VALUE'] },
      { path: 'count', type: 'int', literals: ['0', '3', 'nil'] },
      { path: 'sum', type: 'float', literals: ['0.0', '2.5', 'nil'] },
      { path: 'scale', type: 'int', literals: ['0', '1', '2'] },
      { path: 'zero_count', type: 'int', literals: ['0', '2'] },
      { path: 'positive.offset', type: 'int', literals: ['0', '1'] },
      { path: 'negative.offset', type: 'int', literals: ['0', '1'] },
      object('positive'),
      object('negative'),
      object('positive.bucket_counts'),
      object('negative.bucket_counts'),
      object('bucket_counts'),
      object('explicit_bounds'),
      object('exemplars'),
      object('quantile_values'),
    ],
  },
} as const satisfies Record<string, Prefix>;

export type PrefixName = keyof typeof PREFIXES;

/** The prefixes that a context reads, itself first. */
export const READS: Readonly<Record<PrefixName, readonly PrefixName[]>> = {
  resource: ['resource'],
  scope: ['scope', 'resource'],
  log: ['log', 'scope', 'resource'],
  span: ['span', 'scope', 'resource'],
  spanevent: ['spanevent', 'span', 'scope', 'resource'],
  metric: ['metric', 'scope', 'resource'],
  datapoint: ['datapoint', 'metric', 'scope', 'resource'],
};
