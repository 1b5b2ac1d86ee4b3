import { App, Chart } from 'cdk8s';
import {
  Collector,
  type CollectorProps,
  type Condition,
  client,
  datapoint,
  exporters,
  log,
  MdaiError,
  metric,
  ottl,
  processors,
  type RouteContexts,
  type RouteProps,
  receivers,
  resource,
  rule,
  ruleSet,
  scope,
} from '../../src/index';
import { issuesOf } from '../../src/testing';

const otlp = receivers.otlp({ protocols: { grpc: {} } });
const vendor = exporters.otlp_http('vendor', { endpoint: 'https://in.vendor.example' });
const archive = exporters.otlp_http('archive', { endpoint: 'https://archive.example' });
const hashIds = processors.attributes('hash-ids', { actions: [{ key: 'user.id', action: 'hash' }] });
const errors = log.severity.atLeast('ERROR');

function gateway(props: CollectorProps = {}): Collector {
  return new Collector(new Chart(new App(), 'telemetry', { namespace: 'telemetry' }), 'gateway', {
    defaults: false,
    ...props,
  });
}

type Rules = RouteProps<'logs'>['rules'];

// biome-ignore lint/suspicious/noExplicitAny: tests reach into the configuration
type Config = Record<string, any>;

function routed(rules: Rules, options: Partial<RouteProps<'logs'>> = {}, props: CollectorProps = {}): Config {
  const collector = gateway(props);
  collector.route('logs', { from: [otlp], rules, otherwise: { to: [archive] }, ...options });
  return collector.toConfig();
}

function issues(rules: Rules, props: CollectorProps = {}, options: Partial<RouteProps<'logs'>> = {}) {
  const collector = gateway(props);
  collector.route('logs', { from: [otlp], rules, otherwise: { to: [archive] }, ...options });
  return issuesOf(collector).filter(({ code }) => code.startsWith('rule-') || code === 'anchor-missing');
}

test('a rule is a row with its context, and a pipeline of its name', () => {
  const { connectors, service } = routed([rule('errors', { when: errors, to: [vendor] })]);
  expect(connectors).toEqual({
    'routing/logs': {
      error_mode: 'ignore',
      table: [
        {
          context: 'log',
          condition: 'log.severity_number >= SEVERITY_NUMBER_ERROR',
          pipelines: ['logs/errors'],
        },
      ],
      default_pipelines: ['logs/otherwise'],
    },
  });
  expect(service.pipelines).toEqual({
    logs: { receivers: ['otlp'], exporters: ['routing/logs'] },
    'logs/errors': { receivers: ['routing/logs'], exporters: ['otlp_http/vendor'] },
    'logs/otherwise': { receivers: ['routing/logs'], exporters: ['otlp_http/archive'] },
  });
});

test('the names of a route with a name begin with it', () => {
  const collector = gateway();
  collector.route('logs/in', {
    from: [otlp],
    rules: [rule('a', { when: errors, to: [vendor] })],
    otherwise: { drop: true },
  });
  const { connectors, service } = collector.toConfig() as Config;
  expect(Object.keys(connectors)).toEqual(['routing/logs.in']);
  expect(Object.keys(service.pipelines)).toEqual(['logs/in', 'logs/in.a', 'logs/in.otherwise']);
});

test.each([
  { name: 'a resource', when: resource.attribute('a').exists(), context: 'resource' },
  { name: 'a scope', when: scope.name.equals('a'), context: 'log' },
  { name: 'a record', when: log.body.exists(), context: 'log' },
  { name: 'a resource and a record', when: resource.attribute('a').exists().and(log.body.exists()), context: 'log' },
  { name: 'a request', when: client.metadata('x').equals('a'), context: 'otelcol' },
  {
    name: 'a request and a resource',
    when: client.metadata('x').exists().or(resource.attribute('a').exists()),
    context: 'resource',
  },
  { name: 'everything', when: 'always' as const, context: 'resource' },
  { name: 'a variable', when: ottl.log`${log.body} == "a"`, context: 'log' },
])('a rule about $name has a row of the context $context', ({ when, context }) => {
  const { connectors } = routed([rule('a', { when, to: [vendor] })]);
  expect(connectors['routing/logs'].table[0].context).toBe(context);
});

