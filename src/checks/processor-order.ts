import type { CollectorView, PipelineView } from '../view/view';
import { perCollector, placedAt, warning } from './rule';

interface Order {
  readonly first: (type: string) => boolean;
  readonly later: (type: string) => boolean;
  readonly why: string;
}

const memoryLimiter = 'memory_limiter';
const batch = 'batch';
/** Regroup what was batched; their READMEs recommend a batch before them. */
const regrouping = ['groupbyattrs', 'groupbytrace'];

/**
 * Which processor types should stand before which, from the collector's processor/README.md ("Recommended Processors")
 * and the READMEs of k8s_attributes and tail_sampling. The first that a pipeline breaks is reported.
 */
const orders: readonly Order[] = [
  {
    first: is(memoryLimiter),
    later: () => true,
    why: 'it can refuse data only before other processors work on it',
  },
  {
    first: is('k8s_attributes', 'k8sattributes'),
    later: is('tail_sampling', batch),
    why: 'it finds the pod by the connection, which is lost where data is regrouped',
  },
  {
    first: is('filter', 'tail_sampling', 'probabilistic_sampler'),
    later: is(batch),
    why: 'what is dropped need not be batched',
  },
  {
    first: (type) => type !== batch && !regrouping.includes(type),
    later: is(batch),
    why: 'batches should leave as they were made',
  },
];

/** Processors in an order that costs data or work. The collector accepts any. */
export const processorOrder = perCollector(function* (view) {
  for (const pipeline of view.pipelines) {
    const types = typesOf(view, pipeline);
    const broken = orders.map((order) => ({ order, pair: outOfOrder(types, order) })).find(({ pair }) => pair);
    if (!broken?.pair) continue;
    const [early, late] = broken.pair.map((i) => pipeline.processors.ids[i]);
    const place = pipeline.processors.places[broken.pair[1]] ?? 0;
    const message = `processor "${late}" stands behind "${early}".`;
    const fix = `Put "${late}" before "${early}": ${broken.order.why}.`;
    yield placedAt(warning('processor-order', pipeline.path, message, fix), [...pipeline.keys, 'processors', place]);
  }
});

/** The positions of the first two processors that stand the wrong way round. */
function outOfOrder(types: readonly string[], { first, later }: Order): readonly [number, number] | undefined {
  let early: number | undefined;
  for (const [i, type] of types.entries()) {
    if (early !== undefined && first(type)) return [early, i];
    if (early === undefined && later(type) && !first(type)) early = i;
  }
  return undefined;
}

function typesOf({ sections }: CollectorView, { processors }: PipelineView): readonly string[] {
  return processors.ids.map((id) => sections.processor.components.get(id)?.type ?? id.split('/')[0] ?? '');
}

function is(...types: readonly string[]): (type: string) => boolean {
  return (type) => types.includes(type);
}
