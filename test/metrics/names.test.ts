import { exportedLabels, exportedName, exporterNaming } from '../../src/metrics/exporter';
import { type Nameable, suffixed, suffixedBefore } from '../../src/metrics/names';
import { ownMetricName } from '../../src/metrics/own-metric-name';
import { inScheme, schemeOf } from '../../src/metrics/scheme';
import type { CollectorModel } from '../../src/model/collector';
import type { ConfigMap } from '../../src/model/config';
import type { Release } from '../../src/model/release';

const counter = (name: string, unit = ''): Nameable => ({ name, unit, kind: 'counter' });
const gauge = (name: string, unit = ''): Nameable => ({ name, unit, kind: 'gauge' });

test.each([
  [counter('sent', '{span}'), 'sent_total'],
  [counter('sent_total', 'By'), 'sent_bytes_total'],
  [counter('rate', 'By/s'), 'rate_bytes_per_second_total'],
  [gauge('cpu_seconds', 's'), 'cpu_seconds'],
  [gauge('used', '1'), 'used_ratio'],
  [gauge('used.ratio', '1'), 'used_ratio'],
  [counter('used', '1'), 'used_total'],
  [gauge('odd', 'µs'), 'odd_µs'],
] as const)('a name with suffixes keeps its characters: %j', (metric, name) => {
  expect(suffixed(metric)).toBe(name);
});

test.each([
  [counter('sent', '{span}'), true, true, 'sent_{span}_total'],
  [counter('sent', '{span}'), true, false, 'sent_total'],
  [counter('sent', '{span}'), false, true, 'sent_{span}'],
  [counter('sent', '{span}'), false, false, 'sent'],
  [counter('sent.total', 's'), true, true, 'sent_seconds_total'],
  [counter('filtered', '1'), true, true, 'filtered_ratio_total'],
  [gauge('up_seconds', 's'), true, true, 'up_seconds'],
] as const)('before, units were kept as they are: %j with %s and %s', (metric, type, units, name) => {
  expect(suffixedBefore(metric, type, units)).toBe(name);
});

const naming = (config: ConfigMap = {}, release: Release = '0.159.0', featureGates: readonly string[] = []) =>
  exporterNaming({ release, featureGates }, config);

test.each([
  ['its defaults', naming(), 'log_record_count_total'],
  ['a namespace', naming({ namespace: 'acme' }), 'acme_log_record_count_total'],
  ['no suffixes, of 0.131.0', naming({ add_metric_suffixes: false }, '0.131.0'), 'log_record_count'],
  ['no suffixes, which 0.159.0 ignores', naming({ add_metric_suffixes: false }), 'log_record_count_total'],
  [
    'no suffixes, and the gate off',
    naming({ add_metric_suffixes: false }, '0.159.0', ['-exporter.prometheusexporter.DisableAddMetricSuffixes']),
    'log_record_count',
  ],
  ['no escaping', naming({ translation_strategy: 'NoUTF8EscapingWithSuffixes' }), 'log.record.count_total'],
  ['no translation', naming({ translation_strategy: 'NoTranslation', namespace: 'a' }), 'a_log.record.count'],
  ['no suffixes', naming({ translation_strategy: 'UnderscoreEscapingWithoutSuffixes' }), 'log_record_count'],
] as const)('an exporter with %s names a counter', (_, settings, name) => {
  expect(exportedName(counter('log.record.count'), settings)).toBe(name);
});

test('units, digits and underscores in the names of an exporter', () => {
  const names = [counter('2xx__count', 'By/s'), gauge('a/b', '%'), gauge('x', '1'), counter('n.total.of', '{n}')];
  expect(names.map((metric) => exportedName(metric, naming()))).toEqual([
    '_2xx_count_bytes_per_second_total',
    'a_b_percent',
    'x_ratio',
    'n_of_total',
  ]);
});

test('labels of an exporter: escaped, with the scope, constants, and those of the resource', () => {
  const of = { attributes: ['service.name', '9th', '_under', '__kept'] };
  const common = ['otel_scope_name', 'otel_scope_version', 'otel_scope_schema_url'];
  expect(exportedLabels(of, naming({ const_labels: { team: 'a' } }))).toEqual([
    'service_name',
    'key_9th',
    '_under',
    '__kept',
    ...common,
    'team',
    'job',
    'instance',
  ]);
  expect(exportedLabels(of, naming({}, '0.131.0'))[2]).toBe('key_under');
  expect(exportedLabels(of, naming({ without_scope_info: true }))).not.toContain('otel_scope_name');
});

test('Prometheus 3 asks for names with any characters, Prometheus 2 for underscores instead', () => {
  expect(['3.15.0', 'v3.0.0-rc.1', '2.54.1'].map(schemeOf)).toEqual(['utf8', 'utf8', 'underscores']);
  expect(inScheme('9.sent_{spans}_total', 'underscores')).toBe('__sent__spans__total');
  expect(inScheme('sent_{spans}_total', 'utf8')).toBe('sent_{spans}_total');
});

/** A collector whose reader is told this. */
const collector = (release: Release, told?: ConfigMap): Pick<CollectorModel, 'path' | 'release' | 'config'> => ({
  path: 'telemetry/gateway',
  release,
  config: told
    ? { service: { telemetry: { metrics: { readers: [{ pull: { exporter: { prometheus: told } } }] } } } }
    : {},
});

const sent = 'otelcol_exporter_sent_spans';

test.each([
  [collector('0.159.0'), sent],
  [collector('0.159.0', {}), sent],
  [collector('0.159.0', { without_units: false }), `${sent}_total`],
  [collector('0.159.0', { without_type_suffix: false }), `${sent}_total`],
  [collector('0.131.0'), sent],
  [collector('0.131.0', {}), `${sent}_{spans}_total`],
  [collector('0.131.0', { without_units: true }), `${sent}_total`],
  [collector('0.131.0', { without_type_suffix: true }), `${sent}_{spans}`],
] as const)('a metric of a collector’s own is named by release and reader: %#', (of, name) => {
  expect(ownMetricName(of, sent)).toBe(name);
});

test('a metric for Prometheus 2, a series of a histogram, and one that there is not', () => {
  const gateway = collector('0.131.0', {});
  expect(ownMetricName(gateway, sent, 'underscores')).toBe(`${sent}__spans__total`);
  const latency = 'otelcol_loadbalancer_backend_latency';
  expect(ownMetricName(gateway, `${latency}_bucket`)).toBe(`${latency}_milliseconds_bucket`);
  expect(() => ownMetricName(gateway, 'otelcol_exporter_sent_span')).toThrow(`Did you mean "${sent}"?`);
  expect(() => ownMetricName(gateway, `${sent}_sum`)).toThrow('has no metric');
  const silent = { ...gateway, config: { service: { telemetry: { metrics: { readers: [] } } } } };
  expect(() => ownMetricName(silent, sent)).toThrow('does not serve its own metrics to Prometheus');
});
