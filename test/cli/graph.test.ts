import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mdai } from './mdai';

const folder = mkdtempSync(join(tmpdir(), 'mdai-graph-'));

afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const gateway = file(
  'gateway.yaml',
  `
receivers: { otlp: { protocols: { grpc: {} } } }
exporters: { otlp_http: { endpoint: https://in.vendor.example, headers: { api-key: open-sesame } }, debug: {} }
service:
  pipelines:
    logs: { receivers: [otlp], exporters: [otlp_http] }
    traces: { receivers: [otlp], exporters: [debug] }
`,
);
const other = file('other.yaml', readFileSync(gateway, 'utf8'));

test('it prints a flowchart unless it is told otherwise', async () => {
  const { code, out, err } = await mdai('graph', gateway);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toMatch(/^flowchart LR\n {2}subgraph n0\["gateway\.yaml/);
  expect(out).toContain('in.vendor.example');
  expect((await mdai('graph', gateway, '--direction', 'TB')).out).toMatch(/^flowchart TB\n/);
});

test('as JSON it prints nodes and edges, and nothing else', async () => {
  const { out } = await mdai('graph', gateway, '--format', 'json');
  const graph = JSON.parse(out);
  expect(Object.keys(graph)).toEqual(['nodes', 'edges']);
  expect(graph.nodes.map(({ kind }: { kind: string }) => kind)).toContain('destination');
  expect(out).not.toContain('open-sesame');
});

test.each(['svg', 'html'])('it writes %s to a file', async (format) => {
  const path = join(folder, `out.${format}`);
  expect(await mdai('graph', gateway, '--format', format, '--out', path)).toEqual({ code: 0, out: '', err: '' });
  expect(readFileSync(path, 'utf8')).toMatch(format === 'svg' ? /^<svg / : /^<!DOCTYPE html>/);
  expect(readFileSync(path, 'utf8')).not.toContain('open-sesame');
});

test('it draws one collector, and one signal', async () => {
  const { out } = await mdai('graph', gateway, other, '--collector', 'gateway.yaml', '--signal', 'traces');
  expect(out).toContain('gateway.yaml');
  expect(out).not.toContain('other.yaml');
  expect(out).not.toContain('vendor');
});

test.each([
  [['--collector', 'gatewey.yaml'], 'there is no collector "gatewey.yaml". Did you mean "gateway.yaml"?'],
  [['--collector', 'x'], 'there is no collector "x". There are: gateway.yaml.'],
  [['--signal', 'log'], '--signal is traces or metrics or logs or profiles, not "log".'],
  [['--format', 'png'], '--format is mermaid or svg or html or json, not "png".'],
])('%j is a wrong call', async (argv, said) => {
  const { code, err } = await mdai('graph', gateway, ...argv);
  expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(said) });
});

test('what is too large for Mermaid is not drawn by halves', async () => {
  const document = (i: number) => `
apiVersion: opentelemetry.io/v1beta1
kind: OpenTelemetryCollector
metadata: { name: c${i} }
spec: { config: { receivers: { otlp: {} }, exporters: { debug: {} }, service: { pipelines: { logs: { receivers: [otlp], exporters: [debug] } } } } }
`;
  const path = file('many.yaml', Array.from({ length: 300 }, (_, i) => document(i)).join('---'));
  const { code, out, err } = await mdai('graph', path);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain('too large for Mermaid');
  expect((await mdai('graph', path, '--collector', 'c7')).code).toBe(0);
});

test('without anything to draw it says so', async () => {
  const path = file('service.yaml', 'apiVersion: v1\nkind: Service\nmetadata: { name: a }\n');
  expect(await mdai('graph', path)).toEqual({
    code: 1,
    out: '',
    err: 'There is no collector, no hub and no Prometheus in what was read, so there is nothing to draw.\n',
  });
});
