import { App, Chart, Size } from 'cdk8s';
import { dump } from 'js-yaml';
import { importSources } from '../../../src/cli/importing/import';
import {
  Alertmanager,
  alertReceiver,
  Collector,
  exporters,
  label,
  mdaiGateway,
  Prometheus,
  PrometheusAgent,
  receivers,
  secret,
  secretFile,
  timeInterval,
} from '../../../src/index';
import type { ConfigValue } from '../../../src/model/config';
import { defaultRelease } from '../../../src/model/release';
import { parsed } from '../../../src/source/parsed';
import { synthesize } from '../../../src/testing';

/** The program that objects become, after they were written and read; all of them equal. */
function again(objects: readonly unknown[]): string {
  const documents = objects.map((object, i) => ({ path: `${i}.yaml`, content: parsed(dump(object)) as ConfigValue }));
  const { files, differences } = importSources(documents, defaultRelease, 'app');
  expect(differences).toEqual([]);
  const text = files.get('main.ts') ?? '';
  return text.slice(text.indexOf('\n\n', text.indexOf('new Chart')) + 2).replace('\napp.synth();\n', '');
}

function monitoring(): Chart {
  return new Chart(new App(), 'monitoring', { namespace: 'monitoring' });
}

test('a Prometheus comes back with its props, and its account with it', () => {
  const chart = monitoring();
  new Prometheus(chart, 'shop', {
    version: '3.5.0',
    replicas: 2,
    shards: 3,
    scrapeInterval: '15s',
    scrapeTimeout: '5s',
    evaluationInterval: '1m',
    retention: '30d',
    retentionSize: Size.gibibytes(30),
    storage: { size: Size.gibibytes(50), storageClass: 'fast' },
    memory: Size.gibibytes(4),
    cpu: 2,
    externalUrl: 'https://prometheus.shop.example',
    externalLabels: { price: '5$' },
    enableFeatures: ['exemplar-storage'],
    remoteWrite: [
      {
        url: 'https://mimir.example/api/v1/push',
        name: 'mimir',
        headers: { 'X-Scope-OrgID': 'shop' },
        timeout: '10s',
        authorization: { credentials: secret('mimir', 'token') },
        tls: { ca: secretFile('mimir', 'ca.crt') },
        relabel: [{ action: 'drop', sourceLabels: ['__name__'], regex: 'go_.*' }],
        sendExemplars: true,
        protocol: 2,
        queue: { capacity: 5000, maxBackoff: '1m' },
      },
    ],
  });
  expect(again(synthesize(chart))).toMatchInlineSnapshot(`
"new Prometheus(chart, 'shop', {
  version: '3.5.0',
  replicas: 2,
  storage: { size: Size.gibibytes(50), storageClass: 'fast' },
  memory: Size.gibibytes(4),
  cpu: 2,
  externalUrl: 'https://prometheus.shop.example',
  shards: 3,
  scrapeInterval: '15s',
  scrapeTimeout: '5s',
  externalLabels: { price: '5$' },
  enableFeatures: ['exemplar-storage'],
  evaluationInterval: '1m',
  retention: '30d',
  retentionSize: Size.gibibytes(30),
  remoteWrite: [
    {
      url: 'https://mimir.example/api/v1/push',
      name: 'mimir',
      headers: { 'X-Scope-OrgID': 'shop' },
      timeout: '10s',
      authorization: { credentials: secret('mimir', 'token') },
      tls: { ca: secretFile('mimir', 'ca.crt') },
      relabel: [{ action: 'drop', regex: 'go_.*', sourceLabels: ['__name__'] }],
      sendExemplars: true,
      protocol: 2,
      queue: { capacity: 5000, maxBackoff: '1m' },
    },
  ],
});
"
`);
});

test('what is as usual is not said', () => {
  const chart = monitoring();
  new Prometheus(chart, 'prometheus', { storage: {}, alertmanager: new Alertmanager(chart, 'alertmanager') });
  new PrometheusAgent(new Chart(chart, 'edge', { namespace: 'edge' }), 'edge', {
    remoteWrite: [{ url: 'https://mimir.example' }],
  });
  expect(again([...synthesize(chart), ...synthesize(chart.node.findChild('edge') as Chart)])).toMatchInlineSnapshot(`
"const alertmanager = new Alertmanager(chart, 'alertmanager');

new Prometheus(chart, 'prometheus', { storage: {}, alertmanager });

new PrometheusAgent(chart, 'edge', { namespace: 'edge', remoteWrite: [{ url: 'https://mimir.example' }] });
"
`);
});

