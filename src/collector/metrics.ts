import type { OwnMetricName } from '../../imports/telemetry/names';
import { findComponent, nameIn } from '../catalog/catalog';
import { ownMetricName } from '../metrics/own-metric-name';
import { type ComponentKind, formatId, parseComponentId, sectionOf } from '../model/component-id';
import type { ConfigMap } from '../model/config';
import { Metric } from '../model/metric';
import type { Release } from '../model/release';
import type { Signal } from '../model/signal';

/** What a collector counts of each signal, in the words of its own metrics. */
const items: Readonly<Record<Signal, 'spans' | 'metric_points' | 'log_records' | 'profile_samples'>> = {
  traces: 'spans',
  metrics: 'metric_points',
  logs: 'log_records',
  profiles: 'profile_samples',
};

/** The signals that scrapers read. */
export type ScrapedSignal = 'metrics' | 'logs';

/** The signals that the memory limiter looks at. */
export type LimitedSignal = 'traces' | 'metrics' | 'logs';

/** What the memory limiter's metrics begin with, by release. */
const limiter: Readonly<Record<Release, 'otelcol_processor_memory_limiter_' | 'otelcol_processor_'>> = {
  '0.159.0': 'otelcol_processor_memory_limiter_',
  '0.131.0': 'otelcol_processor_',
};

/** What the metrics of a collector's own are told. */
interface Measuring {
  readonly path: string;
  readonly release: Release;
  /** `service.telemetry`; the collector's own defaults where it is absent. */
  readonly telemetry: ConfigMap | undefined;
}

/**
 * The metrics that a collector has of itself, by the names that its release and its readers give them, for `promql`. They
 * are told apart by labels such as `exporter`, `receiver` and `processor`, whose values are ids of components.
 */
export class CollectorMetrics {
  /** @internal */
  constructor(private readonly of: Measuring) {}

  /** Items that exporters have delivered; by `exporter`. */
  exporterSent(signal: Signal): Metric {
    return this.named(`otelcol_exporter_sent_${items[signal]}`);
  }

  /** Items in attempts to send that failed; by `exporter`. */
  exporterSendFailed(signal: Signal): Metric {
    return this.named(`otelcol_exporter_send_failed_${items[signal]}`);
  }

  /** Items that found the queue full, and are lost unless their sender tries again; by `exporter`. */
  exporterEnqueueFailed(signal: Signal): Metric {
    return this.named(`otelcol_exporter_enqueue_failed_${items[signal]}`);
  }

  /** What waits in queues, in the unit of each queue; by `exporter` and `data_type`. */
  get exporterQueueSize(): Metric {
    return this.named('otelcol_exporter_queue_size');
  }

  /** What fits into queues, in the unit of each queue; by `exporter` and `data_type`. */
  get exporterQueueCapacity(): Metric {
    return this.named('otelcol_exporter_queue_capacity');
  }

  /** Items that came in; by `receiver` and `transport`. */
  receiverAccepted(signal: Signal): Metric {
    return this.named(`otelcol_receiver_accepted_${items[signal]}`);
  }

  /** Items that were turned away, because the pipeline did not take them; by `receiver` and `transport`. */
  receiverRefused(signal: Signal): Metric {
    return this.named(`otelcol_receiver_refused_${items[signal]}`);
  }

  /**
   * Items that the receiver itself failed at; by `receiver` and `transport`.
   *
   * @throws MdaiError for a release that does not count them: 0.131.0
   */
  receiverFailed(signal: Signal): Metric {
    return this.named(`otelcol_receiver_failed_${items[signal]}`);
  }

  /** Items that scrapers have read; by `receiver` and `scraper`. */
  scraperScraped(signal: ScrapedSignal): Metric {
    return this.named(`otelcol_scraper_scraped_${items[signal] as 'metric_points' | 'log_records'}`);
  }

  /** Items that scrapers could not read; by `receiver` and `scraper`. */
  scraperErrored(signal: ScrapedSignal): Metric {
    return this.named(`otelcol_scraper_errored_${items[signal] as 'metric_points' | 'log_records'}`);
  }

  /** Items that processors were given; by `processor` and signal. */
  get processorIncoming(): Metric {
    return this.named('otelcol_processor_incoming_items');
  }

  /** Items that processors passed on; by `processor` and signal. */
  get processorOutgoing(): Metric {
    return this.named('otelcol_processor_outgoing_items');
  }

  /** Items that memory limiters let pass; by `processor`. */
  memoryLimiterAccepted(signal: LimitedSignal): Metric {
    return this.named(`${limiter[this.of.release]}accepted_${limitedItems(signal)}`);
  }

  /** Items that memory limiters turned away; by `processor`. */
  memoryLimiterRefused(signal: LimitedSignal): Metric {
    return this.named(`${limiter[this.of.release]}refused_${limitedItems(signal)}`);
  }

  /** The memory that the process has, in bytes. */
  get memoryRss(): Metric {
    return this.named('otelcol_process_memory_rss');
  }

  /** The memory that is in use inside of the process, in bytes. */
  get heapAlloc(): Metric {
    return this.named('otelcol_process_runtime_heap_alloc_bytes');
  }

  /** The time that the process has spent computing, in seconds, as a counter. */
  get cpuSeconds(): Metric {
    return this.named('otelcol_process_cpu_seconds');
  }

  /** For how long the process has run, in seconds. */
  get uptime(): Metric {
    return this.named('otelcol_process_uptime');
  }

  /**
   * Any metric that collectors have of themselves.
   *
   * @param metric its name in OpenTelemetry; of a histogram, one of its series
   * @throws MdaiError for a metric that the collector's release does not have, with the nearest that it has
   */
  named(metric: OwnMetricName): Metric {
    const { path, release, telemetry } = this.of;
    const config: ConfigMap = telemetry === undefined ? {} : { service: { telemetry } };
    return new Metric(ownMetricName({ path, release, config }, metric), ({ id, kind }) => idIn(release, id, kind));
  }
}

function limitedItems(signal: LimitedSignal): 'spans' | 'metric_points' | 'log_records' {
  return items[signal] as 'spans' | 'metric_points' | 'log_records';
}

/** What a release calls a component. */
function idIn(release: Release, id: string, kind: string | undefined): string {
  const parsed = parseComponentId(id);
  if (parsed === undefined || kind === undefined || !Object.hasOwn(sectionOf, kind)) return id;
  const facts = findComponent(kind as ComponentKind, parsed.type);
  return facts ? formatId(nameIn(release, facts), parsed.name) : id;
}
