import { checkModel } from '../../src/checks/check';
import { readModel } from '../../src/convert/read';
import type { ConfigValue } from '../../src/model/config';

function read(...contents: readonly object[]) {
  return readModel(contents.map((content) => ({ path: 'a.yaml', content: content as ConfigValue })));
}

const monitoring = (kind: string, name: string, spec: object, metadata: object = {}, version = 'v1') => ({
  apiVersion: `monitoring.coreos.com/${version}`,
  kind,
  metadata: { name, namespace: 'ns', ...metadata },
  spec,
});

const all = {
  podMonitorSelector: {},
  serviceMonitorSelector: {},
  probeSelector: {},
  scrapeConfigSelector: {},
  ruleSelector: {},
};
const prometheus = (spec: object = all) => monitoring('Prometheus', 'main', { version: 'v3.5.0', ...spec });

const gateway = {
  apiVersion: 'opentelemetry.io/v1beta1',
  kind: 'OpenTelemetryCollector',
  metadata: { name: 'gateway', namespace: 'ns' },
  spec: {
    config: {
      receivers: { otlp: { protocols: { grpc: {} } } },
      exporters: { prometheus: { endpoint: '0.0.0.0:8889' } },
      service: { pipelines: { metrics: { receivers: ['otlp'], exporters: ['prometheus'] } } },
    },
  },
};
const podsOfGateway = { matchLabels: { 'app.kubernetes.io/instance': 'ns.gateway' } };

const rule = (expr: string) => ({ groups: [{ name: 'g', rules: [{ record: 'a:b', expr }] }] });

test('a Prometheus takes what its selectors select, in the namespaces that they select', () => {
  const pods = { podMetricsEndpoints: [{ port: 'web' }], selector: { matchLabels: { app: 'x' } } };
  const scrapesOf = (spec: object) => {
    const model = read(
      { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'other', labels: { team: 'a' } } },
      prometheus(spec),
      monitoring('PodMonitor', 'plain', pods),
      monitoring('PodMonitor', 'labelled', pods, { labels: { team: 'a' } }),
      monitoring('PodMonitor', 'far', pods, { namespace: 'other' }),
    );
    return model.prometheuses[0]?.scrapes.map(({ name }) => name);
  };
  expect(scrapesOf({})).toEqual([]);
  expect(scrapesOf({ podMonitorSelector: {} })).toEqual(['plain', 'labelled']);
  expect(scrapesOf({ podMonitorSelector: { matchLabels: { team: 'a' } } })).toEqual(['labelled']);
  const absent = { matchExpressions: [{ key: 'team', operator: 'DoesNotExist' }] };
  expect(scrapesOf({ podMonitorSelector: absent })).toEqual(['plain']);
  expect(scrapesOf({ podMonitorSelector: {}, podMonitorNamespaceSelector: {} })).toEqual(['plain', 'labelled', 'far']);
  const team = { matchLabels: { team: 'a' } };
  expect(scrapesOf({ podMonitorSelector: {}, podMonitorNamespaceSelector: team })).toEqual(['far']);
  const named = { matchLabels: { 'kubernetes.io/metadata.name': 'other' } };
  expect(scrapesOf({ podMonitorSelector: {}, podMonitorNamespaceSelector: named })).toEqual(['far']);
});

test('a monitor of the pods of a collector reads that collector, and its exporters', () => {
  const monitor = monitoring('PodMonitor', 'gateway', {
    selector: podsOfGateway,
    podMetricsEndpoints: [{ portNumber: 8888 }, { portNumber: 8889, honorLabels: true, interval: '10s' }],
  });
  expect(read(prometheus(), gateway, monitor).prometheuses[0]?.scrapes).toEqual([
    {
      name: 'gateway',
      of: { kind: 'collector', path: 'a.yaml/gateway' },
      find: { kind: 'pods', namespace: 'ns', labels: podsOfGateway.matchLabels },
      endpoints: [
        { keys: ['spec', 'podMetricsEndpoints', 0], port: 8888, honorLabels: false },
        {
          keys: ['spec', 'podMetricsEndpoints', 1],
          port: 8889,
          exporter: 'prometheus',
          honorLabels: true,
          interval: '10s',
        },
      ],
    },
  ]);
});

