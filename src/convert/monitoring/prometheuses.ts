import { at, type ConfigMap } from '../../model/config';
import { meetsSelector } from '../../model/label-selector';
import { type MonitoringKind, monitoringKinds } from '../../model/monitoring-object';
import type { AlertmanagerAddress, MonitoringSelection, PrometheusModel } from '../../model/prometheus';
import type { Names } from '../../source/origin';
import { limitsOf } from '../collectors/pod';
import { type Found, identityOf } from '../found';
import { podsIn } from '../links/pods';
import { collectorServices } from '../links/services';
import { originOf, type Reading } from '../reading';
import { list, map, maps, number, text, texts } from '../values';
import { isServedBy } from './addressee';
import { monitoringApis } from './kinds';
import { plainPrometheuses } from './plain';
import { operatorRemoteWrite } from './remote-write';
import { type Cluster, monitorReaders } from './scrapes';
import { optionalSelector } from './selector';
import { defaultVersion, versionOf } from './version';

const modes: Readonly<Record<string, PrometheusModel['mode']>> = {
  'monitoring.coreos.com/v1 Prometheus': 'server',
  'monitoring.coreos.com/v1alpha1 PrometheusAgent': 'agent',
};

/** What the operator fills in. */
const defaultInterval = '30s';

/** The Prometheuses among what was read, each with what it takes of monitors and rules. */
export function readPrometheuses(reading: Reading): PrometheusModel[] {
  const cluster: Cluster = {
    collectors: reading.lists.collectors,
    pods: podsIn(reading),
    services: reading.objects.filter(({ kind }) => kind === 'v1 Service'),
    leads: collectorServices(reading),
  };
  const ofOperator = reading.objects.flatMap((object) => {
    const mode = modes[object.kind];
    return mode === undefined ? [] : [prometheus(object, mode, reading, cluster)];
  });
  return [...ofOperator, ...plainPrometheuses(reading, cluster)];
}

/** What the model calls otherwise than the custom resource. */
const names: Names = {
  remoteWrite: [['spec', 'remoteWrite']],
  relabel: [['relabelings'], ['writeRelabelConfigs'], ['targets', 'staticConfig', 'relabelingConfigs']],
  metricRelabel: [['metricRelabelings']],
  // Of monitors: a `ScrapeConfig` calls it as the model does.
  scrapeInterval: [['interval']],
  queue: [['queueConfig']],
  port: [['portNumber'], ['targetPort']],
  name: [['jobName']],
};

function prometheus(object: Found, mode: PrometheusModel['mode'], reading: Reading, cluster: Cluster): PrometheusModel {
  const spec = map(object.content.spec);
  const { lists, origins } = reading;
  const takes = selections(spec, object.namespace, mode, namespacesIn(reading));
  const taken = (kind: MonitoringKind) =>
    reading.objects.filter((one) => monitoringApis[one.kind] === kind && isTaken(one, takes[kind]));
  origins.set(object.path, originOf(object, [['spec']], names));
  const used = new Set<string>();
  const scrapes = monitoringKinds.flatMap((kind) => {
    if (kind === 'PrometheusRule') return [];
    return taken(kind).flatMap((monitor) =>
      monitorReaders[kind](monitor, cluster).map((scrape) => {
        const name = freeName(scrape.name, [kind, monitor.namespace, scrape.name].filter(Boolean).join('/'), used);
        used.add(name);
        origins.set(`${object.path}/${name}`, { ...originOf(monitor, [['spec']], names), part: true });
        return { ...scrape, name };
      }),
    );
  });
  const rules = new Set(taken('PrometheusRule').map(({ path }) => path));
  const { version, image, replicas, shards, scrapeInterval, scrapeTimeout, evaluationInterval, retention } = spec;
  const { memoryMiB = 0, cpuMillis = 0 } = limitsOf(spec.resources);
  const alertmanager = mode === 'agent' ? undefined : alertmanagerOf(spec, object.namespace, reading);
  const externalUrl = spec.externalUrl;
  return {
    ...identityOf(object),
    mode,
    backend: 'operator',
    managed: true,
    selectorLabels: {},
    takes,
    version: (text(version) || versionOf(text(image)) || defaultVersion).replace(/^v/, ''),
    image: text(image),
    replicas: number(replicas) ?? 1,
    shards: number(shards) ?? 1,
    scrapeInterval: text(scrapeInterval) || defaultInterval,
    ...(scrapeTimeout !== undefined && { scrapeTimeout: text(scrapeTimeout) }),
    evaluationInterval: text(evaluationInterval) || defaultInterval,
    ...(retention !== undefined && { retention: text(retention) }),
    memoryMiB,
    cpuMillis,
    ...(externalUrl !== undefined && { externalUrl: text(externalUrl) }),
    externalLabels: texts(spec.externalLabels ?? {}),
    enableFeatures: list(spec.enableFeatures).map(text),
    remoteWrite: maps(spec.remoteWrite).map(operatorRemoteWrite),
    ...(alertmanager && { alertmanager }),
    scrapes,
    groups: lists.ruleFiles.filter(({ path }) => rules.has(path)).flatMap(({ groups }) => groups),
  };
}

