import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mdai } from './mdai';

const config = `
receivers: { otlp: {} }
processors: { filter: { log_conditions: ['log.body == "\${env:NOISE}"'] }, k8s_attributes: {} }
exporters: { nop/a: {}, nop/rest: {} }
connectors:
  routing:
    default_pipelines: [logs/rest]
    table: [{ context: log, condition: 'log.attributes["team"] == "a"', pipelines: [logs/a] }]
service:
  pipelines:
    logs/in: { receivers: [otlp], processors: [k8s_attributes, filter], exporters: [routing] }
    logs/a: { receivers: [routing], exporters: [nop/a] }
    logs/rest: { receivers: [routing], exporters: [nop/rest] }
`;

const record = (text: string, team: string) => ({
  body: { stringValue: text },
  attributes: [{ key: 'team', value: { stringValue: team } }],
});
const telemetry = JSON.stringify({
  resourceLogs: [
    {
      scopeLogs: [{ scope: { name: 's' }, logRecords: [record('one', 'a'), record('two', 'b'), record('noise', 'a')] }],
    },
  ],
});

const folder = mkdtempSync(join(tmpdir(), 'mdai-simulate-'));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const gateway = file('collector.yaml', config);
const input = file('logs.json', telemetry);

test('as JSON it says where every record lands, and why', async () => {
  const { code, out, err } = await mdai(
    'simulate',
    gateway,
    '--input',
    input,
    '--set',
    'NOISE=noise',
    '--format',
    'json',
  );
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const report = JSON.parse(out);
  expect(report).toMatchObject({
    exporters: {
      'nop/a': { logs: { resourceLogs: [{ scopeLogs: [{ logRecords: [record('one', 'a')] }] }] } },
      'nop/rest': { logs: { resourceLogs: [{ scopeLogs: [{ logRecords: [record('two', 'b')] }] }] } },
    },
    dropped: [{ by: 'filter', condition: 'log.body == "noise"', count: 1 }],
    refused: [],
    unsupported: [{ path: `${gateway}/processors/k8s_attributes`, reason: expect.any(String) }],
    unset: [],
  });
  expect(report.records.map((it: { exporters: string[] }) => it.exporters)).toEqual([['nop/a'], ['nop/rest'], []]);
  expect(report.records[0]).toMatchObject({
    signal: 'logs',
    resource: {},
    scope: { name: 's' },
    record: record('one', 'a'),
    visits: expect.arrayContaining([
      expect.objectContaining({ event: 'moved', component: 'routing', row: 0, pipelines: ['logs/a'] }),
    ]),
  });
});

test('for people it is a few tables', async () => {
  expect(await mdai('simulate', gateway, '--input', input)).toEqual({
    code: 0,
    err: '',
    out: `3 records

exporter  records
nop/a     2
nop/rest  1

not simulated${' '.repeat(`${gateway}/processors/k8s_attributes`.length - 'not simulated'.length)}  because
${gateway}/processors/k8s_attributes  the processor k8s_attributes is not simulated; it passes everything

Not set, and taken as empty: NOISE. Set them with --set NAME=VALUE.
`,
  });
});

test('a batch that is refused says by whom', async () => {
  const strict = file(
    'strict.yaml',
    config
      .replace('filter: {', 'filter: { error_mode: propagate,')
      .replace('log.body == ', 'HasPrefix(log.attributes["none"], ')
      .replace('}"\'', '}")\''),
  );
  const { out } = await mdai('simulate', strict, '--input', input, '--format', 'json');
  expect(JSON.parse(out)).toMatchObject({
    exporters: {},
    refused: [{ by: 'filter', message: expect.stringContaining('HasPrefix') }],
  });
});

test('telemetry that cannot be read is an error of the input', async () => {
  const bad = file('bad.json', telemetry.replace('"two"', '2'));
  expect(await mdai('simulate', gateway, '--input', bad)).toEqual({
    code: 1,
    out: '',
    err: `${bad}: $.resourceLogs[0].scopeLogs[0].logRecords[1].body.stringValue: expected a string, found 2.\n`,
  });
});

const both = file(
  'both.yaml',
  ['one', 'two']
    .map(
      (name) =>
        `apiVersion: opentelemetry.io/v1beta1\nkind: OpenTelemetryCollector\nmetadata: { name: ${name} }\nspec: { config: { receivers: { otlp: {} }, exporters: { nop: {} }, service: { pipelines: { logs: { receivers: [otlp], exporters: [nop] } } } } }\n`,
    )
    .join('---\n'),
);

test('one of several collectors is named', async () => {
  expect((await mdai('simulate', both, '--input', input, '--collector', 'two')).code).toBe(0);
});

test.each([
  { argv: [], message: 'name a file, a folder' },
  { argv: [gateway], message: 'name the telemetry with --input FILE' },
  { argv: ['-', '--input', '-'], message: 'standard input holds one thing only' },
  { argv: [gateway, '--input', join(folder, 'absent.json')], message: 'there is no file' },
  { argv: [gateway, '--input', input, '--set', 'NOISE'], message: '--set takes NAME=VALUE, not "NOISE".' },
  {
    argv: [gateway, '--input', input, '--receiver', 'otpl'],
    message: 'there is no receiver "otpl" that takes logs. Did you mean "otlp"?',
  },
  { argv: [gateway, '--input', input, '--format', 'xml'], message: '--format is text or json, not "xml".' },
  { argv: [both, '--input', input], message: 'there are several collectors. Name one with --collector: one, two.' },
  {
    argv: [both, '--input', input, '--collector', 'three'],
    message: 'there is no collector "three". There are: one, two.',
  },
  { argv: [input, '--input', input], message: 'there is no collector.' },
])('called with $argv it says $message', async ({ argv, message }) => {
  const { code, out, err } = await mdai('simulate', ...argv);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(message);
});
