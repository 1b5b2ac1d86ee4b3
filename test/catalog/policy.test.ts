import { App, Chart, Duration } from 'cdk8s';
import {
  Collector,
  env,
  exporters,
  type Issue,
  log,
  MdaiError,
  policy,
  processors,
  type Release,
  receivers,
  resource,
  span,
} from '../../src/index';
import { issuesOf, type Manifest } from '../../src/testing';
import { known131, known159 } from './policies';

function sampler(policies: readonly ReturnType<(typeof policy)['always']>[], release: Release = '0.159.0'): Collector {
  const chart = new Chart(new App(), 'telemetry', { namespace: 'ns' });
  const collector = new Collector(chart, 'sampler', { release });
  collector.pipeline('traces', {
    from: [receivers.otlp({ protocols: { grpc: {} } })],
    processors: [processors.tail_sampling({ policies })],
    to: [exporters.debug()],
  });
  return collector;
}

function mistakes(policies: readonly unknown[], release: Release = '0.159.0'): readonly Issue[] {
  const collector = sampler(policies as never, release);
  return issuesOf(collector).filter(({ severity }) => severity === 'error');
}

function written(made: unknown): Manifest {
  const config = sampler([made] as never).toConfig() as Manifest;
  return config.processors.tail_sampling.policies[0];
}

test('every policy of a release has no mistake in it', () => {
  expect(mistakes(known159)).toEqual([]);
  expect(mistakes(known131, '0.131.0')).toEqual([]);
});

test.each([
  { name: 'traceFlags', made: policy.traceFlags() },
  { name: 'bytesLimiting', made: policy.bytesLimiting({ bytesPerSecond: 1000 }) },
  { name: 'not', made: policy.not(policy.errors()) },
  { name: 'a burst', made: policy.rateLimiting({ spansPerSecond: 10, burst: 20 }) },
])('$name is a mistake in a release that does not know it', ({ made }) => {
  expect(mistakes([made])).toEqual([]);
  expect(mistakes([made], '0.131.0')).not.toEqual([]);
});

test('the names of two policies in one processor have to differ', () => {
  expect(mistakes([policy.errors(), policy.errors()])).toMatchObject([{ message: expect.stringContaining('twice') }]);
  expect(mistakes([policy.errors(), policy.errors('failed')])).toEqual([]);
});

test('a policy is named by what it asks for', () => {
  const errors = policy.errors();
  const slow = policy.slow({ over: '2s' });
  const names = [
    policy.attribute('http.route', { values: ['/'] }),
    policy.numericAttribute('retries', { min: 3 }),
    policy.booleanAttribute('beta'),
    policy.traceState('vendor', ['a']),
    policy.and([errors, slow]),
    policy.not(errors),
    policy.drop([errors]),
    policy.errors('failed'),
  ].map(({ name }) => name);
  expect(names).toEqual([
    'http.route',
    'retries',
    'beta',
    'vendor',
    'errors-and-slow',
    'not-errors',
    'drop-errors',
    'failed',
  ]);
});

test('texts mean themselves, and references are read when the collector starts', () => {
  const made = policy.attribute('cost$', { matching: ['^a$', env('ROUTES')] });
  expect(written(made).string_attribute).toEqual({
    key: 'cost$$',
    values: ['^a$$', `\${env:ROUTES}`],
    enabled_regex_matching: true,
  });
});

test('durations become milliseconds', () => {
  const made = policy.slow({ over: '1.5s', upTo: Duration.minutes(1) });
  expect(written(made).latency).toEqual({ threshold_ms: 1500, upper_threshold_ms: 60_000 });
});

test('conditions become OTTL, on spans and on their events', () => {
  const own = policy.condition(span.attribute('a').equals('b').and(resource.attribute('c').exists()));
  expect(written(own).ottl_condition).toEqual({
    error_mode: 'ignore',
    span: ['span.attributes["a"] == "b" and resource.attributes["c"] != nil'],
  });
  const both = policy.condition({ span: ['IsRootSpan()'], spanEvent: ['spanevent.name == "x"'], errorMode: 'silent' });
  expect(written(both).ottl_condition).toEqual({
    error_mode: 'silent',
    span: ['IsRootSpan()'],
    spanevent: ['spanevent.name == "x"'],
  });
});

