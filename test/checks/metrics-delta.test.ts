import { issuesIn } from './models';

const counted = (processors: string[], exporter: string) =>
  issuesIn((config) => {
    config.connectors = { count: {} };
    config.processors = Object.fromEntries(processors.map((id) => [id, {}]));
    config.exporters[exporter] = exporter === 'debug' ? {} : { endpoint: '0.0.0.0:8889' };
    config.service.pipelines = {
      logs: { receivers: ['otlp'], exporters: ['count', 'debug'] },
      metrics: { receivers: ['count'], processors, exporters: [exporter] },
    };
  });

test('increments into a Prometheus exporter are worth a warning', () => {
  expect(counted([], 'prometheus')).toEqual(['metrics-delta telemetry/gateway/metrics']);
});

test.each([
  ['added up on the way', ['delta_to_cumulative'], 'prometheus'],
  ['added up on the way, in the older name', ['deltatocumulative/a'], 'prometheus'],
  ['into another exporter', [], 'debug'],
])('but not %s', (_, processors, exporter) => {
  expect(counted(processors, exporter)).toEqual([]);
});
