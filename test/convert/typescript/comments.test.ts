import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Imported, importSources } from '../../../src/cli/importing/import';
import { defaultRelease } from '../../../src/model/release';
import { readSources } from '../../../src/source/read';

const folder = mkdtempSync(join(tmpdir(), 'comments-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function imported(text: string): Imported {
  const path = join(folder, 'gateway.yaml');
  writeFileSync(path, text);
  const { documents, commentsOf } = readSources([path]);
  return importSources(documents, defaultRelease, 'app', { commentsOf });
}

/** What stands behind the chart. */
function body(text: string): string {
  const { files, differences } = imported(text);
  expect(differences).toEqual([]);
  const main = files.get('main.ts') ?? '';
  return main.slice(main.indexOf('\n\n', main.indexOf('new MdaiApp')) + 2).replace('\napp.synth();\n', '');
}

const collector = `
# Licensed to nobody.

# The gateway of the shop.
apiVersion: opentelemetry.io/v1beta1
kind: OpenTelemetryCollector # of the operator
metadata:
  name: gateway
  labels: { team: shop } # who is asked
spec:
  replicas: 2 # raised after the incident of May
  env:
    # where everything goes
    - name: HOST
      value: in.example
  tolerations:
    - key: spot # these are cheap
  # what it does
  config:
    # ---- RECEIVERS ----
    receivers:
      # from apps
      otlp:
        protocols:
          grpc: { endpoint: "0.0.0.0:4317" } # all of them
          # http:
          #   endpoint: 0.0.0.0:4318
    processors:
      memory_limiter: { limit_mib: 400, check_interval: 1s } # the least
      batch: # as it comes
      # resource:
      #   attributes: []
    exporters:
      otlp_http: { endpoint: "https://\${env:HOST}" }
    service:
      telemetry:
        logs: { level: warn } # it talks too much
      pipelines:
        # what people look at
        traces:
          receivers: [otlp]
          processors:
            - memory_limiter # must be first
            - batch
          exporters: [otlp_http] # nowhere else
# That is all.
`;

test('comments of a collector stand at what the commented entries became', () => {
  expect(body(collector)).toMatchInlineSnapshot(`
"// ---- RECEIVERS ----
// from apps
const otlp = receivers.otlp({
  protocols: {
    // all of them
    grpc: { endpoint: '0.0.0.0:4317' },
    // http:
    //   endpoint: 0.0.0.0:4318
  },
});
// the least
const memoryLimiter = processors.memory_limiter({ limit_mib: 400, check_interval: '1s' });
const otlpHttp = exporters.otlp_http({ endpoint: text\`https://\${env('HOST')}\` });

// Licensed to nobody.
//
// The gateway of the shop.
// kind: of the operator
// what it does
// processors:
// resource:
//   attributes: []
const gateway = new Collector(chart, 'gateway', {
  verbatim: true,
  replicas: 2, // raised after the incident of May
  env: {
    // where everything goes
    HOST: 'in.example',
  },
  telemetry: {
    // it talks too much
    logs: { level: 'warn' },
  },
  pod: {
    tolerations: [
      {
        key: 'spot', // these are cheap
      },
    ],
  },
});
// labels: who is asked
ApiObject.of(gateway).metadata.addLabel('team', 'shop');
// what people look at
gateway.pipeline('traces', {
  from: [otlp],
  processors: [
    memoryLimiter, // must be first
    // as it comes
    processors.batch(blank),
  ],
  // nowhere else
  to: [otlpHttp],
});
// That is all.
"
`);
});

test('comments in the text of a ConfigMap stand in what makes the text', () => {
  const text = `
apiVersion: v1
kind: ConfigMap
metadata: { name: relay } # for the nodes
data:
  # read at start
  relay: |
    # What the nodes run.
    receivers:
      otlp: { protocols: { http: { endpoint: "0.0.0.0:4318" } } } # from apps
    exporters:
      debug: {} # for now
    service:
      # how it flows
      pipelines: { logs: { receivers: [otlp], exporters: [debug] } }
  notes.txt: |
    # no comment, but a text
    keep
`;
  expect(body(text)).toMatchInlineSnapshot(`
"// from apps
const otlp = receivers.otlp({ protocols: { http: { endpoint: '0.0.0.0:4318' } } });
// read at start
//
// What the nodes run.
const relay = new Collector(chart, 'relay-config', { backend: 'none', verbatim: true });
// pipelines: how it flows
relay.pipeline('logs', {
  from: [otlp],
  to: [
    // for now
    exporters.debug(),
  ],
});

new ApiObject(chart, 'relay', {
  apiVersion: 'v1',
  kind: 'ConfigMap',
  // for the nodes
  metadata: { name: 'relay' },
  data: {
    relay: relay.toYaml(),
    'notes.txt': \`# no comment, but a text
keep
\`,
  },
});
"
`);
});

test('comments of hubs stand at their variables, alerts and automations', () => {
  const hub = `
apiVersion: hub.mydecisive.ai/v1
kind: MdaiHub
metadata: { name: hub }
spec:
  variables:
    # services that are too loud
    - key: loud
      type: computed
      dataType: set
      storageType: mdai-valkey
      serializeAs: [{ name: LOUD, transformers: [{ type: join, join: { delimiter: "|" } }] }]
  prometheusAlerts:
    - name: too_loud # see the runbook
      expr: sum(rate(bytes[5m])) by (service) > 1000 # a guess
      severity: warning
      for: 5m
  rules:
    # quieten them
    - name: quieten
      when: { alertName: too_loud, status: firing }
      then:
        # its name
        - addToSet: { set: loud, value: "\${trigger:payload.labels.service}" }
`;
  expect(body(hub)).toMatchInlineSnapshot(`
"const hub = new MdaiHub(chart, 'hub');
// services that are too loud
const loud = hub.set('loud', { env: 'LOUD' });

// name: see the runbook
const tooLoud = hub.alert('too_loud', {
  expr: 'sum(rate(bytes[5m])) by (service) > 1000', // a guess
  labels: ['service'],
  severity: 'warning',
  for: '5m',
});

// quieten them
hub.automation('quieten', {
  when: tooLoud.firing(),
  do: [
    // its name
    loud.add(tooLoud.label('service')),
  ],
});
"
`);
});

test('a configuration by itself has its comments, also where it stays as it was', () => {
  const config = `
# the agent
receivers:
  otlp: { protocols: { grpc: {} } } # from apps
exporters: { debug: {} }
service: { pipelines: { logs: { receivers: [otlp], exporters: [debug] } } }
`;
  const main = body(config);
  expect(main).toContain('// the agent\nconst gateway = new Collector(');
  expect(main).toContain('// from apps\n');
  const broken = imported(config.replace('[otlp]', '[otlp, missing]')).files.get('main.ts');
  expect(broken).toContain('// the agent\n// receivers.otlp: from apps\n// As it was read: ');
});

test('what another collector shares has the comments of both', () => {
  const other = collector.replaceAll('gateway', 'second').replaceAll('from apps', 'from other apps');
  const main = imported(`${collector}---${other}`).files.get('main.ts') ?? '';
  expect(main.split('new Collector(').length).toBe(3);
  expect(main).toContain('// from apps\nconst otlp');
  expect(main).toContain('// receivers.otlp: from other apps\n');
});

test('what a construct makes besides has its comments above the construct, under its name', () => {
  const example = join(__dirname, '../../../examples/quickstart/expected/telemetry.k8s.yaml');
  const text = readFileSync(example, 'utf8')
    .replace('kind: ServiceAccount', '$& # for nothing but this')
    .replaceAll(/^( +)- memory_limiter$/gm, '$1# before all others\n$&');
  expect(body(text)).toContain(`
// ServiceAccount telemetry/gateway-collector, kind: for nothing but this
const gateway = new Collector(`);
  expect(body(text)).toContain('\n// processors[0]: before all others\ngateway.pipeline(');
});

test('lines for an editor of YAML are left out', () => {
  expect(
    body('# yaml-language-server: $schema=x\n# kept\napiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\n'),
  ).toMatch(/^\/\/ kept\nnew ApiObject\(/);
});

describe('a comment that may hold a secret is left out and listed', () => {
  const template = (comment: string) => `
apiVersion: opentelemetry.io/v1beta1
kind: OpenTelemetryCollector
metadata:
  name: gateway
spec:
  config:
    receivers:
      otlp: { protocols: { grpc: { endpoint: "0.0.0.0:4317" } } }
    exporters:
      datadog:
        api:
          site: datadoghq.eu
${comment.replace(/^/gm, '          ')}
          key: \${env:KEY}
    service:
      pipelines:
        traces: { receivers: [otlp], exporters: [datadog] }
`;

  test.each([
    '# api_key: s3cr3t-4711',
    '# key: s3cr3t-4711',
    '# password=s3cr3t-4711',
    '# was "token": "s3cr3t-4711" before',
    '# see https://me:s3cr3t-4711@in.example',
    '# send it to https://hooks.slack.com/services/T0/B0/s3cr3t-4711',
    '# Authorization: Bearer s3cr3t-4711',
    '# curl -H "Bearer s3cr3t-4711"',
    '# - name: DB_PASSWORD\n#   value: s3cr3t-4711',
    '# clientSecret:\n#   s3cr3t-4711',
    '# -----BEGIN RSA PRIVATE KEY-----\n# s3cr3t-4711',
    '# AKIAIOSFODNN7EXAMPLE s3cr3t-4711',
  ])('%j', (comment) => {
    const { files, differences } = imported(template(comment));
    expect(JSON.stringify([...files, ...differences])).not.toContain('s3cr3t-4711');
    expect(differences).toEqual([
      {
        object: 'OpenTelemetryCollector gateway',
        path: 'spec/config/exporters/datadog/api/key',
        was: 'a secret',
        is: 'left out',
        reason: expect.stringMatching(/^A comment that may hold a secret, at .*gateway\.yaml:14: /),
      },
    ]);
  });

  test.each([
    '# key: ${env:OTHER_KEY}',
    '# password_file: /run/secrets/password',
    '# secretKeyRef: { name: vendor }',
    '# automountServiceAccountToken: false',
    '# the token is in the vault, and so is the password',
    '# see https://in.example/docs#token',
    '# max_tokens: 5',
  ])('but not %j', (comment) => {
    const { files, differences } = imported(template(comment));
    expect(differences).toEqual([]);
    expect(files.get('main.ts')).toContain(comment.replace('#', '//'));
  });

  test('where it says a secret that the object holds', () => {
    const text = template('# s3cr3t-4711 is that of the shop').replace('${env:KEY}', 's3cr3t-4711');
    const { files, differences } = imported(text);
    expect(JSON.stringify([...files, ...differences])).not.toContain('s3cr3t-4711');
    expect(differences).toHaveLength(2);
  });

  test.each(['', '\n'])('and a text that stays as it was keeps its comments, with %j at its end', (end) => {
    const config = `{ receivers: { otlp: }, exporters: { debug: }, service: { pipelines: { logs: { receivers: [missing], exporters: [debug] } } } } # kept${end}`;
    const relay = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'relay' }, data: { relay: config } };
    const main = imported(JSON.stringify(relay)).files.get('main.ts') ?? '';
    expect(main.split('# kept').length).toBe(2);
    expect(main).not.toContain('// kept');
  });

  test('also in a text that stays as it was otherwise', () => {
    const text = `
apiVersion: v1
kind: ConfigMap
metadata: { name: relay }
data:
  relay: |
    receivers: { otlp: { protocols: { http: {} } } } # kept
    # api_key: s3cr3t-4711
    exporters: { debug: {} }
    service: { pipelines: { logs: { receivers: [otlp], processors: [missing], exporters: [debug] } } }
`;
    const { files, differences } = imported(text);
    expect(JSON.stringify([...files, ...differences])).not.toContain('s3cr3t-4711');
    expect(files.get('main.ts')).toContain('kept');
    expect(differences).toHaveLength(1);
  });
});

