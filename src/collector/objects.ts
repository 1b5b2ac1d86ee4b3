import { ApiObject, type ApiObjectProps, Lazy } from 'cdk8s';
import type { Construct } from 'constructs';
import type { CollectorMode, CollectorModel } from '../model/collector';
import { objectName } from '../model/collector-names';
import type { Release } from '../model/release';
import type * as rendering from '../render/collector';
import type { KubernetesObject } from '../render/object';
import { collectorHeader, hubLabel } from '../render/operator/headers';
import { workloadHeader } from '../render/workload/header';
import { objectLabels } from '../render/workload/labels';
import { withBlanks } from './blanks';

type ConfigMapData = Readonly<Record<string, string>>;

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
  const rendered = renderedOnce(model);
  const label = Lazy.any({ produce: () => rendered().metadata.labels?.[hubLabel] }) as unknown as string;
  return new CustomResource(collector, rendered, {
    ...collectorHeader,
    // The operator hands the labels on to the pods, and has no others for them.
    metadata: { name, namespace, labels: { ...podLabels, [hubLabel]: label } },
    spec: Lazy.any({ produce: () => rendered().spec }),
  });
}

/** A custom resource that keeps keys with nothing behind them, which cdk8s leaves out of objects. */
class CustomResource extends ApiObject {
  constructor(
    scope: Construct,
    private readonly rendered: () => KubernetesObject,
    props: ApiObjectProps,
  ) {
    super(scope, 'Default', props);
  }

  override toJson(): unknown {
    return withBlanks(super.toJson(), { spec: this.rendered().spec });
  }
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
  const rendered = renderedOnce(model);
  return new ApiObject(collector, 'Default', {
    ...header,
    metadata: {
      name: objectName({ name }),
      namespace,
      labels: objectLabels({ name, namespace, release, backend: 'workload' }),
    },
    spec: Lazy.any({ produce: () => renderers().withChecksum(rendered(), finalConfig(collector)) }),
  });
}

/** The file of a collector as its ConfigMap will have it, with what its user patched. */
function finalConfig(collector: Construct): ConfigMapData | undefined {
  const object = collector.node.tryFindChild('ConfigMap');
  return object === undefined ? undefined : (ApiObject.of(object).toJson() as { data?: ConfigMapData }).data;
}

/** The renderers are loaded with the first synthesis, so that loading the library stays quick. */
export function renderers(): typeof rendering {
  return require('../render/collector') as typeof rendering;
}

/** The main object, rendered once for each model. */
function renderedOnce(model: () => CollectorModel): () => KubernetesObject {
  let last: { readonly model: CollectorModel; readonly object: KubernetesObject } | undefined;
  return () => {
    const now = model();
    if (last?.model !== now) last = { model: now, object: renderers().renderMain(now) };
    return last.object;
  };
}