test.each([
  { when: metric.name.equals('a'), context: 'metric' },
  { when: metric.name.equals('a').and(datapoint.attribute('a').exists()), context: 'datapoint' },
  { when: scope.name.equals('a'), context: 'metric' },
])('in a route of metrics, the row has the context $context', ({ when, context }) => {
  const collector = gateway();
  collector.route('metrics', { from: [otlp], rules: [rule('a', { when, to: [vendor] })], otherwise: { drop: true } });
  expect((collector.toConfig() as Config).connectors['routing/metrics'].table[0].context).toBe(context);
});

test('a header is asked for in the grammar of the release', () => {
  const rules = [rule('acme', { when: client.metadata('x-tenant').equals('acme'), to: [vendor] })];
  expect(routed(rules).connectors['routing/logs'].table[0]).toEqual({
    context: 'otelcol',
    condition: 'otelcol.client.metadata["x-tenant"][0] == "acme"',
    pipelines: ['logs/acme'],
  });
  expect(routed(rules, {}, { release: '0.131.0' }).connectors['routing/logs'].table[0]).toEqual({
    context: 'request',
    condition: 'request["x-tenant"] == "acme"',
    pipelines: ['logs/acme'],
  });
  const errorsOfAcme = [rule('acme', { when: client.metadata('x-tenant').equals('acme').and(errors), to: [vendor] })];
  const collector = gateway({ release: '0.131.0' });
  collector.route('logs', { from: [otlp], rules: errorsOfAcme, otherwise: { drop: true } });
  expect(
    issuesOf(collector)
      .filter(({ severity }) => severity === 'error')
      .map(({ code }) => code),
  ).toContain('ottl-context');
});

test('what is dropped is counted in a pipeline of its name', () => {
  const first = rule('errors', { when: errors, to: [vendor] });
  const { service } = routed([first, rule('noise', { when: log.body.exists(), drop: true })], {
    otherwise: { drop: true },
  });
  expect(service.pipelines['logs/noise']).toEqual({ receivers: ['routing/logs'], exporters: ['nop'] });
  expect(service.pipelines['logs/otherwise']).toEqual({ receivers: ['routing/logs'], exporters: ['nop'] });
});

test('rules in front that drop are filters where they would need a table of their own', () => {
  const noise = rule('noise', { when: log.severity.below('INFO'), drop: true });
  const tenants = Array.from({ length: 100 }, (_, i) =>
    rule(`t${i}`, { when: resource.attribute('tenant').equals(`t${i}`), to: [vendor.through(hashIds)] }),
  );
  const { processors: filters, service } = routed([noise, ...tenants]);
  expect(filters['filter/logs.noise']).toEqual({
    error_mode: 'ignore',
    log_conditions: [
      {
        context: 'log',
        conditions: [
          'log.severity_number > SEVERITY_NUMBER_UNSPECIFIED and log.severity_number < SEVERITY_NUMBER_INFO',
        ],
      },
    ],
  });
  expect(service.pipelines.logs.processors).toEqual(['filter/logs.noise']);
  const few = routed([noise, ...tenants.slice(0, 10)]);
  expect(few.processors['filter/logs.noise']).toBeUndefined();
  expect(few.connectors['routing/logs'].table).toHaveLength(11);
});

test('a share is taken by the id of the trace, and by a hash for logs without one', () => {
  const { processors: samplers, service } = routed([
    rule('few', { when: 'always', sample: { ratio: 0.25 }, to: [vendor] }),
  ]);
  expect(samplers['probabilistic_sampler/logs.few']).toEqual({
    mode: 'hash_seed',
    sampling_percentage: 25,
    fail_closed: false,
  });
  expect(samplers['filter/logs.few'].log_conditions[0]).toMatch(/trace_id.*SHA256.*>= "40000000"$/);
  expect(service.pipelines['logs/few'].processors).toEqual(['probabilistic_sampler/logs.few', 'filter/logs.few']);
});

test.each([-0.1, 1.1, Number.NaN, 0.00001])('%d is no share', (ratio) => {
  expect(() => rule('a', { when: errors, sample: { ratio }, to: [vendor] })).toThrow(MdaiError);
});

