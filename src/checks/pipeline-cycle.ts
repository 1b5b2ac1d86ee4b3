import type { Signal } from '../model/signal';
import { type CollectorView, pathTo } from '../view/view';
import { connectorUses, connects } from './connector-use';
import { cycles } from './cycles';
import { error, perCollector } from './rule';

/** Pipelines that feed each other in a circle through connectors (service/internal/graph, buildComponents). */
export const pipelineCycle = perCollector(function* (view) {
  const next = edges(view);
  for (const cycle of cycles(next.keys(), (node) => next.get(node) ?? [])) {
    // The circle, from the pipeline that stands first in the configuration.
    const first = view.pipelines.find(({ id }) => cycle.includes(pipelineNode(id)));
    const at = first ? cycle.indexOf(pipelineNode(first.id)) : 0;
    const way = [...cycle.slice(at), ...cycle.slice(0, at + 1)].map((node) => node.slice(node.indexOf(' ') + 1));
    const path = pathTo(view, first ? [first.id] : []);
    const message = `pipelines feed each other in a circle: ${way.join(' → ')}.`;
    yield error('pipeline-cycle', path, message, 'Take one of these connectors out of one of these pipelines.');
  }
});

function pipelineNode(id: string): string {
  return `pipeline ${id}`;
}

/** From each pipeline to its connectors, one node for each pair of signals, and from there to the next pipelines. */
function edges(view: CollectorView): ReadonlyMap<string, Set<string>> {
  const next = new Map<string, Set<string>>(view.pipelines.map(({ id }) => [pipelineNode(id), new Set()]));
  for (const { connector, from, to } of connectorUses(view)) {
    for (const { takes, gives } of signalPairs(from, to)) {
      if (!connects(connector, takes, gives)) continue;
      const node = `${takes}-${gives} ${connector.id}`;
      next.set(node, new Set(to.filter(({ signal }) => signal === gives).map(({ id }) => pipelineNode(id))));
      for (const { id, signal } of from) if (signal === takes) next.get(pipelineNode(id))?.add(node);
    }
  }
  return next;
}

type WithSignal = { readonly signal?: Signal };

function signalPairs(from: readonly WithSignal[], to: readonly WithSignal[]) {
  const given = [...new Set(to.map(({ signal }) => signal))];
  return [...new Set(from.map(({ signal }) => signal))].flatMap((takes) => given.map((gives) => ({ takes, gives })));
}
