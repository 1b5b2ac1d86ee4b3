import { parseComponentId, parsePipelineId } from '../model/component-id';
import { isConfigMap } from '../model/config';
import { nearest } from '../model/nearest';
import { signals } from '../model/signal';
import { pathTo } from '../view/view';
import { belongsInto } from './outdented';
import { error, listed, perCollector } from './rule';

/** Ids that pipeline.ID refuses. */
export const pipelineId = perCollector(function* (view) {
  const { pipelines } = view.service;
  if (!isConfigMap(pipelines)) return;
  for (const [key, value] of Object.entries(pipelines)) {
    // The rule about sections says where it belongs.
    if (belongsInto(['service', 'pipelines', key], value) !== undefined) continue;
    const path = pathTo(view, ['service', 'pipelines', key]);
    if (key.includes('::')) {
      const message = `the collector splits "${key}" at "::" and reads another id.`;
      yield error('pipeline-id', path, message, 'Use a single ":" or "." in the name.');
    } else if (parsePipelineId(key) === undefined) {
      yield error('pipeline-id', path, `"${key}" is no pipeline id.`, fixFor(key));
    }
  }
});

function fixFor(key: string): string {
  const parsed = parseComponentId(key);
  const signal = parsed && nearest(parsed.type, signals);
  if (parsed && signal) return `Did you mean "${parsed.name === undefined ? signal : `${signal}/${parsed.name}`}"?`;
  return `Write a signal, ${listed(signals)}, or a signal and a name: "logs/in". A name has no spaces and no symbols such as "+" or "$".`;
}
