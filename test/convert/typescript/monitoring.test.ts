import { importSources } from '../../../src/cli/importing/import';
import type { ConfigValue } from '../../../src/model/config';
import { defaultRelease } from '../../../src/model/release';
import { parsed } from '../../../src/source/parsed';

/** The files of the app that manifests become, all of them equal. */
function app(...texts: readonly string[]): ReadonlyMap<string, string> {
  const documents = texts.map((text, i) => ({ path: `${i}.yaml`, content: parsed(text) as ConfigValue }));
  const { files, differences } = importSources(documents, defaultRelease, 'app');
  expect(differences).toEqual([]);
  return files;
}

/** What stands behind the chart. */
function body(...texts: readonly string[]): string {
  const text = app(...texts).get('main.ts') ?? '';
  return text.slice(text.indexOf('\n\n', text.indexOf('new Chart')) + 2).replace('\napp.synth();\n', '');
}

function rules(groups: string, metadata = '{ name: api }'): string {
  return `{ apiVersion: monitoring.coreos.com/v1, kind: PrometheusRule, metadata: ${metadata}, spec: { groups: ${groups} } }`;
}

describe('a PrometheusRule', () => {
  test('is its groups, with the props that labels and annotations have', () => {
    const labels = '{ severity: page, team: api }';
    const annotations = '{ summary: s, description: d, runbook_url: https://r.example, more: m }';
    const alert = `{ alert: Down, expr: "up == 0", for: 5m, keep_firing_for: 1m, labels: ${labels}, annotations: ${annotations} }`;
    const groups = `[{ name: api.rules, interval: 1m, rules: [{ record: "a:b", expr: up, labels: { a: b } }, ${alert}] }]`;
    expect(
      body(rules(groups, '{ name: api, labels: { role: alert-rules }, annotations: { a: b } }')),
    ).toMatchInlineSnapshot(`
"const apiRules = new PrometheusRules(chart, 'api', {
  labels: { role: 'alert-rules' },
  annotations: { a: 'b' },
});
const apiRulesGroup = apiRules.group('api.rules', { interval: '1m' });
apiRulesGroup.record('a:b', { expr: 'up', labels: { a: 'b' } });
apiRulesGroup.alert('Down', {
  expr: 'up == 0',
  for: '5m',
  keepFiringFor: '1m',
  severity: 'page',
  labels: { team: 'api' },
  summary: 's',
  description: 'd',
  runbook: 'https://r.example',
  annotations: { more: 'm' },
});
"
`);
  });

  test('keeps expressions byte for byte', () => {
    const expr = 'sum by (a) (\n  rate(x{b=~"`\\\\d+`|${c}"}[5m])\n)\n  > 0\n';
    const text = rules(`[{ name: a, rules: [{ record: "a:b", expr: ${JSON.stringify(expr)} }] }]`);
    // That all is equal is asserted; here is that it was not kept as an object.
    expect(body(text)).not.toContain('ApiObject');
  });

  test('may have alerts without a severity, and what no prop says as a patch', () => {
    const text = body(rules('[{ name: a, labels: { b: c }, rules: [{ alert: Watchdog, expr: vector(1) }] }]'));
    expect(text).toMatchInlineSnapshot(`
"const apiRules = new PrometheusRules(chart, 'api');
ApiObject.of(apiRules).addJsonPatch(JsonPatch.add('/spec/groups/0/labels', { b: 'c' }));
const a = apiRules.group('a');
a.alert('Watchdog', { expr: 'vector(1)', severity: false });
"
`);
  });

  test.each([
    [
      'a number as expression',
      '[{ name: a, rules: [{ record: "a:b", expr: 1 }] }]',
      'the expression of a:b is no text',
    ],
    ['a group without rules', '[{ name: a, rules: [] }]', 'the group "a" has no rules'],
    ['a rule that is both', '[{ name: a, rules: [{ record: "a:b", alert: C, expr: up }] }]', 'is neither an alert'],
    [
      'a label that is no text',
      '[{ name: a, rules: [{ record: "a:b", expr: up, labels: { c: 1 } }] }]',
      'no map of texts',
    ],
    ['a mistake', '[{ name: a, rules: [{ record: "a:b", expr: "rate(up)" }] }]', '"rate" takes a range'],
  ])('with %s is as it was, and the program says why', (_, groups, reason) => {
    const text = body(rules(groups)).replaceAll('\n// ', ' ');
    expect(text).toMatch(/^\/\/ As it was read: /);
    expect(text).toContain(reason);
    expect(text).toContain('new ApiObject(');
  });

  test('without a name is as it was', () => {
    expect(body(rules('[{ name: a, rules: [{ record: "a:b", expr: up }] }]', '{ generateName: a- }'))).toContain(
      'it has no name',
    );
  });

  test('has a file with others of its kind where there are many', () => {
    const one = (name: string) => rules('[{ name: a, rules: [{ record: "a:b", expr: up }] }]', `{ name: ${name} }`);
    const files = app(...['a', 'b', 'c', 'd'].map(one));
    expect(files.get('rules.ts')?.match(/new PrometheusRules/g)).toHaveLength(4);
    expect(files.get('main.ts')).toContain('rules(chart);');
    expect(app(...['a', 'b', 'c'].map(one)).has('rules.ts')).toBe(false);
  });
});

