import { collectorScrape } from '../../src/prometheus/scrape-targets';

test.each([
  ['telemetry', 'gateway', 'telemetry.gateway'],
  ['n'.repeat(60), 'gateway', `${'n'.repeat(55)}.gateway`],
  ['n'.repeat(10), 'g'.repeat(62), `g`.repeat(62)],
  [`${'n'.repeat(52)}-${'n'.repeat(7)}`, 'g'.repeat(10), `${'n'.repeat(52)}.${'g'.repeat(10)}`.slice(0, 63)],
])('the pods of %s/%s are found by the label that the operator gives them', (namespace, name, label) => {
  const config = {};
  const scrape = collectorScrape({
    path: '',
    name,
    namespace,
    release: '0.159.0',
    config,
    featureGates: [],
    env: {},
    envFrom: [],
  });
  expect(scrape.find).toMatchObject({ kind: 'pods', labels: { 'app.kubernetes.io/instance': label } });
});
