import type { TelemetryLevel } from '../../../src/metrics/telemetry';
import type { CollectorModel } from '../../../src/model/collector';
import type { ConfigMap, ConfigValue } from '../../../src/model/config';
import type { Release } from '../../../src/model/release';
import { collector } from '../../checks/models';

/** The ports of a scene. */
export interface ScenePorts {
  readonly http: number;
  /** Where nothing is ever taken in. */
  readonly refusing: number;
  /** Where it serves its own metrics, and what each reader is told. */
  readonly own: readonly { readonly port: number; readonly told: ConfigMap }[];
  /** One per `prometheus` exporter. */
  readonly exporters: readonly number[];
  /** Where nobody listens. */
  readonly closed: number;
  readonly fluent: number;
  /** Lines of text over TCP. */
  readonly lines: number;
  /** Over UDP. */
  readonly statsd: number;
  /** A file that is read. */
  readonly file: string;
}

/** All that one can say to a reader of a collector's own metrics; the first says nothing. */
export const flags: readonly ConfigMap[] = [
  {},
  ...[0, 1, 2, 3, 4, 5, 6, 7].map((bits) => ({
    without_type_suffix: (bits & 1) !== 0,
    without_units: (bits & 2) !== 0,
    without_scope_info: (bits & 4) !== 0,
  })),
];

/** The settings of the `prometheus` exporters, by release. */
export const exporterSettings: Readonly<Record<Release, readonly ConfigMap[]>> = {
  '0.159.0': [
    {},
    { namespace: 'acme' },
    { add_metric_suffixes: false },
    { translation_strategy: 'UnderscoreEscapingWithoutSuffixes', const_labels: { team: 'a' } },
    { translation_strategy: 'NoUTF8EscapingWithSuffixes', without_scope_info: true },
    { translation_strategy: 'NoTranslation', namespace: 'acme', enable_open_metrics: true },
    { resource_to_telemetry_conversion: { enabled: true } },
  ],
  '0.131.0': [
    {},
    { namespace: 'acme' },
    { add_metric_suffixes: false, const_labels: { team: 'a' } },
    { add_metric_suffixes: false, namespace: 'acme', enable_open_metrics: true },
    { resource_to_telemetry_conversion: { enabled: true } },
  ],
};

