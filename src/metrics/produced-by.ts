import type { CollectorModel } from '../model/collector';
import type { Model } from '../model/model';
import type { PrometheusModel } from '../model/prometheus';
import type { ScrapeEndpoint, ScrapeModel } from '../model/scrape';
import { viewOf } from '../view/view';
import { arrivingAt } from './arriving';
import { exportedLabels, exportedName, exporterNaming } from './exporter';
import { seriesOf } from './made';
import { hubMonitorMetrics, observerMetrics } from './mdai';
import { ownMetrics } from './own';
import { type Produced, Producers } from './produced';
import { prometheusMetrics } from './prometheus';
import { type OwnReader, ownName, ownReaders } from './reader';
import { inScheme, type NameScheme, schemeOf } from './scheme';
import { labelsAt, labelsOfTarget, renames } from './target';

const known = new WeakMap<Model, Map<PrometheusModel, Produced>>();

/**
 * The metrics that a Prometheus has: those of what it reads, those that it makes of them by rules, and its own. Worked
 * out once.
 *
 * @param model where what it reads is found by its path
 */
export function producedBy(model: Model, prometheus: PrometheusModel): Produced {
  const here = known.get(model) ?? new Map<PrometheusModel, Produced>();
  known.set(model, here);
  let produced = here.get(prometheus);
  if (produced === undefined) {
    produced = gathered(model, prometheus);
    here.set(prometheus, produced);
  }
  return produced;
}

function gathered(model: Model, prometheus: PrometheusModel): Produced {
  const producers = new Producers();
  const scheme = schemeOf(prometheus.version);
  for (const scrape of prometheus.scrapes) {
    for (const endpoint of scrape.endpoints) readFrom(model, scrape, endpoint, scheme, producers);
  }
  prometheusMetrics(model, prometheus, producers);
  return producers;
}

function readFrom(
  model: Model,
  { name, of, find }: ScrapeModel,
  endpoint: ScrapeEndpoint,
  scheme: NameScheme,
  producers: Producers,
): void {
  const found = of === undefined ? undefined : subjects[of.kind](model, of.path);
  // What is no part of the model may serve anything.
  if (found === undefined || endpoint.metricRelabel?.some(renames)) {
    producers.addUnknown(of?.path ?? name);
    return;
  }
  const target = labelsOfTarget(endpoint, find.kind);
  const served = new Producers();
  found(endpoint, served);
  for (const metric of served.metrics.values()) {
    const labels = [...metric.labels].map((label) => inScheme(label, scheme));
    for (const by of metric.by) {
      producers.add(inScheme(metric.name, scheme), labelsAt(target, labels), by, metric.open || target.open);
    }
  }
  for (const { path, names } of served.unknown) producers.addUnknown(path, names && servedAs(names));
}

/** Names of OpenTelemetry's as they may be served: with other characters, and with suffixes. */
function servedAs(names: RegExp): RegExp {
  return new RegExp(names.source.replaceAll('\\.', '[._]'));
}

/** Says what an endpoint serves. */
type Serves = (endpoint: ScrapeEndpoint, to: Producers) => void;

const subjects: Readonly<
  Record<NonNullable<ScrapeModel['of']>['kind'], (model: Model, path: string) => Serves | undefined>
> = {
  collector: ({ collectors }, path) => {
    const collector = collectors.find((one) => one.path === path);
    return collector && ((endpoint, to) => collectorServes(collector, endpoint, to));
  },
  observer: ({ observers }, path) => {
    const observer = observers.find((one) => one.path === path);
    return observer && (({ port }, to) => observerMetrics(observer, port, to));
  },
  hubMonitor: ({ hubMonitors }, path) => {
    const monitor = hubMonitors.find((one) => one.path === path);
    return monitor && ((_, to) => hubMonitorMetrics(monitor, to));
  },
};

function collectorServes(collector: CollectorModel, { port, exporter }: ScrapeEndpoint, to: Producers): void {
  const readers = exporter === undefined ? ownReaders(collector) : [];
  const reader = readers.find((one) => one.port === port) ?? readers[0];
  if (exporter !== undefined) exporterServes(collector, exporter, to);
  if (reader) ownServes(collector, reader, to);
}

/** A collector's own metrics, as one of its readers serves them. */
export function ownServes(collector: CollectorModel, reader: OwnReader, to: Producers): void {
  const { path, release } = collector;
  const { metrics, others } = ownMetrics(collector);
  const scope = reader.withoutScopeInfo ? [] : scopeLabels;
  for (const metric of metrics) {
    for (const { name, labels = [] } of seriesOf(metric, ownName(metric, reader, release))) {
      to.add(name, [...metric.attributes, ...labels, ...scope], path, metric.open || reader.resourceLabels);
    }
  }
  if (metrics.length > 0) {
    to.add('target_info', [], path, true);
    to.add('promhttp_metric_handler_errors_total', ['cause'], path);
  }
  if (others) to.addUnknown(path, others);
}

const scopeLabels = ['otel_scope_name', 'otel_scope_version', 'otel_scope_schema_url'];

/** What an exporter of a collector serves. */
function exporterServes(collector: CollectorModel, exporter: string, to: Producers): void {
  const view = viewOf(collector);
  const component = view.sections.exporter.components.get(exporter);
  if (component === undefined) return;
  const naming = exporterNaming(collector, component.config);
  const { metrics, unknown } = arrivingAt(view, exporter);
  for (const metric of metrics) {
    // The exporter of this release cannot serve them.
    if (metric.kind === 'exponential' && collector.release === '0.131.0') continue;
    for (const { name, labels = [] } of seriesOf(metric, exportedName(metric, naming))) {
      const all = [...exportedLabels(metric, naming), ...labels];
      to.add(name, all, component.path, metric.open || naming.resourceLabels);
    }
  }
  const info = naming.namespace === '' ? 'target_info' : `${naming.namespace}_target_info`;
  if (metrics.length > 0) to.add(info, [], component.path, true);
  for (const path of unknown) to.addUnknown(path);
}