function monitor(kind: string, spec: string, metadata = '{ name: api, labels: { release: stack } }'): string {
  const version = kind === 'ScrapeConfig' ? 'v1alpha1' : 'v1';
  return `{ apiVersion: monitoring.coreos.com/${version}, kind: ${kind}, metadata: ${metadata}, spec: ${spec} }`;
}

const api = '{ matchLabels: { app: api } }';
const service = `{ selector: ${api}, endpoints: [{ port: http }] }`;

describe('monitors', () => {
  test('are read by one Prometheus that is somewhere else, by the labels that all have', () => {
    expect(
      body(
        monitor('ServiceMonitor', `{ selector: ${api}, sampleLimit: 10, endpoints: [{ port: http, interval: 30s }] }`),
        monitor(
          'PodMonitor',
          `{ selector: ${api}, podMetricsEndpoints: [{ portNumber: 9100 }, { port: b }] }`,
          '{ name: pods, labels: { release: stack } }',
        ),
        monitor('ServiceMonitor', service, '{ name: web, labels: { release: stack, team: web } }'),
        monitor(
          'ScrapeConfig',
          '{ jobName: out, staticConfigs: [{ targets: ["a:1"] }] }',
          '{ name: out, labels: { release: stack } }',
        ),
        monitor(
          'Probe',
          '{ jobName: ask, prober: { url: "p:1", path: /probe, scheme: http }, targets: { staticConfig: { static: [a] } } }',
          '{ name: ask, labels: { release: stack } }',
        ),
      ),
    ).toMatchInlineSnapshot(`
"const prometheus = Prometheus.existing(chart, 'prometheus', { selectorLabels: { release: 'stack' } });
prometheus.scrapePods({ name: 'pods', labels: { app: 'api' } }, { port: [9100, 'b'] });
prometheus.scrapeService({ name: 'api', labels: { app: 'api' } }, { port: 'http', interval: '30s', sampleLimit: 10 });
prometheus.scrapeService({ name: 'web', labels: { app: 'api' } }, { port: 'http' });
prometheus.patch('ServiceMonitor-web', JsonPatch.add('/metadata/labels/team', 'web'));
prometheus.scrapeAddresses('out', { addresses: ['a:1'] });
prometheus.probe('ask', { prober: 'p:1', targets: ['a'] });
"
`);
  });

  test('of one name in a namespace are not both said', () => {
    const pods = `{ selector: ${api}, podMetricsEndpoints: [{ port: http }] }`;
    const text = body(monitor('ServiceMonitor', service), monitor('PodMonitor', pods));
    expect(text).toContain('prometheus.scrapePods(');
    expect(text).toMatch(/reads something called "api" already\nnew ApiObject\(chart, 'api-service-monitor'/);
  });

  test('of another namespace are told apart by their names, or changed', () => {
    const elsewhere = service.replace('}]', '}], namespaceSelector: { matchNames: [shop] }');
    const text = body(
      monitor('ServiceMonitor', elsewhere, '{ name: shop-api, namespace: monitoring }'),
      monitor('ServiceMonitor', elsewhere, '{ name: web, namespace: monitoring }'),
    );
    expect(text).toMatchInlineSnapshot(`
"const prometheus = Prometheus.existing(chart, 'prometheus', { selectorLabels: {} });
prometheus.scrapeService({ name: 'api', namespace: 'shop', labels: { app: 'api' } }, { port: 'http' });
prometheus.scrapeService({ name: 'web', labels: { app: 'api' } }, { port: 'http' });
prometheus.patch('ServiceMonitor-web', JsonPatch.add('/spec/namespaceSelector', { matchNames: ['shop'] }));
"
`);
  });

  test('have what all endpoints have in common as options, and the rest as a patch', () => {
    const endpoints = '[{ port: a, interval: 1m, path: /a }, { port: b, interval: 1m }]';
    expect(body(monitor('ServiceMonitor', `{ selector: ${api}, endpoints: ${endpoints} }`))).toMatchInlineSnapshot(`
"const prometheus = Prometheus.existing(chart, 'prometheus', { selectorLabels: { release: 'stack' } });
prometheus.scrapeService({ name: 'api', labels: { app: 'api' } }, { port: ['a', 'b'], interval: '1m' });
prometheus.patch('ServiceMonitor-api', JsonPatch.add('/spec/endpoints/0/path', '/a'));
"
`);
  });

  test('with credentials name the entries of Secrets', () => {
    const entry = (key: string) => `{ name: api, key: ${key} }`;
    const endpoint = `{ port: http, scheme: https, authorization: { type: Bearer, credentials: ${entry('token')} }, tlsConfig: { ca: { configMap: ${entry('ca')} }, keySecret: ${entry('k')}, insecureSkipVerify: true } }`;
    const text = body(monitor('ServiceMonitor', `{ selector: ${api}, endpoints: [${endpoint}] }`));
    expect(text).toContain("authorization: { credentials: secret('api', 'token') }");
    expect(text).toContain(
      "tls: { ca: configMapFile('api', 'ca'), key: secretFile('api', 'k'), insecureSkipVerify: true }",
    );
    expect(text).not.toContain('patch');
  });

  test.each([
    ['no port', '{ selector: { matchLabels: { app: api } }, endpoints: [{ targetPort: 1 }] }', 'names no port'],
    [
      'no labels',
      '{ selector: { matchExpressions: [{ key: a, operator: Exists }] }, endpoints: [{ port: a }] }',
      'does not select by labels',
    ],
    [
      'what is refused',
      `{ selector: ${api}, endpoints: [{ port: a, interval: 10s, scrapeTimeout: 20s }] }`,
      'a scrape may take 20s',
    ],
  ])('with %s are as they were, and the program says why', (_, spec, reason) => {
    const text = body(monitor('ServiceMonitor', spec)).replaceAll('\n// ', ' ');
    expect(text).toContain(reason);
    expect(text).toContain('new ApiObject(');
    expect(text).not.toContain('Prometheus.existing');
  });

  test('that a target allocator reads are as they were', () => {
    const allocator =
      '{ apiVersion: opentelemetry.io/v1alpha1, kind: TargetAllocator, metadata: { name: a }, spec: { prometheusCR: { enabled: true } } }';
    expect(body(allocator, monitor('ServiceMonitor', service))).toContain('a target allocator reads it');
  });

  test('of many have a file of their own', () => {
    const many = Array.from({ length: 11 }, (_, i) => monitor('ServiceMonitor', service, `{ name: api-${i} }`));
    const files = app(...many);
    expect(files.get('monitors.ts')?.match(/scrapeService/g)).toHaveLength(11);
    expect(files.get('monitors.ts')?.match(/Prometheus\.existing/g)).toHaveLength(1);
    expect(app(...many.slice(1)).has('monitors.ts')).toBe(false);
  });

  test('of a collector are read from the collector', () => {
    const collector = `
apiVersion: opentelemetry.io/v1beta1
kind: OpenTelemetryCollector
metadata: { name: gateway, namespace: ns }
spec:
  config:
    receivers: { otlp: { protocols: { grpc: { endpoint: 0.0.0.0:4317 } } } }
    exporters: { prometheus: { endpoint: 0.0.0.0:8889 } }
    service: { pipelines: { metrics: { receivers: [otlp], exporters: [prometheus] } } }
`;
    const labels =
      '{ app.kubernetes.io/component: opentelemetry-collector, app.kubernetes.io/instance: ns.gateway, app.kubernetes.io/managed-by: opentelemetry-operator, app.kubernetes.io/part-of: opentelemetry }';
    const text = body(
      collector,
      monitor(
        'PodMonitor',
        `{ selector: { matchLabels: ${labels} }, podMetricsEndpoints: [{ portNumber: 8889, honorLabels: true, interval: 1m }] }`,
        '{ name: gateway-collector, namespace: ns, labels: { release: stack } }',
      ),
    );
    expect(text).toContain("existingPrometheus.scrape(gateway, { interval: '1m' });");
  });
});
