import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { App, Chart } from 'cdk8s';
import { findComponent } from '../../src/catalog/catalog';
import { readIndex } from '../../src/catalog/generated';
import { Collector, exporters, presets } from '../../src/index';
import { type ComponentKind, parseComponentId } from '../../src/model/component-id';
import { type Release, releases } from '../../src/model/release';
import type { Manifest } from '../../src/testing';
import { isOfMachine, Judge, type Verdict } from '../../tools/catalogue/judge';
import { tool } from '../../tools/locate';
import { collectorOf } from '../presets/configured';
import { variants } from '../presets/variants';
import { freePorts } from './kubernetes/ports';
import { logsIn } from './otlp-file';
import { Running, scratch, until, yamlFile } from './process';

const judges = new Map<string, Judge>();
const pod = { K8S_NODE_NAME: 'node', K8S_NODE_IP: '127.0.0.1', K8S_NAMESPACE: 'telemetry', K8S_POD_NAME: 'agent-x' };

// A processor that names this variable is refused without it.
beforeAll(() => Object.assign(process.env, pod));
afterAll(() => Promise.all([...judges.values()].map((judge) => judge.close())));

/** Clients of the Kubernetes API are made with the component, from what a pod has. */
const outsideOfPod = /KUBERNETES_SERVICE_HOST|failed to create k8s client/;

const rows = Object.keys(variants).flatMap((name) => releases.map((release) => [name, release] as const));

test.each(rows)(
  '%s is taken by the components of %s',
  async (name, release) => {
    const refused: Verdict[] = [];
    for (const [kind, id, config] of sections(collectorOf(variants[name]!, release).toConfig() as Manifest)) {
      const verdict = await judged(id, kind, config, release);
      if (!verdict.accepted && !isOfMachine(verdict) && !outsideOfPod.test(verdict.message ?? ''))
        refused.push(verdict);
    }
    expect(refused).toEqual([]);
  },
  900_000,
);

function sections(config: Manifest): (readonly [ComponentKind, string, unknown])[] {
  return (['receiver', 'processor', 'extension'] as const).flatMap((kind) =>
    Object.entries(config[`${kind}s`] ?? {}).map(([id, body]) => [kind, id, body] as const),
  );
}

/** What the components say that the catalogue describes a release from; they may bear older names than the release's. */
async function judged(id: string, kind: ComponentKind, config: unknown, release: Release): Promise<Verdict> {
  const newest = findComponent(kind, parseComponentId(id)!.type)!.type;
  const place = readIndex()[kind][newest]!.releases[release]!;
  const judge = judges.get(place.from) ?? new Judge(place.from);
  judges.set(place.from, judge);
  const [verdict] = await judge.ask([{ id, kind, type: basename(place.file), config }]);
  return verdict!;
}

/** Runs a collector with presets until something is so, and returns what it printed. */
async function ran(collector: Collector, folder: string, holds: () => boolean, what: string): Promise<string> {
  const config = JSON.parse(JSON.stringify(collector.toConfig()).replaceAll(/\/var\/(log|lib)/g, `${folder}/$1`));
  const file = yamlFile(folder, 'collector.yaml', config);
  const program = new Running(tool('otelcol-0.159.0'), [`--config=${file}`], pod);
  try {
    await until(holds, what);
  } finally {
    await program.stop();
  }
  return program.output;
}

function bare(): Collector {
  return new Collector(new Chart(new App(), 'telemetry'), 'agent', {
    defaults: false,
    telemetry: { metrics: { level: 'none' } },
  });
}

test('pod logs are those of the other pods, and a restart goes on where it was', async () => {
  const folder = scratch();
  const out = join(folder, 'out.json');
  write(folder, 'telemetry_agent-x_1/otelcol/0.log', 'own');
  write(folder, 'telemetry_agent-y_2/otelcol/0.log', 'of another agent');
  write(folder, 'shop_api-1_3/main/0.log', 'first');
  const collector = bare();
  const from = [presets.podLogs({ checkpoints: true, startAt: 'beginning' })];
  collector.pipeline('logs', { from, to: [exporters.file({ path: out })] });

  await ran(collector, folder, () => logsIn(out).length >= 2, 'two records');
  const [first] = logsIn(out).filter(({ body }) => body === 'first');
  expect(first?.resource).toMatchObject({
    'k8s.namespace.name': 'shop',
    'k8s.pod.name': 'api-1',
    'k8s.container.name': 'main',
    'k8s.pod.uid': '3',
  });
  const before = logsIn(out).map(({ body }) => body);
  expect(before.sort()).toEqual(['first', 'of another agent']);

  write(folder, 'shop_api-1_3/main/0.log', 'first', 'second');
  write(folder, 'shop_api-2_4/main/0.log', 'new');
  const onward = bare();
  const later = join(folder, 'later.json');
  onward.pipeline('logs', { from: [presets.podLogs({ checkpoints: true })], to: [exporters.file({ path: later })] });
  await ran(onward, folder, () => logsIn(later).length >= 2, 'two more records');
  const after = logsIn(later).map(({ body }) => body);
  expect(after.sort()).toEqual(['new', 'second']);
});

function write(folder: string, path: string, ...lines: readonly string[]): void {
  const file = join(folder, 'log/pods', path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, lines.map((line) => `2026-01-01T00:00:00.000000000Z stdout F ${line}\n`).join(''));
}

test('the machine is read without an error', async () => {
  const folder = scratch();
  const out = join(folder, 'out.json');
  const collector = bare();
  // A root of its own is a mounted folder, which a test does not have.
  const from = [presets.hostMetrics({ interval: '1s', processes: true, config: { root_path: '/' } })];
  collector.pipeline('metrics', { from, to: [exporters.file({ path: out })] });
  const scraped = ['system.cpu.time', 'system.memory.usage', 'system.network.io', 'process.cpu.time'];
  const output = await ran(collector, folder, () => scraped.every((name) => text(out).includes(name)), 'all scrapers');
  expect(output.split('\n').filter((line) => line.includes('\terror\t'))).toEqual([]);
});

test('a collector reads its own metrics, under the name of its pod', async () => {
  const folder = scratch();
  const out = join(folder, 'out.json');
  const [port = 0] = await freePorts(1);
  const prometheus = { host: 'localhost', port };
  const collector = new Collector(new Chart(new App(), 'telemetry'), 'agent', {
    defaults: false,
    telemetry: { metrics: { readers: [{ pull: { exporter: { prometheus } } }] } },
  });
  const from = [presets.selfMonitoring({ port, interval: '1s' })];
  collector.pipeline('metrics', { from, to: [exporters.file({ path: out })] });
  await ran(collector, folder, () => text(out).includes('otelcol_process_uptime'), 'the uptime');
  const attributes = Object.fromEntries(
    JSON.parse(text(out).split('\n')[0]!).resourceMetrics[0].resource.attributes.map(
      ({ key, value }: Manifest) => [key, value.stringValue] as const,
    ),
  );
  expect(attributes).toMatchObject({ 'service.name': 'otel-collector', 'service.instance.id': 'agent-x' });
});

function text(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
