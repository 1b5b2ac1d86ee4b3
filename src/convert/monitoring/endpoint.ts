import { type ConfigMap, isConfigMap } from '../../model/config';
import type { HttpClientModel } from '../../model/http-client';
import type { ScrapeEndpoint } from '../../model/scrape';
import { list, text } from '../values';
import { operatorClient, plainClient } from './http-client';
import { relabelSteps } from './relabel';

/** What the fields of an endpoint are called, and how its client is read. */
export interface EndpointWords {
  readonly honorLabels: string;
  readonly honorTimestamps: string;
  readonly path: string;
  readonly interval: string;
  readonly timeout: string;
  readonly relabel: string;
  readonly metricRelabel: string;
  readonly client: (given: ConfigMap) => HttpClientModel;
}

/** In monitors of the Prometheus operator. */
export const monitorWords: EndpointWords = {
  honorLabels: 'honorLabels',
  honorTimestamps: 'honorTimestamps',
  path: 'path',
  interval: 'interval',
  timeout: 'scrapeTimeout',
  relabel: 'relabelings',
  metricRelabel: 'metricRelabelings',
  client: operatorClient,
};

/** In its `ScrapeConfig`. */
export const scrapeConfigWords: EndpointWords = { ...monitorWords, path: 'metricsPath', interval: 'scrapeInterval' };

/** In the configuration of Prometheus itself. */
export const plainWords: EndpointWords = {
  honorLabels: 'honor_labels',
  honorTimestamps: 'honor_timestamps',
  path: 'metrics_path',
  interval: 'scrape_interval',
  timeout: 'scrape_timeout',
  relabel: 'relabel_configs',
  metricRelabel: 'metric_relabel_configs',
  client: plainClient,
};

/** How targets are read, without their port. */
export function endpointOf(given: ConfigMap, words: EndpointWords): ScrapeEndpoint {
  const [path, interval, timeout] = [given[words.path], given[words.interval], given[words.timeout]];
  const [relabel, metricRelabel] = [given[words.relabel], given[words.metricRelabel]];
  const honorTimestamps = given[words.honorTimestamps];
  const scheme = text(given.scheme).toLowerCase();
  const client = words.client(given);
  return {
    honorLabels: given[words.honorLabels] === true,
    ...(typeof honorTimestamps === 'boolean' && { honorTimestamps }),
    ...(path !== undefined && { path: text(path) }),
    ...((scheme === 'http' || scheme === 'https') && { scheme }),
    ...(isConfigMap(given.params) && { params: paramsOf(given.params) }),
    ...(interval !== undefined && { interval: text(interval) }),
    ...(timeout !== undefined && { timeout: text(timeout) }),
    ...(relabel !== undefined && { relabel: relabelSteps(relabel) }),
    ...(metricRelabel !== undefined && { metricRelabel: relabelSteps(metricRelabel) }),
    ...(Object.keys(client).length > 0 && { client }),
  };
}

function paramsOf(params: ConfigMap): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(Object.entries(params).map(([name, values]) => [name, list(values).map(text)]));
}
