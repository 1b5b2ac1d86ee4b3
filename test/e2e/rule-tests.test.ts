import { App, Chart, Duration } from 'cdk8s';
import { Collector, connectors, exporters, Prometheus, promql, receivers } from '../../src/index';
import { rising, type SampleExpectation, series, steady, testRules } from '../../src/testing';
import { tool } from '../../tools/locate';

const chart = new Chart(new App(), 'telemetry', { namespace: 'telemetry' });
const otlp = receivers.otlp({ protocols: { grpc: {} } });
const records = connectors.count('records', { logs: { 'log.records': { attributes: [{ key: 'service.name' }] } } });
const gateway = new Collector(chart, 'gateway');
gateway.pipeline('logs', { from: [otlp], to: [records] });
gateway.pipeline('metrics', { from: [records], to: [exporters.prometheus()] });

const rate = promql`sum by (service_name) (rate(${records.metric('log.records')}[5m]))`;
const prometheus = new Prometheus(chart, 'prometheus', { scrapeInterval: '1m', scrapeTimeout: '10s' })
  .record('service:log_records:rate5m', { expr: rate })
  .alert('Loud', {
    expr: 'service:log_records:rate5m > 10',
    severity: 'warning',
    for: Duration.minutes(5),
    labels: { about: '{{ $labels.service_name }}' },
    summary: '{{ $labels.service_name }} logs {{ $value }} lines a second.',
  });

const loud = series(records.metric('log.records'), { service_name: 'shop' }, rising(1200, 20));
const firing = { labels: { service_name: 'shop', about: 'shop' } };

describe.each(['promtool', 'promtool-2.54.1'] as const)('with %s', (promtool) => {
  beforeEach(() => {
    process.env.PROMTOOL = tool(promtool);
  });
  afterEach(() => {
    delete process.env.PROMTOOL;
  });

  test('what the rules do holds', () => {
    testRules(prometheus, {
      name: 'a loud service is told of after five minutes',
      series: [loud, series(records.metric('log.records'), { service_name: 'calm' }, steady(1, 20))],
      alerts: [
        { at: '4m', alert: 'Loud', firing: [] },
        { at: Duration.minutes(10), alert: 'Loud', firing: [firing] },
      ],
      queries: [
        {
          at: '10m',
          expr: 'service:log_records:rate5m',
          samples: [
            { name: 'service:log_records:rate5m', labels: { service_name: 'shop' }, value: 20 },
            { name: 'service:log_records:rate5m', labels: { service_name: 'calm' }, value: 0 },
          ],
        },
      ],
    });
  });

  test('a function that needs two samples has no result where a range holds one', () => {
    const up = series('up', {}, rising(1, 20));
    const over = (range: string, samples: readonly SampleExpectation[]) =>
      testRules(prometheus, { series: [up], queries: [{ at: '10m', expr: `increase(up[${range}])`, samples }] });
    expect(() => over('59s', [])).not.toThrow();
    expect(() => over('2m', [{ value: 2 }])).not.toThrow();
  });

  test('annotations are compared where they are said', () => {
    const annotations = { summary: 'shop logs 20 lines a second.' };
    const told = (text: object) => () =>
      testRules(prometheus, {
        series: [loud],
        alerts: [{ at: '10m', alert: 'Loud', firing: [{ ...firing, annotations: { ...annotations, ...text } }] }],
      });
    expect(told({})).not.toThrow();
    expect(told({ summary: 'another' })).toThrow('shop logs 20 lines a second.');
  });

  test('what the rules do not do throws, with what they do', () => {
    const quiet = { name: 'it is quiet', series: [loud], alerts: [{ at: '10m', alert: 'Loud', firing: [] }] };
    expect(() => testRules(prometheus, quiet)).toThrow(/^Not so: it is quiet\.\n[\s\S]*service_name="shop"/);
    const other = { at: '10m', alert: 'Loud', firing: [{ labels: { service_name: 'other', about: 'other' } }] };
    expect(() => testRules(prometheus, { series: [loud], alerts: [other] })).toThrow('service_name="other"');
    const query = { at: '10m', expr: 'vector(1)', samples: [{ value: 2 }] };
    expect(() => testRules(prometheus, { series: [], queries: [query] })).toThrow('{} 2E+00');
  });
});
