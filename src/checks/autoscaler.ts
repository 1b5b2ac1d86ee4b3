import type { PodModel } from '../model/collector';
import type { Issue } from '../model/issue';
import { error, perCollector } from './rule';

/** Bounds and targets of the autoscaler that the API server, or the operator's webhook, refuses. */
export const autoscaler = perCollector(function* ({ path, collector: { pod } }) {
  const given = pod?.options.autoscaler;
  if (pod === undefined || given === undefined) return;
  const at = `${path}/pod/autoscaler`;
  yield* bounds(at, pod);
  for (const direction of ['scaleUp', 'scaleDown'] as const) {
    const seconds = given.behavior?.[direction]?.stabilizationWindowSeconds;
    if (seconds === undefined || (seconds >= 0 && seconds <= maxWindow)) continue;
    const message = `a stabilization window of ${seconds} s is refused.`;
    yield error('autoscaler-refused', `${at}/behavior/${direction}`, message, `Give 0 to ${maxWindow} seconds.`);
  }
  if (pod.backend === 'operator') yield* metrics(at, pod);
});

const maxWindow = 3600;

function* bounds(at: string, { options, replicas, mode }: PodModel): Generator<Issue> {
  const { minReplicas, maxReplicas } = options.autoscaler ?? {};
  const range = typeof replicas === 'number' ? undefined : replicas;
  const max = maxReplicas ?? range?.max;
  const min = minReplicas ?? range?.min;
  // In other modes there is none, but the operator's webhook asks for a most all the same, where there is a least.
  if (max === undefined && min === undefined && (mode === 'daemonset' || mode === 'sidecar')) return;
  if (max === undefined) {
    yield error(
      'autoscaler-refused',
      at,
      'an autoscaler without maxReplicas is refused.',
      'Add maxReplicas; in TypeScript, say replicas: { min: 2, max: 10 }.',
    );
  } else if (min !== undefined && min > max) {
    const message = `the autoscaler keeps at least ${min} and at most ${max} pods.`;
    yield error('autoscaler-refused', at, message, 'Give a minReplicas that is not above maxReplicas.');
  } else if (typeof replicas === 'number' && replicas > max) {
    const message = `the collector starts with ${replicas} pods, and its autoscaler keeps at most ${max}.`;
    yield error(
      'autoscaler-refused',
      at,
      message,
      `Start with at most ${max}; in TypeScript, say replicas: { min: …, max: ${max} } in place of both.`,
    );
  }
}

/** What the operator takes: it hands metrics of pods alone to the autoscaler. */
function* metrics(at: string, { options }: PodModel): Generator<Issue> {
  for (const [i, { type, pods }] of (options.autoscaler?.metrics ?? []).entries()) {
    if (type !== 'Pods') {
      const fix = "Use type: 'Pods', or targetCPUUtilization; in TypeScript, also replicas: { min, max, cpu, memory }.";
      yield error(
        'autoscaler-refused',
        `${at}/metrics/${i}`,
        `the operator refuses metrics of the type "${type}".`,
        fix,
      );
    } else if (pods !== undefined && pods.target.type !== 'Value' && pods.target.type !== 'AverageValue') {
      const message = `the operator refuses a target of the type "${pods.target.type}".`;
      yield error(
        'autoscaler-refused',
        `${at}/metrics/${i}`,
        message,
        "Use the target's type 'AverageValue', or 'Value'.",
      );
    }
  }
}
