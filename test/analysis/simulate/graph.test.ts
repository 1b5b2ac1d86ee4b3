import { Simulator } from '../../../src/analysis/simulate/simulator';
import { countRecords } from '../../../src/analysis/simulate/walk';
import { copyBatch } from '../../../src/telemetry/copy';
import { readTelemetry } from '../../../src/telemetry/read';
import { attributes, collector, got, landed, log, logs, send, withProcessor } from './run';

const input = logs({ a: 'b' }, log('one'), log('two', { team: 'x' }));

test('pipelines do not see what others change', () => {
  const fan = collector(`
receivers: { otlp: {} }
processors: { resource: { attributes: [{ key: a, value: changed, action: upsert }] } }
exporters: { nop/1: {}, nop/2: {}, nop/3: {} }
connectors: { forward: {} }
service:
  pipelines:
    logs/1: { receivers: [otlp], processors: [resource], exporters: [nop/1] }
    logs/2: { receivers: [otlp], exporters: [nop/2, forward] }
    logs/3: { receivers: [forward], processors: [resource], exporters: [nop/3] }
`);
  const result = send(fan, input);
  const resourceOf = (exporter: string) =>
    (got(result, exporter) as { resourceLogs: { resource: unknown }[] }[]).map(
      (batch) => batch.resourceLogs[0]?.resource,
    );
  expect(resourceOf('nop/1')).toEqual([{ attributes: attributes({ a: 'changed' }) }]);
  expect(resourceOf('nop/2')).toEqual([{ attributes: attributes({ a: 'b' }) }]);
  expect(resourceOf('nop/3')).toEqual([{ attributes: attributes({ a: 'changed' }) }]);
});

test('the batches that are sent are left as they are', () => {
  const [batch] = readTelemetry(input);
  const before = JSON.stringify(batch, (_, value) =>
    value instanceof Map ? [...value] : typeof value === 'bigint' ? String(value) : value,
  );
  send(withProcessor('resource', '{ attributes: [{ key: a, action: delete }] }'), input);
  expect(
    JSON.stringify(batch, (_, value) =>
      value instanceof Map ? [...value] : typeof value === 'bigint' ? String(value) : value,
    ),
  ).toBe(before);
});

test('an exporter that reaches another collector goes on there, and is listed', () => {
  const first = collector(
    `
receivers: { otlp: {} }
exporters: { otlp/sampler: {} }
service: { pipelines: { logs: { receivers: [otlp], exporters: [otlp/sampler] } } }
`,
    '0.159.0',
    { sends: [{ exporter: 'otlp/sampler', to: 'app/sampler', receiver: 'otlp/in', port: 4317 }] },
  );
  const second = collector(
    `
receivers: { otlp/in: {}, otlp/other: {} }
exporters: { nop: {} }
processors: { filter: { error_mode: propagate, log_conditions: ['log.attributes["team"] == "x"', 'HasPrefix(log.body, log.attributes["p"])'] } }
service: { pipelines: { logs: { receivers: [otlp/in], processors: [filter], exporters: [nop] } } }
`,
    '0.159.0',
    { path: 'app/sampler', name: 'sampler' },
  );
  const taken = logs({}, log('one', { p: 'z' }), log('two', { team: 'x' }));
  expect(landed(send([first, second], taken, { collector: 'gateway' }))).toEqual({
    'otlp/sampler': ['one', 'two'],
    nop: ['one'],
  });
  // What the other one refuses is lost behind the queue of the exporter: the first one took it.
  const refused = send([first, second], input, { collector: 'app/gateway' });
  expect(refused.refused).toEqual([]);
  expect(refused.dropped).toContainEqual({ collector: 'app/sampler', by: 'filter', count: 2 });
});

