import { createHash, createHmac } from 'node:crypto';
import { basename, join } from 'node:path';
import { App, Chart } from 'cdk8s';
import { findComponent } from '../../src/catalog/catalog';
import { readIndex } from '../../src/catalog/generated';
import {
  Collector,
  deduplicate,
  exporters,
  log,
  patterns,
  processors,
  receivers,
  redact,
  resource,
  tenants,
} from '../../src/index';
import { type Release, releases } from '../../src/model/release';
import type { Manifest } from '../../src/testing';
import { Judge } from '../../tools/catalogue/judge';
import { tool } from '../../tools/locate';
import { known131, known159 } from '../catalog/policies';
import { freePorts } from './kubernetes/ports';
import { Running, ready, run, Started, scratch, until, yamlFile } from './process';
import {
  type Attributes,
  attributes,
  type Plain,
  plain,
  plainAttributes,
  type Received,
  received,
  type Sent,
  send,
  value,
} from './processing/otlp';
import { samples } from './processing/samples';
import { aggregated, scenariosOf, spans } from './processing/scenarios';

const key = 'k'.repeat(32);
const environment = { REGION: 'eu-1', HMAC_KEY: key };
const started = new Started();
afterAll(() => started.stop());

function bare(release: Release): Collector {
  return new Collector(new Chart(new App(), 'telemetry'), 'gateway', {
    release,
    defaults: false,
    telemetry: { metrics: { level: 'none' } },
  });
}

/** Where a collector listens, and its folder for what arrives. */
interface Place {
  readonly port: number;
  readonly folder: string;
  readonly program: Running;
}

/** Starts a real collector. */
async function start(collector: Collector, release: Release, folder: string, port: number): Promise<Place> {
  const config = yamlFile(folder, 'collector.yaml', collector.toConfig());
  const checked = run(tool(`otelcol-${release}`), ['validate', `--config=${config}`], environment);
  expect(checked).toEqual({ ok: true, output: expect.anything() });
  const program = new Running(tool(`otelcol-${release}`), [`--config=${config}`], environment);
  await started.add(ready(program).then(() => program));
  return { port, folder, program };
}

async function placed() {
  const [port = 0] = await freePorts(1);
  const folder = scratch();
  const otlp = receivers.otlp({ protocols: { http: { endpoint: `127.0.0.1:${port}` } } });
  const file = (name: string) => exporters.file(name, { path: join(folder, `${name}.json`) });
  return { port, folder, otlp, file };
}

