import { Chart } from 'cdk8s';
import {
  Collector,
  Dashboards,
  type DashboardsProps,
  exporters,
  log,
  MdaiApp,
  MdaiCluster,
  Prometheus,
  processors,
  receivers,
  rule,
} from 'cdk8s-mdai';
import { issuesOf, type Manifest, synthesize } from 'cdk8s-mdai/testing';
import { schemaErrors } from './schema';

const otlp = receivers.otlp({ protocols: { http: {} } });
const vendor = exporters.otlp_http('vendor', { endpoint: 'https://in.vendor.example' });

function gateway(chart: Chart, gates: readonly string[] = []): Collector {
  const prometheus = { host: '0.0.0.0', port: 8888, without_scope_info: gates.length === 0 };
  const readers = [{ pull: { exporter: { prometheus } } }];
  const collector = new Collector(chart, 'gateway', { featureGates: gates, telemetry: { metrics: { readers } } });
  const rules = [
    rule('errors', { when: log.severity.atLeast('ERROR'), to: [vendor] }),
    rule('noise', { when: log.severity.below('INFO'), drop: true }),
  ];
  collector.route('logs', { from: [otlp], rules, otherwise: { to: [exporters.debug()] } });
  collector.pipeline('traces', { from: [otlp], processors: [processors.batch()], to: [vendor] });
  return collector;
}

function made(
  props: Partial<DashboardsProps> = {},
  gates?: readonly string[],
  namespace = 'telemetry',
  version = '3.15.0',
) {
  const chart = new Chart(new MdaiApp(), 'telemetry', { namespace });
  const prometheus = new Prometheus(chart, 'prometheus', { version });
  prometheus.scrape(gateway(chart, gates));
  return { chart, dashboards: new Dashboards(chart, 'dashboards', { prometheus, ...props }) };
}

function configMaps(chart: Chart): Manifest[] {
  return synthesize(chart).filter(({ kind }) => kind === 'ConfigMap');
}

function texts(chart: Chart): string[] {
  return configMaps(chart).flatMap((object) => Object.values((object as unknown as { data: object }).data) as string[]);
}

// biome-ignore lint/suspicious/noExplicitAny: Grafana's JSON
function json(chart: Chart, name: string): any {
  const text = configMaps(chart).find(({ metadata }) => metadata.name === name) as unknown as { data: object };
  return JSON.parse(Object.values(text.data)[0] as string);
}

test('each dashboard is a ConfigMap that the sidecar of Grafana finds', () => {
  const { chart } = made({ folder: 'Telemetry' });
  expect(issuesOf(chart)).toEqual([]);
  expect(configMaps(chart).map(({ metadata, data }) => ({ metadata, files: Object.keys(data as object) }))).toEqual(
    ['collectors', 'routes'].map((name) => ({
      metadata: {
        name: `dashboards-${name}`,
        namespace: 'telemetry',
        labels: { grafana_dashboard: '1' },
        annotations: { grafana_folder: 'Telemetry' },
      },
      files: [`dashboards-${name}.json`],
    })),
  );
});

test('the same program gives the same text, and each dashboard its own id', () => {
  expect(texts(made().chart)).toEqual(texts(made().chart));
  expect(json(made().chart, 'dashboards-routes').uid).toBe('telemetry-dashboards-routes');
  const { uid } = json(made({}, [], 'a-namespace-with-a-name-that-is-long').chart, 'dashboards-routes');
  expect(uid).toMatch(/^a-namespace-with-a-name-that-is-[0-9a-f]{8}$/);
});

test('every panel has a title, a description, a unit and its own number', () => {
  for (const name of ['collectors', 'routes']) {
    const { panels } = json(made().chart, `dashboards-${name}`);
    expect(panels.map(({ id }: { id: number }) => id)).toEqual(panels.map((_: unknown, i: number) => i + 1));
    for (const { type, title, description, fieldConfig, gridPos } of panels) {
      expect(title).not.toBe('');
      expect(gridPos.x + gridPos.w).toBeLessThanOrEqual(24);
      if (type === 'row') continue;
      expect(description).toMatch(/\.$/);
      if (type !== 'text') expect(fieldConfig.defaults.unit).toBeTruthy();
    }
  }
});

