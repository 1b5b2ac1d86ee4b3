import type { PrometheusModel } from './prometheus';
import type { ScrapeModel } from './scrape';

/**
 * What the label `job` says on everything that a Prometheus reads for one scrape: the namespace and the name of its
 * monitor, as the Prometheus operator writes them.
 */
export function jobOf({ namespace }: Pick<PrometheusModel, 'namespace'>, { name }: Pick<ScrapeModel, 'name'>): string {
  return `${namespace ?? 'default'}/${name}`;
}
