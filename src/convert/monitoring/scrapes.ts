import type { CollectorModel } from '../../model/collector';
import { at, type ConfigMap } from '../../model/config';
import type { LabelSelector } from '../../model/label-selector';
import type { MonitoringKind } from '../../model/monitoring-object';
import type { ScrapeDiscovery, ScrapeEndpoint, ScrapeModel } from '../../model/scrape';
import type { Found } from '../found';
import { isSelected, nearest, type Pods, serviceSelector } from '../links/pods';
import type { CollectorServices } from '../links/services';
import { list, map, maps, number, text, texts } from '../values';
import { endpointOf, monitorWords, scrapeConfigWords } from './endpoint';
import { selectorOf } from './selector';

/** What is known of the pods and Services of a cluster. */
export interface Cluster {
  readonly collectors: readonly CollectorModel[];
  readonly pods: readonly Pods[];
  readonly services: readonly Found[];
  readonly leads: CollectorServices;
}

/** What a monitor lets a Prometheus read. One that takes the pods of several parts of the model is a job for each. */
export const monitorReaders: Readonly<
  Record<Exclude<MonitoringKind, 'PrometheusRule'>, (monitor: Found, cluster: Cluster) => readonly ScrapeModel[]>
> = {
  PodMonitor: (monitor, cluster) => ofPods(monitor, 'pods', 'podMetricsEndpoints', cluster.pods, cluster),
  ServiceMonitor: (monitor, cluster) => ofPods(monitor, 'services', 'endpoints', behind(monitor, cluster), cluster),
  Probe: (monitor) => [ofProbe(monitor)],
  ScrapeConfig: (monitor) => [ofScrapeConfig(monitor)],
};

type Spec = ConfigMap;

function ofPods(
  monitor: Found,
  kind: 'pods' | 'services',
  field: 'podMetricsEndpoints' | 'endpoints',
  candidates: readonly Pods[],
  cluster: Cluster,
): ScrapeModel[] {
  const spec: Spec = map(monitor.content.spec);
  const selector = selectorOf(spec.selector);
  const namespaces = namespacesOf(spec, monitor.namespace);
  const taken = candidates.filter((pods) => kind === 'services' || isSelected(pods, selector, namespaces));
  const subjects = nearest(taken, monitor.document.path);
  const endpoints = maps(spec[field]).map((endpoint, i) => ({
    keys: ['spec', field, i],
    ...endpointOf(endpoint, monitorWords),
    ...portOf(endpoint),
  }));
  const only = subjects.length === 1 ? subjects[0] : undefined;
  const find = discovery(kind, selector, namespaces, kind === 'pods' ? only : undefined);
  const sampleLimit = number(spec.sampleLimit);
  const scrape = { name: monitor.name, find, ...(sampleLimit !== undefined && { sampleLimit }) };
  if (subjects.length === 0) return [{ ...scrape, endpoints }];
  return subjects.map((pods) => ({
    ...scrape,
    name: only === undefined ? `${monitor.name} (${pods.name})` : monitor.name,
    of: pods.subject,
    endpoints: endpoints.map((endpoint) => ({ ...endpoint, ...exporterAt(pods, endpoint, cluster) })),
  }));
}

/** The exporter that serves a port of a collector; none where the collector serves its own metrics there. */
export function exporterAt(
  { subject, ports = [] }: Pick<Pods, 'subject' | 'ports'>,
  { port }: Pick<ScrapeEndpoint, 'port'>,
  { collectors }: Pick<Cluster, 'collectors'>,
): Pick<ScrapeEndpoint, 'exporter'> {
  const collector = subject.kind === 'collector' ? collectors.find(({ path }) => path === subject.path) : undefined;
  const number = ports.find(({ name }) => name === port)?.port ?? port;
  const exporters = map(collector && map(collector.config).exporters);
  const exporter = Object.keys(exporters).find(
    (id) => /^prometheus(\/|$)/.test(id) && text(at(exporters, id, 'endpoint')).endsWith(`:${number}`),
  );
  return exporter === undefined ? {} : { exporter };
}

