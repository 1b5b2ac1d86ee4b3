import type { Produced } from '../../../src/metrics/produced';
import { producedBy } from '../../../src/metrics/produced-by';
import type { CollectorModel } from '../../../src/model/collector';
import type { ScrapeEndpoint } from '../../../src/model/scrape';
import { model } from '../../checks/models';
import { prometheusOf, scrapeOf } from '../../metrics/models';

/** What we say that a Prometheus of a version has when it reads a collector at these endpoints. */
export function saidOf(collector: CollectorModel, endpoints: readonly ScrapeEndpoint[], version: string): Produced {
  const prometheus = prometheusOf('telemetry/prometheus', {
    version,
    scrapes: [{ ...scrapeOf('collector', collector.path), endpoints }],
  });
  return producedBy(model({ collectors: [collector], prometheuses: [prometheus] }), prometheus);
}