/** A collector with much of what measures itself, in the newest names, and with gates if asked for. */
export function scene(
  release: Release,
  level: TelemetryLevel,
  ports: ScenePorts,
  featureGates: readonly string[] = [],
): CollectorModel {
  const newest = release === '0.159.0';
  const exporters = Object.fromEntries(
    ports.exporters.map((port, i) => [
      `prometheus/${i}`,
      { endpoint: `127.0.0.1:${port}`, ...exporterSettings[release][i] },
    ]),
  );
  const makers = ['count', ...(newest ? ['span_metrics', 'service_graph', 'exceptions'] : [])];
  const closed = `127.0.0.1:${ports.closed}`;
  const config: ConfigMap = {
    receivers: {
      otlp: { protocols: { http: { endpoint: `127.0.0.1:${ports.http}` } } },
      'otlp/refusing': { protocols: { http: { endpoint: `127.0.0.1:${ports.refusing}` } } },
      fluent_forward: { endpoint: `127.0.0.1:${ports.fluent}` },
      ...(newest && {
        host_metrics: { collection_interval: '1s', scrapers: { memory: {} } },
        file_log: { include: [ports.file], start_at: 'beginning' },
        statsd: { endpoint: `127.0.0.1:${ports.statsd}`, aggregation_interval: '1s' },
        tcp_log: { listen_address: `127.0.0.1:${ports.lines}` },
      }),
    },
    processors: {
      memory_limiter: { check_interval: '1s', limit_mib: 900 },
      'memory_limiter/tight': { check_interval: '50ms', limit_mib: 1 },
      batch: { timeout: '100ms', send_batch_size: 10 },
      'batch/kept': { timeout: '100ms', send_batch_size: 10 },
      filter: {
        error_mode: 'ignore',
        log_conditions: ['log.body == "drop"'],
        trace_conditions: ['span.name == "drop"'],
        metric_conditions: ['metric.name == "drop"'],
      },
      tail_sampling: newest ? { ...tailSampling, maximum_trace_size_bytes: 10_000 } : tailSampling,
      'tail_sampling/cached': {
        ...tailSampling,
        decision_cache: { sampled_cache_size: 100, non_sampled_cache_size: 100 },
      },
      // Without an id of a trace, a record cannot be drawn, and is kept.
      probabilistic_sampler: { sampling_percentage: 50, fail_closed: false },
      groupbyattrs: { keys: ['group'] },
      delta_to_cumulative: {},
      ...(newest && {
        cumulative_to_delta: {},
        groupbytrace: { wait_duration: '1s', num_traces: 4 },
        resource_detection: { detectors: ['env'] },
      }),
    },
    exporters: {
      ...exporters,
      debug: {},
      otlp_http: {
        endpoint: `http://${closed}`,
        retry_on_failure: { enabled: false },
        sending_queue: { batch: { flush_timeout: '100ms', min_size: 1 } },
      },
      otlp_grpc: {
        endpoint: closed,
        tls: { insecure: true },
        timeout: '60s',
        retry_on_failure: { initial_interval: '60s', max_interval: '60s' },
        sending_queue: { queue_size: 1, num_consumers: 1 },
      },
      load_balancing: {
        protocol: { otlp: { tls: { insecure: true } } },
        resolver: { static: { hostnames: [closed] } },
      },
      ...(newest && {
        prometheus_remote_write: { endpoint: `http://${closed}`, retry_on_failure: { enabled: false } },
      }),
    },
    connectors: {
      count: {
        logs: {
          'log.record.count': {},
          by_group: {
            attributes: [
              { key: 'group' },
              { key: '9th.key', default_value: 'x' },
              { key: '_under', default_value: 'x' },
            ],
          },
        },
      },
      routing: {
        default_pipelines: ['logs/out'],
        table: [{ context: 'log', condition: 'log.body == "x"', pipelines: ['logs/out'] }],
      },
      ...(newest && {
        span_metrics: {
          metrics_flush_interval: '1s',
          events: { enabled: true, dimensions: [{ name: 'exception.type' }] },
          dimensions: [{ name: 'group' }],
        },
        service_graph: {
          metrics_flush_interval: '1s',
          dimensions: ['group'],
          store: { ttl: '1s', max_items: 20 },
          store_expiration_loop: '1s',
        },
        exceptions: { dimensions: [{ name: 'exception.type' }] },
      }),
    },
    service: {
      telemetry: {
        metrics: {
          level,
          readers: ports.own.map(({ port, told }) => ({
            pull: { exporter: { prometheus: { host: '127.0.0.1', port, ...told } } },
          })),
        },
      },
      pipelines: {
        logs: pipeline(
          ['otlp'],
          ['memory_limiter', 'batch', 'filter', 'probabilistic_sampler', 'groupbyattrs'],
          ['routing'],
        ),
        'logs/out': pipeline(['routing'], [], ['debug', 'otlp_http', 'otlp_grpc', 'load_balancing']),
        'logs/kept': pipeline(['otlp'], ['batch/kept'], ['debug', 'count']),
        'logs/refusing': pipeline(['otlp/refusing'], ['memory_limiter/tight'], ['debug']),
        traces: pipeline(
          ['otlp'],
          ['memory_limiter', 'filter', 'groupbyattrs', 'tail_sampling', 'probabilistic_sampler'],
          ['load_balancing', 'otlp_http', 'otlp_grpc'],
        ),
        'traces/cached': pipeline(['otlp'], ['tail_sampling/cached'], ['debug']),
        'traces/metrics': pipeline(['otlp'], [], makers),
        'traces/refusing': pipeline(['otlp/refusing'], ['memory_limiter/tight'], ['debug']),
        metrics: pipeline(
          ['otlp', ...(newest ? ['host_metrics'] : [])],
          ['memory_limiter', 'filter', 'groupbyattrs', 'batch'],
          ['otlp_http', 'otlp_grpc', 'debug'],
        ),
        'metrics/delta': pipeline(['otlp'], ['delta_to_cumulative'], ['debug']),
        'logs/texts': pipeline(['fluent_forward', ...(newest ? ['file_log', 'tcp_log'] : [])], [], ['debug']),
        ...(newest && {
          'traces/grouped': pipeline(['otlp'], ['resource_detection', 'groupbytrace'], ['debug']),
          'metrics/statsd': pipeline(['statsd', 'otlp'], ['cumulative_to_delta'], ['prometheus_remote_write']),
        }),
        'metrics/made': pipeline(makers, ['delta_to_cumulative'], Object.keys(exporters)),
        'metrics/refusing': pipeline(['otlp/refusing'], ['memory_limiter/tight'], ['debug']),
      },
    },
  };
  return collector({ release, config, featureGates });
}

const tailSampling: ConfigMap = {
  decision_wait: '1s',
  num_traces: 8,
  policies: [
    { name: 'all', type: 'always_sample' },
    { name: 'broken', type: 'ottl_condition', ottl_condition: { error_mode: 'ignore', span: ['Int(name) > 0'] } },
  ],
};

function pipeline(
  receivers: readonly string[],
  processors: readonly string[],
  exporters: readonly string[],
): ConfigValue {
  return { receivers, processors, exporters };
}
