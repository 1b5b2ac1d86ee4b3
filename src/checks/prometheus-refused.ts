import { readGlob } from '../model/glob';
import type { Issue } from '../model/issue';
import type { Keys } from '../model/keys';
import { isLabelName, type NameScheme } from '../model/label-name';
import type { PrometheusModel, RemoteWriteModel, RemoteWriteQueueModel } from '../model/prometheus';
import { readDuration } from '../model/prometheus-duration';
import { prometheusRelease } from '../model/prometheus-release';
import type { RelabelModel } from '../model/scrape';
import { relabelProblem } from './relabel-problem';
import { error, placedAt, placedAtKey, type Rule, warning } from './rule';

/** What Prometheus would refuse of its own configuration (config/config.go), so that it would not start. */
export const prometheusRefused: Rule = (model) => model.prometheuses.flatMap((prometheus) => [...refused(prometheus)]);

function* refused(prometheus: PrometheusModel): Generator<Issue> {
  const { path, externalLabels, remoteWrite, scrapes } = prometheus;
  const { names } = prometheusRelease(prometheus.version);
  yield* durations(path, prometheus, []);
  yield* patternProblems(prometheus);
  for (const label of Object.keys(externalLabels)) {
    if (isLabelName(label, names)) continue;
    const issue = error('prometheus-refused', `${path}/externalLabels`, `"${label}" is no name of a label.`, namesFix);
    yield placedAtKey(issue, ['externalLabels', label]);
  }
  for (const { name, endpoints, path: place = `${path}/${name}` } of scrapes) {
    for (const { relabel = [], metricRelabel = [], interval, timeout, keys = [] } of endpoints) {
      yield* durations(place, { scrapeInterval: interval, scrapeTimeout: timeout }, keys);
      yield* relabelling(`${place}/relabel`, relabel, names, [...keys, 'relabel']);
      yield* relabelling(`${place}/metricRelabel`, metricRelabel, names, [...keys, 'metricRelabel']);
    }
  }
  const seen = new Set<string>();
  for (const [i, remote] of remoteWrite.entries()) {
    const place = `${path}/remoteWrite/${i}`;
    yield* relabelling(`${place}/relabel`, remote.relabel, names, ['remoteWrite', i, 'relabel']);
    yield* remoteProblems(place, remote);
    if (prometheusRelease(prometheus.version).checksQueues) yield* queueProblems(`${place}/queue`, remote.queue ?? {});
    if (remote.name === undefined) continue;
    if (seen.has(remote.name)) {
      const message = `"${remote.name}" is the name of another, too.`;
      const issue = error('prometheus-refused', place, message, 'Give it another name.');
      yield placedAt(issue, ['remoteWrite', i, 'name']);
    }
    seen.add(remote.name);
  }
}

/** Patterns of files that Prometheus refuses (config/config.go), or that Go does when it looks for the files. */
function* patternProblems({ path, rulePatterns = [] }: PrometheusModel): Generator<Issue> {
  for (const [i, pattern] of rulePatterns.entries()) {
    const place = `${path}/rule_files/${i}`;
    const names = readGlob(pattern);
    const fix = 'Close the bracket, or write a backslash before what means itself.';
    if (!/^[^*]*(?:\*[^/]*)?$/.test(pattern)) {
      const message = `"${pattern}" has a "*" before a slash.`;
      yield error('prometheus-refused', place, message, 'Write it in the name of the file.');
    } else if (names === 'refused') {
      yield error('prometheus-refused', place, `"${pattern}" is no pattern of files.`, fix);
    } else if (names === 'refused later') {
      const message = `"${pattern}" is no pattern of files, which Prometheus finds when there is a file that begins like it.`;
      yield warning('prometheus-refused', place, message, fix);
    }
  }
}

/** Lengths of time that are none. */
function* durations(
  path: string,
  { scrapeInterval, scrapeTimeout, evaluationInterval }: Partial<PrometheusModel>,
  keys: Keys,
): Generator<Issue> {
  for (const [field, text] of Object.entries({ scrapeInterval, scrapeTimeout, evaluationInterval })) {
    if (text === undefined || typeof readDuration(text) === 'number') continue;
    const fix = 'Write whole numbers with units, the biggest first and each once: 1h30m.';
    const issue = error('prometheus-refused', `${path}/${field}`, `"${text}" is no duration.`, fix);
    yield placedAt(issue, [...keys, field]);
  }
}

const namesFix = 'Use letters, digits and underscores, and no digit first.';

function* relabelling(path: string, steps: readonly RelabelModel[], names: NameScheme, keys: Keys): Generator<Issue> {
  for (const [i, step] of steps.entries()) {
    const problem = relabelProblem(step, names);
    if (problem === undefined) continue;
    const issue = error('relabel-refused', `${path}/${i}`, `${problem.message}.`, 'Correct the step, or take it away.');
    yield placedAt(issue, [...keys, i, ...(problem.keys ?? [])]);
  }
}

const queueDefaults = { minShards: 1, maxShards: 50, minBackoff: '30ms', maxBackoff: '5s' } as const;

function* queueProblems(path: string, given: RemoteWriteQueueModel): Generator<Issue> {
  const queue = { ...queueDefaults, ...given };
  for (const field of ['minShards', 'maxShards', 'maxSamplesPerSend', 'capacity'] as const) {
    const value = given[field];
    if (value !== undefined && value <= 0) {
      yield error('prometheus-refused', `${path}/${field}`, `${field} is ${value}.`, 'Write a number above zero.');
    }
  }
  if (queue.minShards > queue.maxShards) {
    const message = `minShards is ${queue.minShards}, above maxShards, ${queue.maxShards}.`;
    yield error('prometheus-refused', path, message, 'Raise maxShards.');
  }
  if (Number(readDuration(queue.minBackoff)) > Number(readDuration(queue.maxBackoff))) {
    const message = `minBackoff is ${queue.minBackoff}, above maxBackoff, ${queue.maxBackoff}.`;
    yield error('prometheus-refused', path, message, 'Raise maxBackoff.');
  }
}

/** Headers that Prometheus writes itself. */
const ownHeaders: ReadonlySet<string> = new Set([
  'host',
  'content-encoding',
  'content-length',
  'content-type',
  'user-agent',
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'www-authenticate',
  'accept-encoding',
  'x-prometheus-remote-write-version',
  'x-prometheus-remote-read-version',
  'x-amz-date',
  'x-amz-security-token',
  'x-amz-content-sha256',
]);

function* remoteProblems(path: string, { url, headers, client, sigv4 }: RemoteWriteModel): Generator<Issue> {
  if (!URL.canParse(url)) {
    yield error('prometheus-refused', `${path}/url`, `"${url}" is no URL.`, 'Write it with its scheme: https://….');
  }
  for (const header of Object.keys(headers)) {
    const name = header.toLowerCase();
    if (name === 'authorization') {
      const fix = "Write authorization: { credentials: … }, from a Secret: secret('name', 'key') in TypeScript.";
      yield error('prometheus-refused', `${path}/headers/${header}`, 'the header Authorization is a secret.', fix);
    } else if (ownHeaders.has(name)) {
      const message = `Prometheus writes the header ${header} itself.`;
      yield error('prometheus-refused', `${path}/headers/${header}`, message, 'Leave it out.');
    }
  }
  if (sigv4 && (client.basicAuth || client.authorization)) {
    const message = 'sigv4 signs requests, and a name and a password, or a token, would sign them, too.';
    yield error('prometheus-refused', path, message, 'Give one of them.');
  }
}
