import { ApiObject, Lazy } from 'cdk8s';
import type { Construct } from 'constructs';
import type { CollectorMode, CollectorModel } from '../model/collector';
import { objectName } from '../model/collector-names';
import type { Release } from '../model/release';
import type { KubernetesObject } from '../render/object';
import { hubLabel, renderCollector } from '../render/operator/collector';
import { collectorHeader } from '../render/operator/headers';
import { besideWorkload } from '../render/pods/beside';
import { workloadObjects } from '../render/workload/beside';
import { objectLabels } from '../render/workload/labels';
import { renderWorkload, workloadHeader } from '../render/workload/workload';

/** What is known of a collector when its construct is made. */
export interface CollectorIdentity {
  readonly name: string;
  readonly namespace: string | undefined;
  readonly release: Release;
}

/** The custom resource that the operator runs; its content is read when it is written. */
export function customResource(
  collector: Construct,
  { name, namespace }: CollectorIdentity,
  podLabels: Readonly<Record<string, string>>,
  model: () => CollectorModel,
): ApiObject {
  const rendered = memoized(renderCollector, model);
  const label = Lazy.any({ produce: () => rendered().metadata.labels?.[hubLabel] }) as unknown as string;
  return new ApiObject(collector, 'Default', {
    ...collectorHeader,
    // The operator hands the labels on to the pods, and has no others for them.
    metadata: { name, namespace, labels: { ...podLabels, [hubLabel]: label } },
    spec: Lazy.any({ produce: () => rendered().spec }),
  });
}

/** The Deployment, DaemonSet or StatefulSet of the back end without an operator; a sidecar has none. */
export function workload(
  collector: Construct,
  { name, namespace, release }: CollectorIdentity,
  mode: CollectorMode,
  model: () => CollectorModel,
): ApiObject | undefined {
  const header = workloadHeader(mode);
  if (header === undefined) return undefined;
  const rendered = memoized(renderedWorkload, model);
  return new ApiObject(collector, 'Default', {
    ...header,
    metadata: {
      name: objectName({ name }),
      namespace,
      labels: objectLabels({ name, namespace, release, backend: 'workload' }),
    },
    spec: Lazy.any({ produce: () => rendered().spec }),
  });
}

function renderedWorkload(model: CollectorModel): KubernetesObject {
  const { pod } = model;
  if (pod === undefined) throw new Error(`${model.path} has no pods.`);
  return renderWorkload(model, pod);
}

/** The objects that follow from what a collector became, by construct id. */
export function derivedObjects(model: CollectorModel): Record<string, KubernetesObject> {
  const { pod } = model;
  if (pod === undefined) return {};
  return { ...(pod.backend === 'workload' && workloadObjects(model, pod)), ...besideWorkload(model, pod) };
}

/** A function of the model that is computed once for each model. */
function memoized<M, R>(compute: (model: M) => R, model: () => M): () => R {
  let last: { readonly model: M; readonly result: R } | undefined;
  return () => {
    const now = model();
    if (last?.model !== now) last = { model: now, result: compute(now) };
    return last.result;
  };
}
