import type { CollectorModel } from '../model/collector';
import { certificateName } from '../model/collector-names';
import { at } from '../model/config';
import type { Issue } from '../model/issue';
import type { Keys } from '../model/keys';
import type { Model } from '../model/model';
import { nearest } from '../model/nearest';
import type { PrometheusModel } from '../model/prometheus';
import { readDuration } from '../model/prometheus-duration';
import type { KnownPort, ScrapeEndpoint, ScrapeModel } from '../model/scrape';
import { error, listed, placedAt, type Rule, warning } from './rule';

/** Scrapes that find nothing, or more than they should; Prometheus says nothing about either. */
export const scrapeTargets: Rule = (model) =>
  model.prometheuses.flatMap((prometheus) => [...targets(prometheus, model)]);

function* targets(prometheus: PrometheusModel, model: Model): Generator<Issue> {
  const names = new Set<string>();
  yield* timeout(prometheus.path, prometheus.scrapeTimeout, prometheus.scrapeInterval, []);
  for (const scrape of prometheus.scrapes) {
    const { name, endpoints } = scrape;
    const path = scrape.path ?? `${prometheus.path}/${name}`;
    if (names.has(name)) {
      const message = `two things that this Prometheus reads are called "${name}".`;
      yield placedAt(error('scrape-name', path, message, 'Give one of them another name.'), ['name']);
    }
    names.add(name);
    yield* selector(path, scrape);
    const collector = model.collectors.find((one) => one.path === scrape.of?.path);
    if (collector?.pod?.mode === 'sidecar') {
      const message = `${collector.path} is a sidecar: its pods are those of others, and carry other labels.`;
      const fix = `Read the pods that it joins, by their labels: scrapePods(workload, { port: ${firstPort(endpoints)} }) in TypeScript.`;
      yield placedAt(error('scrape-port', path, message, fix), keysOf(endpoints[0], 'port'));
      continue;
    }
    for (const endpoint of endpoints) {
      yield* timeout(path, endpoint.timeout, endpoint.interval ?? prometheus.scrapeInterval, keysOf(endpoint));
      yield* port(path, scrape, endpoint);
      if (collector) yield* local(path, collector, endpoint);
      if (endpoint.scheme === 'https' && endpoint.client?.tls === undefined && scrape.find.kind !== 'addresses') {
        const message = `port ${endpoint.port} is served with TLS, and pods are asked by their addresses, which no public authority vouches for.`;
        const fix =
          "Say whom to trust, and by which name: tlsConfig in YAML, tls: { ca: configMapFile('ca', 'ca.crt'), serverName: '…' } in TypeScript.";
        yield placedAt(warning('scrape-tls', path, message, fix), keysOf(endpoint, 'scheme'));
      }
      if (collector && collector.namespace !== prometheus.namespace && isOwnSecret(collector, endpoint)) {
        const message = `the certificate of ${collector.path} is in another namespace, where this Prometheus cannot read it.`;
        const fix =
          "Copy its authority beside the Prometheus: tls: { ca: configMapFile('ca', 'ca.crt'), serverName: '…' }.";
        yield placedAt(error('scrape-tls', path, message, fix), keysOf(endpoint, 'tlsConfig', 'ca'));
      }
    }
  }
}

/** Where a field of an endpoint stands. */
function keysOf({ keys = [] }: Partial<ScrapeEndpoint> = {}, ...field: Keys): Keys {
  return [...keys, ...field];
}

/** A scrape has to end before the next begins (Prometheus, config/config.go). */
function* timeout(path: string, limit: string | undefined, interval: string, keys: Keys): Generator<Issue> {
  if (limit === undefined || Number(readDuration(limit)) <= Number(readDuration(interval))) return;
  const message = `a scrape may take ${limit}, and the next begins after ${interval}.`;
  yield placedAt(error('scrape-timeout', path, message, `Write at most ${interval}.`), [...keys, 'scrapeTimeout']);
}

function isOwnSecret(collector: CollectorModel, { client }: ScrapeEndpoint): boolean {
  const certificates = (collector.files ?? []).flatMap((file) =>
    file.kind === 'certificate' ? [certificateName(collector, file.issuer)] : [],
  );
  return certificates.includes(client?.tls?.ca?.name ?? '');
}

function* selector(path: string, { find }: ScrapeModel): Generator<Issue> {
  if ((find.kind !== 'pods' && find.kind !== 'services') || Object.keys(find.labels).length > 0) return;
  if (find.expressions !== undefined) return;
  const what = find.kind === 'pods' ? 'pods' : 'Services';
  const message = `it has no labels, so its monitor would take all ${what} of the namespace.`;
  yield placedAt(error('scrape-selector', path, message, 'Give it labels that nothing else carries.'), ['selector']);
}

function* port(path: string, { find }: ScrapeModel, endpoint: ScrapeEndpoint): Generator<Issue> {
  if ((find.kind !== 'pods' && find.kind !== 'services') || find.ports === undefined) return;
  const { port: wanted } = endpoint;
  if (wanted === undefined || find.ports.some((known) => known.name === wanted || known.port === wanted)) return;
  const what = find.kind === 'pods' ? 'no container declares' : 'the Service has no';
  const message = `${what} port ${quoted(wanted)}, so nothing would be read.`;
  yield placedAt(error('scrape-port', path, message, otherPort(wanted, find.ports)), keysOf(endpoint, 'port'));
}

function otherPort(wanted: number | string, ports: readonly KnownPort[]): string {
  const names = ports.flatMap(({ name }) => name ?? []);
  const like = typeof wanted === 'string' ? nearest(wanted, names) : undefined;
  if (like !== undefined) return `Did you mean "${like}"?`;
  const numbers = ports.map(({ name, port: number }) => (name === undefined ? String(number) : `${number} (${name})`));
  return numbers.length === 0 ? 'Declare the port.' : `Declare it, or use one of: ${numbers.join(', ')}.`;
}

/** What listens on the loopback address is for its own pod. */
function* local(path: string, { path: collector, config }: CollectorModel, endpoint: ScrapeEndpoint): Generator<Issue> {
  const { port: wanted, exporter } = endpoint;
  const host =
    exporter === undefined ? readerHost(config, wanted) : hostOf(at(config, 'exporters', exporter, 'endpoint'));
  if (host === undefined || !loopback.test(host)) return;
  const who = exporter === undefined ? 'its own metrics' : `what ${listed([exporter])} makes`;
  const message = `${collector} serves ${who} at ${host}, which is reached within the pod alone.`;
  yield placedAt(error('scrape-port', path, message, 'Listen on 0.0.0.0.'), keysOf(endpoint, 'port'));
}

const loopback = /^(localhost|127(\.\d+){3}|\[?::1\]?)$/;

function readerHost(config: CollectorModel['config'], wanted: ScrapeEndpoint['port']): string | undefined {
  const readers: unknown = at(config, 'service', 'telemetry', 'metrics', 'readers');
  if (!Array.isArray(readers)) return undefined;
  for (const reader of readers) {
    const prometheus = at(reader, 'pull', 'exporter', 'prometheus');
    if (at(prometheus, 'port') !== wanted) continue;
    const host = at(prometheus, 'host');
    return typeof host === 'string' ? host : 'localhost';
  }
  return undefined;
}

function hostOf(endpoint: unknown): string | undefined {
  return typeof endpoint === 'string' ? /^(.*):\d+$/.exec(endpoint)?.[1] : undefined;
}

function firstPort([first]: readonly ScrapeEndpoint[]): string {
  return String(first?.port ?? 8888);
}

function quoted(value: number | string): string {
  return typeof value === 'string' ? `"${value}"` : String(value);
}
