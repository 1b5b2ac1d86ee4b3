import { posix } from 'node:path';
import { at, type ConfigMap, isConfigMap } from '../../model/config';
import { readGlob } from '../../model/glob';
import type { PrometheusModel } from '../../model/prometheus';
import type { ScrapeDiscovery, ScrapeModel } from '../../model/scrape';
import type { Pointer } from '../../source/document';
import type { Names, Origin } from '../../source/origin';
import { flagIn } from '../collectors/arguments';
import { limitsOf } from '../collectors/pod';
import { type FileText, mapIn, textsIn } from '../files';
import { calledOf, type Found } from '../found';
import { fileAt, type Mountable, mountable, mountedFiles } from '../mounts';
import { originOf, type Reading } from '../reading';
import { list, map, maps, number, text, texts } from '../values';
import { type Container, containersOf, wordsOf } from '../workloads';
import { addresseeOf } from './addressee';
import { endpointOf, plainWords } from './endpoint';
import { plainRemoteWrite } from './remote-write';
import type { Cluster } from './scrapes';
import { subjectOf } from './subject';
import { defaultVersion, versionOf } from './version';

/** Whether a map is the configuration of a Prometheus. */
export function isPrometheusConfig(content: ConfigMap): boolean {
  const { kind, scrape_configs: scrapes, rule_files: rules, global, remote_write: remote, alerting } = content;
  if (kind !== undefined) return false;
  if (maps(scrapes).some((scrape) => scrape.job_name !== undefined)) return true;
  const isGlobal = isConfigMap(global) && intervals.some((field) => global[field] !== undefined);
  return isGlobal || (Array.isArray(rules) && (Array.isArray(remote) || isConfigMap(alerting)));
}

const intervals = ['scrape_interval', 'evaluation_interval', 'external_labels', 'scrape_timeout'];

/** The Prometheuses whose configurations are files of their own, or of ConfigMaps and Secrets. */
export function plainPrometheuses(reading: Reading, cluster: Cluster): PrometheusModel[] {
  const { objects } = reading;
  const mounted = mountable(objects);
  const runBy = containersByFile(objects, mounted);
  const files = objects.filter(({ kind }) => kind === 'v1 ConfigMap' || kind === 'v1 Secret').flatMap(textsIn);
  const plain: Plain[] = [
    ...objects
      .filter(({ kind }) => kind === ' ')
      .map((object) => ({ path: object.path, config: object.content, origin: originOf(object, []), object })),
    ...files.flatMap((file) => {
      const { object, key, pointer } = file;
      const called = [calledOf(object), key].filter(Boolean).join('/');
      const origin = { ...originOf(object, [pointer]), called };
      const config = mapIn(file);
      return config ? [{ path: `${object.path}/${key}`, config, origin, object, container: runBy.get(file) }] : [];
    }),
  ];
  return plain
    .filter(({ config }) => isPrometheusConfig(config))
    .map((one) => prometheus(one, reading, cluster, mounted));
}

/** The containers that read each text as their configuration. */
function containersByFile(objects: readonly Found[], mounted: Mountable): ReadonlyMap<FileText, Container> {
  return new Map(
    objects.flatMap(containersOf).flatMap((container) => {
      const file = fileAt(container, configFile(container), mounted);
      return file ? [[file, container] as const] : [];
    }),
  );
}

function configFile(container: Container): string {
  return (
    flagIn(
      wordsOf(container).map((word) => word.text),
      'config.file',
    ) ?? ''
  );
}

interface Plain {
  readonly path: string;
  readonly config: ConfigMap;
  readonly origin: Origin;
  readonly object: Found;
  /** What runs it. */
  readonly container?: Container | undefined;
}

/** What the model calls otherwise than Prometheus. */
const names: Names = {
  externalLabels: [['global', 'external_labels']],
  remoteWrite: [['remote_write']],
  relabel: [['relabel_configs'], ['write_relabel_configs']],
  metricRelabel: [['metric_relabel_configs']],
  scrapeInterval: [['scrape_interval'], ['global', 'scrape_interval']],
  scrapeTimeout: [['scrape_timeout'], ['global', 'scrape_timeout']],
  evaluationInterval: [['global', 'evaluation_interval']],
  queue: [['queue_config']],
  name: [['job_name']],
  sourceLabels: [['source_labels']],
  targetLabel: [['target_label']],
  minShards: [['min_shards']],
  maxShards: [['max_shards']],
  maxSamplesPerSend: [['max_samples_per_send']],
};