/** A name that no other job has: monitors of two kinds, or of two namespaces, may share theirs. */
function freeName(name: string, longer: string, used: ReadonlySet<string>): string {
  if (!used.has(name)) return name;
  let free = longer;
  for (let i = 2; used.has(free); i++) free = `${longer} (${i})`;
  return free;
}

/** The sets of rules that a `ThanosRuler` evaluates in place of a Prometheus, by their paths. */
export function rulesOfRulers(reading: Reading): ReadonlySet<string> {
  const namespaces = namespacesIn(reading);
  const rulers = reading.objects.filter(({ kind }) => kind === 'monitoring.coreos.com/v1 ThanosRuler');
  const taken = rulers.flatMap(({ content, namespace }) => {
    const { PrometheusRule: rules } = selections(map(content.spec), namespace, 'server', namespaces);
    return reading.objects.filter((one) => monitoringApis[one.kind] === 'PrometheusRule' && isTaken(one, rules));
  });
  return new Set(taken.map(({ path }) => path));
}

const selectorFields: Readonly<Record<MonitoringKind, string>> = {
  PodMonitor: 'podMonitor',
  ServiceMonitor: 'serviceMonitor',
  Probe: 'probe',
  ScrapeConfig: 'scrapeConfig',
  PrometheusRule: 'rule',
};

function selections(
  spec: ConfigMap,
  own: string | undefined,
  mode: PrometheusModel['mode'],
  namespaces: ReadonlyMap<string, Readonly<Record<string, string>>>,
): Readonly<Record<MonitoringKind, MonitoringSelection>> {
  const selection = (kind: MonitoringKind): MonitoringSelection => {
    const field = selectorFields[kind];
    const labels = optionalSelector(spec[`${field}Selector`]);
    const within = optionalSelector(spec[`${field}NamespaceSelector`]);
    const isAll = within !== undefined && Object.keys(within.labels).length + within.expressions.length === 0;
    const named = within && [...namespaces].filter(([, has]) => meetsSelector(has, within)).map(([name]) => name);
    return {
      namespaces: isAll ? 'all' : (named ?? [own]),
      ...(labels && !(mode === 'agent' && kind === 'PrometheusRule') && { labels }),
    };
  };
  return Object.fromEntries(monitoringKinds.map((kind) => [kind, selection(kind)])) as Record<
    MonitoringKind,
    MonitoringSelection
  >;
}

/** The namespaces that are spoken of, with their labels as far as they are known. */
function namespacesIn({ objects }: Reading): ReadonlyMap<string, Readonly<Record<string, string>>> {
  const named = (name: string) => ({ 'kubernetes.io/metadata.name': name });
  const used = objects.flatMap(({ namespace }) =>
    namespace === undefined ? [] : [[namespace, named(namespace)] as const],
  );
  const said = objects
    .filter(({ kind }) => kind === 'v1 Namespace')
    .map(({ name, content }) => [name, { ...texts(at(content, 'metadata', 'labels') ?? {}), ...named(name) }] as const);
  return new Map([...used, ...said]);
}

function isTaken({ content, namespace }: Found, { namespaces, labels }: MonitoringSelection): boolean {
  if (labels === undefined || (namespaces !== 'all' && !namespaces.includes(namespace))) return false;
  return meetsSelector(texts(at(content, 'metadata', 'labels') ?? {}), labels);
}

/** The Alertmanager that alerts go to: the first of them, which this library's model has one of. */
function alertmanagerOf(spec: ConfigMap, own: string | undefined, { lists }: Reading): AlertmanagerAddress | undefined {
  const [first] = maps(at(spec, 'alerting', 'alertmanagers'));
  if (first === undefined) return undefined;
  const service = text(first.name);
  const namespace = first.namespace === undefined ? own : text(first.namespace);
  const model = lists.alertmanagers.find((one) => isServedBy(one, service, namespace));
  return { path: model?.path ?? '', service, ...(namespace !== undefined && { namespace }) };
}
