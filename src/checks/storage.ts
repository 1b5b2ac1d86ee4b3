import type { CollectorModel, PodModel } from '../model/collector';
import type { Issue } from '../model/issue';
import { needsOf } from '../needs/needs-of';
import { error, listed, perCollector, placedAt, warning } from './rule';

/** Files that should outlive a pod, where they do not, or where several pods would share them. */
export const storage = perCollector(function* ({ path, collector }) {
  const { pod } = collector;
  if (pod === undefined) return;
  if (pod.storage !== undefined) yield* misplaced(path, pod);
  if (pod.derive.mounts && pod.storage === undefined) yield* lost(path, collector, pod);
  if (pod.derive.mounts || pod.options.volumeClaimTemplates?.length) yield* stranded(path, collector, pod);
});

function* misplaced(path: string, { mode, replicas }: PodModel): Generator<Issue> {
  if (mode === 'daemonset' || mode === 'sidecar') {
    const instead =
      mode === 'daemonset' ? 'A daemonset keeps its files on the node.' : 'A sidecar keeps them with its pod.';
    const message = `storage is a volume claim, which a ${mode} has none of.`;
    yield error('storage-mode', `${path}/storage`, message, `Leave storage out: ${instead}`);
  }
  if (mode === 'deployment' && replicas !== 1) {
    const message = 'all pods of a deployment would write to the same volume claim.';
    yield error(
      'storage-mode',
      `${path}/storage`,
      message,
      `Set mode: 'statefulset', in which each pod has its own, or replicas: 1.`,
    );
  }
}

function* lost(path: string, collector: CollectorModel, { mode }: PodModel): Generator<Issue> {
  const by = keepers(collector);
  if (mode !== 'deployment' || by.length === 0) return;
  const message = `what ${listed(by)} keeps goes with the pod: a deployment has no volume of its own.`;
  const fix =
    "Set mode: 'statefulset', in which each pod has a volume claim, or replicas: 1 with storage: { size: … }.";
  yield warning('storage-lost', path, message, fix);
}

/** A stateful set that shrinks keeps the claims of the pods that go, and with them what waits there. */
function* stranded(path: string, collector: CollectorModel, { mode, replicas }: PodModel): Generator<Issue> {
  const by = keepers(collector);
  if (mode !== 'statefulset' || typeof replicas === 'number' || by.length === 0) return;
  const message = `what ${listed(by)} of a pod keeps waits until the autoscaler brings the pod back.`;
  const issue = warning('storage-stranded', path, message, `Run a fixed number of pods: replicas: ${replicas.max}.`);
  yield placedAt(issue, ['autoscaler']);
}

/** Who keeps files that should outlive a pod. */
function keepers(collector: CollectorModel): string[] {
  const kept = needsOf(collector).mounts.filter(({ source }) => source.kind === 'storage');
  return [...new Set(kept.map((mount) => mount.by))];
}
