import { Chart } from 'cdk8s';
import { Collector, type CollectorProps, type Exporter, exporters, MdaiApp, receivers } from 'cdk8s-mdai';
import { importSources } from '../../../src/cli/importing/import';
import { defaultRelease } from '../../../src/model/release';
import { readDocuments } from '../../../src/source/read-file';

/** The program that YAML becomes. */
function programOf(text: string): string {
  const { documents } = readDocuments({ path: 'a.yaml', text, binary: false });
  const { files, differences } = importSources(documents, defaultRelease, 'app');
  expect(differences).toEqual([]);
  return files.get('main.ts') ?? '';
}

const otlp = receivers.otlp({ protocols: { grpc: {}, http: {} } });
const http = receivers.otlp('web', { protocols: { http: { endpoint: '0.0.0.0:5318', traces_url_path: '/t' } } });
const secured = receivers.otlp('secured', {
  protocols: { grpc: { endpoint: '0.0.0.0:6317', tls: { cert_file: '/a.crt', key_file: '/a.key' } } },
});
const arrow = receivers.otelarrow({ protocols: { grpc: { endpoint: '0.0.0.0:7317' } } });

/** What two collectors become, of which one sends to the other. */
function pair(inlet: (gateway: Collector) => Exporter<'traces'>, props: CollectorProps = {}, name = 'agent'): string {
  const app = new MdaiApp({ previous: false });
  const chart = new Chart(app, 'telemetry', { namespace: 'telemetry' });
  const gateway = new Collector(chart, 'gateway', props);
  gateway.pipeline('traces', { from: [otlp, http, secured, arrow], to: [exporters.debug()] });
  new Collector(chart, name, props).pipeline('traces', {
    from: [receivers.otlp('own', { protocols: { grpc: { endpoint: '0.0.0.0:9317' } } })],
    to: [inlet(gateway)],
  });
  return app.synthYaml();
}

const cases: Readonly<Record<string, readonly [said: string, inlet: (gateway: Collector) => Exporter<'traces'>]>> = {
  'by gRPC': ['gateway.inlet(otlp)', (gateway) => gateway.inlet(otlp)],
  'by HTTP where there is gRPC': [
    "gateway.inlet(otlp, { protocol: 'http' })",
    (gateway) => gateway.inlet(otlp, { protocol: 'http' }),
  ],
  'by HTTP to a port of its own': ['gateway.inlet(webOtlp)', (gateway) => gateway.inlet(http)],
  'by Arrow': ['gateway.inlet(otelarrow)', (gateway) => gateway.inlet(arrow)],
  'under another name': ["gateway.inlet(otlp, { name: 'first' })", (gateway) => gateway.inlet(otlp, { name: 'first' })],
  'with further fields': [
    "gateway.inlet(otlp, { config: { compression: 'zstd', sending_queue: { queue_size: 5 } } })",
    (gateway) => gateway.inlet(otlp, { config: { compression: 'zstd', sending_queue: { queue_size: 5 } } }),
  ],
  'with TLS': ['gateway.inlet(securedOtlp)', (gateway) => gateway.inlet(secured)],
  'with TLS of its own': [
    "gateway.inlet(securedOtlp, { tls: { ca_file: '/ca.crt' } })",
    (gateway) => gateway.inlet(secured, { tls: { ca_file: '/ca.crt' } }),
  ],
  'balanced by trace': [
    "gateway.inlet(otlp, { balanceBy: 'traceID' })",
    (gateway) => gateway.inlet(otlp, { balanceBy: 'traceID' }),
  ],
  'balanced by attributes, as the Kubernetes API finds pods': [
    "gateway.inlet(otlp, { balanceBy: 'attributes', attributes: ['a'], resolver: 'k8s' })",
    (gateway) => gateway.inlet(otlp, { balanceBy: 'attributes', attributes: ['a'], resolver: 'k8s' }),
  ],
  'balanced, with fields further inside': [
    "gateway.inlet(otlp, { balanceBy: 'traceID', config: { protocol: { otlp: { timeout: '2s' } } } })",
    (gateway) => gateway.inlet(otlp, { balanceBy: 'traceID', config: { protocol: { otlp: { timeout: '2s' } } } }),
  ],
};

test.each(Object.entries(cases))('an exporter to a collector is its inlet: %s', (_, [said, inlet]) => {
  const program = programOf(pair(inlet));
  expect(program.replace(/\s+/g, ' ')).toContain(said);
  expect(program).not.toMatch(/ApiObject|verbatim|exporters\.(otlp|load|otel)/);
});

test('modes and back ends have Services of their own', () => {
  for (const backend of ['operator', 'workload'] as const) {
    const yaml = pair((gateway) => gateway.inlet(otlp), { backend, mode: 'daemonset' });
    expect(programOf(yaml)).toContain('gateway.inlet(otlp)');
  }
});

test('what is sent to stands before who sends, whatever their order was', () => {
  const documents = pair((gateway) => gateway.inlet(otlp), {}, 'aaa').split(/^---$/m);
  const program = programOf(documents.reverse().join('---\n'));
  expect(program).toContain('gateway.inlet(otlp)');
  expect(program.indexOf("'gateway'")).toBeLessThan(program.indexOf("'aaa'"));
});

