import { selectorLabels } from '../../../model/collector-names';
import { at, type ConfigMap, type ConfigValue } from '../../../model/config';
import { list, map, maps, text, texts } from '../../values';
import { array, type Code, method, object, plain, standingFor, string, unlessEmpty } from '../code';
import type { ImportedObject, Made, Place } from '../form';
import { Unfit } from '../unfit';
import { literal } from '../value';
import type { Entries } from './entries';
import { readerOf } from './reader';
import { numberOf, textsOf } from './scalars';
import { endpointWords, scrapeConfigWords, scrapeOptions } from './scrape-options';
import { texts as textsCode } from './texts';

/** A `PodMonitor` for a collector, an observer or a hub monitor that stands in the same file. @throws Unfit */
export function scrapeTarget(imported: ImportedObject, place: Place): Made {
  const spec = map(imported.content.spec);
  const { namespace, elsewhere } = whereOf(imported);
  const target = targetOf(spec, elsewhere ?? namespace, place);
  if (target === undefined) throw new Unfit('what it reads is not in the program');
  // Its ports, and whose labels are kept, follow from what it is.
  const options = [...commonOptions(maps(spec.podMetricsEndpoints), ['honorLabels']), ...limitOf(spec)];
  return made(imported, place, 'scrape', [target, ...unlessEmpty(object(options))]);
}

/** A `PodMonitor` by the labels of the pods. @throws Unfit */
export function scrapePods(imported: ImportedObject, place: Place): Made {
  const endpoints = maps(at(imported.content, 'spec', 'podMetricsEndpoints'));
  return labelled(imported, place, 'scrapePods', endpoints, (endpoint) => endpoint.port ?? endpoint.portNumber);
}

/** A `ServiceMonitor` by the labels of the Services. @throws Unfit */
export function scrapeService(imported: ImportedObject, place: Place): Made {
  const endpoints = maps(at(imported.content, 'spec', 'endpoints'));
  return labelled(imported, place, 'scrapeService', endpoints, ({ port }) =>
    typeof port === 'string' ? port : undefined,
  );
}

/** A `ScrapeConfig` with addresses. @throws Unfit */
export function scrapeAddresses(imported: ImportedObject, place: Place): Made {
  const spec = map(imported.content.spec);
  const [config, ...others] = maps(spec.staticConfigs);
  if (config === undefined || others.length > 0) throw new Unfit('it does not read one list of addresses');
  const options = object([
    ['addresses', someTexts(config.targets)],
    ['labels', textsCode(config.labels)],
    ...scrapeOptions(spec, scrapeConfigWords),
    ...limitOf(spec),
  ]);
  return made(imported, place, 'scrapeAddresses', [string(whereOf(imported).name), options]);
}

/** A `Probe` of addresses. @throws Unfit */
export function probe(imported: ImportedObject, place: Place): Made {
  const spec = map(imported.content.spec);
  const { prober, module, params } = spec;
  const [address, path] = [at(prober, 'url'), at(prober, 'path')];
  const fixed = at(spec, 'targets', 'staticConfig');
  if (typeof address !== 'string') throw new Unfit('it names no prober');
  const named = Object.fromEntries(maps(params).map((one) => [text(one.name), list(one.values)]));
  const { scheme: _, path: __, params: ___, ...rest } = spec;
  const asked = {
    ...rest,
    ...(params !== undefined && { params: named }),
    ...(at(fixed, 'relabelingConfigs') !== undefined && { relabelings: at(fixed, 'relabelingConfigs') ?? null }),
  };
  const options = object([
    ['prober', string(address)],
    ['path', typeof path === 'string' && path !== '/probe' ? string(path) : undefined],
    ['scheme', at(prober, 'scheme') === 'https' ? string('https') : undefined],
    ['module', typeof module === 'string' ? string(module) : undefined],
    ['targets', someTexts(at(fixed, 'static'))],
    ['labels', textsCode(at(fixed, 'labels'))],
    ...scrapeOptions(asked, endpointWords),
    ...limitOf(spec),
  ]);
  return made(imported, place, 'probe', [string(whereOf(imported).name), options]);
}

interface Where {
  /** As the Prometheus calls it: without the namespace that it puts in front. */
  readonly name: string;
  readonly namespace: string | undefined;
  /** The other namespace in which it looks. */
  readonly elsewhere: string | undefined;
}

