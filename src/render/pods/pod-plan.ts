import type { OpenTelemetryCollectorSpec } from '../../../imports/opentelemetry.io';
import type { CollectorModel, PodModel } from '../../model/collector';
import { merged } from '../../model/merge';
import type { MountNeed, Needs, PortNeed } from '../../needs/needs';
import { needsOf } from '../../needs/needs-of';
import { topologySpread } from './availability';
import { environment, environmentFrom } from './environment';
import { byName, defined, joined, listOf } from './merge';
import { resourcesOf } from './resources';
import { securityContexts } from './security';
import { claimTemplates, persistsByClaim, persistsInDeployment, volumeMounts, volumes } from './volumes';

type Spec = OpenTelemetryCollectorSpec;

/** A collector's pods in Kubernetes' own fields, derived and given together; both back ends are made of it. */
export interface PodPlan
  extends Pick<
    Spec,
    | 'env'
    | 'envFrom'
    | 'volumes'
    | 'volumeMounts'
    | 'volumeClaimTemplates'
    | 'resources'
    | 'securityContext'
    | 'podSecurityContext'
    | 'hostPID'
    | 'hostNetwork'
    | 'topologySpreadConstraints'
    | 'deploymentUpdateStrategy'
  > {
  readonly needs: Needs;
  /** What others send to or scrape: the ports of the Services. */
  readonly servicePorts: NonNullable<Spec['ports']>;
}

const plans = new WeakMap<CollectorModel, PodPlan>();

/** The plan of a collector that has pods. */
export function podPlan(collector: CollectorModel, pod: PodModel): PodPlan {
  let plan = plans.get(collector);
  if (plan === undefined) {
    plan = makePlan(collector, pod);
    plans.set(collector, plan);
  }
  return plan;
}

function makePlan(collector: CollectorModel, pod: PodModel): PodPlan {
  const needs = needsOf(collector);
  const { options, derive } = pod;
  const mounts: readonly MountNeed[] = derive.mounts ? needs.mounts : [];
  const security = derive.security ? securityContexts(needs.privileges) : {};
  return {
    needs,
    env: listOf(environment(collector, pod, needs)),
    envFrom: listOf([...collector.envFrom.map(environmentFrom), ...(options.envFrom ?? [])]),
    volumes: listOf(joined(volumes(collector, pod, mounts), options.volumes, byName)),
    volumeMounts: listOf(joined(volumeMounts(mounts), options.volumeMounts, ({ mountPath }) => mountPath)),
    volumeClaimTemplates: listOf(
      joined(
        persistsByClaim(pod) ? claimTemplates(pod, mounts) : [],
        options.volumeClaimTemplates,
        (claim) => claim.metadata?.name,
      ),
    ),
    resources: resourcesOf(pod),
    ...merged(
      { securityContext: security.securityContext, podSecurityContext: security.podSecurityContext },
      defined({ securityContext: options.securityContext, podSecurityContext: options.podSecurityContext }),
    ),
    hostPID: options.hostPID ?? security.hostPID,
    hostNetwork: options.hostNetwork ?? security.hostNetwork,
    topologySpreadConstraints:
      options.topologySpreadConstraints ?? (derive.availability ? topologySpread(collector, pod) : undefined),
    // A claim that one pod holds cannot be mounted by its successor.
    deploymentUpdateStrategy: merged(
      persistsInDeployment(pod) ? { type: 'Recreate' } : undefined,
      options.deploymentUpdateStrategy,
    ),
    servicePorts: joined(derive.ports ? servicePorts(needs.ports) : [], options.ports, byName),
  };
}

function servicePorts(ports: readonly PortNeed[]): NonNullable<Spec['ports']>[number][] {
  return ports
    .filter(({ role }) => role === 'telemetry' || role === 'scrape')
    .map(({ name, port, transport, appProtocol }) =>
      defined({ name, port, protocol: transport, targetPort: port, appProtocol }),
    );
}
