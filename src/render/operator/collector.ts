import type { OpenTelemetryCollectorSpec } from '../../../imports/opentelemetry.io';
import type { CollectorModel, PodModel } from '../../model/collector';
import { merged } from '../../model/merge';
import type { ObjectMeta } from '../object';
import { autoscaler, disruptionBudget } from '../pods/availability';
import { environmentFrom } from '../pods/environment';
import { defined, listOf } from '../pods/merge';
import { podPlan } from '../pods/pod-plan';
import { writtenConfig } from '../release';
import { canonical } from './canonical';
import { collectorHeader, hubLabel } from './headers';

export interface RenderedCollector {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: ObjectMeta;
  readonly spec: Omit<OpenTelemetryCollectorSpec, 'config'> & { readonly config: object };
}

/** A collector as the OpenTelemetry operator's custom resource, written so that the operator has nothing to add. */
export function renderCollector(model: CollectorModel): RenderedCollector {
  const { name, namespace, hub, pod } = model;
  const labels = { ...pod?.serviceAccount.podLabels, ...(hub !== undefined && { [hubLabel]: hub }) };
  return {
    ...collectorHeader,
    metadata: { name, namespace, ...(Object.keys(labels).length > 0 && { labels }) },
    spec: {
      config: writtenConfig(model),
      ...(pod ? podSpec(model, pod) : { envFrom: listOf(model.envFrom.map(environmentFrom)) }),
    },
  };
}

function podSpec(model: CollectorModel, pod: PodModel): Partial<OpenTelemetryCollectorSpec> {
  const { needs: _, servicePorts, ...plan } = podPlan(model, pod);
  const { mode, options, operator, serviceAccount, given } = pod;
  if (given) {
    return defined({ ...options, ...plan, ...operator, ...given, args: args(model, pod), autoscaler: autoscaler(pod) });
  }
  const spec: Partial<OpenTelemetryCollectorSpec> = {
    ...options,
    ...plan,
    image: pod.image,
    mode,
    managementState: 'managed',
    // The image is pinned, and what is written here is what should run.
    upgradeStrategy: 'none',
    args: args(model, pod),
    autoscaler: autoscaler(pod),
    ...(mode !== 'daemonset' && mode !== 'sidecar' && { podDisruptionBudget: disruptionBudget(pod) }),
    ...scale(pod),
    ports: listOf(servicePorts),
    ...(mode !== 'sidecar' && { serviceAccount: serviceAccount.name }),
    // Ours knows UDP, and where the collector sends.
    ...(pod.derive.networkPolicy && { networkPolicy: { enabled: false } }),
  };
  return canonical(defined(merged(spec, operator)));
}

/** An autoscaler sets the number in the resource; one that is applied again with each change would undo what it does. */
function scale(pod: PodModel): Partial<OpenTelemetryCollectorSpec> {
  const { mode, replicas } = pod;
  if (mode === 'daemonset' || mode === 'sidecar' || autoscaler(pod) !== undefined) return {};
  return { replicas: replicas as number };
}

function args({ featureGates }: CollectorModel, { options }: PodModel): Readonly<Record<string, string>> | undefined {
  const gates = featureGates.length > 0 ? { 'feature-gates': featureGates.join(',') } : undefined;
  return gates || options.args ? { ...gates, ...options.args } : undefined;
}