test('rules of a Prometheus are its own, and those that watch collectors one call', () => {
  const chart = monitoring();
  const gateway = new Collector(chart, 'gateway');
  gateway.pipeline('logs', {
    from: [receivers.otlp({ protocols: { grpc: {} } })],
    to: [exporters.otlp_http('vendor', { endpoint: 'https://in.vendor.example' })],
  });
  const prometheus = new Prometheus(chart, 'prometheus').scrape(gateway).monitorCollectors();
  prometheus.alert('Slow', { expr: 'up == 0', severity: 'warning' }).record('a:up', { expr: 'up' });
  prometheus.group('late', { interval: '5m' }).record('b:up', { expr: 'up' });
  const text = again(synthesize(chart));
  expect(text.slice(text.indexOf('const prometheus'))).toMatchInlineSnapshot(`
"const prometheus = new Prometheus(chart, 'prometheus');

prometheus.scrape(gateway);

prometheus.alert('Slow', { expr: 'up == 0', severity: 'warning' });
prometheus.record('a:up', { expr: 'up' });

const late = prometheus.group('late', { interval: '5m' });
late.record('b:up', { expr: 'up' });

prometheus.monitorCollectors();
"
`);
});

test('a Prometheus that was changed is patched, one with another account is as it was', () => {
  const chart = monitoring();
  const [prometheus, ...others] = synthesize(new Prometheus(chart, 'prometheus').node.scope as Chart);
  const changed = { ...prometheus, spec: { ...prometheus!.spec, logLevel: 'debug' } };
  expect(again([changed, ...others])).toMatchInlineSnapshot(`
"const prometheus = new Prometheus(chart, 'prometheus');
ApiObject.of(prometheus).addJsonPatch(JsonPatch.add('/spec/logLevel', 'debug'));
"
`);
  const account = { ...prometheus, spec: { ...prometheus!.spec, serviceAccountName: 'other' } };
  const text = again([account, ...others]);
  expect(text).toContain('has an account of its own');
  expect(text).not.toContain('new Prometheus(');
});

test('an Alertmanager comes back with its routes, and its Secret with it', () => {
  const chart = monitoring();
  const nights = timeInterval('nights', { times: [{ start_time: '22:00', end_time: '24:00' }] });
  const oncall = alertReceiver('oncall', { pagerduty_configs: [{ routing_key: secret('pagerduty', 'key') }] });
  const chat = alertReceiver('chat', { slack_configs: [{ api_url: secret('slack', 'url'), channel: '#shop' }] });
  new Alertmanager(chart, 'main', {
    version: '0.28.1',
    replicas: 3,
    retention: '240h',
    storage: { size: Size.gibibytes(2) },
    externalUrl: 'https://alerts.shop.example',
    serviceAccount: 'alerts',
    global: { resolve_timeout: '10m' },
    templates: { 'slack.tmpl': '{{ define "a" }}{{ end }}' },
    route: {
      to: chat,
      group_by: ['alertname'],
      routes: [
        { when: { severity: 'page', team: label.in(['db', 'web']) }, to: oncall, continue: true },
        { when: { alertname: 'Watchdog' }, to: alertReceiver('nobody') },
        { to: mdaiGateway({ name: 'hub' }), mute_time_intervals: [nights], routes: [{ when: { a: 'b' }, to: chat }] },
      ],
    },
    inhibitions: [{ source: { severity: 'page' }, target: { severity: 'warning' }, equal: ['alertname'] }],
  });
  expect(again(synthesize(chart))).toMatchInlineSnapshot(`
"const chat = alertReceiver('chat', { slack_configs: [{ api_url: secret('slack', 'url'), channel: '#shop' }] });
const oncall = alertReceiver('oncall', { pagerduty_configs: [{ routing_key: secret('pagerduty', 'key') }] });
const nobody = alertReceiver('nobody');
const hub = mdaiGateway({ name: 'hub' });
const nights = timeInterval('nights', { times: [{ start_time: '22:00', end_time: '24:00' }] });

new Alertmanager(chart, 'main', {
  version: '0.28.1',
  replicas: 3,
  storage: { size: Size.gibibytes(2) },
  externalUrl: 'https://alerts.shop.example',
  retention: '240h',
  serviceAccount: 'alerts',
  route: {
    to: chat,
    group_by: ['alertname'],
    routes: [
      { when: ['severity="page"', 'team=~"db|web"'], to: oncall, continue: true },
      { when: { alertname: 'Watchdog' }, to: nobody },
      { to: hub, mute_time_intervals: [nights], routes: [{ when: { a: 'b' }, to: chat }] },
    ],
  },
  inhibitions: [
    {
      source: { severity: 'page' },
      target: { severity: 'warning' },
      equal: ['alertname'],
    },
  ],
  global: { resolve_timeout: '10m' },
  templates: { 'slack.tmpl': '{{ define "a" }}{{ end }}' },
});
"
`);
});
