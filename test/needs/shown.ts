import type { CollectorModel, EnvSource, PodModel } from '../../src/model/collector';
import type { ConfigMap } from '../../src/model/config';
import type { Signal } from '../../src/model/signal';
import type { AccessNeed, EgressNeed, MountNeed, Needs, PortNeed, PrivilegeNeed } from '../../src/needs/needs';

/** The pieces of a collector that a case is about; what is absent is as simple as it can be. */
export interface Pieces
  extends Partial<Pick<CollectorModel, 'env' | 'featureGates' | 'files' | 'namespace' | 'release'>> {
  readonly mode?: PodModel['mode'];
  /** @default 'metrics' */
  readonly signal?: Signal;
  readonly receivers?: ConfigMap;
  readonly processors?: ConfigMap;
  readonly exporters?: ConfigMap;
  /** All of them are enabled. */
  readonly extensions?: ConfigMap;
  /** @default no metrics of its own */
  readonly telemetry?: ConfigMap;
}

const derive: PodModel['derive'] = {
  resources: true,
  security: true,
  ports: true,
  rbac: true,
  mounts: true,
  networkPolicy: true,
  availability: true,
};

/** The configuration with one pipeline through all pieces. */
export function configOf(pieces: Pieces): ConfigMap {
  const { signal = 'metrics', receivers = { nop: {} }, processors = {}, exporters = { nop: {} } } = pieces;
  const { extensions = {}, telemetry = { metrics: { level: 'none' } } } = pieces;
  const ids = (section: ConfigMap) => Object.keys(section);
  return {
    receivers,
    processors,
    exporters,
    extensions,
    service: {
      extensions: ids(extensions),
      telemetry,
      pipelines: { [signal]: { receivers: ids(receivers), processors: ids(processors), exporters: ids(exporters) } },
    },
  };
}

export function collectorOf(pieces: Pieces, backend: PodModel['backend'] = 'workload'): CollectorModel {
  const {
    mode = 'deployment',
    env = {},
    featureGates = [],
    files,
    namespace = 'telemetry',
    release = '0.159.0',
  } = pieces;
  return {
    path: 'test/gateway',
    name: 'gateway',
    namespace,
    release,
    config: configOf(pieces),
    featureGates,
    env,
    envFrom: [],
    ...(files && { files }),
    pod: {
      backend,
      mode,
      replicas: 1,
      image: 'otelcol',
      memoryMiB: 512,
      cpuMillis: 1000,
      derive,
      serviceAccount: { name: 'gateway', create: true, annotations: {}, podLabels: {} },
      options: {},
      operator: {},
    },
  };
}

/** Needs in lines that one can read; what is empty is left out, and so is who asks. */
export interface Shown {
  /** `otlp-grpc 4317/TCP grpc telemetry` */
  readonly ports?: readonly string[];
  /** `get,list apps/replicasets in shop`, `get nodes named n`, `get url /metrics` */
  readonly access?: readonly string[];
  /** `node /var/log/pods:/logs ro HostToContainer`, `storage /data`, `scratch /tmp`, `secret kafka-ca:/etc/…` */
  readonly mounts?: readonly string[];
  /** `K8S_NODE_NAME=spec.nodeName` */
  readonly env?: readonly string[];
  /** `user 0 +NET_RAW hostPID hostNetwork net.ipv4…=0` */
  readonly privileges?: readonly string[];
  /** `host:4317`, `*:443`, `*:*`, with `/UDP` */
  readonly egress?: readonly string[];
}

export function shown(needs: Needs): Shown {
  return withoutEmpty({
    ports: needs.ports.map(port),
    access: needs.access.map(access),
    mounts: needs.mounts.map(mount),
    env: Object.entries(needs.env).map(([name, source]) => `${name}=${field(source)}`),
    privileges: needs.privileges.map(privilege),
    egress: needs.egress.map(target),
  });
}

function withoutEmpty(all: Required<Shown>): Shown {
  return Object.fromEntries(Object.entries(all).filter(([, lines]) => lines.length > 0));
}

function words(...parts: readonly (string | false | undefined)[]): string {
  return parts.filter(Boolean).join(' ');
}

function port({ name, port: number, transport, appProtocol, role }: PortNeed): string {
  return words(name, `${number}/${transport}`, appProtocol, role);
}

function access({ groups, resources, verbs, names, urls, namespace }: AccessNeed): string {
  const what = groups.flatMap((group) => resources.map((one) => (group === '' ? one : `${group}/${one}`)));
  return words(
    verbs.join(','),
    urls ? `url ${urls.join(',')}` : what.join(','),
    names && `named ${names.join(',')}`,
    namespace && `in ${namespace}`,
  );
}

function mount({ volume, path, source, readOnly, propagation }: MountNeed): string {
  if (source.kind !== 'host') return words(source.kind, `${volume}:${path}`, readOnly && 'ro');
  const from = source.path === path ? path : `${source.path}:${path}`;
  return words(volume, from, source.type, readOnly && 'ro', propagation);
}

function field(source: EnvSource): string {
  return source.kind === 'field' ? source.path : source.kind;
}

function privilege({ user, capabilities, hostPID, hostNetwork, sysctls = {} }: PrivilegeNeed): string {
  return words(
    user === 0 && 'user 0',
    ...(capabilities ?? []).map((name) => `+${name}`),
    hostPID && 'hostPID',
    hostNetwork && 'hostNetwork',
    ...Object.entries(sysctls).map(([name, value]) => `${name}=${value}`),
  );
}

function target({ host = '*', port: number = '*' as never, transport }: EgressNeed): string {
  return `${host}:${number}${transport === 'UDP' ? '/UDP' : ''}`;
}
