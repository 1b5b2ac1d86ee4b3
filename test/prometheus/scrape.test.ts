import { ApiObject, App, Chart } from 'cdk8s';
import * as plus from 'cdk8s-plus-28';
import {
  Collector,
  configMapFile,
  exporters,
  issuer,
  MdaiError,
  Prometheus,
  receivers,
  secret,
  text,
} from '../../src/index';
import { find, issuesOf, type Manifest, synthesize } from '../../src/testing';

const otlp = receivers.otlp({ protocols: { grpc: {} } });

function chartOf(): Chart {
  return new Chart(new App(), 'telemetry', { namespace: 'ns' });
}

function serviceIn(
  chart: Chart,
  metadata: object,
  ports: readonly object[] = [{ name: 'metrics', port: 9100 }],
): ApiObject {
  return new ApiObject(chart, 'service', { apiVersion: 'v1', kind: 'Service', metadata, spec: { ports } });
}

const labels = { app: 'shop' };

test('a Service is read by its own labels and the name of its port', () => {
  const chart = chartOf();
  const prometheus = new Prometheus(chart, 'prometheus');
  prometheus.scrapeService(serviceIn(chart, { name: 'shop', labels }), { port: 'metrics', interval: '1m' });
  expect(find(synthesize(chart), 'ServiceMonitor', 'shop').spec).toEqual({
    selector: { matchLabels: labels },
    endpoints: [{ port: 'metrics', interval: '1m' }],
  });
});

test('a workload of cdk8s-plus is read by the labels of its pods', () => {
  const chart = chartOf();
  const shop = new plus.Deployment(chart, 'shop', {
    containers: [{ image: 'shop', ports: [{ name: 'http', number: 8080 }] }],
  });
  new Prometheus(chart, 'prometheus').scrapePods(shop, { port: 'http' });
  const objects = synthesize(chart);
  const [deployment] = objects.filter(({ kind }) => kind === 'Deployment');
  const [monitor] = objects.filter(({ kind }) => kind === 'PodMonitor');
  expect(monitor!.spec.selector.matchLabels).toEqual(deployment!.spec.template.metadata.labels);
  expect(monitor!.spec.podMetricsEndpoints).toEqual([{ port: 'http' }]);
});

test('what is in another namespace is named after it, and may be found there', () => {
  const chart = chartOf();
  const prometheus = new Prometheus(chart, 'prometheus');
  prometheus.scrapeService(
    { name: 'dns', namespace: 'kube-system', labels: { 'k8s-app': 'dns' } },
    { port: 'metrics' },
  );
  const objects = synthesize(chart);
  expect(find(objects, 'ServiceMonitor', 'kube-system-dns').spec.namespaceSelector).toEqual({
    matchNames: ['kube-system'],
  });
  const roles = objects.filter(({ kind }) => kind === 'Role').map(({ metadata }) => metadata.namespace);
  expect(roles).toEqual(['ns', 'kube-system']);
});

test('addresses and probes become their own kinds', () => {
  const chart = chartOf();
  new Prometheus(chart, 'prometheus')
    .scrapeAddresses('vm', { addresses: ['10.0.0.1:9100'], labels: { team: 'a' }, path: '/stats' })
    .probe('sites', { prober: 'blackbox:9115', module: 'http_2xx', targets: ['https://shop.example'] });
  const objects = synthesize(chart);
  expect(find(objects, 'ScrapeConfig', 'vm').spec).toEqual({
    jobName: 'vm',
    metricsPath: '/stats',
    staticConfigs: [{ targets: ['10.0.0.1:9100'], labels: { team: 'a' } }],
  });
  expect(find(objects, 'Probe', 'sites').spec).toEqual({
    jobName: 'sites',
    prober: { url: 'blackbox:9115', path: '/probe', scheme: 'http' },
    module: 'http_2xx',
    targets: { staticConfig: { static: ['https://shop.example'] } },
  });
});

test('a Prometheus exporter with a certificate of cert-manager is read with TLS, and verified', () => {
  const chart = chartOf();
  const ca = issuer('ca');
  const gateway = new Collector(chart, 'gateway');
  gateway.pipeline('metrics', { from: [otlp], to: [exporters.prometheus({ tls: ca.serverTls() })] });
  new Prometheus(chart, 'prometheus').scrape(gateway);
  const [, endpoint] = find(synthesize(chart), 'PodMonitor', 'gateway-collector').spec.podMetricsEndpoints;
  const entry = (key: string) => ({ name: 'gateway-collector-ca', key });
  expect(endpoint).toEqual({
    portNumber: 8889,
    honorLabels: true,
    scheme: 'https',
    tlsConfig: {
      ca: { secret: entry('ca.crt') },
      cert: { secret: entry('tls.crt') },
      keySecret: entry('tls.key'),
      serverName: 'gateway-collector',
    },
  });
});

