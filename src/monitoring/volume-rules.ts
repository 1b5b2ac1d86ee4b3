import { arrivingAt } from '../metrics/arriving';
import { makers } from '../metrics/connectors/table';
import { exportedLabels, exportedName, exporterNaming } from '../metrics/exporter';
import { inScheme, type NameScheme, schemeOf } from '../metrics/scheme';
import type { CollectorModel } from '../model/collector';
import { labelText } from '../model/label-name';
import { prometheusName } from '../model/metric';
import type { Model } from '../model/model';
import type { ObserverModel } from '../model/observer';
import type { PrometheusModel, RuleGroupModel, RuleModel } from '../model/prometheus';
import { signals } from '../model/signal';
import { prometheusDuration } from '../model/value';
import { running, viewOf } from '../view/view';
import type { MonitorCollectorsOptions } from './options';
import { selector } from './query';
import { type Window, windowOf } from './window';

/** The name of the group of rules about what telemetry is made of. */
export const volumeGroup = 'volume';

/** A count of telemetry that a Prometheus reads, by labels that are known. */
export interface Volume {
  /** What counts: an observer's measure, or a metric of a connector. */
  readonly of: Readonly<Record<string, string>>;
  /** The name of the counter in Prometheus. */
  readonly metric: string;
  readonly unit: 'items' | 'bytes';
  readonly labels: readonly string[];
}

/** What observers measure, and `count` connectors count, of what a Prometheus reads. */
export function volumesOf(
  model: Pick<Model, 'observers' | 'collectors'>,
  { scrapes, version }: Pick<PrometheusModel, 'scrapes' | 'version'>,
): Volume[] {
  const scheme = schemeOf(version);
  const found = scrapes.flatMap(({ of, endpoints }) => {
    const observers = of?.kind === 'observer' ? model.observers.filter(({ path }) => path === of.path) : [];
    const collectors = of?.kind === 'collector' ? model.collectors.filter(({ path }) => path === of.path) : [];
    const exporters = endpoints.flatMap(({ exporter }) => exporter ?? []);
    return [
      ...observers.flatMap(measured),
      ...collectors.flatMap((one) => exporters.flatMap((exporter) => counted(one, exporter, scheme))),
    ];
  });
  // Several collectors may serve to the same metric.
  return [...new Map(found.map((volume) => [volume.metric, volume])).values()];
}

/** The rules that record these volumes per second, by the labels of each. */
export function volumeRules(volumes: readonly Volume[], options: MonitorCollectorsOptions = {}): RuleGroupModel[] {
  if (volumes.length === 0) return [];
  const window = windowOf(options.window ?? '5m');
  return [
    {
      name: volumeGroup,
      ...(options.interval !== undefined && { interval: prometheusDuration(options.interval) }),
      rules: volumes.map((volume) => volumeRule(volume, window)),
    },
  ];
}

/** The rule that records a volume, as `volume:items:rate5m` or `volume:bytes:rate5m`. */
function volumeRule(volume: Volume, { text }: Window): RuleModel {
  return {
    kind: 'record',
    name: `volume:${volume.unit}:rate${text}`,
    expr: volumeRate(volume, text),
    labels: volume.of,
    annotations: {},
  };
}

/** A volume per second, by its labels. Its job is that of what was counted, so the name alone tells it from others. */
export function volumeRate({ metric, labels }: Volume, window: string): string {
  const rate = `rate(${selector(metric, [])}[${window}])`;
  return labels.length === 0 ? `sum(${rate})` : `sum by (${labels.map(labelText).join(', ')}) (${rate})`;
}

// The observer itself adds the signal.
const signalLabel = 'data_type';

function measured({ name, measures }: ObserverModel): Volume[] {
  return measures.flatMap(({ name: measure, by, countMetric, bytesMetric }) => {
    const common = { of: { observer: name, measure }, labels: [...by.map(prometheusName), signalLabel] };
    return [
      ...(countMetric === undefined ? [] : [{ ...common, metric: countMetric, unit: 'items' as const }]),
      ...(bytesMetric === undefined ? [] : [{ ...common, metric: bytesMetric, unit: 'bytes' as const }]),
    ];
  });
}

function counted(collector: CollectorModel, exporter: string, scheme: NameScheme): Volume[] {
  const view = viewOf(collector);
  const naming = exporterNaming(collector, view.sections.exporter.components.get(exporter)?.config ?? {});
  const counts = namesOfCounts(collector);
  return arrivingAt(view, exporter)
    .metrics.filter(({ name, open }) => counts.has(name) && !open)
    .map((metric) => ({
      of: { metric: metric.name },
      metric: inScheme(exportedName(metric, naming), scheme),
      unit: 'items' as const,
      labels: exportedLabels(metric, naming)
        .slice(0, metric.attributes.length)
        .map((label) => inScheme(label, scheme)),
    }));
}

/** The metrics that `count` connectors make. */
function namesOfCounts(collector: CollectorModel): ReadonlySet<string> {
  const counting = [...running(viewOf(collector))].filter(
    ({ kind, facts }) => kind === 'connector' && facts?.type === 'count',
  );
  const made = counting.flatMap(({ config }) => makers.count?.({ collector, config, signals: new Set(signals) }) ?? []);
  return new Set(made.map(({ name }) => name));
}
