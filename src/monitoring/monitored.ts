import { type NameScheme, schemeOf } from '../metrics/scheme';
import type { CollectorModel } from '../model/collector';
import { at } from '../model/config';
import { jobOf } from '../model/job';
import type { PrometheusModel } from '../model/prometheus';

/** A collector whose own metrics a Prometheus reads. */
export interface Monitored {
  readonly collector: CollectorModel;
  /** The label `job` of its metrics. */
  readonly job: string;
  /** Which names the Prometheus asks for. */
  readonly scheme: NameScheme;
}

/** The collectors whose own metrics a Prometheus reads, in the order in which it reads them. */
export function monitoredCollectors(
  collectors: readonly CollectorModel[],
  prometheus: Pick<PrometheusModel, 'namespace' | 'scrapes' | 'version'>,
): Monitored[] {
  const scheme = schemeOf(prometheus.version);
  const byPath = new Map(collectors.map((collector) => [collector.path, collector]));
  return prometheus.scrapes.flatMap((scrape) => {
    const collector = scrape.of?.kind === 'collector' ? byPath.get(scrape.of.path) : undefined;
    const own = scrape.endpoints.some(({ exporter }) => exporter === undefined);
    return collector && own && measuresItself(collector) ? [{ collector, job: jobOf(prometheus, scrape), scheme }] : [];
  });
}

/** Whether a collector measures anything of itself. */
function measuresItself({ config }: CollectorModel): boolean {
  return at(config, 'service', 'telemetry', 'metrics', 'level') !== 'none';
}
