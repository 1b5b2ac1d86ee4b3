import { checkModel } from '../../src/checks/check';
import type { CollectorModel } from '../../src/model/collector';
import type { ConfigMap } from '../../src/model/config';
import type { Issue } from '../../src/model/issue';
import type { PrometheusModel, RuleModel } from '../../src/model/prometheus';
import { prometheusOf, scrapeOf } from '../metrics/models';
import { collector, config, hub, model } from './models';

const codes = new Set(['metric-unknown', 'metric-label-unknown']);

/** What is said of an alert that reads a collector's metrics. */
function issues(
  expr: string,
  gateway: CollectorModel = collector(),
  parts: Partial<PrometheusModel> = {},
): readonly Issue[] {
  const rule: RuleModel = { kind: 'alert', name: 'Loud', expr, labels: {}, annotations: {} };
  const prometheus = prometheusOf('mdai/prometheus', {
    scrapes: [scrapeOf('collector', gateway.path)],
    groups: [{ name: 'rules', rules: [rule] }],
    ...parts,
  });
  const all = checkModel(model({ collectors: [gateway], prometheuses: [prometheus] }));
  return all.filter(({ code }) => codes.has(code));
}

const told = (prometheus: ConfigMap) =>
  collector({
    config: config((draft) => {
      const reader = { pull: { exporter: { prometheus: { host: '0.0.0.0', port: 8888, ...prometheus } } } };
      draft.service.telemetry = { metrics: { readers: [reader] } };
    }),
  });

const sent = 'otelcol_exporter_sent_log_records';

test.each([
  [sent, collector()],
  [`rate(${sent}[5m]) > 0`, told({})],
  [`rate(${sent}_total[5m]) > 0`, told({ without_units: false })],
  ['up == 0 or absent(otelcol_nothing)', collector()],
  ['sum by (exporter, pod) (otelcol_exporter_queue_size{data_type="logs", nothing=""})', collector()],
  ['{"otelcol_process_uptime"} > 0', collector()],
  ['{__name__=~"otelcol_.*"} > 0', collector()],
  ['node_load1 > 3', collector()],
] as const)('%s is read where it is produced, or may be', (expr, gateway) => {
  expect(issues(expr, gateway)).toEqual([]);
});

test.each<[string, CollectorModel, string]>([
  [
    `${sent}_total`,
    collector(),
    `Write "${sent}": telemetry/gateway, of 0.159.0 and with without_type_suffix: true, without_units: true, calls it so.`,
  ],
  [
    sent,
    told({ without_units: false }),
    `Write "${sent}_total": telemetry/gateway, of 0.159.0 and with without_type_suffix: true, without_units: false, calls it so.`,
  ],
  ['otelcol_exporter_sent_log_recrds', collector(), `Did you mean "${sent}"?`],
  [
    'otelcol_exporter_enqueue_size_sum',
    collector(),
    'telemetry/gateway makes it at the level "detailed" of its telemetry.',
  ],
  [
    'otelcol_receiver_requests',
    collector(),
    'telemetry/gateway makes it with the feature gate "receiverhelper.newReceiverMetrics".',
  ],
  ['otelcol_loadbalancer_num_backends', collector(), 'telemetry/gateway has no component that makes it.'],
  [
    'otelcol_receiver_failed_spans',
    collector({ release: '0.131.0' }),
    'Collectors of 0.159.0 have it; telemetry/gateway is of 0.131.0.',
  ],
])('%s is produced by nobody', (name, gateway, fix) => {
  expect(issues(`rate(${name}[5m]) > 0`, gateway)).toEqual([
    {
      code: 'metric-unknown',
      severity: 'warning',
      path: 'mdai/prometheus/rules/Loud',
      at: ['expr'],
      message: `nobody produces the metric "${name}".`,
      fix,
    },
  ]);
});

test('a Prometheus that is there already may read other collectors', () => {
  const existing = { managed: false };
  expect(issues(`${sent}{service="other"} > 0 or otelcol_of_others > 0`, collector(), existing)).toEqual([]);
  expect(issues(`${sent}_total > 0`, collector(), existing)[0]?.message).toBe(
    `nothing that is known here produces the metric "${sent}_total".`,
  );
});

test('any name is known to be wrong where nothing else is read', () => {
  const plain = { backend: 'workload' } as const;
  expect(issues('node_load1 > 3', collector(), plain)[0]?.fix).toBe('Scrape what produces it, or remove the rule.');
  expect(issues('upp == 0', collector(), plain)[0]?.fix).toBe('Did you mean "up"?');
});

test('labels that a metric does not have', () => {
  const [issue, ...others] = issues(`sum by (exporer) (rate(${sent}{recevier!="otlp"}[5m])) > 0`);
  expect(others).toEqual([]);
  expect(issue).toMatchObject({
    code: 'metric-label-unknown',
    message: `the metric "${sent}" has no label "recevier" and "exporer".`,
    fix: 'Did you mean "exporter"?',
  });
});

test('external labels are on no sample here, but on each alert', () => {
  const parts = { externalLabels: { cluster: 'eu' } };
  expect(issues(`sum by (cluster) (${sent}) > 0`, collector(), parts)).toEqual([]);
  expect(issues(`${sent}{cluster="eu"} > 0`, collector(), parts)[0]?.fix).toBe(
    'Samples get "cluster" when they leave the Prometheus: do not ask for it here.',
  );
});

test('Prometheus 3 has labels with other characters, Prometheus 2 with underscores', () => {
  const filtering = collector({
    config: config((draft) => {
      draft.processors = { filter: {} };
      draft.service.pipelines.logs.processors = ['filter'];
    }),
  });
  const bySignal = 'sum by (otel_signal) (otelcol_processor_incoming_items) > 0';
  expect(issues(bySignal, filtering)[0]?.fix).toBe('In PromQL, between quotes, write "otel.signal".');
  expect(issues(bySignal, filtering, { version: '2.54.1' })).toEqual([]);
});

test('an alert of a hub is wrong where each Prometheus that evaluates it says so', () => {
  const alert = (expr: string) => ({ name: 'Loud', expr, severity: 'warning' });
  const alerts = [alert('sum by (data_typ) (otelcol_exporter_queue_size) > 1')];
  const reading = prometheusOf('mdai/reading', {
    namespace: 'mdai',
    scrapes: [scrapeOf('collector', 'telemetry/gateway')],
  });
  const told = (...prometheuses: PrometheusModel[]) =>
    checkModel(
      model({ collectors: [collector()], hubs: [{ ...hub('hub'), namespace: 'mdai', alerts }], prometheuses }),
    ).flatMap(({ code, path }) => (codes.has(code) ? [`${code} ${path}`] : []));
  expect(told(reading)).toEqual(['metric-label-unknown mdai/hub/alerts/Loud']);
  expect(told(reading, { ...reading, path: 'mdai/other' })).toEqual(['metric-label-unknown mdai/hub/alerts/Loud']);
  expect(told(reading, prometheusOf('other/p', { namespace: 'other' }))).toHaveLength(1);
  expect(told(prometheusOf('other/p', { namespace: 'other' }))).toEqual([]);
});

test('a reader without scopes and the gate that needs them', () => {
  const featureGates = ['telemetry.newPipelineTelemetry'];
  const said = (gateway: CollectorModel) =>
    checkModel(model({ collectors: [gateway] })).filter(({ code }) => code === 'telemetry-scope');
  expect(said({ ...told({}), featureGates })).toHaveLength(1);
  expect(said({ ...told({ without_scope_info: false }), featureGates })).toEqual([]);
  expect(said(told({}))).toEqual([]);
});