test('a monitor of Services reads the collector behind them', () => {
  const service = {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'metrics', namespace: 'ns', labels: { app: 'metrics' } },
    spec: { selector: podsOfGateway.matchLabels, ports: [{ name: 'metrics', port: 8888 }] },
  };
  const monitor = monitoring('ServiceMonitor', 'metrics', {
    selector: { matchLabels: { app: 'metrics' } },
    endpoints: [{ port: 'metrics' }],
  });
  expect(read(prometheus(), gateway, service, monitor).prometheuses[0]?.scrapes).toMatchObject([
    { name: 'metrics', of: { kind: 'collector', path: 'a.yaml/gateway' }, find: { kind: 'services' } },
  ]);
});

test('monitors of two kinds may have one name, and one may take the pods of several collectors', () => {
  const selector = { matchLabels: { 'app.kubernetes.io/managed-by': 'opentelemetry-operator' } };
  const model = read(
    prometheus(),
    gateway,
    { ...gateway, metadata: { name: 'agent', namespace: 'ns' } },
    monitoring('PodMonitor', 'collectors', { selector, podMetricsEndpoints: [{ portNumber: 8888 }] }),
    monitoring('ServiceMonitor', 'collectors', { selector, endpoints: [{ port: 'metrics' }] }),
  );
  expect(model.prometheuses[0]?.scrapes.map(({ name, of }) => [name, of?.path])).toEqual([
    ['collectors (gateway)', 'a.yaml/gateway'],
    ['collectors (agent)', 'a.yaml/agent'],
    ['collectors', undefined],
  ]);
  expect(checkModel(model).map(({ code }) => code)).not.toContain('scrape-name');
});

test('rules are checked whoever takes them, once', () => {
  const model = read(
    prometheus(),
    monitoring('Prometheus', 'second', all),
    monitoring('PrometheusRule', 'taken', rule('sum(')),
    monitoring('PrometheusRule', 'far', rule('rate(x)'), { namespace: 'other' }),
    rule('y +'),
    { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'c' }, data: { 'rules.yml': JSON.stringify(rule('z[')) } },
  );
  const issues = checkModel(model).filter(({ code }) => code.startsWith('promql'));
  expect(issues.map(({ path, code }) => `${path} ${code}`)).toEqual([
    'a.yaml/c/rules.yml/g/a:b promql-syntax',
    'a.yaml/far/g/a:b promql-type',
    'a.yaml/g/a:b promql-syntax',
    'a.yaml/taken/g/a:b promql-syntax',
  ]);
});

test('groups of one name stand in two files, but not in one', () => {
  const twice = { groups: [...rule('x').groups, { name: 'g', rules: [{ record: 'c:d', expr: 'y' }] }] };
  const codes = (...rules: readonly object[]) =>
    checkModel(read(prometheus(), ...rules.map((spec, i) => monitoring('PrometheusRule', `r${i}`, spec)))).map(
      ({ code, path }) => `${path} ${code}`,
    );
  expect(codes(rule('x'), { groups: [{ name: 'g', rules: [{ record: 'c:d', expr: 'y' }] }] })).toEqual([]);
  expect(codes(twice)).toEqual(['a.yaml/r0/g (2) prometheus-group']);
});

test('what a Prometheus takes of no monitor is said, with its reason', () => {
  const model = read(
    prometheus({ ...all, probeSelector: { matchLabels: { team: 'a' } }, ruleSelector: null }),
    monitoring('Probe', 'p', { prober: { url: 'b:9115' }, targets: { staticConfig: { static: ['x'] } } }),
    monitoring('PrometheusRule', 'r', rule('x')),
    monitoring('ScrapeConfig', 's', { staticConfigs: [{ targets: ['x:1'] }] }, { namespace: 'o' }, 'v1alpha1'),
  );
  expect(checkModel(model).map(({ message }) => message)).toEqual([
    'no Prometheus takes the Probe "p": a.yaml/main selects by team=a.',
    'no Prometheus takes the PrometheusRule "r": a.yaml/main takes none.',
    'no Prometheus takes the ScrapeConfig "s": a.yaml/main looks in the namespace "ns".',
  ]);
});

test('rules that a ThanosRuler takes need no Prometheus', () => {
  const rules = monitoring('PrometheusRule', 'r', rule('sum('), { labels: { for: 'thanos' } });
  const ruler = monitoring('ThanosRuler', 't', { ruleSelector: { matchLabels: { for: 'thanos' } } });
  const codes = (...more: readonly object[]) =>
    checkModel(read(prometheus({ ...all, ruleSelector: null }), rules, ...more)).map(({ code }) => code);
  expect(codes()).toEqual(['monitoring-unselected', 'promql-syntax']);
  expect(codes(ruler)).toEqual(['promql-syntax']);
});

