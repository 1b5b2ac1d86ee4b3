import { ownMetricName, telemetryMetric } from '../metrics/own-metric-name';
import type { CollectorModel } from '../model/collector';
import type { Release } from '../model/release';
import type { Signal } from '../model/signal';
import type { Monitored } from './monitored';
import { anyOf, type Matchers, selector, union } from './query';

/** What collectors count for each signal, by metric: `{items}` is what the signal's items are called. */
const perSignal = {
  accepted: 'otelcol_receiver_accepted_{items}',
  refused: 'otelcol_receiver_refused_{items}',
  sent: 'otelcol_exporter_sent_{items}',
  sendFailed: 'otelcol_exporter_send_failed_{items}',
  enqueueFailed: 'otelcol_exporter_enqueue_failed_{items}',
  limiterRefused: 'otelcol_processor_memory_limiter_refused_{items}',
  scraped: 'otelcol_scraper_scraped_{items}',
  scrapeErrored: 'otelcol_scraper_errored_{items}',
} as const;

/** What collectors measure whatever the signal. */
const perCollector = {
  processorTaken: 'otelcol_processor_incoming_items',
  processorGiven: 'otelcol_processor_outgoing_items',
  queueSize: 'otelcol_exporter_queue_size',
  queueCapacity: 'otelcol_exporter_queue_capacity',
  memory: 'otelcol_process_memory_rss',
  heap: 'otelcol_process_runtime_heap_alloc_bytes',
  cpu: 'otelcol_process_cpu_seconds',
  uptime: 'otelcol_process_uptime',
  backends: 'otelcol_loadbalancer_num_backends',
  backendOutcome: 'otelcol_loadbalancer_backend_outcome',
  tracesDroppedEarly: 'otelcol_processor_tail_sampling_sampling_trace_dropped_too_early',
  tracesWaiting: 'otelcol_processor_tail_sampling_sampling_traces_on_memory',
  tracesDecided: 'otelcol_processor_tail_sampling_global_count_traces_sampled',
  passedOn: 'otelcol.connector.produced.items',
} as const;

/** Metrics that a release knows under another name. */
const renamed: { readonly [release in Release]?: { readonly [quantity in Quantity]?: string } } = {
  '0.131.0': { limiterRefused: 'otelcol_processor_refused_{items}' },
};

/** Something that collectors measure of themselves. */
export type Quantity = keyof typeof perSignal | keyof typeof perCollector;

/** Something that they measure for each signal. */
export type SignalQuantity = keyof typeof perSignal;

const itemsOf: Readonly<Record<Signal, string>> = {
  traces: 'spans',
  metrics: 'metric_points',
  logs: 'log_records',
  profiles: 'profile_samples',
};

/** The series of a quantity: the names that these collectors give it, each with the jobs where it is so called. */
export interface Series {
  readonly name: string;
  readonly jobs: readonly string[];
}

/** How collectors call a quantity. The signal is needed for what they count for each. */
export function seriesOf(of: readonly Monitored[], quantity: Quantity, signal?: Signal): Series[] {
  const jobs = new Map<string, string[]>();
  for (const { collector, job, scheme } of of) {
    const name = ownMetricName(collector, metricOf(collector, quantity, signal), scheme);
    const known = jobs.get(name);
    if (known) known.push(job);
    else jobs.set(name, [job]);
  }
  return [...jobs].map(([name, ofName]) => ({ name, jobs: ofName }));
}

/** Whether the release of a collector has the metric: not every part of it counts profiles. */
export function measures(collector: CollectorModel, quantity: Quantity, signal?: Signal): boolean {
  return telemetryMetric(collector.release, metricOf(collector, quantity, signal)) !== undefined;
}

/** What of a quantity: of those that are counted for each signal, which. */
export type Measured = readonly [Quantity, Signal?];

/** An expression over a quantity of these collectors, whatever each calls it: `make` gets the selectors one by one. */
export function over(
  of: readonly Monitored[],
  [quantity, signal]: Measured,
  matchers: Matchers,
  make: (selector: string, jobs: readonly string[]) => string,
): string {
  return union(
    seriesOf(of, quantity, signal).map(({ name, jobs }) =>
      make(selector(name, [anyOf('job', jobs), ...matchers]), jobs),
    ),
  );
}

/** The same, where the matchers say which collectors are meant. */
export function overMatching(
  of: readonly Monitored[],
  [quantity, signal]: Measured,
  matchers: Matchers,
  make: (selector: string) => string,
): string {
  return union(seriesOf(of, quantity, signal).map(({ name }) => make(selector(name, matchers))));
}

/** The name in OpenTelemetry. */
function metricOf({ release }: CollectorModel, quantity: Quantity, signal: Signal | undefined): string {
  const metric: string = renamed[release]?.[quantity] ?? { ...perSignal, ...perCollector }[quantity];
  if (signal === undefined) return metric;
  return metric.replace('{items}', itemsOf[signal]);
}
