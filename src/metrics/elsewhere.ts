import type { CollectorModel } from '../model/collector';
import type { Model } from '../model/model';
import type { PrometheusModel } from '../model/prometheus';
import { type Release, releases } from '../model/release';
import { gateIsOn } from '../view/view';
import { seriesOf } from './made';
import { ownLevel } from './own';
import { ownName, ownReaders, readerSettings } from './reader';
import { gated } from './recorded';
import { inScheme, schemeOf } from './scheme';
import { reaches, type TelemetryMetric, telemetryOf } from './telemetry';

/** Collectors whose own metrics a Prometheus reads. */
export function collectorsReadBy(model: Model, { scrapes }: PrometheusModel): readonly CollectorModel[] {
  const paths = new Set(
    scrapes.flatMap(({ of, endpoints }) =>
      of?.kind === 'collector' && endpoints.some(({ exporter }) => exporter === undefined) ? [of.path] : [],
    ),
  );
  return model.collectors.filter(({ path }) => paths.has(path));
}

/** Why no collector makes a metric of this name now, and what would; `undefined` where none ever does. */
export function elsewhere(model: Model, prometheus: PrometheusModel, name: string): string | undefined {
  const collectors = collectorsReadBy(model, prometheus);
  for (const collector of collectors) {
    const metric = named(collector, collector.release, prometheus, name);
    if (metric) return because(collector, metric[0], metric[1]);
  }
  const [collector] = collectors;
  const other = releases.find((release) => collector && named(collector, release, prometheus, name) !== undefined);
  return other && collector && `Collectors of ${other} have it; ${collector.path} is of ${collector.release}.`;
}

/** The metric that a release of a collector would serve under a name. */
function named(
  collector: CollectorModel,
  release: Release,
  { version }: PrometheusModel,
  name: string,
): readonly [string, TelemetryMetric] | undefined {
  const readers = ownReaders(collector);
  const scheme = schemeOf(version);
  return Object.values(telemetryOf(release).scopes)
    .flatMap((metrics) => Object.entries(metrics))
    .find(([metric, facts]) =>
      readers.some((reader) => {
        const base = ownName({ name: metric, ...facts }, reader, release);
        return seriesOf(facts, base).some((series) => inScheme(series.name, scheme) === name);
      }),
    );
}

function because(collector: CollectorModel, name: string, { level }: TelemetryMetric): string {
  const { path } = collector;
  const gate = gated.find(({ metrics }) => metrics.test(name))?.gate;
  if (gate !== undefined && !gateIsOn(collector, gate)) return `${path} makes it with the feature gate "${gate}".`;
  if (level !== undefined && !reaches(ownLevel(collector), level)) {
    return `${path} makes it at the level "${level}" of its telemetry.`;
  }
  return `${path} has no component that makes it.`;
}

/** How a metric that a collector, or an exporter of one, serves came to its name. */
export function namedBy(model: Model, paths: ReadonlySet<string>): string | undefined {
  const collector = model.collectors.find(({ path }) => paths.has(path));
  const [reader] = collector ? ownReaders(collector) : [];
  if (collector && reader) {
    return `${collector.path}, of ${collector.release} and with ${readerSettings(reader)}, calls it so.`;
  }
  const exporter = [...paths].find((path) => path.includes('/exporters/'));
  return exporter && `${exporter} serves it so.`;
}
