import { App, Chart } from 'cdk8s';
import {
  Collector,
  type CollectorProps,
  exporters,
  log,
  processors,
  type Receiver,
  raw,
  receivers,
  resource,
  rule,
} from '../../src/index';
import { formatCoverage, logSample, metricSample, routeMatchers, routesOf, spanSample } from '../../src/testing';

expect.extend(routeMatchers);

const otlp = receivers.otlp({ protocols: { grpc: {} } });
const vendor = exporters.otlp_http('vendor', { endpoint: 'https://in.vendor.example' });
const archive = exporters.otlp_http('archive', { endpoint: 'https://archive.example' });

function collectorIn(chart: Chart, name = 'gateway', props: CollectorProps = {}): Collector {
  return new Collector(chart, name, props);
}

function routes() {
  const collector = collectorIn(new Chart(new App(), 'telemetry'));
  collector.route('logs', {
    from: [otlp],
    processors: [processors.filter('entry', { log_conditions: [log.body.equals('filtered')] })],
    rules: [
      rule('noise', { when: log.severity.below('INFO'), drop: true }),
      rule('copy', { when: log.attribute('audit').equals(true), continue: true, to: [archive] }),
      rule('errors', { when: log.severity.atLeast('ERROR'), to: [vendor] }),
    ],
    otherwise: { drop: true },
  });
  return routesOf(collector);
}

const error = logSample({ severity: 'ERROR' });
const audited = logSample({ severity: 'ERROR', attributes: { audit: true } });
const debug = logSample({ severity: 'DEBUG' });

test('expectations that are met follow each other', () => {
  const { expectRoute } = routes();
  expectRoute(audited)
    .toReach('vendor')
    .toReachOnly(vendor, 'otlp_http/archive')
    .toMatchRule('copy')
    .toMatchOnly('copy', 'errors')
    .not.toBeDroppedBy('noise')
    .not.toMatchNoRule();
  expectRoute(debug).toBeDroppedBy('noise').toReachOnly().not.toReach('vendor');
  expectRoute(logSample({})).toMatchNoRule().toBeDroppedBy('otherwise');
  expectRoute(logSample({ body: 'filtered' })).toBeDroppedBy('filter/entry');
});

test.each([
  {
    what: 'toReach',
    run: () => routes().expectRoute(error).toReach('vendor', 'archive'),
    fact: 'but it reached "otlp_http/vendor"',
  },
  { what: 'not toReach', run: () => routes().expectRoute(error).not.toReach('vendor'), fact: 'not to reach "vendor"' },
  { what: 'toReachOnly', run: () => routes().expectRoute(audited).toReachOnly('vendor'), fact: '"otlp_http/archive"' },
  { what: 'toReachOnly nothing', run: () => routes().expectRoute(error).toReachOnly(), fact: 'but it reached' },
  { what: 'toBeDroppedBy', run: () => routes().expectRoute(error).toBeDroppedBy('noise'), fact: 'it was not dropped' },
  { what: 'toMatchRule', run: () => routes().expectRoute(error).toMatchRule('copy'), fact: 'but it matched "errors"' },
  {
    what: 'toMatchOnly',
    run: () => routes().expectRoute(audited).toMatchOnly('errors', 'copy'),
    fact: '"copy" and "errors"',
  },
  { what: 'toMatchNoRule', run: () => routes().expectRoute(error).toMatchNoRule(), fact: 'but it matched "errors"' },
])('$what that is not met says what happened', ({ run, fact }) => {
  expect(run).toThrow(fact);
});

test.each([
  () => routes().expectRoute(error).not.toReach('vendr'),
  () => routes().expectRoute(error).not.toMatchRule('erors'),
  () => routes().expectRoute(error).not.toBeDroppedBy('nois'),
  () => routes().expectRoute(error).toMatchOnly('erors'),
])('a name that does not exist is an error, however it is asked for (%#)', (run) => {
  expect(run).toThrow(/There is no (exporter|rule)/);
});

test('jest has the same expectations as matchers', () => {
  const sent = routes().send(audited);
  expect(sent).toReachOnly(vendor, archive);
  expect(sent).not.toBeDroppedBy('noise');
  expect(() => expect(sent).toReachOnly('vendor')).toThrow('otlp_http/archive');
  expect(() => expect(sent).not.toMatchRule('errors')).toThrow('not to match rule "errors"');
});

test('a table names every line that is not met', () => {
  const tests = routes();
  tests.check([
    { sample: error, reaches: ['vendor'], rules: ['errors'] },
    { sample: debug, droppedBy: 'noise', reaches: [] },
  ]);
  const wrong = () =>
    tests.check([
      { name: 'an error', sample: error, reaches: [] },
      { name: 'a debug line', sample: debug, droppedBy: 'noise' },
      { name: 'an audited one', sample: audited, rules: ['errors'] },
    ]);
  expect(wrong).toThrow(/^an error: .*\nan audited one: .*$/);
});

