import { distributionOf } from '../catalog/distributions';
import type { PodModel } from '../model/collector';
import type { ConfigMap } from '../model/config';
import type { Issue } from '../model/issue';
import { type ComponentView, running } from '../view/view';
import { error, perCollector, placedAt, warning } from './rule';

/**
 * The soft limit, in MiB, under which a memory limiter refuses data though nothing is wrong: garbage counts, and a live
 * heap swings to twice its size. Measured with collectors of 30 and of 120 components, idle and with light traffic:
 * the least that runs at all, and what runs without refusing, in the images with a part of the components and in contrib's.
 */
const floors = { works: 18, small: 35, contrib: 70 } as const;

/** Memory that the collector itself takes up, and limiters that come too late. */
export const memory = perCollector(function* (view) {
  const { pod } = view.collector;
  if (pod?.memoryMiB === undefined) return;
  for (const component of running(view)) {
    if (component.kind === 'processor' && component.type === 'memory_limiter')
      yield* judged(component, pod.memoryMiB, pod);
  }
});

function* judged({ path, config, id }: ComponentView, limitMiB: number, pod: PodModel): Generator<Issue> {
  const limits = limitsOf(config, limitMiB);
  if (limits === undefined) return;
  const { hard, soft } = limits;
  if (hard >= limitMiB) {
    const message = `"${id}" lets the heap grow to ${mib(hard)}, and the container is killed at ${mib(limitMiB)}, with what it holds.`;
    const issue = error(
      'memory-limit',
      path,
      message,
      'Use limit_percentage: 80, which follows the limit of the container.',
    );
    yield placedAt(issue, ['processors', id, isGiven(config.limit_mib) ? 'limit_mib' : 'limit_percentage']);
    return;
  }
  const contrib = distributionOf(pod.image) === undefined;
  const floor = contrib ? floors.contrib : floors.small;
  if (soft >= floor) return;
  const enough = Math.ceil((floor * limitMiB) / soft / 32) * 32;
  const message = `with a limit of ${mib(limitMiB)}, "${id}" refuses data above ${mib(soft)} of heap, which the collector itself takes up.`;
  yield (soft < floors.works ? error : warning)(
    'memory-low',
    path,
    message,
    `Give the collector ${enough} MiB: limits of ${enough}Mi, or memory: Size.mebibytes(${enough}) in TypeScript.`,
  );
}

function mib(value: number): string {
  return `${Math.floor(value)} MiB`;
}

interface Limits {
  readonly hard: number;
  readonly soft: number;
}

/** The limits of a memory limiter in MiB, as its documentation computes them; none where a part is not known. */
function limitsOf(config: ConfigMap, totalMiB: number): Limits | undefined {
  const { limit_mib: limit, limit_percentage: percentage } = config;
  if (isGiven(limit)) {
    const spike = isGiven(config.spike_limit_mib) ? config.spike_limit_mib : limit * defaultSpike;
    return { hard: limit, soft: limit - spike };
  }
  if (!isGiven(percentage)) return undefined;
  const hard = (totalMiB * percentage) / 100;
  const { spike_limit_percentage: spike } = config;
  return { hard, soft: isGiven(spike) ? hard - (totalMiB * spike) / 100 : hard * (1 - defaultSpike) };
}

const defaultSpike = 0.2;

function isGiven(value: unknown): value is number {
  return typeof value === 'number' && value > 0;
}
