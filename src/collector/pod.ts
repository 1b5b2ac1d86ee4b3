import { imageFor } from '../catalog/distributions';
import type { CollectorMode, GivenFields, PodModel, Replicas } from '../model/collector';
import type { ConfigMap } from '../model/config';
import { MdaiError } from '../model/issue';
import { quantity } from '../model/quantity';
import type { Release } from '../model/release';
import { withSelectors } from '../tiers/target-allocator';
import type { CollectorDefaults } from './defaults';
import type { CollectorProps } from './props';
import { serviceAccountModel } from './service-account';
import { storageModel } from './storage';

/** What a collector's pods are given, with the defaults filled in. */
export function podModel(
  name: string,
  release: Release,
  props: CollectorProps,
  on: Required<CollectorDefaults>,
  config: ConfigMap,
): PodModel | undefined {
  const { storage, backend = 'operator' } = props;
  if (backend === 'none') return undefined;
  const given = props.verbatim && backend === 'operator' ? givenFields(props) : undefined;
  return {
    backend,
    mode: props.mode ?? 'deployment',
    replicas: props.replicas ?? 1,
    image: props.image ?? (given ? '' : imageFor(config, release)),
    memoryMiB: memoryMiB(props) ?? 512,
    cpuMillis: cpuMillis(props) ?? 1000,
    derive: {
      resources: on.resources,
      security: on.security,
      ports: on.ports,
      rbac: on.rbac,
      mounts: on.mounts,
      networkPolicy: on.networkPolicy,
      availability: on.availability,
    },
    serviceAccount: serviceAccountModel(name, props.serviceAccount ?? (given && `${name}-collector`)),
    ...(given && { given }),
    ...(storage && { storage: storageModel(storage) }),
    options: props.pod ?? {},
    operator: props.defaults === false || props.verbatim ? (props.operator ?? {}) : withSelectors(props.operator ?? {}),
  };
}

function givenFields({ mode, image, replicas, serviceAccount }: CollectorProps): GivenFields {
  return {
    ...(mode !== undefined && { mode }),
    ...(image !== undefined && { image }),
    ...(typeof replicas === 'number' && { replicas }),
    ...(typeof serviceAccount === 'string' && { serviceAccount }),
    ...(typeof serviceAccount === 'object' &&
      serviceAccount.name !== undefined && { serviceAccount: serviceAccount.name }),
  };
}

function memoryMiB({ memory, pod }: CollectorProps): number | undefined {
  const limit = pod?.resources?.limits?.memory;
  if (limit === undefined) return memory?.toMebibytes();
  if (memory !== undefined) throw saidTwice('memory', 'memory: Size.mebibytes(…)');
  const bytes = quantity(limit);
  return bytes === undefined ? undefined : bytes / 2 ** 20;
}

function cpuMillis({ cpu, pod }: CollectorProps): number | undefined {
  const limit = pod?.resources?.limits?.cpu;
  if (limit === undefined) return cpu === undefined ? undefined : Math.round(cpu * 1000);
  if (cpu !== undefined) throw saidTwice('cpu', 'cpu: 0.5');
  const cores = quantity(limit);
  return cores === undefined ? undefined : Math.round(cores * 1000);
}

function saidTwice(what: string, instead: string): MdaiError {
  return new MdaiError(
    `The ${what} limit is given twice. Keep ${instead}, and leave pod.resources.limits.${what} out.`,
  );
}

/** Throws for replicas that no program can run. */
export function assertReplicas(path: string, replicas: Replicas | undefined, mode: CollectorMode | undefined): void {
  if (replicas === undefined) return;
  if (mode === 'daemonset' || mode === 'sidecar') {
    throw new MdaiError(
      `${path}: a ${mode} has as many pods as ${mode === 'daemonset' ? 'nodes' : 'pods that it joins'}. Leave replicas out.`,
    );
  }
  if (typeof replicas === 'number') {
    if (Number.isInteger(replicas) && replicas >= 0) return;
    throw new MdaiError(`${path}: ${replicas} is no number of replicas. Give a whole number, or { min, max }.`);
  }
  if (
    Number.isInteger(replicas.min) &&
    Number.isInteger(replicas.max) &&
    replicas.min >= 1 &&
    replicas.min <= replicas.max
  )
    return;
  throw new MdaiError(
    `${path}: ${replicas.min} to ${replicas.max} replicas are none to choose from. Give a min of at least 1, and a max that is no less.`,
  );
}
