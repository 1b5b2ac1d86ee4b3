import { at, type ConfigMap, type ConfigValue, isConfigMap } from '../../model/config';
import type { MadeObjects } from './form';
import { objectOf } from './made-objects';
import { Unfit } from './unfit';

const modes = { Deployment: 'deployment', DaemonSet: 'daemonset', StatefulSet: 'statefulset' } as const;

/** Fields of the operator's custom resource, and where objects of Kubernetes have the same. */
const samePlaces = {
  workload: {
    daemonSetUpdateStrategy: 'updateStrategy',
    deploymentUpdateStrategy: 'strategy',
    persistentVolumeClaimRetentionPolicy: 'persistentVolumeClaimRetentionPolicy',
    replicas: 'replicas',
    volumeClaimTemplates: 'volumeClaimTemplates',
  },
  pod: {
    affinity: 'affinity',
    hostAliases: 'hostAliases',
    hostUsers: 'hostUsers',
    initContainers: 'initContainers',
    nodeSelector: 'nodeSelector',
    podDnsConfig: 'dnsConfig',
    priorityClassName: 'priorityClassName',
    serviceAccount: 'serviceAccountName',
    shareProcessNamespace: 'shareProcessNamespace',
    terminationGracePeriodSeconds: 'terminationGracePeriodSeconds',
    tolerations: 'tolerations',
  },
  container: {
    command: 'command',
    env: 'env',
    envFrom: 'envFrom',
    image: 'image',
    imagePullPolicy: 'imagePullPolicy',
    lifecycle: 'lifecycle',
    resources: 'resources',
  },
  service: {
    ipFamilies: 'ipFamilies',
    ipFamilyPolicy: 'ipFamilyPolicy',
    trafficDistribution: 'trafficDistribution',
  },
} as const;

/**
 * What the operator's custom resource would say of a collector that runs without the operator, but for its configuration.
 *
 * @throws Unfit where nothing runs it
 */
export function workloadSpec(workload: MadeObjects): ConfigMap {
  const found = Object.entries(modes).map(([kind, mode]) => ({ mode, runs: objectOf(workload, kind) }));
  const { mode, runs } = found.find((one) => one.runs !== undefined) ?? {};
  const pod = at(runs, 'spec', 'template', 'spec');
  const containers = at(pod, 'containers');
  if (mode === undefined || !Array.isArray(containers)) throw new Unfit('no workload of the same name runs it');
  const [container, ...others] = containers;
  const service = objectOf(workload, 'Service');
  return {
    mode,
    ...picked(at(runs, 'spec'), samePlaces.workload),
    ...picked(pod, samePlaces.pod),
    ...containerFields(container),
    ...picked(service?.spec, samePlaces.service),
    ...(others.length > 0 && { additionalContainers: others }),
    ...podAnnotations(at(runs, 'spec', 'template', 'metadata', 'annotations')),
    ...autoscaling(objectOf(workload, 'HorizontalPodAutoscaler')),
  };
}

/** What the container that runs a collector says, in the fields of the operator's custom resource. */
export function containerFields(container: ConfigValue | undefined): ConfigMap {
  return { ...picked(container, samePlaces.container), ...argumentMap(at(container, 'args')) };
}

/** The hub whose variables the pods read. */
export function hubIn({ envFrom }: ConfigMap): string | undefined {
  const name = at(envFrom, 0, 'configMapRef', 'name');
  return typeof name === 'string' && name.endsWith('-variables') ? name.slice(0, -'-variables'.length) : undefined;
}

function picked(value: ConfigValue | undefined, names: Readonly<Record<string, string>>): ConfigMap {
  const found = Object.entries(names).map(([field, name]) => [field, at(value, name)] as const);
  return Object.fromEntries(found.filter((entry): entry is [string, ConfigValue] => entry[1] !== undefined));
}

function podAnnotations(value: ConfigValue | undefined): ConfigMap {
  const { 'checksum/config': _, ...own } = isConfigMap(value) ? value : {};
  return Object.keys(own).length === 0 ? {} : { podAnnotations: own };
}

/** The arguments but for the file of the configuration, by their names. */
function argumentMap(args: ConfigValue | undefined): ConfigMap {
  const words = (Array.isArray(args) ? args : []).map((word) => /^--([^=]+)=(.*)$/s.exec(String(word)));
  const named = words.flatMap((match) => (match?.[1] === undefined || match[1] === 'config' ? [] : [match]));
  const given = Object.fromEntries(named.map(([, name = '', value = '']) => [name, value]));
  return named.length === 0 ? {} : { args: given };
}

function autoscaling(scaler: ConfigMap | undefined): ConfigMap {
  if (scaler === undefined) return {};
  const metrics = at(scaler, 'spec', 'metrics');
  const target = (resource: string) =>
    (Array.isArray(metrics) ? metrics : [])
      .filter((metric) => at(metric, 'resource', 'name') === resource)
      .map((metric) => at(metric, 'resource', 'target', 'averageUtilization'))[0] ?? null;
  return {
    autoscaler: {
      minReplicas: at(scaler, 'spec', 'minReplicas') ?? null,
      maxReplicas: at(scaler, 'spec', 'maxReplicas') ?? null,
      targetCPUUtilization: target('cpu'),
      targetMemoryUtilization: target('memory'),
    },
  };
}