describe.each(releases)('in %s', (release) => {
  let place: Place;

  beforeAll(async () => {
    const { port, folder, otlp, file } = await placed();
    const collector = bare(release);
    for (const [name, processor] of Object.entries(scenariosOf(release))) {
      for (const signal of ['logs', 'traces', 'metrics'] as const) {
        const to = [file(`${signal}-${name}`)];
        collector.pipeline(`${signal}/${name}`, { from: [otlp], processors: [processor], to });
      }
    }
    for (const [name, pattern] of Object.entries(patterns)) {
      const to = [file(`pattern-${name}`)];
      const masking = redact(`pattern-${name}`, { values: [pattern] });
      collector.pipeline(`logs/pattern-${name}`, { from: [otlp], processors: [masking], to });
    }
    collector.pipeline('traces/spans', { from: [otlp], processors: [spans], to: [file('spans')] });
    if (release !== '0.131.0') {
      collector.pipeline('metrics/aggregated', { from: [otlp], processors: [aggregated], to: [file('aggregated')] });
    }
    place = await start(collector, release, folder, port);
    await sendAll(port);
  });

  /** The one record that a pipeline sent on, by the text that marks it. */
  async function one(signal: Sent, scenario: string, mark: (record: Manifest) => boolean): Promise<Received> {
    const file = join(place.folder, `${scenario}.json`);
    const found = () => received(file, signal).find(({ record }) => mark(record));
    await until(() => found() !== undefined, `a record in ${scenario}`);
    return found()!;
  }

  /** The attributes of the log, the span and the data point, which are to be the same, without the mark. */
  async function changed(scenario: string): Promise<Attributes> {
    const { record } = await one('logs', `logs-${scenario}`, ({ severityNumber }) => severityNumber === 9);
    const { record: span } = await one('traces', `traces-${scenario}`, ({ kind }) => kind === 2);
    const { record: metric } = await one(
      'metrics',
      `metrics-${scenario}`,
      (candidate) => candidate.gauge !== undefined,
    );
    const own = plainAttributes(record.attributes);
    expect(plainAttributes(span.attributes)).toEqual(own);
    expect(plainAttributes(metric.gauge.dataPoints[0].attributes)).toEqual(own);
    return own;
  }

  async function resourceOf(scenario: string): Promise<Attributes> {
    return (await one('logs', `logs-${scenario}`, ({ severityNumber }) => severityNumber === 9)).resource;
  }

  async function bodyOf(scenario: string): Promise<Plain> {
    return plain((await one('logs', `logs-${scenario}`, ({ severityNumber }) => severityNumber === 9)).record.body);
  }

  test('attributes arrive as they were sent where nothing changes them', async () => {
    expect(await changed('untouched')).toEqual({ ...sent, touched: false });
    expect(await resourceOf('untouched')).toEqual(sentResource);
    expect(await bodyOf('untouched')).toEqual(sentBody);
  });

  test.each<{ scenario: string; gone: readonly string[] }>([
    { scenario: 'delete', gone: ['user.id', 'price$'] },
    { scenario: 'delete-matching', gone: ['user.id', 'user.email'] },
    { scenario: 'keep', gone: ['user.email', 'note', 'count', 'nested', 'password'] },
    { scenario: 'keep-matching', gone: ['user.id', 'user.email', 'note', 'count', 'nested', 'password'] },
    { scenario: 'limit', gone: ['user.email', 'price$', 'count', 'nested', 'password'] },
  ])('$scenario deletes $gone', async ({ scenario, gone }) => {
    const left = Object.keys(sent).filter((name) => !gone.includes(name));
    expect(Object.keys(await changed(scenario)).sort()).toEqual(left.sort());
    expect(await resourceOf(scenario)).toEqual(sentResource);
  });

  test('texts are cut at the limit', async () => {
    expect(await changed('limit')).toEqual({ 'user.id': 'ada-1', note: 'mail ' });
  });

  test('attributes of resources are deleted, kept and set alone', async () => {
    expect(await resourceOf('delete-of-resources')).toEqual({ 'service.name': 'shop' });
    expect(await resourceOf('keep-of-resources')).toEqual({ 'service.name': 'shop' });
    expect(await resourceOf('set-of-resources')).toEqual({ ...sentResource, region: 'eu' });
    for (const scenario of ['delete-of-resources', 'keep-of-resources', 'set-of-resources']) {
      expect(await changed(scenario)).toEqual(sent);
    }
  });

  test('a renamed attribute has its value under the new key, and one that is missing replaces nothing', async () => {
    const { 'user.id': id, ...others } = sent;
    expect(await changed('rename')).toEqual({ ...others, 'enduser.id': id });
  });

  test('set values replace others, or fill what is missing', async () => {
    expect(await changed('set')).toEqual({ ...sent, note: 'price: $5', size: 3, from: 'eu-1' });
    expect(await changed('set-missing')).toEqual({ ...sent, size: 3 });
  });

  test('the values of keys are masked whole, in structured bodies too', async () => {
    expect(await changed('redact-keys')).toEqual({
      ...sent,
      'user.id': '****',
      price$: '****',
      nested: '****',
      password: '****',
    });
    expect(await bodyOf('redact-keys')).toEqual({ ...sentBody, 'user.id': '****' });
  });

  test('what matches is masked inside values of all types, in structured bodies too', async () => {
    expect(await changed('redact-values')).toEqual({
      ...sent,
      'user.id': 'ada-1',
      'user.email': '****',
      note: 'mail **** or ****',
      count: '****45',
      nested: '{"mail":"****"}',
    });
    expect(await bodyOf('redact-values')).toEqual({ ...sentBody, deep: { list: ['****', 'b'] }, 'user.id': '****' });
    expect(await changed('redact-texts')).toEqual({ ...sent, 'user.email': '****', note: 'mail **** or ****' });
  });

  test('what is allowed stays', async () => {
    expect(await changed('redact-allowing')).toEqual({
      ...sent,
      note: 'mail **** or ****',
      nested: '{"mail":"****"}',
    });
  });

  test('a value in which something is allowed stays as a whole', async () => {
    expect(await changed('redact-allowing-parts')).toEqual(sent);
  });

  test('attributes that are not named are deleted everywhere', async () => {
    expect(await changed('redact-others')).toEqual({ note: 'mail **** or ****' });
    expect(await resourceOf('redact-others')).toEqual({ 'service.name': 'shop' });
    expect(await bodyOf('redact-others')).toEqual({});
  });

  test('equal values have equal hashes', async () => {
    const sha3 = (text: string) => createHash('sha3-256').update(text).digest('hex');
    expect(await changed('redact-hashed')).toEqual({
      ...sent,
      'user.id': sha3('ada-1'),
      'user.email': sha3('ada@example.com'),
      note: `mail ${sha3('bob@shop.example')} or ${sha3('ada@example.com')}`,
      nested: `{"mail":"${sha3('eve@example.com')}"}`,
    });
  });

  test('the processor says what it masked, where it is asked to', async () => {
    const { record } = await one('traces', 'traces-redact-counted', ({ kind }) => kind === 2);
    expect(plainAttributes(record.attributes)).toEqual({
      ...sent,
      'user.id': '****',
      'redaction.masked.count': 1,
      'redaction.masked.keys': 'user.id',
    });
  });

  test.each(Object.keys(samples) as (keyof typeof samples)[])(
    'the pattern for %s masks what it is for alone',
    async (name) => {
      const { masked, left } = samples[name];
      const expected = [...Object.keys(masked), ...left];
      const file = join(place.folder, `pattern-${name}.json`);
      const own = () =>
        received(file, 'logs').filter(({ record }) => plainAttributes(record.attributes).pattern === name);
      await until(() => own().length >= expected.length, `the samples of ${name}`);
      expect(own().map(({ record }) => plain(record.body))).toEqual(expected);
    },
  );

  test('the names, status messages and events of spans are masked', async () => {
    const { record } = await one('traces', 'spans', ({ kind }) => kind === 2);
    expect(record).toMatchObject({
      name: 'GET /users/****',
      status: { message: 'no **** here' },
      events: [{ name: 'mail to ****' }, { name: '****' }],
    });
  });

  if (release === '0.131.0') return;

  test('a hash with a key is that of the secret', async () => {
    const hash = createHmac('sha256', key).update('ada-1').digest('hex');
    expect(await changed('redact-keyed')).toEqual({ ...sent, 'user.id': hash });
  });

  test('an attribute is allowed by its key', async () => {
    expect(await changed('redact-by-key')).toEqual({ ...sent, 'user.email': '****', nested: '{"mail":"****"}' });
  });

  test('of a running total, the last point of an interval arrives, and all points of a gauge', async () => {
    const total = (at: number) => ({
      name: 'total',
      sum: {
        aggregationTemporality: 2,
        isMonotonic: true,
        dataPoints: [{ timeUnixNano: `170000000${at}000000000`, asInt: `${at}` }],
      },
    });
    const file = join(place.folder, 'aggregated.json');
    const values = (kind: 'sum' | 'gauge') =>
      received(file, 'metrics').flatMap(({ record }) => (record[kind]?.dataPoints ?? []) as Manifest[]);
    await send(place.port, 'metrics', {}, [total(1), total(3), total(2)]);
    await until(() => values('sum').length > 0, 'the last total');
    expect(values('sum').map(({ asInt }) => asInt)).toEqual(['3']);
    expect(values('gauge').map(({ asDouble }) => asDouble)).toEqual([1]);
  });
});

