import type { HubMonitorModel } from '../model/hub-monitor';
import type { MeasureModel, ObserverModel } from '../model/observer';
import type { ScrapeEndpoint } from '../model/scrape';
import { volumeSignal } from './connectors/volume';
import { type ExporterNaming, exportedLabels, exportedName } from './exporter';
import type { Producers } from './produced';

// Facts of MDAI operator 0.2.12: what the collectors of its own serve, and on which ports.

/** Where an observer and a hub monitor serve what they count; their own metrics are elsewhere. */
const countsPort = 8899;

const naming: ExporterNaming = {
  release: '0.131.0',
  suffixes: true,
  utf8: false,
  namespace: '',
  scopeLabels: true,
  constLabels: [],
  resourceLabels: false,
};

/** What an observer serves on a port: its measures, or, as a collector of a release that is not known here, its own metrics. */
export function observerMetrics({ path, measures }: ObserverModel, port: ScrapeEndpoint['port'], to: Producers): void {
  if (port !== countsPort) to.addUnknown(path, /^(otelcol_|target_info$|promhttp_)/);
  for (const measure of port === countsPort ? measures : []) {
    for (const [name, labels] of measured(measure)) to.add(name, labels, path);
  }
}

function* measured({ by, countMetric, bytesMetric }: MeasureModel): Generator<readonly [string, readonly string[]]> {
  for (const name of [countMetric, bytesMetric]) {
    if (name === undefined) continue;
    const metric = { name, kind: 'counter', unit: '', attributes: [...by, volumeSignal] } as const;
    yield [exportedName(metric, naming), exportedLabels(metric, naming)];
  }
}

/** What a hub monitor serves: errors and warnings, with the attributes of the resource that they come from. */
export function hubMonitorMetrics({ path }: HubMonitorModel, to: Producers): void {
  for (const name of ['mdai_errors_by_component_total', 'mdai_warnings_by_component_total'])
    to.add(name, [], path, true);
}