test('collectors that send to each other in a circle are said, not followed for ever', () => {
  const circle = collector(
    `
receivers: { otlp: {} }
exporters: { otlp: {} }
service: { pipelines: { logs: { receivers: [otlp], exporters: [otlp] } } }
`,
    '0.159.0',
    { sends: [{ exporter: 'otlp', to: 'app/gateway', receiver: 'otlp', port: 4317 }] },
  );
  expect(send(circle, input).unsupported).toEqual([
    { path: 'app/gateway', reason: 'the telemetry goes in circles between collectors' },
  ]);
});

test('where the collector panics, nothing goes on, whatever the error mode', () => {
  const yaml = `{ error_mode: ignore, log_conditions: ['Split(log.body, "n") == Split(log.body, "e")'] }`;
  const result = send(withProcessor('filter', yaml), input);
  expect(result.deliveries).toEqual([]);
  expect(result.refused).toMatchObject([{ by: 'filter', message: expect.stringContaining('panics'), count: 2 }]);
});

test('pipelines in a circle do not start', () => {
  const circle = collector(`
receivers: { otlp: {} }
exporters: { nop: {} }
connectors: { forward: {} }
service: { pipelines: { logs: { receivers: [otlp, forward], exporters: [forward] } } }
`);
  expect(() => send(circle, input)).toThrow('app/gateway/logs: the pipeline is part of a cycle');
});

test('behind a batch processor nobody waits: what fails is lost, and headers are gone but those that are kept', () => {
  const gateway = (keys: string) =>
    collector(`
receivers: { otlp: { protocols: { http: { include_metadata: true } } } }
processors:
  batch: { metadata_keys: ${keys} }
  transform: { error_mode: propagate, log_statements: ['set(log.attributes["t"], Split(otelcol.client.metadata["x-tenant"][0], "-"))'] }
exporters: { nop: {} }
service: { pipelines: { logs: { receivers: [otlp], processors: [batch, transform], exporters: [nop] } } }
`);
  const metadata = { 'X-Tenant': 'acme' };
  expect(send(gateway('[x-Tenant]'), input, { metadata }).deliveries).toHaveLength(1);
  expect(send(gateway('[]'), input, { metadata })).toMatchObject({
    deliveries: [],
    refused: [],
    dropped: [{ by: 'transform', count: 2 }],
  });
});

test('environment variables stand where the configuration names them', () => {
  const yaml = `{ log_conditions: ['IsMatch(log.attributes["team"], "\${env:TEAMS}")', 'log.body == "\${env:OTHER:-one}"', 'log.body == "$$x"'] }`;
  const gateway = withProcessor('filter', yaml);
  const named = send(gateway, input, { environment: { TEAMS: '^x$' } });
  expect(landed(named)).toEqual({});
  expect(named.unset).toEqual([]);
  const set = {
    ...gateway,
    env: { TEAMS: { kind: 'value', value: '^y' }, OTHER: { kind: 'value', value: '-' } },
  } as const;
  expect(landed(send(set, input))).toEqual({ nop: ['one', 'two'] });
  expect(landed(send(set, input, { environment: { TEAMS: 'x' } }))).toEqual({ nop: ['one'] });
  expect(send(gateway, input).unset).toEqual(['TEAMS']);
});

test('a variable that stands alone has the type that its text has', () => {
  const gateway = withProcessor(
    'probabilistic_sampler',
    '{ sampling_percentage: "${env:PERCENT}", from_attribute: team, attribute_source: record }',
  );
  expect(landed(send(gateway, logs({}, log('two', { team: 'x' })), { environment: { PERCENT: '100' } }))).toEqual({
    nop: ['two'],
  });
  expect(landed(send(gateway, logs({}, log('two', { team: 'x' })), { environment: { PERCENT: '0' } }))).toEqual({});
});

test('what is read from elsewhere than the environment is said', () => {
  const { unsupported } = send(withProcessor('filter', `{ log_conditions: "\${file:conditions.yaml}" }`), input);
  expect(unsupported).toContainEqual({
    path: 'app/gateway/processors/filter',
    reason: '${file:conditions.yaml} is read from elsewhere than the environment',
  });
});