const sent = {
  'user.id': 'ada-1',
  'user.email': 'ada@example.com',
  price$: 5.5,
  note: 'mail bob@shop.example or ada@example.com',
  count: 12345,
  nested: { mail: 'eve@example.com' },
  password: 'a b',
};
const sentResource = { 'service.name': 'shop', 'host.name': 'node-1' };
const sentBody = { 'user.id': 123, deep: { list: ['eve@example.com', 'b'] }, text: 'fine' };

async function sendAll(port: number): Promise<void> {
  const at = { timeUnixNano: '1700000000000000000' };
  const own = { attributes: attributes(sent) };
  await send(port, 'logs', sentResource, [{ ...at, ...own, severityNumber: 9, body: value(sentBody) }]);
  await send(port, 'metrics', sentResource, [
    { name: 'size', gauge: { dataPoints: [{ ...at, ...own, asDouble: 1 }] } },
  ]);
  const span = {
    ...own,
    traceId: '5b8efff798038103d269b633813fc60c',
    spanId: 'eee19b7ec3c1b174',
    kind: 2,
    name: 'GET /users/ada@example.com',
    status: { code: 2, message: 'no ada@example.com here' },
    events: [
      { ...at, name: 'mail to ada@example.com' },
      { ...at, name: 'cost$"12"' },
    ],
    startTimeUnixNano: at.timeUnixNano,
    endTimeUnixNano: at.timeUnixNano,
  };
  await send(port, 'traces', sentResource, [span]);
  for (const [pattern, { masked, left }] of Object.entries(samples)) {
    const texts = [...Object.values(masked), ...left];
    const marked = { ...at, attributes: attributes({ pattern }) };
    await send(
      port,
      'logs',
      {},
      texts.map((body) => ({ ...marked, body: value(body) })),
    );
  }
}