test('processing for one target alone needs a pipeline of its own where there are others', () => {
  const { service } = routed([
    rule('one', { when: errors, to: [vendor.through(hashIds)] }),
    rule('two', { when: log.body.exists(), to: [archive, vendor.through(hashIds)] }),
  ]);
  expect(service.pipelines['logs/one']).toEqual({
    receivers: ['routing/logs'],
    processors: ['attributes/hash-ids'],
    exporters: ['otlp_http/vendor'],
  });
  expect(service.pipelines['logs/two'].exporters).toEqual(['otlp_http/archive', 'forward/logs.two.vendor']);
  expect(service.pipelines['logs/two.vendor'].processors).toEqual(['attributes/hash-ids']);
});

test('a copy is a row that copies', () => {
  const copy = rule('copy', { when: errors, continue: true, to: [archive] });
  const { connectors } = routed([copy, rule('rest', { when: log.body.exists(), to: [vendor] })]);
  expect(connectors['routing/logs'].table.map(({ action }: Config) => action)).toEqual(['copy', undefined]);
});

test('a copy does not keep the table from a later rule with the same condition', () => {
  const copy = rule('copy', { when: errors, continue: true, to: [archive] });
  const { connectors } = routed([copy, rule('rest', { when: errors, to: [vendor] })]);
  expect(connectors['routing/logs'].table.map(({ condition }: Config) => condition)).toEqual([
    'log.severity_number >= SEVERITY_NUMBER_ERROR',
    'log.severity_number >= SEVERITY_NUMBER_ERROR and true',
  ]);
});

test('a release that cannot copy gets a table for the copy beside the others', () => {
  const copy = rule('copy', { when: errors, continue: true, to: [archive] });
  const rest = rule('rest', { when: log.body.exists(), to: [vendor] });
  const { connectors, service } = routed([rest, copy, rest], {}, { release: '0.131.0' });
  expect(JSON.stringify(connectors)).not.toContain('action');
  expect(service.pipelines['logs/at.copy'].exporters).toEqual(['routing/logs.at.copy', 'routing/logs.behind.copy']);
  expect(connectors['routing/logs.at.copy'].default_pipelines).toEqual(['logs/uncopied']);
});

test('a route sends to another, and a pipeline to a route', () => {
  const collector = gateway();
  const second = collector.route('logs/second', { rules: [], otherwise: { to: [vendor] } });
  collector.route('logs/first', { rules: [rule('a', { when: errors, to: [second] })], otherwise: { drop: true } });
  collector.pipeline('logs', { from: [otlp], to: [second] });
  const { service } = collector.toConfig() as Config;
  expect(service.pipelines['logs/first.a'].exporters).toEqual(['forward/logs.second']);
  expect(service.pipelines['logs/second'].receivers).toContain('forward/logs.second');
});

test('a pipeline of another collector cannot be a target', () => {
  const foreign = gateway().pipeline('logs/foreign', { to: [vendor] });
  const bad = rule('bad', { when: errors, to: [foreign] });
  const fine = rule('fine', { when: errors, to: [vendor] });
  const otherwise = { to: [archive] };
  expect(() => gateway().route('logs', { rules: [bad], otherwise })).toThrow(/belongs to the collector/);
  expect(() => gateway().route('logs', { rules: [ruleSet('team', { rules: [bad] })], otherwise })).toThrow(
    /belongs to/,
  );
  expect(() => gateway().route('logs', { rules: [fine], otherwise: { to: [foreign] } })).toThrow();
  const route = gateway().route('logs', { rules: [fine], otherwise });
  expect(() => route.rule('fine').before(bad)).toThrow(/belongs to the collector/);
});

test('taps and edits of pipelines work on routes', () => {
  const collector = gateway();
  const route = collector.route('logs', {
    from: [otlp],
    processors: [hashIds],
    rules: [rule('noise', { when: errors, drop: true })],
    otherwise: { to: [vendor] },
  });
  const batch = processors.batch();
  route.after(hashIds, batch).tap('copy', { to: archive });
  const { service } = collector.toConfig() as Config;
  expect(service.pipelines.logs.processors).toEqual(['attributes/hash-ids', 'batch']);
  expect(service.pipelines['logs/copy'].exporters).toEqual(['otlp_http/archive']);
});