test('Grafana’s own types take the dashboards, and refuse broken ones', () => {
  const all = texts(made({}, ['telemetry.newPipelineTelemetry']).chart);
  expect(schemaErrors(...all, ...texts(cluster()))).toEqual([]);
  const [first = ''] = all;
  const broken = [
    first.replace('"displayMode": "list"', '"displayMode": "lists"'),
    first.replace('"lineWidth"', '"lineWidht"'),
    first.replace('"graphTooltip": 1', '"graphToltip": 1'),
    first.replace('"kind"', '"sort"').replace('"includeAll": true', '"includeAll": "yes"'),
    first.replace('"expr"', '"expression"'),
  ];
  for (const text of broken) expect(schemaErrors(text)).toHaveLength(1);
}, 60_000);

function cluster(): Chart {
  const chart = new MdaiCluster(new MdaiApp(), 'mdai');
  const observer = chart.observer('services');
  const received = observer.measure('received', { by: ['mdai_service'] });
  chart.hub('filtration').alert('top_talkers', { expr: 'vector(1)', severity: 'warning' });
  chart
    .collector('gateway')
    .pipeline('logs', { from: [otlp], to: [vendor] })
    .tap('received', { to: received });
  new Dashboards(chart, 'dashboards', { prometheus: chart.prometheus as Prometheus });
  return chart;
}

test('the hub has its alerts, its measures, and what its parts complain about', () => {
  const { panels } = json(cluster(), 'dashboards-hub');
  expect(
    panels.filter(({ type }: { type: string }) => type === 'row').map(({ title }: { title: string }) => title),
  ).toEqual(['Alerts', 'Observed: services, received', 'What parts of the hub log']);
  expect(JSON.stringify(panels)).toContain(
    'topk(20, sum by (mdai_service, data_type) (rate(services_received_bytes_total[',
  );
});

test('with the feature gate, a route shows what each pipeline gets', () => {
  const titles = (chart: Chart) => json(chart, 'dashboards-routes').panels.map(({ title }: { title: string }) => title);
  expect(titles(made().chart)).toEqual(['gateway: logs', 'Rules', 'Comes in', 'Goes out']);
  expect(titles(made({}, ['telemetry.newPipelineTelemetry']).chart)).toContain('By pipeline');
});

test('metrics have the names that the Prometheus asks for', () => {
  const gates = ['telemetry.newPipelineTelemetry'];
  const asked = (version: string) =>
    json(made({}, gates, 'telemetry', version).chart, 'dashboards-routes').panels.at(-1).targets[0].expr;
  expect(asked('3.15.0')).toContain(
    '{"otelcol.connector.produced.items", job="telemetry/gateway-collector", "otelcol.pipeline.id"=~',
  );
  expect(asked('2.54.1')).toContain(
    'otelcol_connector_produced_items{job="telemetry/gateway-collector", otelcol_pipeline_id=~',
  );
});

test('a route says where its rules lead', () => {
  const [, rules] = json(made().chart, 'dashboards-routes').panels;
  expect(rules.options.content).toBe(
    [
      '| rule | goes to |',
      '|---|---|',
      '| errors | `otlp_http/vendor` |',
      '| noise | dropped |',
      '| otherwise | `debug` |',
    ].join('\n'),
  );
});

test('what is not read has no dashboard', () => {
  const chart = new Chart(new MdaiApp(), 'telemetry', { namespace: 'telemetry' });
  new Dashboards(chart, 'dashboards', { prometheus: new Prometheus(chart, 'prometheus') });
  expect(configMaps(chart)).toEqual([]);
});

test('a dashboard of one’s own comes with the others', () => {
  const { chart, dashboards } = made({ name: 'team', labels: { dashboards: 'yes' } });
  dashboards.add('checkout', { build: () => ({ title: 'Checkout', panels: [] }) }).add('plain', { title: 'Plain' });
  expect(configMaps(chart).map(({ metadata }) => metadata.name)).toEqual([
    'team-collectors',
    'team-routes',
    'team-checkout',
    'team-plain',
  ]);
  expect(json(chart, 'team-checkout')).toEqual({ title: 'Checkout', panels: [] });
  expect(configMaps(chart)[0]?.metadata.labels).toEqual({ dashboards: 'yes' });
});

test('mistakes are told', () => {
  const { chart, dashboards } = made();
  expect(() => dashboards.add('Check out', {})).toThrow('"Check out" is no name of a dashboard.');
  const other = new Prometheus(new Chart(new MdaiApp(), 'other'), 'prometheus');
  expect(() => new Dashboards(chart, 'more', { prometheus: other })).toThrow('belongs to another app');
  expect(() => dashboards.add('hub', {})).toThrow('has a dashboard "hub" already.');
  dashboards.add('large', { text: 'x'.repeat(2 ** 20) });
  expect(issuesOf(chart)).toMatchObject([{ code: 'dashboard-size', path: 'telemetry/dashboards/large' }]);
});