test('the configuration of Prometheus itself is read, with the files of rules beside it', () => {
  const config = {
    global: { scrape_interval: '10s', external_labels: { cluster: 'a' } },
    rule_files: ['rules/*.yml'],
    scrape_configs: [
      { job_name: 'gateway', static_configs: [{ targets: ['gateway-collector.ns:8889'], labels: { a: 'b' } }] },
      { job_name: 'other', static_configs: [{ targets: ['x:1', 'y:2'] }], sample_limit: 5 },
    ],
    remote_write: [{ url: 'https://x', queue_config: { max_shards: 0 }, headers: { Host: 'a' } }],
  };
  const { prometheuses } = readModel([
    { path: 'etc/prometheus.yml', content: config as unknown as ConfigValue },
    { path: 'etc/rules/a.yml', content: rule('x') },
    { path: 'other/rules/a.yml', content: rule('x') },
    { path: 'g.yaml', content: gateway as unknown as ConfigValue },
  ]);
  expect(prometheuses).toMatchObject([
    {
      path: 'etc/prometheus.yml',
      name: '',
      backend: 'workload',
      scrapeInterval: '10s',
      evaluationInterval: '1m',
      externalLabels: { cluster: 'a' },
      remoteWrite: [{ url: 'https://x', queue: { maxShards: 0 }, headers: { Host: 'a' } }],
      scrapes: [
        {
          name: 'gateway',
          of: { kind: 'collector', path: 'g.yaml/gateway' },
          endpoints: [{ port: 8889, exporter: 'prometheus' }],
        },
        { name: 'other', find: { kind: 'addresses', addresses: ['x:1', 'y:2'] }, sampleLimit: 5 },
      ],
      groups: [{ path: 'etc/rules/a.yml/g' }],
    },
  ]);
});

test('a workload tells the version, the features and the rules of the Prometheus whose configuration it mounts', () => {
  const pod = {
    containers: [
      {
        name: 'prometheus',
        image: 'prom/prometheus:v2.54.1',
        args: [
          '--config.file=/etc/prometheus/prometheus.yml',
          '--enable-feature=exemplar-storage,promql-experimental-functions',
        ],
        volumeMounts: [
          { name: 'config', mountPath: '/etc/prometheus' },
          { name: 'rules', mountPath: '/etc/rules' },
        ],
      },
    ],
    volumes: [
      { name: 'config', configMap: { name: 'config' } },
      { name: 'rules', configMap: { name: 'rules' } },
    ],
  };
  const metadata = (name: string) => ({ metadata: { name, namespace: 'ns' } });
  const config = { global: { scrape_interval: '30s' }, rule_files: ['../rules/[a-c].yaml'] };
  const { prometheuses } = read(
    { apiVersion: 'apps/v1', kind: 'StatefulSet', ...metadata('main'), spec: { replicas: 2, template: { spec: pod } } },
    { apiVersion: 'v1', kind: 'ConfigMap', ...metadata('config'), data: { 'prometheus.yml': JSON.stringify(config) } },
    { apiVersion: 'v1', kind: 'ConfigMap', ...metadata('rules'), data: { 'a.yaml': JSON.stringify(rule('x')) } },
  );
  expect(prometheuses).toMatchObject([
    {
      path: 'a.yaml/config/prometheus.yml',
      name: 'main',
      namespace: 'ns',
      version: '2.54.1',
      replicas: 2,
      enableFeatures: ['exemplar-storage', 'promql-experimental-functions'],
      groups: [{ path: 'a.yaml/rules/a.yaml/g' }],
    },
  ]);
});

test('the Alertmanager that alerts go to is found by its Service', () => {
  const secret = {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'alertmanager-am', namespace: 'ns' },
    stringData: { 'alertmanager.yaml': 'route: {receiver: a}\nreceivers: [{name: a}]\n' },
  };
  const alerting = (name: string) => ({ alerting: { alertmanagers: [{ name, namespace: 'ns', port: 'web' }] } });
  for (const service of ['alertmanager-operated', 'alertmanager-am']) {
    const model = read(prometheus(alerting(service)), monitoring('Alertmanager', 'am', {}), secret);
    expect(model.prometheuses[0]?.alertmanager).toEqual({
      path: 'a.yaml/alertmanager-am/alertmanager.yaml',
      service,
      namespace: 'ns',
    });
  }
});
