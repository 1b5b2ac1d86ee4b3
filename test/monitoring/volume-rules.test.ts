import { volumeRules, volumesOf } from '../../src/monitoring/volume-rules';
import { collectors, observers, prometheusOf } from './subject';

test('what observers and count connectors count is recorded by its labels', () => {
  const [group, ...others] = volumeRules(volumesOf({ collectors, observers }, prometheusOf('3.15.0')));
  expect(others).toEqual([]);
  expect(group?.rules.map(({ name, expr, labels }) => ({ name, expr, labels }))).toEqual([
    {
      name: 'volume:items:rate5m',
      expr: 'sum by (service_name) (rate(log_records_total[5m]))',
      labels: { metric: 'log.records' },
    },
    {
      name: 'volume:items:rate5m',
      expr: 'sum by (service_name, data_type) (rate(services_received_items_total[5m]))',
      labels: { observer: 'services', measure: 'received' },
    },
    {
      name: 'volume:bytes:rate5m',
      expr: 'sum by (service_name, data_type) (rate(services_received_bytes_total[5m]))',
      labels: { observer: 'services', measure: 'received' },
    },
  ]);
});

test('what nobody reads is not recorded', () => {
  const prometheus = { ...prometheusOf('3.15.0'), scrapes: [] };
  expect(volumeRules(volumesOf({ collectors, observers }, prometheus))).toEqual([]);
});