test('mistakes throw where they are written', () => {
  const chart = chartOf();
  const prometheus = new Prometheus(chart, 'prometheus').scrapeAddresses('vm', { addresses: ['a:1'] });
  const options = (client: object) => () => prometheus.scrapeAddresses('x', { addresses: ['a:1'], ...client });
  expect(() => prometheus.scrapeAddresses('vm', { addresses: ['b:1'] })).toThrow('reads something called "vm" already');
  expect(() =>
    prometheus.scrapeService(new plus.Deployment(chart, 'd', { containers: [{ image: 'a' }] }), { port: 'x' }),
  ).toThrow('telemetry/d is a Deployment. scrapeService takes a Service, scrapePods what runs pods.');
  expect(() => prometheus.scrapePods(serviceIn(chart, { name: 's' }), { port: 'x' })).toThrow('which runs no pods');
  const credentials = secret('a', 'b');
  expect(
    options({ basicAuth: { username: credentials, password: credentials }, authorization: { credentials } }),
  ).toThrow('both write the header Authorization');
  expect(options({ authorization: { credentials: text`Bearer ${credentials}` } })).toThrow(MdaiError);
  expect(options({ authorization: { credentials: configMapFile('a', 'b') } })).toThrow('is in a ConfigMap');
});

/** The issues about what a Prometheus reads. */
function issues(make: (chart: Chart, prometheus: Prometheus) => unknown, namespace?: string): readonly string[] {
  const chart = chartOf();
  make(chart, new Prometheus(chart, 'prometheus', namespace === undefined ? {} : { namespace }));
  return issuesOf(chart)
    .filter(({ code }) => code.startsWith('scrape-'))
    .map(({ severity, code, path, message, fix }) => `${severity} ${code} ${path}: ${message} ${fix}`);
}

const collectorWith = (chart: Chart, props: object, exporter = exporters.prometheus()) => {
  const gateway = new Collector(chart, 'gateway', props);
  gateway.pipeline('metrics', { from: [otlp], to: [exporter] });
  return gateway;
};

