import { parsePipelineId } from '../model/component-id';
import { at, isConfigMap } from '../model/config';
import type { Issue } from '../model/issue';
import type { Model } from '../model/model';
import type { ObserverModel } from '../model/observer';

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
      const fed = several.find((observer) =>
        (Array.isArray(exporters) ? exporters : []).some((exporter) =>
          reaches(at(collector.config, 'exporters', exporter, 'endpoint'), observer),
        ),
      );
      if (!fed) return [];
      return [
        {
          code: 'observer-signals' as const,
          severity: 'error' as const,
          path: `${collector.path}/${id}`,
          message: `the observer ${fed.name} has ${fed.measures.length} measures, and each would count what this pipeline sends: only logs are kept apart.`,
          fix: 'Use an observer with this one measure.',
        },
      ];
    });
  });
}

function reaches(endpoint: unknown, observer: ObserverModel): boolean {
  return typeof endpoint === 'string' && endpoint.startsWith(`${observer.name}-mdai-observer-service`);
}
