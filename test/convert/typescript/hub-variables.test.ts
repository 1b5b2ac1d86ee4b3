import { App, Chart } from 'cdk8s';
import { importSources } from '../../../src/cli/importing/import';
import { Collector, exporters, log, MdaiHub, ottl, processors, receivers, rule } from '../../../src/index';
import type { ConfigValue } from '../../../src/model/config';
import { defaultRelease } from '../../../src/model/release';
import { type Manifest, synthesize } from '../../../src/testing';

/** A hub with variables of three kinds, and a collector with a filter and a transform that read them. */
function manifests(change: (config: Manifest) => void = () => undefined): Manifest[] {
  const chart = new Chart(new App(), 'mdai', { namespace: 'mdai' });
  const hub = new MdaiHub(chart, 'hub');
  const muted = hub.set('muted', { type: 'manual' });
  const limit = hub.int('limit', { type: 'manual' });
  const pattern = hub.string('pattern', { type: 'manual' });
  const others = hub.set('others', { type: 'manual' }).export('OTHERS', { join: ',' });
  const gateway = new Collector(chart, 'gateway');
  const filter = processors.filter({
    log_conditions: [
      log.attribute('team').in(muted),
      ottl.log`IsMatch(log.body, "${pattern}") and log.attributes["n"] == "\\d-${limit}"`,
      ottl.log`ContainsValue(Split("${others}", ","), log.attributes["team"])`,
    ],
  });
  const transform = processors.transform({
    log_statements: [
      ottl.log.statement`set(log.attributes["muted"], true) where log.attributes["team"] == "${pattern}"`,
    ],
  });
  gateway.pipeline('logs', {
    from: [receivers.otlp({ protocols: { grpc: {} } })],
    processors: [filter, transform],
    to: [exporters.debug()],
  });
  gateway.route('logs/teams', {
    from: [receivers.otlp('teams', { protocols: { http: {} } })],
    rules: [rule('muted', { when: log.attribute('team').in(muted), drop: true })],
    otherwise: { to: [exporters.debug()] },
  });
  const objects = synthesize(chart);
  change(objects.find(({ kind }) => kind === 'OpenTelemetryCollector')?.spec.config);
  return objects;
}

function imported(objects: readonly Manifest[]) {
  const documents = objects.map((content, i) => ({ path: `${i}.yaml`, content: content as unknown as ConfigValue }));
  return importSources(documents, defaultRelease, 'app');
}

function main(objects: readonly Manifest[]): string {
  const { files, differences } = imported(objects);
  expect(differences).toEqual([]);
  return files.get('main.ts') ?? '';
}

test('OTTL reads variables of the hub by their handles, and asks by itself whether they are empty', () => {
  const program = main(manifests());
  for (const said of [
    'rule(\'muted\', { when: ottl.log`ContainsValue(${muted}, log.attributes["team"])`, drop: true })',
    'ottl.log`ContainsValue(${muted}, log.attributes["team"])`',
    'ottl.log`IsMatch(log.body, "${pattern}") and log.attributes["n"] == "\\\\d-${limit}"`',
    'ottl.log`ContainsValue(Split("${othersExport}", ","), log.attributes["team"])`',
    'ottl.log.statement`set(log.attributes["muted"], true) where log.attributes["team"] == "${pattern}"`',
  ]) {
    expect(program).toContain(said);
  }
  expect(program).not.toMatch(/\$\{env:|envFrom|addLabel|verbatim/);
});

test('above three collectors, the file of one is given the handles that its OTTL reads', () => {
  const all = manifests();
  const [gateway] = all.filter(({ kind }) => kind === 'OpenTelemetryCollector');
  const more = ['a', 'b', 'c'].map((name) => ({ ...gateway, metadata: { ...gateway?.metadata, name } }));
  const { files, differences } = imported([...all, ...more] as Manifest[]);
  expect(differences).toEqual([]);
  expect(files.get('collectors/a.ts')).toContain('muted: ListValue');
  expect(files.get('collectors/a.ts')).toContain('ottl.log`ContainsValue(${muted}, log.attributes["team"])`');
});

test.each<[string, string]>([
  ['written in another way', 'IsMatch( log.body,"${env:PATTERN}" )'],
  ['without asking whether it is empty', 'log.body == "${env:PATTERN}"'],
  [
    'with another variable in it',
    'log.attributes["a"] == "x-${env:PATTERN}" and log.attributes["b"] == "x-${env:OTHER}"',
  ],
  ['with what a template cannot hold', 'log.attributes["`"] == "x-${env:PATTERN}"'],
  ['that is none', 'log.body = "x-${env:PATTERN}"'],
])('OTTL %s stays as it is', (_, condition) => {
  const program = main(
    manifests((config) => {
      config.processors.filter.log_conditions.push(condition);
    }),
  );
  expect(program).toContain(condition);
});
