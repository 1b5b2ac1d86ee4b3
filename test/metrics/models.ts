import type { PrometheusModel } from '../../src/model/prometheus';
import type { ScrapeEndpoint, ScrapeModel } from '../../src/model/scrape';

/** A Prometheus without mistakes that reads nothing, with these parts replaced. */
export function prometheusOf(path: string, parts: Partial<PrometheusModel> = {}): PrometheusModel {
  return {
    path,
    name: path.slice(path.lastIndexOf('/') + 1),
    mode: 'server',
    backend: 'operator',
    managed: true,
    selectorLabels: {},
    version: '3.15.0',
    image: 'prometheus',
    replicas: 1,
    shards: 1,
    scrapeInterval: '30s',
    evaluationInterval: '30s',
    memoryMiB: 1024,
    cpuMillis: 500,
    externalLabels: {},
    enableFeatures: [],
    remoteWrite: [],
    scrapes: [],
    groups: [],
    ...parts,
  };
}

/** What a Prometheus reads at one endpoint of a part of the model: port 8888, unless told otherwise. */
export function scrapeOf(
  kind: NonNullable<ScrapeModel['of']>['kind'],
  path: string,
  endpoint: Partial<ScrapeEndpoint> = {},
): ScrapeModel {
  return {
    name: path.slice(path.lastIndexOf('/') + 1),
    of: { kind, path },
    find: { kind: 'pods', labels: {} },
    endpoints: [{ port: 8888, honorLabels: false, ...endpoint }],
  };
}
