import { at, type ConfigMap } from '../../model/config';
import type { RelabelModel, ScrapeEndpoint, ScrapeSubject } from '../../model/scrape';
import { wholeMatch } from '../../model/whole-match';
import { nearest, type Pods } from '../links/pods';
import { list, maps, text } from '../values';
import { relabelSteps } from './relabel';
import { type Cluster, exporterAt } from './scrapes';

/** What a job of Prometheus itself reads, where that is one part of the model. */
export interface FoundSubject {
  readonly subject: ScrapeSubject;
  readonly endpoint: Pick<ScrapeEndpoint, 'port' | 'exporter'>;
}

/** The part of the model that a job reads, by the address of a Service, or by what it keeps of the pods that it finds. */
export function subjectOf(
  job: ConfigMap,
  addresses: readonly string[],
  cluster: Cluster,
  file: string,
): FoundSubject | undefined {
  const [address, ...others] = addresses;
  if (address !== undefined) return others.length === 0 ? atAddress(address, cluster, file) : undefined;
  const [discovery] = maps(job.kubernetes_sd_configs).filter(({ role }) => role === 'pod');
  return discovery && keptOf(discovery, relabelSteps(job.relabel_configs), cluster, file);
}

function atAddress(address: string, cluster: Cluster, file: string): FoundSubject | undefined {
  const [, host = '', port] = /^([^:]+):(\d+)$/.exec(address) ?? [];
  const [name, namespace = ''] = host.split('.');
  const service = cluster.leads.find(`${namespace}/${name}`, file);
  if (service === undefined || port === undefined) return undefined;
  const behind = service.behind(Number(port)) ?? Number(port);
  const subject: ScrapeSubject = { kind: 'collector', path: service.collector.path };
  return { subject, endpoint: { port: behind, ...exporterAt({ subject }, { port: behind }, cluster) } };
}

const portLabels = ['__meta_kubernetes_pod_container_port_number', '__meta_kubernetes_pod_container_port_name'];

/** The only pods that a job keeps, where it looks at their labels at all. */
function keptOf(
  discovery: ConfigMap,
  steps: readonly RelabelModel[],
  cluster: Cluster,
  file: string,
): FoundSubject | undefined {
  const kept = steps.filter(({ action, sourceLabels = [] }) => action === 'keep' && sourceLabels.every(isOfLabel));
  if (kept.length === 0) return undefined;
  const names = list(at(discovery, 'namespaces', 'names')).map(text);
  const selected = cluster.pods.filter(
    ({ labels, namespace }) =>
      (names.length === 0 || names.includes(namespace ?? '')) && kept.every((step) => keeps(step, labels)),
  );
  const found = nearest(selected, file);
  const [pods] = found;
  if (pods === undefined || found.length > 1) return undefined;
  const port = portIn(steps);
  return {
    subject: pods.subject,
    endpoint: port === undefined ? {} : { port, ...exporterAt(pods, { port }, cluster) },
  };
}

const label = /^__meta_kubernetes_pod_label(present)?_(.*)$/;

function isOfLabel(source: string): boolean {
  return label.test(source);
}

function keeps({ sourceLabels = [], separator = ';', regex = '(.*)' }: RelabelModel, labels: Pods['labels']): boolean {
  const discovered = new Map(
    Object.entries(labels).map(([name, value]) => [name.replace(/[^a-zA-Z0-9_]/g, '_'), value] as const),
  );
  const values = sourceLabels.map((source) => {
    const [, present, name = ''] = label.exec(source) ?? [];
    const value = discovered.get(name);
    return present === undefined ? (value ?? '') : value === undefined ? '' : 'true';
  });
  try {
    return wholeMatch(regex, 'prometheus')(values.join(separator)) === true;
  } catch {
    return false;
  }
}

/** The port that a job keeps, where it is one alone. */
function portIn(steps: readonly RelabelModel[]): string | number | undefined {
  for (const { action, sourceLabels = [], regex = '' } of steps) {
    const [source, ...others] = sourceLabels;
    if (action !== 'keep' || source === undefined || others.length > 0 || !portLabels.includes(source)) continue;
    if (/^\d+$/.test(regex)) return Number(regex);
    if (/^[a-z0-9-]+$/.test(regex)) return regex;
  }
  return undefined;
}