test('a rule that was made elsewhere can be changed, moved around, and taken out', () => {
  const collector = gateway();
  const route = collector.route('logs', {
    from: [otlp],
    rules: [rule('a', { when: errors, to: [vendor] }), rule('b', { when: log.body.exists(), to: [vendor] })],
    otherwise: { to: [archive] },
  });
  route
    .rule('a')
    .override({ to: [archive] })
    .before(rule('c', { when: log.attribute('c').exists(), to: [vendor] }));
  route.rule('b').remove();
  expect(route.explain().map(({ rules }) => rules)).toEqual([['c'], ['a']]);
  expect((collector.toConfig() as Config).service.pipelines['logs/a'].exporters).toEqual(['otlp_http/archive']);
});

test('a change to a rule that the route does not have is an issue', () => {
  const collector = gateway();
  const route = collector.route('logs', {
    from: [otlp],
    rules: [rule('errors', { when: errors, to: [vendor] })],
    otherwise: { to: [archive] },
  });
  route.rule('erors').remove();
  expect(issuesOf(collector)).toContainEqual(
    expect.objectContaining({ code: 'anchor-missing', fix: 'Did you mean "errors"?', path: 'telemetry/gateway/logs' }),
  );
});

describe('a condition that asks for much', () => {
  const asked = (when: Condition<RouteContexts<'logs'>>, options: Partial<RouteProps<'logs'>> = {}) =>
    routed([rule('asked', { when, to: [vendor] })], options).connectors['routing/logs'].table[0].condition;
  const own = resource.attribute('team').equals('mine');
  const prefixed = log.attribute('path').startsWith('/pay');

  test('asks for fields first, which are at hand', () => {
    expect(asked(own.and(errors))).toBe(
      'log.severity_number >= SEVERITY_NUMBER_ERROR and resource.attributes["team"] == "mine"',
    );
    expect(asked(own.and(errors), { optimise: false })).toBe(
      'resource.attributes["team"] == "mine" and log.severity_number >= SEVERITY_NUMBER_ERROR',
    );
  });

  test('keeps a guard in front of what it guards', () => {
    expect(asked(prefixed.and(errors))).toBe(
      'log.severity_number >= SEVERITY_NUMBER_ERROR and IsString(log.attributes["path"]) and HasPrefix(log.attributes["path"], "/pay")',
    );
  });
});

test('neighbours with the same targets share a row where neither can fail', () => {
  const rules = ['a', 'b'].map((name) => rule(name, { when: log.attribute('k').equals(name), to: [vendor, archive] }));
  const collector = gateway();
  const route = collector.route('logs', { from: [otlp], rules, otherwise: { to: [archive] } });
  expect(route.explain()).toEqual([
    {
      rules: ['a', 'b'],
      component: 'routing/logs',
      context: 'log',
      condition: 'log.attributes["k"] == "a" or log.attributes["k"] == "b"',
      action: 'move',
      pipelines: ['logs/to.otlp_http.vendor.otlp_http.archive'],
    },
  ]);
  const failing = rule('c', { when: ottl.log`HasPrefix(log.attributes["c"], "c")`, to: [vendor, archive] });
  expect(routed([failing, ...rules]).connectors['routing/logs'].table).toHaveLength(2);
});

test('two rules of one name, and one of the name that the route needs, are issues', () => {
  const same = rule('a', { when: errors, to: [vendor] });
  expect(issues([same, same]).map(({ code }) => code)).toEqual(['rule-name']);
  const named = (name: string) => rule(name, { when: errors, to: [vendor.through(hashIds)] });
  expect(issues([named('otherwise')]).map(({ code, path }) => [code, path])).toEqual([
    ['rule-name', 'telemetry/gateway/logs/otherwise'],
  ]);
  const tenants = Array.from({ length: 100 }, (_, i) =>
    rule(`t${i}`, { when: resource.attribute('tenant').equals(`t${i}`), to: [vendor.through(hashIds)] }),
  );
  expect(issues([named('tenant.t0'), ...tenants]).map(({ code, path }) => [code, path])).toEqual([
    ['rule-name', 'telemetry/gateway/logs/tenant.t0'],
  ]);
});

