import { type Imported, importSources } from '../../../src/cli/importing/import';
import type { ConfigValue } from '../../../src/model/config';
import { defaultRelease } from '../../../src/model/release';
import { parsed } from '../../../src/source/parsed';

function imported(...texts: readonly string[]): Imported {
  const documents = texts.map((text, i) => ({ path: `${i}.yaml`, content: parsed(text) as ConfigValue }));
  return importSources(documents, defaultRelease, 'app');
}

function main(...texts: readonly string[]): string {
  const { files, differences } = imported(...texts);
  expect(differences).toEqual([]);
  return files.get('main.ts') ?? '';
}

/** What stands behind the chart. */
function body(...texts: readonly string[]): string {
  const text = main(...texts);
  return text.slice(text.indexOf('\n\n', text.indexOf('new Chart')) + 2).replace('\napp.synth();\n', '');
}

function collector(config: string, spec = ''): string {
  return `
apiVersion: opentelemetry.io/v1beta1
kind: OpenTelemetryCollector
metadata: { name: gateway }
spec:
  config: ${config}
${spec}`;
}

const otlp = 'receivers: { otlp: { protocols: { grpc: { endpoint: 0.0.0.0:4317 } } } }';

test('a collector has its components, pipelines and props, and nothing else', () => {
  const config = `{ ${otlp}, exporters: { debug: { verbosity: basic } }, service: { pipelines: { logs: { receivers: [otlp], exporters: [debug] }, traces: { receivers: [otlp], exporters: [debug] } } } }`;
  expect(body(collector(config, '  mode: daemonset\n  image: example/otel:1'))).toMatchInlineSnapshot(`
"const otlp = receivers.otlp({ protocols: { grpc: { endpoint: '0.0.0.0:4317' } } });
const debug = exporters.debug({ verbosity: 'basic' });

const gateway = new Collector(chart, 'gateway', { verbatim: true, mode: 'daemonset', image: 'example/otel:1' });
gateway.pipeline('logs', { from: [otlp], to: [debug] });
gateway.pipeline('traces', { from: [otlp], to: [debug] });
"
`);
});

test('keys with nothing behind them stay, and so do empty lists', () => {
  const config =
    '{ receivers: { otlp: { protocols: { grpc: } } }, processors: { batch: }, exporters: { debug: }, service: { pipelines: { logs: { receivers: [otlp], processors: [], exporters: [debug] }, traces: { receivers: [otlp], processors: [batch], exporters: [debug] } } } }';
  expect(body(collector(config))).toMatchInlineSnapshot(`
"const otlp = receivers.otlp({ protocols: { grpc: blank } });
const debug = exporters.debug(blank);

const gateway = new Collector(chart, 'gateway', { verbatim: true });
gateway.pipeline('logs', { from: [otlp], processors: [], to: [debug] });
gateway.pipeline('traces', { from: [otlp], processors: [processors.batch(blank)], to: [debug] });
"
`);
});

test('a section with nothing behind it is a patch', () => {
  const config = `{ ${otlp}, processors: , exporters: { debug: {} }, service: { pipelines: { logs: { receivers: [otlp], exporters: [debug] } } } }`;
  expect(body(collector(config))).toMatchInlineSnapshot(`
"const otlp = receivers.otlp({ protocols: { grpc: { endpoint: '0.0.0.0:4317' } } });
const gateway = new Collector(chart, 'gateway', { verbatim: true });
ApiObject.of(gateway).addJsonPatch(JsonPatch.add('/spec/config/processors', null));
gateway.pipeline('logs', { from: [otlp], to: [exporters.debug()] });
"
`);
});

test('secrets of the environment are secrets, other variables are not', () => {
  const config = `{ ${otlp}, exporters: { otlp_http: { endpoint: "https://\${env:HOST}", headers: { Authorization: "Bearer \${env:TOKEN}" } } }, service: { pipelines: { logs: { receivers: [otlp], exporters: [otlp_http] } } } }`;
  const env =
    '  env: [{ name: HOST, value: in.example }, { name: TOKEN, valueFrom: { secretKeyRef: { name: vendor, key: token } } }]';
  expect(body(collector(config, env))).toMatchInlineSnapshot(`
"const otlp = receivers.otlp({ protocols: { grpc: { endpoint: '0.0.0.0:4317' } } });
const otlpHttp = exporters.otlp_http({
  endpoint: text\`https://\${env('HOST')}\`,
  headers: { Authorization: text\`Bearer \${secret('vendor', 'token', { env: 'TOKEN' })}\` },
});

const gateway = new Collector(chart, 'gateway', { verbatim: true, env: { HOST: 'in.example' } });
gateway.pipeline('logs', { from: [otlp], to: [otlpHttp] });
"
`);
});

