// docs/hub.md shows parts of this file.
import { Chart, Duration } from 'cdk8s';
import {
  Collector,
  exporters,
  log,
  MdaiApp,
  MdaiCluster,
  MdaiHub,
  MdaiObserver,
  Prometheus,
  processors,
  promql,
  receivers,
  resource,
} from 'cdk8s-mdai';
import { find, issuesOf, type Manifest, synthesize } from 'cdk8s-mdai/testing';

const app = new MdaiApp();
const chart = new Chart(app, 'governance', { namespace: 'mdai' });
const otlp = receivers.otlp({ protocols: { grpc: {}, http: {} } });

const hub = new MdaiHub(chart, 'governance', { evaluationInterval: '30s' });
const muted = hub.set('muted_teams', { type: 'manual' });
const mutedCsv = muted.export('MUTED_TEAMS_CSV', { join: ',' });
const tier = hub.string('tier');
const patient = hub.boolean('patient', { type: 'manual', env: 'BLOCK_ON_OVERFLOW' });
const alarmed = hub.set('alarmed_teams');

const filter = processors.filter('muted', { log_conditions: [resource.attribute('team').in(muted)] });
const marks = processors.resource('marks', {
  attributes: [
    { key: 'muted.teams', value: mutedCsv, action: 'upsert' },
    { key: 'tier', value: tier, action: 'upsert' },
    { key: 'alarmed.teams', value: alarmed.export('ALARMED_TEAMS_CSV', { join: ',' }), action: 'upsert' },
  ],
});
const vendor = exporters.otlp_http('vendor', {
  endpoint: 'https://in.vendor.example',
  sending_queue: { block_on_overflow: patient },
});
const gateway = new Collector(chart, 'gateway');
gateway.pipeline('logs', { from: [otlp], processors: [filter, marks], to: [vendor] });

const errors = hub.alert('many_errors', {
  expr: promql`sum by (team) (increase(errors_total[5m])) > 1000`,
  labels: ['team'],
  severity: 'critical',
  for: Duration.minutes(5),
});
hub.automation('alarm', {
  when: errors.firing(),
  do: [alarmed.add(errors.label('team')), tier.assign('alarm')],
});
hub.automation('calm', { when: errors.resolved(), do: [alarmed.remove(errors.label('team'))] });

const traffic = new MdaiObserver(chart, 'traffic', { replicas: 2 });
const spans = traffic.measure('spans', { by: ['service.name', 'team'] });
gateway.pipeline('traces', { from: [otlp], to: [vendor, spans] });
new Prometheus(chart, 'prometheus')
  .scrape(gateway)
  .scrape(traffic)
  .alert('ManySpans', {
    expr: promql`sum by (team) (rate(${spans.count}[5m])) > 10000`,
    severity: 'warning',
  });

const platform = Prometheus.existing(chart, 'platform', {
  namespace: 'monitoring',
  selectorLabels: { release: 'kube-prometheus-stack' },
});
const small = new MdaiCluster(app, 'small', {
  namespace: 'small',
  createNamespace: false,
  prometheus: platform,
  alertmanager: false,
  hubMonitor: false,
});
small.collector('edge').pipeline('logs', { from: [otlp], to: [exporters.debug()] });

const objects = synthesize(chart);

test('a hub exports what collectors read, under each of its names', () => {
  const { spec } = find(objects, 'MdaiHub', 'governance');
  const exported = spec.variables.map(({ key, serializeAs }: Manifest) => [
    key,
    (serializeAs ?? []).map(({ name, transformers }: Manifest) => [name, transformers?.[0].join.delimiter]),
  ]);
  expect(Object.fromEntries(exported)).toEqual({
    muted_teams: [
      ['MUTED_TEAMS_CSV', ','],
      ['MUTED_TEAMS', '|'],
    ],
    tier: [['TIER', undefined]],
    patient: [['BLOCK_ON_OVERFLOW', undefined]],
    alarmed_teams: [['ALARMED_TEAMS_CSV', ',']],
  });
  expect(spec.config).toEqual({ evaluation_interval: '30s' });
});