test('a processor that is not simulated passes everything, and is named once', () => {
  const result = send(withProcessor('k8s_attributes', '{}'), [input, input], { record: true });
  expect(landed(result)).toEqual({ nop: ['one', 'one', 'two', 'two'] });
  expect(result.unsupported).toEqual([
    {
      path: 'app/gateway/processors/k8s_attributes',
      reason: 'the processor k8s_attributes is not simulated; it passes everything',
    },
  ]);
  expect(result.visits.get(0)?.map(({ event }) => event)).toEqual(['received', 'entered', 'unsupported', 'exported']);
});

test('an OTLP receiver does not pass on what holds nothing', () => {
  const gateway = withProcessor('memory_limiter', '{}');
  expect(send(gateway, { resourceLogs: [{ resource: {}, scopeLogs: [{}] }] }).deliveries).toEqual([]);
});

const two = collector(`
receivers: { otlp: {}, otlp/2: {}, filelog: {} }
exporters: { nop: {} }
service: { pipelines: { logs: { receivers: [otlp, otlp/2, filelog], exporters: [nop] }, traces: { receivers: [otlp], exporters: [nop] } } }
`);

test.each([
  { options: {}, message: 'app/gateway: several receivers take logs. Name one: otlp, otlp/2, filelog.' },
  {
    options: { receiver: 'filelgo' },
    message: 'there is no receiver "filelgo" that takes logs. Did you mean "filelog"?',
  },
  { options: { collector: 'gatway' }, message: 'There is no collector "gatway". There are: gateway.' },
])('$options is refused', ({ options, message }) => {
  expect(() => send(two, input, options)).toThrow(message);
});

test('the receiver is the one that is named, or the only one that it can be', () => {
  expect(send(two, input, { receiver: 'filelog' }).deliveries).toHaveLength(1);
  expect(send(two, { resourceSpans: [{ scopeSpans: [{ spans: [{}] }] }] }).deliveries).toHaveLength(1);
});

test('all of 100,000 log records land somewhere behind 20 rules', () => {
  const names = Array.from({ length: 20 }, (_, i) => `r${i}`);
  const rows = names.map(
    (name) => `{ context: log, condition: 'log.attributes["team"] == "${name}"', pipelines: [logs/${name}] }`,
  );
  const gateway = collector(`
receivers: { otlp: {} }
exporters: { nop: {} }
connectors: { routing: { default_pipelines: [logs/rest], table: [${rows.join(', ')}] } }
service: { pipelines: { logs/in: { receivers: [otlp], exporters: [routing] }, ${[...names, 'rest'].map((name) => `logs/${name}: { receivers: [routing], exporters: [nop] }`).join(', ')} } }
`);
  const simulator = new Simulator([gateway]);
  const [batch] = readTelemetry(logs({}, ...Array.from({ length: 100 }, (_, at) => log('x', { team: `r${at % 25}` }))));
  if (batch === undefined) throw new Error('nothing read');
  let records = 0;
  for (let i = 0; i < 1000; i++) {
    simulator.send({ batch: copyBatch(batch) }, { deliver: (delivery) => (records += countRecords(delivery.batch)) });
  }
  expect(records).toBe(100_000);
});

test('a pipeline that refuses does not keep the others from their share', () => {
  const fan = collector(`
receivers: { otlp: {} }
processors: { filter: { error_mode: propagate, log_conditions: ['HasPrefix(log.attributes["none"], "x")'] } }
exporters: { nop: {} }
service:
  pipelines:
    logs/strict: { receivers: [otlp], processors: [filter], exporters: [nop] }
    logs/other: { receivers: [otlp], exporters: [nop] }
`);
  const result = send(fan, input);
  expect(landed(result)).toEqual({ nop: ['one', 'two'] });
  expect(result.refused).toMatchObject([{ collector: 'app/gateway', by: 'filter', count: 2 }]);
});