test('extensions and pipelines that components name are variables', () => {
  const config = `
    extensions: { basicauth/in: { htpasswd: { file: /etc/users } }, pprof: {} }
    receivers: { otlp: { protocols: { grpc: { endpoint: 0.0.0.0:4317, auth: { authenticator: basicauth/in } } } } }
    connectors: { routing: { default_pipelines: [logs/rest], table: [{ condition: 'attributes["a"] == 1', pipelines: [logs/a] }] } }
    exporters: { debug: {}, debug/a: {} }
    service:
      extensions: [pprof, basicauth/in]
      pipelines:
        logs: { receivers: [otlp], exporters: [routing] }
        logs/a: { receivers: [routing], exporters: [debug/a] }
        logs/rest: { receivers: [routing], exporters: [debug] }`;
  expect(body(collector(config))).toMatchInlineSnapshot(`
"const inBasicauth = extensions.basicauth('in', { htpasswd: { file: '/etc/users' } });
const otlp = receivers.otlp({
  protocols: { grpc: { endpoint: '0.0.0.0:4317', auth: { authenticator: inBasicauth } } },
});

const gateway = new Collector(chart, 'gateway', { verbatim: true });
gateway.enable(extensions.pprof());
const logsRest = gateway.pipeline('logs/rest', { to: [exporters.debug()] });
const logsA = gateway.pipeline('logs/a', { to: [exporters.debug('a')] });
const routing = connectors.routing({
  default_pipelines: [logsRest],
  table: [{ condition: 'attributes["a"] == 1', pipelines: [logsA] }],
});
logsRest.add({ from: [routing] });
logsA.add({ from: [routing] });
gateway.pipeline('logs', { from: [otlp], to: [routing] });
"
`);
});

test('what the catalogue lacks is raw', () => {
  const config = `{ ${otlp}, exporters: { acme/eu: { zone: 1 }, debug: {} }, service: { pipelines: { logs: { receivers: [otlp], exporters: [acme/eu] }, metrics: { receivers: [otlp], exporters: [acme/eu] } } } }`;
  const text = body(collector(config.replaceAll('[acme/eu]', '[acme/eu, debug]')));
  expect(text).toContain("raw.exporter<'logs' | 'metrics'>('acme/eu', { zone: 1 })");
});

test('secrets as plain text are not in the app, and not in the report', () => {
  const config = `{ ${otlp}, exporters: { otlp_http: { endpoint: https://in.example, headers: { Authorization: Bearer s3cr3t-token } } }, service: { pipelines: { logs: { receivers: [otlp], exporters: [otlp_http] } } } }`;
  const app = imported(collector(config, '  env: [{ name: DB_PASSWORD, value: hunter2 }]'));
  const all = JSON.stringify([...app.files, ...app.differences]);
  expect(all).not.toMatch(/s3cr3t|hunter2/);
  expect(app.files.get('main.ts')).toContain("secret('gateway', 'authorization')");
  expect(app.differences.map(({ path, reason }) => `${path}: ${reason}`)).toMatchInlineSnapshot(`
[
  "spec/env/0/value: A secret: create the Secret "gateway" with the key "DB_PASSWORD".",
  "spec/config/exporters/otlp_http/headers/Authorization: A secret: create the Secret "gateway" with the key "authorization".",
]
`);
});

test('a Secret is left out and listed', () => {
  const app = imported('{ apiVersion: v1, kind: Secret, metadata: { name: vendor }, stringData: { token: s3cr3t } }');
  expect(JSON.stringify([...app.files])).not.toContain('s3cr3t');
  expect(app.differences).toEqual([expect.objectContaining({ object: 'Secret vendor', is: 'left out' })]);
});