/** Whose monitor an object is, and where it looks. A name that does not begin with another namespace is one of the own. */
function whereOf({ content }: ImportedObject): Where {
  const [name, own] = [at(content, 'metadata', 'name'), at(content, 'metadata', 'namespace')];
  if (typeof name !== 'string') throw new Unfit('it has no name');
  const namespace = typeof own === 'string' ? own : undefined;
  const [other, ...others] = list(at(content, 'spec', 'namespaceSelector', 'matchNames'));
  const isPrefixed = typeof other === 'string' && others.length === 0 && other !== own && name.startsWith(`${other}-`);
  return isPrefixed
    ? { name: name.slice(other.length + 1), namespace, elsewhere: other }
    : { name, namespace, elsewhere: undefined };
}

function made(imported: ImportedObject, place: Place, call: string, args: readonly Code[]): Made {
  const { content } = imported;
  const { name, namespace } = whereOf(imported);
  const { prometheus, before } = readerOf(namespace, place);
  const claimed = `monitor ${prometheus.id}/${name}`;
  if (place.shared.has(claimed)) throw new Unfit(`its Prometheus reads something called "${name}" already`);
  place.shared.set(claimed, plain(prometheus.variable));
  const own = String(at(content, 'metadata', 'name'));
  const part = `${content.kind}-${own}`;
  return {
    before,
    value: method(plain(prometheus.variable), call, ...args),
    proposals: [],
    after: [],
    // Its issues stand below the Prometheus, by the name of the monitor.
    also: [...new Set([part, own, name])].map((id) => `${prometheus.id}/${id}`),
    part: { variable: prometheus.variable, id: part },
  };
}

function labelled(
  imported: ImportedObject,
  place: Place,
  call: string,
  endpoints: readonly ConfigMap[],
  portOf: (endpoint: ConfigMap) => ConfigValue | undefined,
): Made {
  const spec = map(imported.content.spec);
  const { name, elsewhere } = whereOf(imported);
  const labels = textsCode(at(spec, 'selector', 'matchLabels'));
  const ports = endpoints.map(portOf);
  const known = ports.filter((port) => typeof port === 'string' || typeof port === 'number');
  if (known.length === 0 || known.length < ports.length) throw new Unfit('an endpoint of it names no port');
  if (labels === undefined) throw new Unfit('it does not select by labels');
  const targets = object([
    ['name', string(name)],
    ['namespace', elsewhere === undefined ? undefined : string(elsewhere)],
    ['labels', labels],
  ]);
  const [port, ...others] = known.map(literal);
  const options = object([
    ['port', others.length === 0 ? port : array(known.map(literal))],
    ...commonOptions(endpoints),
    ...limitOf(spec),
  ]);
  // What all endpoints have in common stands for the first of them.
  return made(imported, place, call, [standingFor(targets, spec), standingFor(options, endpoints[0])]);
}

/** How all endpoints are read. */
function commonOptions(endpoints: readonly ConfigMap[], follows: readonly string[] = []): Entries {
  const [first = {}, ...others] = endpoints;
  const isCommon = (key: string, value: ConfigValue) => {
    return others.every((other) => JSON.stringify(other[key]) === JSON.stringify(value));
  };
  const common = Object.entries(first).filter(([key, value]) => !follows.includes(key) && isCommon(key, value));
  return scrapeOptions(Object.fromEntries(common), endpointWords);
}

function limitOf({ sampleLimit }: ConfigMap): Entries {
  return [['sampleLimit', numberOf(sampleLimit)]];
}

function someTexts(value: ConfigValue | undefined): Code {
  const code = textsOf(value);
  if (code === undefined || list(value).length === 0) throw new Unfit('it names no addresses');
  return code;
}

/** The part of the program whose pods a monitor selects. */
function targetOf(spec: ConfigMap, namespace: string | undefined, place: Place): Code | undefined {
  const labels = texts(at(spec, 'selector', 'matchLabels') ?? {});
  const key = (name: string | undefined) => `${namespace ?? ''}/${name}`;
  const instance = labels['app.kubernetes.io/instance']?.split('.').pop();
  const collector = instance === undefined ? undefined : place.collectors.get(key(instance));
  const isFound = backends.some((backend) =>
    sameLabels(labels, selectorLabels({ name: instance ?? '', namespace, backend })),
  );
  if (collector && isFound) return collector.variable;
  const observer = /^(.*)-mdai-observer$/.exec(labels.app ?? '')?.[1];
  const monitor = /^(.*)-mdai-collector$/.exec(labels['app.kubernetes.io/component'] ?? '')?.[1];
  return place.scraped.get(`MdaiObserver ${key(observer)}`) ?? place.scraped.get(`MdaiCollector ${key(monitor)}`);
}

const backends = ['operator', 'workload'] as const;

function sameLabels(some: Readonly<Record<string, string>>, others: Readonly<Record<string, string>>): boolean {
  const keys = Object.keys(some);
  return keys.length === Object.keys(others).length && keys.every((key) => some[key] === others[key]);
}
