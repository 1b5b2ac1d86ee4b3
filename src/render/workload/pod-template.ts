import { createHash } from 'node:crypto';
import type { OpenTelemetryCollectorSpec } from '../../../imports/opentelemetry.io';
import type { CollectorModel, PodModel } from '../../model/collector';
import { identityOf, objectName } from '../../model/collector-names';
import type { PortNeed } from '../../needs/needs';
import { needsOf } from '../../needs/needs-of';
import { byName, defined, joined, listOf } from '../pods/merge';
import { podPlan } from '../pods/pod-plan';
import { healthEndpoint } from '../pods/probes';
import { configYaml } from './config';
import { objectLabels } from './labels';

type Spec = OpenTelemetryCollectorSpec;
type InitContainer = NonNullable<Spec['initContainers']>[number];

/** A container in Kubernetes' own fields. */
export type Container = InitContainer;

/** The volume that holds the configuration, as the operator calls and mounts it. */
const configVolume = { name: 'otc-internal', path: '/conf' } as const;

/** The container that runs the collector, as the operator calls it. */
const containerName = 'otc-container';

/** The template of a collector's pods: what the operator makes of its custom resource. */
export function podTemplate(collector: CollectorModel, pod: PodModel): object {
  const { options, serviceAccount } = pod;
  const plan = podPlan(collector, pod);
  const usesToken = plan.needs.access.length > 0;
  return {
    metadata: {
      labels: {
        ...objectLabels({ ...identityOf(collector), release: collector.release }),
        ...serviceAccount.podLabels,
      },
      annotations: { ...checksum({ [configKey]: configYaml(collector) }), ...options.podAnnotations },
    },
    spec: defined({
      serviceAccountName: serviceAccount.name,
      ...(serviceAccount.create && pod.derive.rbac && { automountServiceAccountToken: usesToken }),
      securityContext: plan.podSecurityContext,
      hostNetwork: plan.hostNetwork,
      hostPID: plan.hostPID,
      hostUsers: options.hostUsers,
      shareProcessNamespace: options.shareProcessNamespace,
      hostAliases: options.hostAliases,
      dnsPolicy: options.dnsPolicy ?? (plan.hostNetwork ? 'ClusterFirstWithHostNet' : undefined),
      dnsConfig: options.podDnsConfig,
      nodeSelector: options.nodeSelector,
      affinity: options.affinity,
      tolerations: options.tolerations,
      topologySpreadConstraints: plan.topologySpreadConstraints,
      priorityClassName: options.priorityClassName,
      terminationGracePeriodSeconds: options.terminationGracePeriodSeconds,
      initContainers: options.initContainers,
      containers: [container(collector, pod), ...(options.additionalContainers ?? [])],
      volumes: [
        {
          name: configVolume.name,
          configMap: { name: objectName(collector), items: [{ key: configKey, path: configKey }] },
        },
        ...joined(
          plan.volumes ?? [],
          options.configmaps?.map(({ name }) => ({ name: `configmap-${name}`, configMap: { name } })),
          byName,
        ),
      ],
    }),
  };
}

/** A pod reads its configuration when it starts, so a new one has to make new pods. */
export function checksum(data: Readonly<Record<string, string>>): Record<string, string> {
  const hash = createHash('sha256');
  for (const [file, text] of Object.entries(data)) hash.update(file).update('\0').update(text).update('\0');
  return { 'checksum/config': hash.digest('hex') };
}

/** The key of the configuration in its ConfigMap, and the name of its file. */
export const configKey = 'collector.yaml';

function container(collector: CollectorModel, pod: PodModel): Container {
  const plan = podPlan(collector, pod);
  const { options } = pod;
  return defined({
    name: containerName,
    image: pod.image,
    imagePullPolicy: options.imagePullPolicy,
    command: options.command,
    args: args(collector, pod, `${configVolume.path}/${configKey}`),
    env: plan.env,
    envFrom: plan.envFrom,
    ports: listOf(containerPorts(collector, pod)),
    resources: plan.resources,
    securityContext: plan.securityContext,
    ...probes(collector, pod),
    lifecycle: options.lifecycle,
    volumeMounts: [
      { mountPath: configVolume.path, name: configVolume.name, readOnly: true },
      ...(plan.volumeMounts ?? []),
      ...(options.configmaps ?? []).map(({ name, mountpath }) => ({
        mountPath: `/var/conf/${mountpath.replace(/^\/+|\/+$/g, '')}/configmap-${name}`,
        name: `configmap-${name}`,
      })),
    ],
  });
}

/** The collector's arguments, in the order of their names; `config` is where it finds its configuration. */
export function args({ featureGates }: CollectorModel, { options }: PodModel, config: string): string[] {
  const given: Record<string, string> = {
    ...(featureGates.length > 0 && { 'feature-gates': featureGates.join(',') }),
    ...options.args,
  };
  const names = Object.keys(given).filter((name) => name !== 'config');
  return [`--config=${config}`, ...names.sort().map((name) => `--${name}=${given[name]}`)];
}

/** Every socket of the container that other pods, or who watches the collector, may connect to. */
export function containerPorts(collector: CollectorModel, pod: PodModel): NonNullable<Container['ports']>[number][] {
  const plan = podPlan(collector, pod);
  const watched = pod.derive.ports ? needsOf(collector).ports.filter(isWatched) : [];
  const service = plan.servicePorts.map(({ name, port, targetPort, protocol, hostPort }) => ({
    name,
    containerPort: typeof targetPort === 'number' ? targetPort : port,
    protocol: protocol ?? 'TCP',
    hostPort,
  }));
  const rest = watched.map(({ name, port, transport }) => ({ name, containerPort: port, protocol: transport }));
  return [...service, ...rest].map((port) => defined(port));
}

function isWatched({ role }: PortNeed): boolean {
  return role === 'metrics' || role === 'extension';
}

type Probes = Pick<Container, 'livenessProbe' | 'readinessProbe' | 'startupProbe'>;

/** Probes that ask the `health_check` extension. */
export function probes(collector: CollectorModel, { options }: PodModel): Probes {
  const health = healthEndpoint(collector);
  if (health === undefined) return {};
  const { path, port, scheme } = health;
  const httpGet = { path, port, ...(scheme === 'HTTPS' && { scheme }) };
  return {
    livenessProbe: { httpGet, ...options.livenessProbe },
    readinessProbe: { httpGet, ...options.readinessProbe },
    // A minute to start in, asked often, so that the pod is ready as soon as it is.
    startupProbe: { httpGet, failureThreshold: 30, periodSeconds: 2, ...options.startupProbe },
  };
}
