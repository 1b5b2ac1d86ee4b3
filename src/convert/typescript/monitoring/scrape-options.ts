import type { ConfigMap, ConfigValue } from '../../../model/config';
import { array, type Code, string } from '../code';
import { namedShape } from '../shapes';
import { noReferences, shapedValue } from '../value';
import { clientEntries } from './client';
import type { Entries } from './entries';
import { flagOf, listsOf, textOf } from './scalars';

/** What the same is called in the kinds of monitors. */
export interface ScrapeWords {
  readonly path: string;
  readonly interval: string;
}

/** In endpoints of a `PodMonitor` and a `ServiceMonitor`. */
export const endpointWords: ScrapeWords = { path: 'path', interval: 'interval' };

/** In a `ScrapeConfig`. */
export const scrapeConfigWords: ScrapeWords = { path: 'metricsPath', interval: 'scrapeInterval' };

/** How metrics are read, as props of a scrape. What they cannot say is left out. */
export function scrapeOptions(endpoint: ConfigMap, words: ScrapeWords): Entries {
  const { scheme, honorLabels } = endpoint;
  const isSaid = scheme === 'http' || (scheme === 'https' && endpoint.tlsConfig === undefined);
  return [
    ['interval', textOf(endpoint[words.interval])],
    ['timeout', textOf(endpoint.scrapeTimeout)],
    ['path', textOf(endpoint[words.path])],
    ['scheme', isSaid ? string(scheme) : undefined],
    ['params', listsOf(endpoint.params)],
    ['honorLabels', honorLabels === true ? flagOf(honorLabels) : undefined],
    ['honorTimestamps', flagOf(endpoint.honorTimestamps)],
    ['relabel', relabelCode(endpoint.relabelings)],
    ['metricRelabel', relabelCode(endpoint.metricRelabelings)],
    ...clientEntries(endpoint),
  ];
}

/** Steps of relabelling, where the compiler takes them. */
export function relabelCode(steps: ConfigValue | undefined): Code | undefined {
  if (!Array.isArray(steps)) return undefined;
  const codes = steps.map((step) => shapedValue(namedShape('RelabelRule'), step, noReferences));
  return codes.every((code) => code !== undefined) ? array(codes) : undefined;
}
