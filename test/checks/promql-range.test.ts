import { App, Chart } from 'cdk8s';
import { Prometheus, type PrometheusProps } from '../../src/index';
import { issuesOf } from '../../src/testing';

function messages(expr: string, props: PrometheusProps = {}, interval?: string): readonly string[] {
  const chart = new Chart(new App(), 'telemetry', { namespace: 'ns' });
  const prometheus = new Prometheus(chart, 'prometheus', props).record('a:b', { expr });
  if (interval !== undefined) prometheus.scrapeAddresses('vm', { addresses: ['a:1'], interval });
  return issuesOf(chart)
    .filter(({ code }) => code === 'promql-range')
    .map(({ path, message, fix }) => `${path}: ${message} ${fix}`);
}

test('a range that may hold one sample alone is told of', () => {
  expect(messages('sum(rate(up[30s])) > 1')).toEqual([
    'telemetry/prometheus/rules/a:b: "rate(up[30s])" needs two samples, and 30s may hold only one: Prometheus reads every 30s. Write at least 2m, or read more often.',
  ]);
  expect(messages('rate(up[1m])', { scrapeInterval: '1m', evaluationInterval: '1m' })).toHaveLength(1);
});

test.each([
  ['two samples', 'rate(up[1m])', {}, undefined],
  ['a function of one sample', 'max_over_time(up[10s])', {}, undefined],
  ['something that is read more often', 'rate(up[30s])', {}, '15s'],
  ['rules that are evaluated more often', 'rate(up[30s])', { evaluationInterval: '15s' }, undefined],
  ['a subquery', 'rate((up + 1)[10s:1s])', {}, undefined],
])('%s is fine', (_, expr, props, interval) => {
  expect(messages(expr, props, interval)).toEqual([]);
});