function discovery(
  kind: 'pods' | 'services',
  { labels, expressions }: LabelSelector,
  namespaces: 'all' | readonly (string | undefined)[],
  pods: Pods | undefined,
): ScrapeDiscovery {
  const [only] = namespaces === 'all' ? [] : namespaces;
  return {
    kind,
    ...(namespaces !== 'all' && namespaces.length === 1 && only !== undefined && { namespace: only }),
    labels,
    ...(expressions.length > 0 && { expressions }),
    ...(pods?.ports && { ports: pods.ports }),
  };
}

/** The namespaces in which a monitor looks: its own, unless it says others. */
function namespacesOf(spec: Spec, own: string | undefined): 'all' | readonly (string | undefined)[] {
  if (at(spec, 'namespaceSelector', 'any') === true) return 'all';
  const names = list(at(spec, 'namespaceSelector', 'matchNames')).map(text);
  return names.length > 0 ? names : [own];
}

/** The pods behind the Services that a monitor takes. */
function behind(monitor: Found, { pods, services }: Cluster): readonly Pods[] {
  const spec: Spec = map(monitor.content.spec);
  const selector = selectorOf(spec.selector);
  const namespaces = namespacesOf(spec, monitor.namespace);
  const taken = services.filter((service) => {
    const labels = texts(at(service.content, 'metadata', 'labels') ?? {});
    return isSelected({ labels, namespace: service.namespace }, selector, namespaces);
  });
  return pods.filter((one) =>
    taken.some((service) => {
      const wanted = serviceSelector(service);
      return wanted !== undefined && isSelected(one, wanted, [service.namespace]);
    }),
  );
}

/** A port by its name, or by its number. */
function portOf({ port, portNumber, targetPort }: ConfigMap): Pick<ScrapeEndpoint, 'port'> {
  const said = port ?? portNumber ?? targetPort;
  return typeof said === 'string' || typeof said === 'number' ? { port: said } : {};
}

function ofProbe(monitor: Found): ScrapeModel {
  const spec: Spec = map(monitor.content.spec);
  const { prober, module, targets } = spec;
  const fixed = at(targets, 'staticConfig');
  const find: ScrapeDiscovery = {
    kind: 'probe',
    prober: {
      address: text(at(prober, 'url')),
      path: text(at(prober, 'path')) || '/probe',
      scheme: text(at(prober, 'scheme')).toLowerCase() === 'https' ? 'https' : 'http',
    },
    ...(module !== undefined && { module: text(module) }),
    targets: list(at(fixed, 'static')).map(text),
    labels: texts(at(fixed, 'labels') ?? {}),
  };
  const relabel = at(fixed, 'relabelingConfigs');
  const { params, ...rest } = spec;
  const named = Object.fromEntries(maps(params).map((one) => [text(one.name), list(one.values)]));
  const endpoint = endpointOf(
    { ...rest, ...(relabel !== undefined && { relabelings: relabel }), ...(params !== undefined && { params: named }) },
    monitorWords,
  );
  return { name: monitor.name, find, endpoints: [{ keys: ['spec'], ...endpoint }], ...limit(spec) };
}

function ofScrapeConfig(monitor: Found): ScrapeModel {
  const spec: Spec = map(monitor.content.spec);
  const configs = maps(spec.staticConfigs);
  const labels = configs.map((config) => texts(config.labels ?? {}));
  const find: ScrapeDiscovery = {
    kind: 'addresses',
    addresses: configs.flatMap((config) => list(config.targets).map(text)),
    labels: Object.assign({}, ...labels) as Record<string, string>,
  };
  const endpoints = [{ keys: ['spec'], ...endpointOf(spec, scrapeConfigWords) }];
  return { name: monitor.name, find, endpoints, ...limit(spec) };
}

function limit({ sampleLimit }: Spec): Pick<ScrapeModel, 'sampleLimit'> {
  const most = number(sampleLimit);
  return most === undefined ? {} : { sampleLimit: most };
}
