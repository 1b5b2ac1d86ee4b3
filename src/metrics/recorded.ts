import type { Release } from '../model/release';
import { reaches, type TelemetryLevel } from './telemetry';

/** Attributes that metrics of a package are recorded with, though its description does not name them. */
interface Recorded {
  readonly metrics: RegExp;
  readonly attributes: readonly string[];
  /** The releases in which it is so. @default all */
  readonly in?: readonly Release[];
  /** The least level. @default any */
  readonly level?: TelemetryLevel;
}

const all = /./;

/**
 * By package. For those in this table, test/e2e/metrics.test.ts sees what the real collectors record; metrics of others
 * may have any attributes beside those that they describe.
 */
const recorded: Readonly<Record<string, readonly Recorded[]>> = {
  service: [],
  receiverhelper: [
    { metrics: all, attributes: ['receiver', 'transport'] },
    { metrics: /_requests$/, attributes: ['outcome'] },
  ],
  scraperhelper: [{ metrics: all, attributes: ['receiver', 'scraper'] }],
  processorhelper: [{ metrics: all, attributes: ['processor', 'otel.signal'] }],
  exporterhelper: [
    { metrics: all, attributes: ['exporter'] },
    { metrics: /_(queue_size|queue_capacity|in_flight_requests)$/, attributes: ['data_type'] },
    {
      metrics: /_(sent|send_failed)_|_queue_batch_send_size/,
      attributes: ['server.address', 'server.port', 'url.path'],
      in: ['0.159.0'],
    },
    { metrics: /_send_failed_/, attributes: ['error.type', 'error.permanent'], in: ['0.159.0'], level: 'detailed' },
  ],
  batchprocessor: [{ metrics: all, attributes: ['processor'] }],
  memorylimiterprocessor: [{ metrics: all, attributes: ['processor'] }],
  deltatocumulativeprocessor: [{ metrics: /_datapoints$/, attributes: ['error'] }],
  filterprocessor: [{ metrics: all, attributes: ['filter'] }],
  groupbyattrsprocessor: [],
  groupbytraceprocessor: [{ metrics: /_event_latency$/, attributes: ['event'] }],
  cumulativetodeltaprocessor: [],
  servicegraphconnector: [],
  fileconsumer: [],
  fluentforwardreceiver: [],
  tcp: [{ metrics: all, attributes: ['port'] }],
  resourcedetectionprocessor: [],
  prometheusremotewriteexporter: [{ metrics: all, attributes: ['exporter', 'endpoint'] }],
  probabilisticsamplerprocessor: [{ metrics: all, attributes: ['policy', 'sampled'] }],
  tailsamplingprocessor: [
    { metrics: /_count_\w+_sampled$|_early_releases_from_cache_decision$/, attributes: ['sampled'] },
    { metrics: /_tail_sampling_count_\w+_sampled$|_decision_latency$/, attributes: ['policy'] },
  ],
  loadbalancingexporter: [
    { metrics: /_(num_resolutions|num_backends|num_backend_updates)$/, attributes: ['resolver'] },
    { metrics: /_backend_(latency|outcome)$/, attributes: ['endpoint'] },
    { metrics: /_(num_resolutions|backend_outcome)$/, attributes: ['success'] },
  ],
};

/** Packages of the table that the collector of a release, as the tests have it, is not built from. */
const unseen: { readonly [release in Release]?: readonly string[] } = {
  '0.131.0': [
    'scraperhelper',
    'groupbytraceprocessor',
    'cumulativetodeltaprocessor',
    'servicegraphconnector',
    'fileconsumer',
    'tcp',
    'resourcedetectionprocessor',
    'prometheusremotewriteexporter',
  ],
};

/** The packages of which all attributes are known in a release. */
export function knownScopes(release: Release): readonly string[] {
  return Object.keys(recorded).filter((scope) => !unseen[release]?.includes(scope));
}

/** The attributes that a metric is recorded with, though its description does not name them. */
export function recordedAttributes(
  release: Release,
  scope: string,
  metric: string,
  level: TelemetryLevel,
): readonly string[] {
  const rows = Object.hasOwn(recorded, scope) ? (recorded[scope] ?? []) : [];
  return rows
    .filter((row) => row.metrics.test(metric) && (row.in?.includes(release) ?? true))
    .filter((row) => reaches(level, row.level ?? 'basic'))
    .flatMap((row) => row.attributes);
}

/** Metrics of the collector's own that need a feature gate. */
export const gated: readonly { readonly metrics: RegExp; readonly gate: string }[] = [
  {
    metrics: /^otelcol\.(receiver|processor|exporter|connector)\.(consumed|produced)\.(items|size)$/,
    gate: 'telemetry.newPipelineTelemetry',
  },
  { metrics: /^otelcol_receiver_requests$/, gate: 'receiverhelper.newReceiverMetrics' },
  {
    metrics: /_tail_sampling_count_spans_sampled$/,
    gate: 'processor.tailsamplingprocessor.metricstatcountspanssampled',
  },
  {
    metrics: /_tail_sampling_count_bytes_sampled$/,
    gate: 'processor.tailsamplingprocessor.metricstatcountbytessampled',
  },
];