test.each(releases)('every policy is taken by %s, and the collector starts with all of them', async (release) => {
  const { port, folder, otlp, file } = await placed();
  const collector = bare(release);
  const policies = release === '0.131.0' ? known131 : known159;
  const sampling = processors.tail_sampling({ decision_wait: '1s', policies });
  collector.pipeline('traces', { from: [otlp], processors: [sampling], to: [file('kept')] });
  const { program } = await start(collector, release, folder, port);
  expect(program.output).not.toContain('\terror\t');
});

test('the records of each tenant arrive where its rule sends them', async () => {
  const { port, folder, otlp, file } = await placed();
  const collector = bare('0.159.0');
  collector.route('logs', {
    from: [otlp],
    rules: tenants({
      by: resource.attribute('tenant'),
      to: {
        acme: { to: [file('acme')] },
        'Globex $ Co': { to: [file('globex')], processors: [redact('globex', { values: [patterns.email] })] },
        initech: { drop: true },
      },
    }),
    otherwise: { to: [file('others')] },
  });
  await start(collector, '0.159.0', folder, port);
  for (const tenant of ['acme', 'Globex $ Co', 'initech', 'Acme', 'last']) {
    await send(port, 'logs', { tenant }, [{ severityNumber: 9, body: value(`${tenant}: ada@example.com`) }]);
  }
  const bodies = (name: string) =>
    received(join(folder, `${name}.json`), 'logs').map(({ record }) => plain(record.body));
  await until(() => bodies('others').length >= 2, 'the records of other tenants');
  await until(() => bodies('acme').length + bodies('globex').length >= 2, 'the records of both tenants');
  expect({ acme: bodies('acme'), globex: bodies('globex'), others: bodies('others') }).toEqual({
    acme: ['acme: ada@example.com'],
    globex: ['Globex $ Co: ****'],
    others: ['Acme: ada@example.com', 'last: ada@example.com'],
  });
});

const judges = new Map<string, Judge>();
afterAll(() => Promise.all([...judges.values()].map((judge) => judge.close())));

// The collectors of these tests are built without them.
const others = [
  aggregated,
  deduplicate('plain'),
  deduplicate('chosen', {
    interval: '5s',
    when: log.severity.below('WARN').and(resource.attribute('service.name').equals('shop')),
    ignoring: { attributes: ['request.id'], body: ['time'] },
    countAs: 'copies',
  }),
  deduplicate('compared', { comparing: { attributes: ['event.name', 'price$'] } }),
];

const rows = others.flatMap((processor) => {
  const { releases: known } = readIndex().processor[findComponent('processor', processor.type)?.type as string]!;
  return Object.entries(known).map(([release, place]) => ({
    release: release as Release,
    id: processor.id,
    processor,
    place,
  }));
});

test.each(rows)(
  '$id is taken by the component of $release',
  async ({ release, id, processor, place }) => {
    const collector = bare(release);
    const from = [receivers.otlp({ protocols: { http: {} } })];
    const signal = processor === aggregated ? 'metrics' : 'logs';
    collector.pipeline(signal, { from, processors: [processor as never], to: [exporters.debug()] });
    const [config] = Object.values((collector.toConfig() as Manifest).processors);
    const judge = judges.get(place.from) ?? new Judge(place.from);
    judges.set(place.from, judge);
    const [verdict] = await judge.ask([{ id, kind: 'processor', type: basename(place.file), config }]);
    expect(verdict).toMatchObject({ accepted: true });
  },
  900_000,
);
