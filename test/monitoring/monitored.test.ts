import { monitoredCollectors } from '../../src/monitoring/monitored';
import { collectors, prometheusOf } from './subject';

const names = (of: typeof collectors, version = '3.15.0') =>
  monitoredCollectors(of, prometheusOf(version)).map(({ collector, job, scheme }) => [collector.name, job, scheme]);

test('collectors that a Prometheus reads are monitored, by the job that it has for each', () => {
  expect(names(collectors, '2.54.1')).toEqual([
    ['gateway', 'monitoring/gateway-collector', 'underscores'],
    ['old', 'monitoring/old-collector', 'underscores'],
    ['agent', 'monitoring/agent-collector', 'underscores'],
  ]);
});

test('one that measures nothing of itself is not', () => {
  const [gateway, ...others] = collectors;
  const service = { ...(gateway!.config.service as object), telemetry: { metrics: { level: 'none' } } };
  const silent = { ...gateway!, config: { ...gateway!.config, service } };
  expect(names([silent, ...others]).map(([name]) => name)).toEqual(['old', 'agent']);
});