test('coverage counts what each rule matched, and names what no test met', () => {
  const tests = routes();
  tests.send(debug);
  tests.send(debug);
  tests.send(error);
  expect(formatCoverage(tests.coverage())).toBe(
    'gateway/logs/noise   2\ngateway/logs/copy    never met\ngateway/logs/errors  1\n',
  );
  expect(() => tests.assertCovered()).toThrow('gateway/logs/copy');
  tests.assertCovered({ except: ['gateway/logs/copy'] });
});

test('what arrives can be looked at, and each sending starts afresh', () => {
  const chart = new Chart(new App(), 'telemetry');
  const collector = collectorIn(chart);
  const hash = processors.attributes({ actions: [{ key: 'n', action: 'update', value: 7 }] });
  for (const signal of ['logs', 'traces', 'metrics'] as const) {
    collector.pipeline(signal, { from: [otlp], processors: [hash], to: [vendor] });
  }
  const tests = routesOf(collector);
  const attributes = { n: 1, list: ['a', 1.5], map: { inner: true } };
  const changed = { n: 7, list: ['a', 1.5], map: { inner: true } };
  const sample = logSample({ resource: { r: 'x' }, scope: 's', severity: 'WARN2', body: 'b', attributes });
  for (const _ of [1, 2]) {
    expect(tests.send(sample).at(vendor)).toMatchObject([
      { resource: { r: 'x' }, scope: { name: 's' }, attributes: changed, body: 'b', severity_number: 14 },
    ]);
  }
  const span = spanSample({ name: 'n', kind: 'SERVER', status: 'ERROR', attributes });
  expect(tests.send(span).at(vendor)).toMatchObject([{ name: 'n', kind: 2, status: { code: 2 }, attributes: changed }]);
  const metric = metricSample({ name: 'm', type: 'sum', value: 3, attributes });
  expect(tests.send(metric).at(vendor)).toMatchObject([{ name: 'm', type: 'sum', value: 3, attributes: changed }]);
});

test('telemetry goes on in other collectors, whose rules count where it can reach them', () => {
  const chart = new Chart(new App(), 'telemetry', { namespace: 'telemetry' });
  const gateway = collectorIn(chart);
  const when = resource.attribute('team').equals('a');
  const routing = (from: Receiver<'logs'>) =>
    ({ from: [from], rules: [rule('a', { when, to: [vendor] })], otherwise: { drop: true } }) as const;
  gateway.route('logs', routing(otlp));
  const other = collectorIn(chart, 'other');
  other.route('logs', routing(otlp));
  const agent = collectorIn(chart, 'agent');
  agent.pipeline('logs', { from: [otlp], to: [gateway.inlet(otlp)] });
  const tests = routesOf(agent);
  tests
    .expectRoute(logSample({ resource: { team: 'a' } }))
    .toMatchOnly('a')
    .toReach('vendor');
  expect(tests.coverage()).toEqual([{ collector: 'gateway', route: 'logs', rule: 'a', hits: 1 }]);
});

test('what the simulator does not know meets no expectation, nor its opposite', () => {
  const chart = new Chart(new App(), 'telemetry');
  const collector = collectorIn(chart);
  const unknown = raw.processor<'logs'>('acme/unknown', {});
  collector.pipeline('logs', { from: [otlp], processors: [unknown], to: [vendor] });
  const { expectRoute } = routesOf(collector);
  expect(() => expectRoute(error).toReach('vendor')).toThrow(/the simulator cannot tell: .*acme/);
  expect(() => expectRoute(error).not.toReach('vendor')).toThrow(/the simulator cannot tell/);
});

test('what the receiver refuses meets no expectation', () => {
  const collector = collectorIn(new Chart(new App(), 'telemetry'));
  const failing = processors.filter({
    error_mode: 'propagate',
    log_conditions: ['HasPrefix(log.attributes["a"], "a")'],
  });
  collector.pipeline('logs', { from: [otlp], processors: [failing], to: [vendor] });
  expect(() => routesOf(collector).expectRoute(error).not.toReach('vendor')).toThrow(/the receiver refused it/);
});

test.each([
  () => logSample({ traceId: 'abc' }),
  // @ts-expect-error no such level
  () => logSample({ severity: 'WARNING' }),
])('a sample that cannot be is an error (%#)', (make) => {
  expect(() => make().batch()).toThrow(/is no id|There is no "WARNING"/);
});