test('the collector carries the hub’s label and reads its variables', () => {
  const { metadata, spec } = find(objects, 'OpenTelemetryCollector', 'gateway');
  expect(metadata.labels).toEqual({ 'mydecisive.ai/hub-name': 'governance' });
  expect(spec.envFrom).toEqual([{ configMapRef: { name: 'governance-variables', optional: true } }]);
  expect(spec.config.exporters['otlp_http/vendor'].sending_queue).toEqual({
    block_on_overflow: '${env:BLOCK_ON_OVERFLOW}',
  });
  expect(spec.config.processors['resource/marks'].attributes[0].value).toBe('${env:MUTED_TEAMS_CSV}');
});

test('automations are the rules of the hub', () => {
  const { spec } = find(objects, 'MdaiHub', 'governance');
  expect(spec.prometheusAlerts[0]).toEqual({
    name: 'many_errors',
    expr: 'sum by (team) (increase(errors_total[5m])) > 1000',
    severity: 'critical',
    for: '5m',
  });
  expect(spec.rules[0]).toEqual({
    name: 'alarm',
    when: { alertName: 'many_errors', status: 'firing' },
    then: [
      { addToSet: { set: 'alarmed_teams', value: '${trigger:payload.labels.team}' } },
      { setVariable: { scalar: 'tier', value: 'alarm' } },
    ],
  });
});

test('a measure is a target, and its metrics have names', () => {
  const { spec } = find(objects, 'OpenTelemetryCollector', 'gateway');
  expect(spec.config.service.pipelines).toMatchObject({
    traces: { exporters: ['otlp_http/vendor', 'forward/traces.spans'] },
    'traces/spans': { processors: ['resource/measure.spans', 'batch/tap'], exporters: ['otlp_grpc/traffic'] },
  });
  expect(spec.config.exporters['otlp_grpc/traffic'].endpoint).toBe(
    'traffic-mdai-observer-service.mdai.svc.cluster.local:4317',
  );
  expect(find(objects, 'MdaiObserver', 'traffic').spec.observers).toEqual([
    {
      name: 'spans',
      labelResourceAttributes: ['service.name', 'team'],
      countMetricName: 'traffic_spans_items_total',
      bytesMetricName: 'traffic_spans_bytes_total',
    },
  ]);
});

test('a cluster without its parts has only what is left', () => {
  const kinds = (of: Chart) => synthesize(of).map(({ kind, metadata }) => `${kind}/${metadata.name}`);
  expect(kinds(small)).toEqual([
    'OpenTelemetryCollector/edge',
    'ServiceAccount/edge-collector',
    'NetworkPolicy/edge-collector',
  ]);
  // A monitor stands in the chart of the Prometheus that reads it.
  expect(find(objects, 'PodMonitor', 'small-edge-collector').metadata).toEqual({
    name: 'small-edge-collector',
    namespace: 'monitoring',
    labels: { release: 'kube-prometheus-stack' },
  });
});

test('several measures of one observer are for logs alone', () => {
  const two = new MdaiObserver(new Chart(new MdaiApp(), 'two'), 'two');
  const [one] = ['one', 'other'].map((name) => two.measure(name, { by: ['team'] }));
  const collector = new Collector(Chart.of(two), 'gateway');
  collector.pipeline('logs', { from: [otlp], to: [one!] });
  expect(issuesOf(collector)).toEqual([]);
  collector.pipeline('traces', { from: [otlp], to: [one!] });
  expect(issuesOf(collector).map(({ code }) => code)).toEqual(['observer-signals']);
});

test('mistakes are found', () => {
  const other = new Chart(new MdaiApp(), 'mistakes', { namespace: 'mdai' });
  const [a, b] = ['a', 'b'].map((name) => new MdaiHub(other, name));
  const [left, right] = [a!.set('left', { env: 'LEFT' }), b!.set('right', { env: 'RIGHT' })];
  a!.set('unread', { env: 'UNREAD' });
  new MdaiHub(other, 'a.b');
  const either = log.attribute('x').in(left).or(log.attribute('x').in(right));
  new Collector(other, 'gateway').pipeline('logs', {
    from: [otlp],
    processors: [processors.filter({ log_conditions: [either] })],
    to: [exporters.debug()],
  });
  const codes = issuesOf(other).map(({ code }) => code);
  for (const code of ['hub-several', 'env-unknown', 'export-unread', 'name-invalid']) expect(codes).toContain(code);
  expect(() => a!.set('left')).toThrow('has a variable "left" already');
  expect(() => left.export('LEFT', { join: ',' })).toThrow('is exported as LEFT already, joined otherwise');
  expect(() => left.add('  ')).toThrow('An action has an empty value, which the hub refuses.');
});
