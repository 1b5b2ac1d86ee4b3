import type { ReadPipeline } from './read-config';

/**
 * Pipelines in the order in which telemetry meets them, as a person would write them: each behind those that feed its
 * connectors, and else as they were. What a collector derives in the order of its pipelines, such as its ports, comes out
 * as it was so: manifests have them by name.
 */
export function inFlow(pipelines: readonly ReadPipeline[]): readonly ReadPipeline[] {
  const done = new Set<ReadPipeline>();
  const add = (pipeline: ReadPipeline, trail: readonly ReadPipeline[]) => {
    if (done.has(pipeline) || trail.includes(pipeline)) return;
    for (const id of pipeline.receivers) {
      for (const one of pipelines) if (one.exporters.includes(id)) add(one, [...trail, pipeline]);
    }
    done.add(pipeline);
  };
  for (const pipeline of pipelines) add(pipeline, []);
  return [...done];
}