test('metrics are not sampled', () => {
  const collector = gateway();
  collector.route('metrics', {
    from: [otlp],
    rules: [rule('a', { when: 'always', sample: { ratio: 0.5 }, to: [vendor] })],
    otherwise: { drop: true },
  });
  expect(issuesOf(collector).map(({ code }) => code)).toContain('rule-sample');
});

test('OTTL that fails is an issue where the release does not bear it', () => {
  const failing = rule('a', { when: ottl.log`HasPrefix(log.attributes["c"], "c")`, to: [vendor] });
  expect(issues([failing], { release: '0.131.0' }).map(({ code }) => code)).toEqual(['rule-error']);
  expect(issues([failing])).toEqual([]);
  expect(issues([rule('a', { when: log.body.matches('a'), to: [vendor] })], { release: '0.131.0' })).toEqual([]);
});

describe('a rule set', () => {
  const mine = resource.attribute('team').equals('mine');
  const theirs = resource.attribute('team').equals('theirs');

  test('matches only within its guard, and is named by its owner', () => {
    const { connectors } = routed([
      ruleSet('mine', { within: mine, rules: [rule('errors', { when: errors, to: [archive] })] }),
    ]);
    expect(connectors['routing/logs'].table).toEqual([
      {
        context: 'log',
        condition: 'log.severity_number >= SEVERITY_NUMBER_ERROR and resource.attributes["team"] == "mine"',
        pipelines: ['logs/mine.errors'],
      },
    ]);
  });

  test('stays within its guard when the route changes a rule', () => {
    const collector = gateway();
    const rules = [ruleSet('mine', { within: mine, rules: [rule('a', { when: errors, to: [archive] })] })];
    const route = collector.route('logs', { from: [otlp], rules, otherwise: { to: [archive] } });
    route.rule('mine.a').override({ when: log.body.exists() });
    expect(route.explain()[0]?.condition).toBe('resource.attributes["team"] == "mine" and log.body != nil');
  });

  test('may drop and sample only where it is let', () => {
    const set = ruleSet('mine', {
      within: mine,
      rules: [
        rule('a', { when: errors, drop: true }),
        rule('b', { when: log.body.exists(), sample: { ratio: 0.5 }, to: [archive] }),
      ],
    });
    expect(issues([set]).map(({ message }) => message)).toEqual([
      'the rule "mine.a" drops telemetry, which the route does not let "mine" do.',
      'the rule "mine.b" keeps only a share of telemetry, which the route does not let "mine" do.',
    ]);
    expect(issues([set.allowing({ drop: true })])).toEqual([]);
  });

  test('may send to the targets of the route, and to others where it is let', () => {
    const set = ruleSet('mine', {
      within: mine,
      rules: [rule('a', { when: errors, to: [vendor.through(hashIds), archive] })],
    });
    expect(issues([set]).map(({ message }) => message)).toEqual([
      'the rule "mine.a" sends to the exporter "otlp_http/vendor", to which nothing else in this route sends.',
    ]);
    expect(issues([set.allowing({ targets: [vendor] })])).toEqual([]);
    expect(issues([set.allowing({ targets: 'any' })])).toEqual([]);
    expect(issues([set], {}, { otherwise: { to: [vendor, archive] } })).toEqual([]);
  });

  const own = (owner: string, within?: typeof mine) =>
    ruleSet(owner, { within, rules: [rule('a', { when: errors, to: [archive] })] });

  test('is kept apart from those of others by its guard', () => {
    expect(issues([own('mine', mine), own('theirs', theirs)])).toEqual([]);
    expect(issues([own('mine', mine), own('theirs', mine)])).toMatchObject([
      { code: 'rule-overlap', severity: 'error' },
    ]);
    expect(issues([own('mine', mine), own('theirs')])).toMatchObject([{ code: 'rule-overlap', severity: 'error' }]);
    const unclear = resource.attribute('team').matches('\\bother\\b');
    expect(issues([own('mine', mine), own('theirs', unclear)])).toMatchObject([
      { code: 'rule-overlap', severity: 'warning' },
    ]);
    expect(issues([own('mine', mine), own('mine', mine)]).map(({ code }) => code)).toEqual(['rule-name']);
  });
});
