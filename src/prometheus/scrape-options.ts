import type { RelabelModel, ScrapeEndpoint, ScrapeModel } from '../model/scrape';
import { type PrometheusDuration, prometheusDuration } from '../model/value';
import { type HttpClientOptions, httpClient } from './http-client';

/** One step of relabelling, in Prometheus’ own words. */
export type RelabelRule = RelabelModel;

/** How metrics are read. */
export interface ScrapeOptions extends HttpClientOptions {
  /** How often. @default the Prometheus’ `scrapeInterval` */
  readonly interval?: PrometheusDuration;
  /** How long a scrape may take. @default the Prometheus’ `scrapeTimeout` */
  readonly timeout?: PrometheusDuration;
  /** @default '/metrics' */
  readonly path?: string;
  /** @default 'https' where `tls` is given, or the target says so, and else 'http' */
  readonly scheme?: 'http' | 'https';
  /** Parameters of the URL. @default none */
  readonly params?: Readonly<Record<string, readonly string[]>>;
  /** Keep the labels of the metrics where they clash with those of the target. @default true for metrics that were made elsewhere */
  readonly honorLabels?: boolean;
  /** Whether samples keep times that come with them. @default true */
  readonly honorTimestamps?: boolean;
  /** Changes to the labels of targets; a target without them is dropped. @default none */
  readonly relabel?: readonly RelabelRule[];
  /** Changes to the labels of samples; samples without them are dropped. @default none */
  readonly metricRelabel?: readonly RelabelRule[];
  /** The most samples that a scrape may bring; one that brings more fails. @default no limit */
  readonly sampleLimit?: number;
}

/**
 * What options change about a scrape.
 *
 * @throws MdaiError for what is no duration, or no entry of a Secret where one belongs
 */
export function changesOf(options: ScrapeOptions): (scrape: ScrapeModel) => ScrapeModel {
  const { interval, timeout, path, params, honorLabels, honorTimestamps, relabel, metricRelabel, sampleLimit } =
    options;
  const client = httpClient(options);
  const scheme = options.scheme ?? (options.tls && ('https' as const));
  const changes: Partial<ScrapeEndpoint> = {
    ...(honorLabels !== undefined && { honorLabels }),
    ...(honorTimestamps !== undefined && { honorTimestamps }),
    ...(scheme !== undefined && { scheme }),
    ...(interval !== undefined && { interval: prometheusDuration(interval) }),
    ...(timeout !== undefined && { timeout: prometheusDuration(timeout) }),
    ...(path !== undefined && { path }),
    ...(params !== undefined && { params }),
    ...(relabel !== undefined && { relabel }),
    ...(metricRelabel !== undefined && { metricRelabel }),
  };
  const changed = (endpoint: ScrapeEndpoint): ScrapeEndpoint => {
    const both = { ...endpoint.client, ...client };
    return { ...endpoint, ...changes, ...(Object.keys(both).length > 0 && { client: both }) };
  };
  return (scrape) => ({
    ...scrape,
    endpoints: scrape.endpoints.map(changed),
    ...(sampleLimit !== undefined && { sampleLimit }),
  });
}
