import { exporters, promql } from '../../src/index';
import { Metric } from '../../src/model/metric';
import { expression } from '../../src/prometheus/promql';

const vendor = exporters.otlp_grpc('vendor', { endpoint: 'in.vendor.example:4317' });

test('series are chosen by labels with quoted values, and with components by their ids', () => {
  const sent = new Metric('sent');
  const some = sent.where({
    exporter: vendor,
    a: 'x"y',
    b: { not: vendor },
    c: { matches: 'x|\\d' },
    d: { notMatches: '' },
  });
  expect(expression(promql`rate(${some}[5m])`)).toBe(
    'rate(sent{exporter="otlp_grpc/vendor", a="x\\"y", b!="otlp_grpc/vendor", c=~"x|\\\\d", d!~""}[5m])',
  );
  expect(expression(promql`${sent.where({ 'otel.signal': 'logs' })}`)).toBe('sent{"otel.signal"="logs"}');
  expect(expression(promql`${sent.where({})}`)).toBe('sent');
  expect(promql`${some}`.metrics).toEqual([sent]);
});

test('a name that Prometheus 2 has with underscores matches both', () => {
  const odd = new Metric('sent_{spans}.all');
  expect(expression(promql`${odd}`)).toBe('{__name__=~"sent_.spans..all"}');
  expect(expression(promql`${odd.where({ a: { not: 'b' } })}`)).toBe('{__name__=~"sent_.spans..all", a!="b"}');
});

test('series in an ordinary text throw', () => {
  expect(() => `${new Metric('sent').where({ a: 'b' })}`).toThrow('The metric sent was turned into a string');
});