test.each<[string, Parameters<typeof issues>, string]>([
  [
    'a port that a Service lacks',
    [(chart, prometheus) => prometheus.scrapeService(serviceIn(chart, { name: 'shop', labels }), { port: 'metric' })],
    'error scrape-port telemetry/prometheus/shop: the Service has no port "metric", so nothing would be read. Did you mean "metrics"?',
  ],
  [
    'a port that pods do not declare',
    [
      (chart, prometheus) =>
        prometheus.scrape(collectorWith(chart, { backend: 'workload', defaults: { ports: false } })),
    ],
    'error scrape-port telemetry/prometheus/gateway-collector: no container declares port 8888, so nothing would be read. Declare the port.',
  ],
  [
    'metrics on the loopback address',
    [
      (chart, prometheus) =>
        prometheus.scrape(collectorWith(chart, {}, exporters.prometheus({ endpoint: 'localhost:8889' }))),
    ],
    'error scrape-port telemetry/prometheus/gateway-collector: telemetry/gateway serves what "prometheus" makes at localhost, which is reached within the pod alone. Listen on 0.0.0.0.',
  ],
  [
    'a sidecar',
    [(chart, prometheus) => prometheus.scrape(collectorWith(chart, { mode: 'sidecar' }))],
    'error scrape-port telemetry/prometheus/gateway-collector: telemetry/gateway is a sidecar: its pods are those of others, and carry other labels. Read the pods that it joins, by their labels: scrapePods(workload, { port: 8888 }) in TypeScript.',
  ],
  [
    'no labels',
    [(chart, prometheus) => prometheus.scrapeService(serviceIn(chart, { name: 'shop' }), { port: 'metrics' })],
    'error scrape-selector telemetry/prometheus/shop: it has no labels, so its monitor would take all Services of the namespace. Give it labels that nothing else carries.',
  ],
  [
    'a name twice',
    [
      (chart, prometheus) =>
        prometheus
          .scrapeService(serviceIn(chart, { name: 'shop', labels }), { port: 'metrics' })
          .scrapePods({ name: 'shop', labels }, { port: 'metrics' }),
    ],
    'error scrape-name telemetry/prometheus/shop: two things that this Prometheus reads are called "shop". Give one of them another name.',
  ],
  [
    'a scrape that takes too long',
    [(_, prometheus) => prometheus.scrapeAddresses('vm', { addresses: ['a:1'], interval: '10s', timeout: '1m' })],
    'error scrape-timeout telemetry/prometheus/vm: a scrape may take 1m, and the next begins after 10s. Write at most 10s.',
  ],
  [
    'TLS without anybody to trust',
    [
      (chart, prometheus) =>
        prometheus.scrape(
          collectorWith(chart, {}, exporters.prometheus({ tls: { cert_file: '/a/tls.crt', key_file: '/a/tls.key' } })),
        ),
    ],
    "warning scrape-tls telemetry/prometheus/gateway-collector: port 8889 is served with TLS, and pods are asked by their addresses, which no public authority vouches for. Say whom to trust, and by which name: tlsConfig in YAML, tls: { ca: configMapFile('ca', 'ca.crt'), serverName: '…' } in TypeScript.",
  ],
  [
    'a certificate in another namespace',
    [
      (chart, prometheus) =>
        prometheus.scrape(collectorWith(chart, {}, exporters.prometheus({ tls: issuer('ca').serverTls() }))),
      'elsewhere',
    ],
    "error scrape-tls telemetry/prometheus/ns-gateway-collector: the certificate of telemetry/gateway is in another namespace, where this Prometheus cannot read it. Copy its authority beside the Prometheus: tls: { ca: configMapFile('ca', 'ca.crt'), serverName: '…' }.",
  ],
])('%s is an issue', (_, given, expected) => {
  expect(issues(...given)).toContain(expected);
});

test('what is right is no issue', () => {
  const fine = issues((chart, prometheus) =>
    prometheus
      .scrape(collectorWith(chart, { backend: 'workload' }), { interval: '1m', timeout: '1m' })
      .scrapeService(serviceIn(chart, { name: 'shop', labels }), { port: 'metrics' })
      .scrapePods({ name: 'others', labels }, { port: 1 }),
  );
  expect(fine).toEqual([]);
});

test('a timeout above the interval of all is an issue', () => {
  const chart = chartOf();
  new Prometheus(chart, 'prometheus', { scrapeInterval: '10s', scrapeTimeout: '20s' });
  expect(issuesOf(chart).map(({ code, path }) => `${code} ${path}`)).toEqual(['scrape-timeout telemetry/prometheus']);
});

describe('what no Prometheus takes', () => {
  const rule = (chart: Chart, metadata: object): Manifest =>
    new ApiObject(chart, 'rule', { apiVersion: 'monitoring.coreos.com/v1', kind: 'PrometheusRule', metadata });
  const unselected = (chart: Chart) =>
    issuesOf(chart)
      .filter(({ code }) => code === 'monitoring-unselected')
      .map(({ message }) => message);

  test('is told where one is in sight', () => {
    const chart = chartOf();
    rule(chart, { name: 'mine', namespace: 'other' });
    expect(unselected(chart)).toEqual([]);
    new Prometheus(chart, 'prometheus');
    expect(unselected(chart)).toEqual([
      'no Prometheus takes the PrometheusRule "mine": telemetry/prometheus looks in the namespace "ns".',
    ]);
    Prometheus.existing(chart, 'platform', { namespace: 'other', selectorLabels: { release: 'stack' } });
    expect(unselected(chart)[0]).toContain('telemetry/platform selects by release=stack');
  });

  test('is not told of what one takes', () => {
    const chart = chartOf();
    rule(chart, { name: 'mine', labels: { release: 'stack' } });
    Prometheus.existing(chart, 'platform', { selectorLabels: { release: 'stack' } });
    expect(unselected(chart)).toEqual([]);
  });

  test('is told of rules where there is no operator', () => {
    const chart = chartOf();
    rule(chart, { name: 'mine' });
    new Prometheus(chart, 'prometheus', { backend: 'workload' });
    expect(unselected(chart)).toEqual([
      'no Prometheus takes the PrometheusRule "mine": telemetry/prometheus has no operator.',
    ]);
  });
});
