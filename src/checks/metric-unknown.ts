import { elsewhere, namedBy } from '../metrics/elsewhere';
import { alike, mayBe, meant, type Produced } from '../metrics/produced';
import { producedBy } from '../metrics/produced-by';
import type { Issue } from '../model/issue';
import type { Model } from '../model/model';
import type { PrometheusModel } from '../model/prometheus';
import { metricsRead } from './metrics-read';
import { type Rule, warning } from './rule';

/** Rules that read a metric which nobody produces, where that can be known. */
export const metricUnknown: Rule = (model) =>
  metricsRead(model, ({ prometheus, path, name }): Issue | undefined => {
    const produced = producedBy(model, prometheus);
    if (name === undefined || produced.metrics.has(name)) return undefined;
    const fix = fixFor(model, prometheus, produced, name);
    const nobody = mayBe(produced, name) ? 'nothing that is known here' : 'nobody';
    const message = `${nobody} produces the metric "${name}".`;
    return fix === undefined ? undefined : warning('metric-unknown', path, message, fix);
  });

/** What to write instead; `undefined` where somebody may produce it after all. */
function fixFor(model: Model, prometheus: PrometheusModel, produced: Produced, name: string): string | undefined {
  const same = alike(produced, name);
  const why = elsewhere(model, prometheus, name);
  if (same !== undefined && why === undefined && isSure(produced, same)) {
    const reason = namedBy(model, produced.metrics.get(same)?.by ?? new Set());
    return reason === undefined ? `Write "${same}".` : `Write "${same}": ${reason}`;
  }
  if (mayBe(produced, name)) return undefined;
  if (why !== undefined) return why;
  const near = meant(produced, name);
  return near === undefined ? 'Scrape what produces it, or remove the rule.' : `Did you mean "${near}"?`;
}

/** A rule of the user's may be called nearly as a metric that is read. */
function isSure({ metrics, unknown }: Produced, name: string): boolean {
  return unknown.length === 0 || [...(metrics.get(name)?.by ?? [])].some((path) => !path.includes('/rules/'));
}