test('secrets of webhooks are read from a Secret, and what no reference can replace is left out', () => {
  const hub = imported(`
apiVersion: hub.mydecisive.ai/v1
kind: MdaiHub
metadata: { name: hub }
spec:
  variables: [{ key: flag, type: manual, dataType: boolean }]
  rules:
    - name: tell
      when: { variableUpdated: flag, updateType: set }
      then: [{ callWebhook: { url: { value: "https://hooks.slack.com/services/T0/B0/s3cr3t" }, templateRef: jsonTemplate, payloadTemplate: { value: "{}" }, headers: { Authorization: s3cr3t, Accept: text } } }]
`);
  const alertmanager = imported(`
apiVersion: v1
kind: ConfigMap
metadata: { name: alertmanager }
data:
  alertmanager.yml: |
    route: { receiver: chat }
    receivers: [{ name: chat, slack_configs: [{ api_url: "https://hooks.slack.com/services/T0/B0/s3cr3t", channel: "#a" }] }]
`);
  expect(
    JSON.stringify([...hub.files, ...hub.differences, ...alertmanager.files, ...alertmanager.differences]),
  ).not.toContain('s3cr3t');
  expect(hub.files.get('main.ts')).toContain(
    "headers: { Authorization: secret('hub', 'authorization'), Accept: 'text' }",
  );
  expect(alertmanager.differences).toEqual([
    expect.objectContaining({ object: 'ConfigMap alertmanager', is: 'left out' }),
  ]);
});

test('a configuration in a ConfigMap is a collector that makes its text', () => {
  const text = `
apiVersion: v1
kind: ConfigMap
metadata: { name: otel }
data:
  relay: |
    receivers: { otlp: { protocols: { http: {} } } } # where apps send
    exporters: { debug: {} }
    service: { pipelines: { logs: { receivers: [otlp], exporters: [debug] } } }
  notes.txt: keep
`;
  expect(body(text)).toMatchInlineSnapshot(`
"const otlp = receivers.otlp({ protocols: { http: {} } });
const otel = new Collector(chart, 'otel-config', { backend: 'none', verbatim: true });
otel.pipeline('logs', { from: [otlp], to: [exporters.debug()] });

new ApiObject(chart, 'otel', {
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'otel' },
  data: { relay: otel.toYaml(), 'notes.txt': 'keep' },
});
"
`);
});

test('a configuration by itself is a file that the app writes', () => {
  const app = main(
    `{ ${otlp}, exporters: { debug: {} }, service: { pipelines: { logs: { receivers: [otlp], exporters: [debug] } } } }`,
  );
  expect(app).toContain("writeFileSync('0.yaml', ");
});

test('an object that no construct makes is as it was, its nulls with it', () => {
  expect(
    body(
      '{ apiVersion: example.com/v1, kind: Widget, metadata: { name: w, creationTimestamp: null }, spec: { size: 3, empty: {}, none: null, "on": "yes" } }',
    ),
  ).toMatchInlineSnapshot(`
"const w = new ApiObject(chart, 'w', {
  apiVersion: 'example.com/v1',
  kind: 'Widget',
  metadata: { name: 'w' },
  spec: { size: 3, empty: {}, on: 'yes' },
});
ApiObject.of(w).addJsonPatch(JsonPatch.add('/metadata/creationTimestamp', null), JsonPatch.add('/spec/none', null));
"
`);
});