test.each([
  [
    'a Service of another namespace',
    'gateway-collector-headless.telemetry.svc',
    'gateway-collector-headless.other.svc',
  ],
  ['another port', 'svc.cluster.local:4317', 'svc.cluster.local:4417'],
  ['another balancer', 'balancer_name: round_robin', 'balancer_name: pick_first'],
])('an exporter to %s stays one', (_, was, is) => {
  const program = programOf(pair((gateway) => gateway.inlet(otlp)).replace(was, is));
  expect(program).toContain("exporters.otlp_grpc('gateway', {");
  expect(program).not.toContain('inlet');
});

const byHand = (receives: string, signal = 'traces', endpoint = '0.0.0.0:4317') => `
apiVersion: opentelemetry.io/v1beta1
kind: OpenTelemetryCollector
metadata: { name: agent, namespace: a }
spec:
  config:
    receivers: { otlp: { protocols: { grpc: { endpoint: 0.0.0.0:4317 } } } }
    exporters: { otlp_grpc/gateway: { endpoint: "dns:///gateway-collector-headless.b.svc.cluster.local:4317", balancer_name: round_robin, tls: { insecure: true } } }
    service: { pipelines: { ${signal}: { receivers: [otlp], exporters: [otlp_grpc/gateway] } } }
---
apiVersion: opentelemetry.io/v1beta1
kind: OpenTelemetryCollector
metadata: { name: gateway, namespace: b }
spec:
  config:
    receivers: { otlp: { protocols: { grpc: { endpoint: ${endpoint} } } } }
    exporters: { debug: {} }
    service: { pipelines: { ${receives}: { receivers: [otlp], exporters: [debug] } } }
`;

test('collectors by hand are linked, too', () => {
  expect(programOf(byHand('traces'))).toContain('gateway.inlet(otlp)');
});

test.each([
  ['nobody takes', byHand('logs')],
  ['nobody outside can send', byHand('traces', 'traces', 'localhost:4317')],
])('what %s is no inlet', (_, yaml) => {
  const program = programOf(yaml);
  expect(program).toContain("exporters.otlp_grpc('gateway', {");
  expect(program).not.toMatch(/inlet|ApiObject/);
});

test('of two that send to each other, one is an inlet', () => {
  const yaml = byHand('traces')
    .replace(
      'exporters: { debug: {} }',
      'exporters: { debug: {}, otlp_grpc/agent: { endpoint: "dns:///agent-collector-headless.a.svc.cluster.local:4317", balancer_name: round_robin, tls: { insecure: true } } }',
    )
    .replace('exporters: [debug]', 'exporters: [otlp_grpc/agent]');
  const program = programOf(yaml);
  expect(program.match(/inlet\(/g)).toHaveLength(1);
  expect(program).not.toContain('ApiObject');
});

test('above three collectors, functions are given what they send to', () => {
  const app = new MdaiApp({ previous: false });
  const chart = new Chart(app, 'telemetry', { namespace: 'telemetry' });
  const gateway = new Collector(chart, 'gateway');
  gateway.pipeline('traces', { from: [otlp], to: [exporters.debug()] });
  for (const name of ['a', 'b', 'c']) {
    new Collector(chart, name).pipeline('traces', { from: [otlp], to: [gateway.inlet(otlp)] });
  }
  const { documents } = readDocuments({ path: 'a.yaml', text: app.synthYaml(), binary: false });
  const { files, differences } = importSources(documents, defaultRelease, 'app');
  expect(differences).toEqual([]);
  expect(
    [...files].flatMap(([path, code]) => (/main|gateway|a\.ts/.test(path) ? [code] : [])).join('---\n'),
  ).toMatchInlineSnapshot(`
"import { Chart } from 'cdk8s';
import { MdaiApp } from 'cdk8s-mdai';
import { a } from './collectors/a';
import { b } from './collectors/b';
import { c } from './collectors/c';
import { gateway } from './collectors/gateway';

const app = new MdaiApp();
const chart = new Chart(app, 'telemetry', { namespace: 'telemetry' });

const gatewayParts = gateway(chart);
a(chart, gatewayParts);
b(chart, gatewayParts);
c(chart, gatewayParts);

app.synth();
---
import type { Chart } from 'cdk8s';
import { Collector, exporters, receivers } from 'cdk8s-mdai';

export function gateway(chart: Chart) {
  const otlp = receivers.otlp({
    protocols: {
      grpc: { endpoint: '0.0.0.0:4317' },
      http: { endpoint: '0.0.0.0:4318' },
    },
  });
  const gateway = new Collector(chart, 'gateway');
  gateway.pipeline('traces', { from: [otlp], to: [exporters.debug()] });

  return { gateway, otlp };
}
---
import type { Chart } from 'cdk8s';
import { Collector, receivers } from 'cdk8s-mdai';
import type { gateway } from './gateway';

export function a(chart: Chart, gatewayParts: ReturnType<typeof gateway>) {
  const otlp = receivers.otlp({
    protocols: {
      grpc: { endpoint: '0.0.0.0:4317' },
      http: { endpoint: '0.0.0.0:4318' },
    },
  });
  const a = new Collector(chart, 'a');
  a.pipeline('traces', { from: [otlp], to: [gatewayParts.gateway.inlet(gatewayParts.otlp)] });
}
"
`);
});