function prometheus(
  { path, config, origin, object, container }: Plain,
  reading: Reading,
  cluster: Cluster,
  mounted: Mountable,
): PrometheusModel {
  const { global } = config;
  const words = container === undefined ? [] : wordsOf(container).map((word) => word.text);
  const isAgent = words.some((word) => /^--agent$|^--enable-feature=(.*,)?agent(,|$)/.test(word));
  const [base = []] = origin.bases;
  reading.origins.set(path, { ...origin, names });
  const scrapes = list(config.scrape_configs).map((job, i) => {
    const scrape = scrapeOf(map(job), i, cluster, object.document.path);
    const place: Pointer = [...base, 'scrape_configs', i];
    let called = scrape.name;
    for (let n = 2; reading.origins.has(`${path}/${called}`); n++) called = `${scrape.name} (${n})`;
    const shown = [origin.called, called].filter(Boolean).join('/');
    reading.origins.set(`${path}/${called}`, { ...origin, called: shown, part: true, bases: [place], names });
    return { ...scrape, path: `${path}/${called}` };
  });
  const workload = container?.workload;
  const image = text(container?.content.image);
  const { memoryMiB = 0, cpuMillis = 0 } = limitsOf(container?.content.resources);
  const timeout = at(global, 'scrape_timeout');
  const replicas = number(at(workload?.content, 'spec', 'replicas'));
  return {
    path,
    name: workload?.name ?? '',
    ...(workload?.namespace !== undefined && { namespace: workload.namespace }),
    mode: isAgent ? 'agent' : 'server',
    backend: 'workload',
    managed: true,
    selectorLabels: {},
    version: versionOf(image) ?? defaultVersion,
    image,
    replicas: replicas ?? 1,
    shards: 1,
    scrapeInterval: text(at(global, 'scrape_interval')) || '1m',
    ...(timeout !== undefined && { scrapeTimeout: text(timeout) }),
    evaluationInterval: text(at(global, 'evaluation_interval')) || '1m',
    memoryMiB,
    cpuMillis,
    externalLabels: texts(at(global, 'external_labels') ?? {}),
    enableFeatures: featuresIn(words),
    rulePatterns: isAgent ? [] : rulePatterns(config),
    remoteWrite: maps(config.remote_write).map(plainRemoteWrite),
    ...addresseeOf(config, workload?.namespace, reading.lists.alertmanagers),
    scrapes,
    groups: isAgent ? [] : groupsOf({ path, config, origin, object, container }, reading, mounted),
  };
}

function featuresIn(words: readonly string[]): string[] {
  return words
    .flatMap((word) => /^--?enable-feature=(.*)$/.exec(word)?.[1]?.split(',') ?? [])
    .filter((feature) => feature !== '' && feature !== 'agent');
}

function scrapeOf(job: ConfigMap, index: number, cluster: Cluster, file: string): ScrapeModel {
  const configs = maps(job.static_configs);
  const addresses = configs.flatMap((config) => list(config.targets).map(text));
  const labels = Object.assign({}, ...configs.map((config) => texts(config.labels ?? {}))) as Record<string, string>;
  // What service discovery finds, and steps of relabelling sort out, is not told apart here.
  const find: ScrapeDiscovery = { kind: 'addresses', addresses, labels };
  const limit = number(job.sample_limit);
  const name = text(job.job_name) || String(index);
  const scrape: ScrapeModel = {
    name,
    find,
    endpoints: [endpointOf(job, plainWords)],
    ...(limit !== undefined && { sampleLimit: limit }),
  };
  const found = subjectOf(job, addresses, cluster, file);
  if (found === undefined) return scrape;
  return { ...scrape, of: found.subject, endpoints: scrape.endpoints.map((one) => ({ ...one, ...found.endpoint })) };
}

/** The groups of the files of rules that a Prometheus reads. */
function groupsOf(
  { config, object, container }: Plain,
  { lists }: Reading,
  mounted: Mountable,
): PrometheusModel['groups'] {
  const patterns = rulePatterns(config);
  if (container !== undefined) {
    const isNamed = namesIn(patterns, posix.dirname(configFile(container)));
    const named = mountedFiles(container, mounted).filter(({ path }) => isNamed(path));
    const files = new Set(named.map(({ file }) => `${file.object.path}/${file.key}`));
    return lists.ruleFiles.filter(({ path }) => files.has(path)).flatMap(({ groups }) => groups);
  }
  // Files stand as they do beside the configuration.
  const isNamed = namesIn(patterns, posix.dirname(object.document.path));
  return lists.ruleFiles.filter(({ path }) => isNamed(posix.normalize(path))).flatMap(({ groups }) => groups);
}

function rulePatterns(config: ConfigMap): readonly string[] {
  return list(config.rule_files).map(text);
}

/** Whether a file is one of those that patterns name, which are seen from the folder of the configuration. */
function namesIn(patterns: readonly string[], folder: string): (path: string) => boolean {
  const names = patterns.map((pattern) => readGlob(posix.isAbsolute(pattern) ? pattern : posix.join(folder, pattern)));
  return (path) => names.some((one) => typeof one === 'object' && one.test(path));
}