test('a collector that the checks refuse is as it was, and the program says why', () => {
  const config = `{ ${otlp}, exporters: { debug: {} }, service: { pipelines: { logs: { receivers: [otlp], processors: [batch], exporters: [debug] } } } }`;
  expect(body(collector(config))).toMatch(/^\/\/ As it was read: "batch" is not defined\nnew ApiObject\(/);
});

test('a route that this library wrote is a route again', () => {
  const config = `
    receivers: { otlp: { protocols: { grpc: { endpoint: 0.0.0.0:4317 } } } }
    exporters: { debug: {}, nop: {} }
    connectors: { routing/logs: { error_mode: ignore, default_pipelines: [logs/otherwise], table: [{ context: log, condition: 'log.severity_number >= SEVERITY_NUMBER_ERROR', pipelines: [logs/errors] }, { context: resource, condition: 'resource.attributes["a"] == "b"', pipelines: [logs/noise] }] } }
    service:
      pipelines:
        logs: { receivers: [otlp], exporters: [routing/logs] }
        logs/errors: { receivers: [routing/logs], exporters: [debug] }
        logs/noise: { receivers: [routing/logs], exporters: [nop] }
        logs/otherwise: { receivers: [routing/logs], exporters: [debug] }`;
  expect(body(collector(config))).toMatchInlineSnapshot(`
"const otlp = receivers.otlp({ protocols: { grpc: { endpoint: '0.0.0.0:4317' } } });
const debug = exporters.debug();

const gateway = new Collector(chart, 'gateway', { verbatim: true });
gateway.route('logs', {
  from: [otlp],
  rules: [
    rule('errors', { when: ottl.log\`log.severity_number >= SEVERITY_NUMBER_ERROR\`, to: [debug] }),
    rule('noise', { when: ottl.log\`resource.attributes["a"] == "b"\`, drop: true }),
  ],
  otherwise: { to: [debug] },
});
"
`);
});

test('objects of two namespaces, and of none, keep theirs', () => {
  const object = (name: string, namespace: string) =>
    `{ apiVersion: v1, kind: ConfigMap, metadata: { name: ${name}${namespace} } }`;
  const text = main(
    object('a', ', namespace: x'),
    object('b', ', namespace: x'),
    object('c', ', namespace: y'),
    object('d', ''),
  );
  expect(text).toContain(
    "const chart = new Chart(app, 'x', { namespace: 'x' });\nconst cluster = new Chart(app, 'cluster');",
  );
  expect(text).toContain("metadata: { name: 'c', namespace: 'y' }");
});

test('above three collectors, each has a file', () => {
  const config = `{ ${otlp}, exporters: { debug: {} }, service: { pipelines: { logs: { receivers: [otlp], exporters: [debug] } } } }`;
  const names = ['a', 'b', 'c', 'default'];
  const { files, differences } = imported(...names.map((name) => collector(config).replace('gateway', name)));
  expect(differences).toEqual([]);
  expect([...files.keys()].filter((path) => path.startsWith('collectors/'))).toEqual(
    names.map((name) => `collectors/${name}.ts`),
  );
  expect(files.get('main.ts')).toContain("import { a } from './collectors/a';");
});

test('files of collectors are given the variables of hubs that they read', () => {
  const hub = `
apiVersion: hub.mydecisive.ai/v1
kind: MdaiHub
metadata: { name: hub }
spec:
  variables:
    - { key: host, type: manual, dataType: string, serializeAs: [{ name: HOST }] }
    - { key: other, type: manual, dataType: string, serializeAs: [{ name: OTHER }] }
`;
  const config = `{ ${otlp}, exporters: { otlp_http: { endpoint: "https://\${env:HOST}" } }, service: { pipelines: { logs: { receivers: [otlp], exporters: [otlp_http] } } } }`;
  const readers = ['a', 'b', 'c', 'd'].map((name) =>
    collector(config, '  envFrom: [{ configMapRef: { name: hub-variables, optional: true } }]').replace(
      'metadata: { name: gateway }',
      `metadata: { name: ${name}, labels: { mydecisive.ai/hub-name: hub } }`,
    ),
  );
  const { files, differences } = imported(...readers, hub);
  expect(differences).toEqual([]);
  expect(files.get('main.ts')).toContain('a(chart, host);\nb(chart, host);');
  expect(files.get('collectors/a.ts')).toMatchInlineSnapshot(`
"import type { Chart } from 'cdk8s';
import { Collector, exporters, receivers, type Ref, text } from 'cdk8s-mdai';

export function a(chart: Chart, host: Ref) {
  const otlp = receivers.otlp({ protocols: { grpc: { endpoint: '0.0.0.0:4317' } } });
  const otlpHttp = exporters.otlp_http({ endpoint: text\`https://\${host}\` });

  const a = new Collector(chart, 'a', { verbatim: true });
  a.pipeline('logs', { from: [otlp], to: [otlpHttp] });
}
"
`);
});