test('rules and monitors keep theirs at the alert, the group and the option', () => {
  const text = `
# Rules of the shop.
apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata:
  name: shop
spec:
  groups:
    # how much is sold
    - name: sales
      rules:
        # nobody buys
        - alert: NoSales
          expr: rate(sales_total[5m]) == 0 # five minutes are enough
          labels:
            severity: page # at night, too
        # for the wall
        - record: shop:sales:rate5m
          expr: rate(sales_total[5m])
---
# Where it is counted.
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata:
  name: till
spec:
  selector:
    matchLabels: { app: till }
  endpoints:
    - port: http
      interval: 30s # not more often
`;
  expect(body(text)).toMatchInlineSnapshot(`
"const prometheus = Prometheus.existing(chart, 'prometheus', { selectorLabels: {} });
// Where it is counted.
prometheus.scrapeService(
  { name: 'till', labels: { app: 'till' } },
  {
    port: 'http',
    interval: '30s', // not more often
  },
);

// Rules of the shop.
const shopRules = new PrometheusRules(chart, 'shop');
// how much is sold
const sales = shopRules.group('sales');
// nobody buys
sales.alert('NoSales', {
  expr: 'rate(sales_total[5m]) == 0', // five minutes are enough
  severity: 'page', // at night, too
});
// for the wall
sales.record('shop:sales:rate5m', { expr: 'rate(sales_total[5m])' });
"
`);
});
