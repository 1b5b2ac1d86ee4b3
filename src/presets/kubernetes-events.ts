import type { Extension, Receiver } from '../catalog/component';
import type { Value } from '../model/value';
import { elector, type LeaderElection } from './leader-election';
import { component, type PresetOptions, type ReceiverConfig, receivers } from './preset';

type K8sObjects = ReceiverConfig<'k8s_objects'>;

/** What `presets.kubernetesEvents` takes. */
export interface KubernetesEventsOptions extends PresetOptions<K8sObjects> {
  /** The namespaces whose events are read. @default all */
  readonly namespaces?: readonly Value<string>[];
  /**
   * Lets one pod of the collector read, where it has several. Without it each of them reads everything.
   * @default none: for a collector with one pod
   */
  readonly leaderElection?: LeaderElection | Extension<'leaderElector'>;
}

/**
 * Reads new and repeated events of the Kubernetes cluster as logs, whose body is the whole event under `object`: a
 * `k8s_objects` receiver for one pod. That an event was deleted an hour later, as all are, is left out.
 *
 * `receivers.k8s_events()` makes of each event a record with its message, time and severity instead. It has leader
 * election since release 0.159.0 only, and is less stable.
 */
export function kubernetesEvents(options: KubernetesEventsOptions = {}): Receiver<'logs', K8sObjects> {
  const { namespaces, leaderElection } = options;
  const events = { name: 'events', group: 'events.k8s.io', mode: 'watch', exclude_watch_type: ['DELETED'] } as const;
  return component(receivers.k8s_objects, options, {
    objects: [{ ...events, ...(namespaces && { namespaces }) }],
    ...(leaderElection && { k8s_leader_elector: elector(leaderElection) }),
  });
}
