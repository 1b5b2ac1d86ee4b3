import { App, Chart, Testing } from 'cdk8s';
import { Prometheus, PrometheusRules } from '../../src/index';
import { Registry } from '../../src/registry';
import { synthesize } from '../../src/testing';

function monitoring(): Chart {
  return new Chart(new App(), 'monitoring', { namespace: 'shop' });
}

test('rules by themselves are one object with the labels by which a Prometheus selects it', () => {
  const chart = monitoring();
  const rules = new PrometheusRules(chart, 'api', { labels: { role: 'alert-rules' }, annotations: { owner: 'api' } });
  rules
    .group('api.rules', { interval: '1m' })
    .record('job:requests:rate5m', { expr: 'sum by (job) (rate(requests_total[5m]))' })
    .alert('ApiDown', { expr: 'up{job="api"} == 0', for: '5m', severity: 'page', summary: 'Nobody answers.' });
  rules.group('always').alert('Watchdog', { expr: 'vector(1)', severity: false });
  expect(synthesize(chart)).toMatchInlineSnapshot(`
[
  {
    "apiVersion": "monitoring.coreos.com/v1",
    "kind": "PrometheusRule",
    "metadata": {
      "annotations": {
        "owner": "api",
      },
      "labels": {
        "role": "alert-rules",
      },
      "name": "api",
      "namespace": "shop",
    },
    "spec": {
      "groups": [
        {
          "interval": "1m",
          "name": "api.rules",
          "rules": [
            {
              "expr": "sum by (job) (rate(requests_total[5m]))",
              "record": "job:requests:rate5m",
            },
            {
              "alert": "ApiDown",
              "annotations": {
                "summary": "Nobody answers.",
              },
              "expr": "up{job="api"} == 0",
              "for": "5m",
              "labels": {
                "severity": "page",
              },
            },
          ],
        },
        {
          "name": "always",
          "rules": [
            {
              "alert": "Watchdog",
              "expr": "vector(1)",
            },
          ],
        },
      ],
    },
  },
]
`);
});

test('they are checked like those of a Prometheus', () => {
  const chart = monitoring();
  const rules = new PrometheusRules(chart, 'api');
  rules
    .group('a')
    .alert('Down', { expr: 'up ==', severity: 'page' })
    .alert('Down', { expr: 'rate(up)', severity: 'page' });
  const issues = Registry.of(chart).issues.map(({ code, path }) => `${code} ${path}`);
  expect(issues).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^promql-.* monitoring\/api\/a\/Down$/),
      expect.stringMatching(/^promql-.* monitoring\/api\/a\/Down \(2\)$/),
    ]),
  );
});

test('a Prometheus of the program that does not select them is a warning', () => {
  const chart = monitoring();
  Prometheus.existing(chart, 'platform', { selectorLabels: { release: 'stack' } });
  new PrometheusRules(chart, 'api').group('a').record('a:up', { expr: 'up' });
  new PrometheusRules(chart, 'web', { labels: { release: 'stack' } }).group('a').record('b:up', { expr: 'up' });
  expect(Registry.of(chart).issues).toEqual([
    expect.objectContaining({ code: 'monitoring-unselected', path: 'monitoring/api/Default', severity: 'warning' }),
  ]);
});

test('a group has its name alone', () => {
  const rules = new PrometheusRules(Testing.chart(), 'api');
  rules.group('a');
  expect(() => rules.group('a')).toThrow('have a group "a" already');
});
