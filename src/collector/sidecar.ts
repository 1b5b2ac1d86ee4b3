import type { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { CollectorModel } from '../model/collector';
import { type Issue, MdaiError } from '../model/issue';
import type { Sidecar } from '../render/workload/sidecar';
import { annotateForSidecar, collisions, type JoinedSidecar, podOwner, putSidecar } from './join-pod';
import { renderers } from './objects';

/** How a sidecar joins a pod. */
export interface SidecarOptions {
  /**
   * Whether it joins as a native sidecar, which starts before the pod's own containers and ends after them. Needs
   * Kubernetes 1.29. The operator decides for itself.
   * @default false
   */
  readonly native?: boolean;
}

interface Joining {
  readonly object: ApiObject;
  readonly native: boolean;
  /** What the pod has of it, once it has. */
  joined?: JoinedSidecar;
}

/** The pods that a collector joins as a sidecar. */
export class SidecarPods {
  private readonly pods: Joining[] = [];

  constructor(private readonly collector: { readonly node: { readonly path: string } }) {}

  /** Takes note of a workload; throws for what runs no pods. */
  add(workload: IConstruct, { native = false }: SidecarOptions): void {
    this.pods.push({ object: podOwner(workload), native });
  }

  /** Lets the collector join as what it became, or take the place of what it was before. */
  join(model: CollectorModel): readonly Issue[] {
    return this.pods.flatMap((pod) => {
      const { object, native } = pod;
      if (model.pod?.backend === 'operator') {
        annotateForSidecar(object, annotations(model));
        return [];
      }
      const sidecar = this.render(model, native);
      const taken = collisions(object, sidecar, pod.joined);
      if (taken.length === 0) pod.joined = putSidecar(object, sidecar, native, pod.joined);
      return taken.map(
        ({ message, fix }): Issue => ({ code: 'sidecar-collision', severity: 'error', path: model.path, message, fix }),
      );
    });
  }

  render(model: CollectorModel, native: boolean): Sidecar {
    const { pod } = model;
    if (pod?.mode !== 'sidecar' || pod.backend !== 'workload') {
      const fix = "Make it with mode: 'sidecar' and backend: 'workload'.";
      throw new MdaiError(`${this.collector.node.path} is no container for other pods. ${fix}`);
    }
    return renderers().renderSidecar(model, pod, native);
  }
}

/** What tells the operator which collector joins a pod, of whatever namespace. */
export function annotations({ name, namespace }: Pick<CollectorModel, 'name' | 'namespace'>): Record<string, string> {
  return { 'sidecar.opentelemetry.io/inject': namespace === undefined ? name : `${namespace}/${name}` };
}
