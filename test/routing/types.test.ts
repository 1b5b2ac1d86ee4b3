import { App, Chart } from 'cdk8s';
import {
  Collector,
  client,
  datapoint,
  exporters,
  log,
  metric,
  processors,
  receivers,
  resource,
  rule,
  ruleSet,
  span,
} from '../../src/index';

const otlp = receivers.otlp({ protocols: { grpc: {} } });
const vendor = exporters.otlp_http('vendor', { endpoint: 'https://in.vendor.example' });
const scraped = exporters.prometheus({ endpoint: '0.0.0.0:9464' });
const otherwise = { to: [vendor] } as const;

function gateway(): Collector {
  return new Collector(new Chart(new App(), 'telemetry'), 'gateway');
}

test('a rule serves the signals that all of its targets and processors have', () => {
  const everywhere = rule('a', { when: resource.attribute('a').exists(), to: [vendor] });
  gateway().route('logs', { from: [otlp], rules: [everywhere], otherwise });
  gateway().route('traces', { from: [otlp], rules: [everywhere], otherwise });
  const scrapedToo = rule('b', { when: metric.name.equals('b'), to: [vendor, scraped] });
  gateway().route('metrics', { from: [otlp], rules: [scrapedToo], otherwise });
  // @ts-expect-error the Prometheus exporter takes metrics alone
  gateway().route('logs', { from: [otlp], rules: [rule('c', { when: 'always', to: [vendor, scraped] })], otherwise });
  const sampled = rule('d', { when: 'always', to: [vendor], processors: [processors.groupbytrace()] });
  gateway().route('traces', { from: [otlp], rules: [sampled], otherwise });
  // @ts-expect-error the processor takes spans alone
  gateway().route('logs', { from: [otlp], rules: [sampled], otherwise });
});

test('a rule asks only about what its route carries', () => {
  const drop = { drop: true } as const;
  gateway().route('metrics', {
    rules: [rule('a', { when: datapoint.attribute('a').exists().and(metric.name.equals('b')), ...drop })],
    otherwise,
  });
  gateway().route('logs', {
    rules: [rule('a', { when: client.metadata('x-tenant').equals('a'), ...drop })],
    otherwise,
  });
  // @ts-expect-error a route of logs has no spans
  gateway().route('logs', { rules: [rule('a', { when: span.name.equals('a'), ...drop })], otherwise });
  // @ts-expect-error nor has one of traces log records
  gateway().route('traces', { rules: [rule('a', { when: log.body.equals('a'), ...drop })], otherwise });
  const teams = ruleSet('team', {
    within: log.attribute('team').equals('a'),
    rules: [rule('a', { when: 'always', ...drop })],
  });
  gateway().route('logs', { rules: [teams], otherwise });
  // @ts-expect-error the guard asks about log records
  gateway().route('metrics', { rules: [teams], otherwise });
});

test('a rule has exactly one outcome', () => {
  const when = resource.attribute('a').exists();
  // @ts-expect-error neither
  rule('a', { when });
  // @ts-expect-error both
  rule('a', { when, to: [vendor], drop: true });
  // @ts-expect-error what is dropped is not sampled
  rule('a', { when, drop: true, sample: { ratio: 0.1 } });
  // @ts-expect-error nor does it go on
  rule('a', { when, drop: true, continue: true });
  // @ts-expect-error what a rule matches has to be said
  rule('a', { to: [vendor] });
  expect(rule('a', { when, drop: true }).name).toBe('a');
});

test('a route says what happens otherwise', () => {
  // @ts-expect-error it does not
  expect(() => gateway().route('logs', { from: [otlp], rules: [] })).toThrow(/otherwise: \{ drop: true \}/);
  // @ts-expect-error metrics do not go into logs
  gateway().route('logs', { from: [otlp], rules: [], otherwise: { to: [scraped] } });
  // @ts-expect-error profiles are not routed
  gateway().route('profiles', { rules: [], otherwise });
});
