import type { CollectorModel } from '../../model/collector';
import { at, type ConfigMap } from '../../model/config';
import { isReference } from '../../model/reference';
import { defaultRelease } from '../../model/release';
import type { Signal } from '../../model/signal';
import { addressesIn, targets } from '../../needs/egress';
import { localByDefault, silent } from '../../needs/egress-kinds';
import { jobs } from '../../needs/prometheus-access';
import { type Target, targetOf } from '../../needs/target';
import type { ComponentView } from '../../view/view';
import { withoutSecrets } from './mask';
import type { Sketch } from './sketch';
import type { Store } from './stores';

/** What is known of a component's type under its newest name: `receiver kubelet_stats`. */
export function keyOf({ kind, type, facts }: ComponentView): `${ComponentView['kind']} ${string}` {
  return `${kind} ${facts?.type ?? type}`;
}

// Where machines of clouds ask who they are, which is no destination.
const metadata = /^169\.254\.|^100\.100\.100\.200$/;

/** The servers that a component connects to, as far as they are known. */
export function serversOf(component: ComponentView, collector: CollectorModel): readonly Target[] {
  const { kind, id, type, config, facts, inRelease } = component;
  const running = {
    key: keyOf(component),
    kind,
    type: facts?.type ?? type,
    id,
    config,
    by: id,
    listens: inRelease?.listens ?? [],
  };
  const found = targets(running, collector).filter(({ host }) => host !== undefined && !metadata.test(host));
  return [...new Map(found.map((target) => [`${target.host}:${target.port}`, target])).values()];
}

/** What to call what a component connects to where no host is written; absent for what stays in its pod. */
export function unknownServer(component: ComponentView): string | undefined {
  const key = keyOf(component);
  const addresses = [...addressesIn(component.config, listened(component))];
  const elsewhere = addresses.find(isReference);
  if (elsewhere !== undefined) return String(withoutSecrets(elsewhere));
  if (addresses.length > 0 || silent.has(key) || localByDefault.has(key)) return undefined;
  return component.facts?.type ?? component.type;
}

function listened({ inRelease }: ComponentView): readonly string[] {
  return (inRelease?.listens ?? []).map(({ path }) => path.join('.'));
}

interface SourceRow {
  readonly id: string;
  readonly label: string;
  readonly about: string;
}

const kubernetesApi: SourceRow = { id: 'kubernetes-api', label: 'Kubernetes API', about: 'the cluster’s objects' };
const kubelet: SourceRow = { id: 'kubelet', label: 'kubelet', about: 'pods and volumes of each node' };
const node: SourceRow = { id: 'node', label: 'node', about: 'CPU, memory, disks, network' };
const journal: SourceRow = { id: 'journal', label: 'journal', about: 'systemd of each node' };
const docker: SourceRow = { id: 'container-runtime', label: 'container runtime', about: 'containers of each node' };

/** Receivers that look at the cluster or at their node, by newest type. */
const sources: Readonly<Record<string, SourceRow>> = {
  k8s_cluster: kubernetesApi,
  k8s_events: kubernetesApi,
  k8s_objects: kubernetesApi,
  kubelet_stats: kubelet,
  host_metrics: node,
  journald: journal,
  systemd: journal,
  docker_stats: docker,
  podman_stats: docker,
};

/** Where a receiver gets telemetry from that is no server and no store: the cluster, the node, files. */
export function sourcesOf(component: ComponentView): readonly SourceRow[] {
  const { config, facts, type } = component;
  const newest = facts?.type ?? type;
  const row = Object.hasOwn(sources, newest) ? sources[newest] : undefined;
  if (row !== undefined) return [row];
  if (newest === 'file_log' || newest === 'otlp_json_file') return files(config);
  if (newest === 'prometheus') return discovered(config);
  return [];
}

function files(config: ConfigMap): readonly SourceRow[] {
  const list = Array.isArray(config.include) ? config.include.map(String) : [];
  return list.length === 0
    ? []
    : [{ id: `files/${list.join(',')}`, label: 'files', about: list.length === 1 ? (list[0] ?? '') : list.join(', ') }];
}

function discovered(config: ConfigMap): readonly SourceRow[] {
  return jobs(config).flatMap((job) => {
    const roles = at(job, 'kubernetes_sd_configs');
    if (!Array.isArray(roles)) return [];
    const role = roles.map((one) => String(at(one, 'role') ?? 'pod')).join(', ');
    return [{ id: `discovered/${role}`, label: `discovered: ${role}`, about: 'found by the Kubernetes API' }];
  });
}

/** Draws a server outside of the model; returns its id. */
export function server(sketch: Sketch, target: Pick<Target, 'host' | 'port'>, signals: readonly Signal[] = []): string {
  const { host = '', port } = target;
  const id = `outside/${host}${port === undefined ? '' : `:${port}`}`;
  const about = port === undefined ? '' : `port ${port}`;
  return sketch.node({ id, kind: 'destination', label: host, ...(about !== '' && { about }), signals });
}

/** Draws the server that a URL leads to; by another name where the URL does not say it. Returns its id. */
export function serverAt(sketch: Sketch, url: string, otherwise: string, signals: readonly Signal[] = []): string {
  const target = targetOf(url, nobody);
  return target?.host === undefined ? namedServer(sketch, otherwise, signals) : server(sketch, target, signals);
}

/** Draws a server of which no host is known; returns its id. */
export function namedServer(sketch: Sketch, label: string, signals: readonly Signal[] = []): string {
  return sketch.node({ id: `outside/${label}`, kind: 'destination', label, signals });
}

/** Draws a topic or a bucket; returns its id. */
export function store(sketch: Sketch, { kind, name, at: where }: Store, signals: readonly Signal[] = []): string {
  return sketch.node({ id: `${kind}/${where}/${name}`, kind, label: name, about: where, signals });
}

/** Whose environment an address is read in that is not a collector's: nothing is known of it. */
export const nobody: CollectorModel = {
  path: '',
  name: '',
  release: defaultRelease,
  config: {},
  featureGates: [],
  env: {},
  envFrom: [],
};