test('a composite policy says the order and the share of each of its parts', () => {
  const parts = [
    { policy: policy.errors(), share: 0.6 },
    { policy: policy.always(), share: 0.29 },
  ];
  expect(written(policy.composite({ spansPerSecond: 100, parts })).composite).toMatchObject({
    max_total_spans_per_second: 100,
    policy_order: ['errors', 'always'],
    rate_allocation: [
      { policy: 'errors', percent: 60 },
      { policy: 'always', percent: 29 },
    ],
  });
});

const twice = { policy: policy.errors(), share: 0.5 };

test.each([
  { make: () => policy.probabilistic({ ratio: 1.1 }), says: 'from 0 to 1' },
  { make: () => policy.probabilistic({ ratio: Number.NaN }), says: 'from 0 to 1' },
  { make: () => policy.statusCodes([]), says: 'at least one status code' },
  { make: () => policy.slow({ over: '2 seconds' }), says: 'duration' },
  { make: () => policy.slow({ over: '10us' }), says: 'whole milliseconds' },
  { make: () => policy.slow({ over: '2s', upTo: '2s' }), says: 'nothing lies between' },
  { make: () => policy.spanCount({}), says: 'at least one bound' },
  { make: () => policy.spanCount({ min: 0 }), says: 'at least 1' },
  { make: () => policy.spanCount({ min: 3, max: 2 }), says: 'nothing lies between' },
  { make: () => policy.condition({}), says: 'at least one condition' },
  { make: () => policy.attribute('a', { values: [] }), says: 'at least one value' },
  { make: () => policy.attribute('a', { values: [''] }), says: 'empty text' },
  { make: () => policy.numericAttribute('a', {}), says: 'at least one bound' },
  { make: () => policy.numericAttribute('a', { min: 0 }), says: 'takes for no bound' },
  { make: () => policy.numericAttribute('a', { min: 0.5 }), says: 'whole number' },
  { make: () => policy.numericAttribute('a', { min: 5, max: 4 }), says: 'nothing lies between' },
  { make: () => policy.traceState('a', ['x'.repeat(255)]), says: 'no value' },
  { make: () => policy.rateLimiting({ spansPerSecond: 0 }), says: 'at least 1' },
  { make: () => policy.bytesLimiting({ bytesPerSecond: 10, burst: 1.5 }), says: 'whole number' },
  { make: () => policy.and([]), says: 'at least one policy' },
  { make: () => policy.drop([]), says: 'at least one policy' },
  { make: () => policy.composite({ spansPerSecond: 1, parts: [] }), says: 'at least one part' },
  { make: () => policy.composite({ spansPerSecond: 1, parts: [twice, twice] }), says: 'named "errors"' },
  {
    make: () => policy.composite({ spansPerSecond: 1, parts: [{ policy: policy.errors(), share: 0.005 }] }),
    says: 'whole percents',
  },
  {
    make: () =>
      policy.composite({
        spansPerSecond: 1,
        parts: [
          { policy: policy.errors(), share: 0.9 },
          { policy: policy.always(), share: 0.2 },
        ],
      }),
    says: '110 %',
  },
])('a policy that cannot be is refused at once: $says', ({ make, says }) => {
  expect(make).toThrow(MdaiError);
  expect(make).toThrow(says);
});

// Never called: the compiler is the test.
function programs() {
  policy.and([policy.errors(), policy.not(policy.errors())]);
  // @ts-expect-error a policy of policies within another
  policy.and([policy.and([policy.errors()])]);
  // @ts-expect-error not of a policy of policies
  policy.not(policy.drop([policy.errors()]));
  // @ts-expect-error drop within a composite policy
  policy.composite({ spansPerSecond: 1, parts: [{ policy: policy.drop([policy.errors()]), share: 1 }] });
  // @ts-expect-error a status code that does not exist
  policy.statusCodes(['FAILED']);
  // @ts-expect-error texts and regular expressions at once
  policy.attribute('a', { values: ['x'], matching: ['y'] });
  // @ts-expect-error a condition on log records
  policy.condition(log.attribute('a').equals('b'));
  // @ts-expect-error a condition on log records in a list
  policy.condition({ span: [log.attribute('a').equals('b')] });
  // @ts-expect-error a number for a duration
  policy.slow({ over: 2000 });
}
test('programs with mistakes do not compile', () => {
  expect(programs).toBeInstanceOf(Function);
});
