import { canonicalId, parsePipelineId } from '../model/component-id';
import { didYouMean } from '../model/nearest';
import { isReference } from '../model/reference';
import { connectorUses } from './connector-use';
import { valuesAt } from './field-path';
import { error, perCollector } from './rule';

/** Pipelines that a connector names, such as a route's: each has to exist and to receive from the connector. */
export const pipelineReference = perCollector(function* (view) {
  if (!view.pipelinesKnown) return;
  const pipelines = new Map(view.pipelines.map((pipeline) => [pipeline.id, pipeline]));
  for (const { connector } of connectorUses(view)) {
    const listening = view.pipelines.filter(({ receivers }) => receivers.ids.includes(connector.id));
    const found = (connector.inRelease?.pipelineRefs ?? []).flatMap((path) => [...valuesAt(connector.config, path)]);
    for (const { keys, value } of found) {
      if (typeof value !== 'string' || isReference(value) || parsePipelineId(value) === undefined) continue;
      const id = canonicalId(value);
      const target = pipelines.get(id);
      const path = [connector.path, ...keys].join('/');
      if (target === undefined) {
        const known = listening.map((pipeline) => pipeline.id);
        const fix = didYouMean(id, known, didYouMean(id, pipelines.keys(), 'Define it under "service.pipelines".'));
        yield error('pipeline-reference', path, `pipeline "${id}" does not exist.`, fix);
      } else if (!listening.includes(target)) {
        const message = `pipeline "${id}" does not receive from connector "${connector.id}".`;
        yield error('pipeline-reference', path, message, `Add "${connector.id}" to its receivers.`);
      }
    }
  }
});
