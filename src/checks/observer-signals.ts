import { parsePipelineId } from '../model/component-id';
import { at, isConfigMap } from '../model/config';
import type { Issue } from '../model/issue';
import type { Model } from '../model/model';
import type { ObserverModel } from '../model/observer';
import { error, placedAt } from './rule';

/**
 * An observer tells the copies for its measures apart by a filter, and MDAI operator 0.2.12 has filters for logs alone:
 * every other signal is counted by each measure.
 */
export function checkObserverSignals(model: Model): Issue[] {
  const several = model.observers.filter(({ measures }) => measures.length > 1);
  if (several.length === 0) return [];
  return model.collectors.flatMap((collector) => {
    const pipelines = at(collector.config, 'service', 'pipelines');
    if (!isConfigMap(pipelines)) return [];
    return Object.entries(pipelines).flatMap(([id, pipeline]) => {
      if (parsePipelineId(id)?.signal === 'logs') return [];
      const exporters = at(pipeline, 'exporters');
      const fed = (Array.isArray(exporters) ? exporters : []).flatMap((exporter, i) => {
        const endpoint = at(collector.config, 'exporters', exporter, 'endpoint');
        return several.filter((observer) => reaches(endpoint, observer)).map((observer) => ({ observer, i }));
      });
      return fed.slice(0, 1).map(({ observer, i }) => {
        const message = `the observer ${observer.name} has ${observer.measures.length} measures, and each would count what this pipeline sends: only logs are kept apart.`;
        const issue = error(
          'observer-signals',
          `${collector.path}/${id}`,
          message,
          'Use an observer with this one measure.',
        );
        return placedAt(issue, ['service', 'pipelines', id, 'exporters', i]);
      });
    });
  });
}

function reaches(endpoint: unknown, observer: ObserverModel): boolean {
  return typeof endpoint === 'string' && endpoint.startsWith(`${observer.name}-mdai-observer-service`);
}
