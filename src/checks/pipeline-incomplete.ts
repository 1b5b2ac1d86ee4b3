import { error, perCollector, placedAt } from './rule';

/** A pipeline without a receiver or an exporter (service/pipelines/config.go). */
export const pipelineIncomplete = perCollector(function* ({ pipelines }) {
  for (const pipeline of pipelines) {
    const missing = (['receivers', 'exporters'] as const).filter(
      (role) => pipeline[role].known && pipeline[role].length === 0,
    );
    if (missing.length === 0) continue;
    const message = `the pipeline "${pipeline.id}" has no ${missing.join(' and no ')}.`;
    const issue = error('pipeline-incomplete', pipeline.path, message, 'List at least one receiver and one exporter.');
    yield placedAt(issue, [...pipeline.keys, missing[0] ?? '']);
  }
});
