import { App, Chart } from 'cdk8s';
import {
  Collector,
  client,
  connectors,
  exporters,
  log,
  MdaiError,
  processors,
  receivers,
  resource,
  rule,
  span,
  tenants,
} from '../../src/index';
import { issuesOf, type Manifest } from '../../src/testing';

const a = exporters.otlp_http('a', { endpoint: 'https://a.example' });
const b = exporters.otlp_http('b', { endpoint: 'https://b.example' });
const archive = exporters.debug('archive');
const otlp = receivers.otlp({ protocols: { grpc: { endpoint: '0.0.0.0:4317', include_metadata: true } } });
const tenant = resource.attribute('tenant');

function gateway(): Collector {
  return new Collector(new Chart(new App(), 'telemetry', { namespace: 'ns' }), 'gateway');
}

function mistakes(collector: Collector): readonly string[] {
  return issuesOf(collector)
    .filter(({ severity }) => severity === 'error')
    .map(({ message }) => message);
}

test('each tenant has a rule of its own, with its own processing', () => {
  const collector = gateway();
  const route = collector.route('logs', {
    from: [otlp],
    rules: tenants({
      by: tenant,
      to: {
        acme: { to: [a] },
        globex: { to: [b], processors: [processors.batch('globex')], sample: { ratio: 0.5 } },
        initech: { drop: true },
      },
    }),
    otherwise: { to: [archive] },
    optimise: false,
  });
  expect(mistakes(collector)).toEqual([]);
  expect(
    route.explain().map(({ rules, context, condition, action }) => ({ rules, context, condition, action })),
  ).toEqual([
    { rules: ['acme'], context: 'resource', condition: 'resource.attributes["tenant"] == "acme"', action: 'move' },
    { rules: ['globex'], context: 'resource', condition: 'resource.attributes["tenant"] == "globex"', action: 'move' },
    {
      rules: ['initech'],
      context: 'resource',
      condition: 'resource.attributes["tenant"] == "initech"',
      action: 'drop',
    },
  ]);
  const { pipelines } = (collector.toConfig() as Manifest).service;
  expect(pipelines['logs/globex']).toMatchObject({
    processors: [expect.stringContaining('sampler'), expect.stringContaining('filter'), 'batch/globex'],
    exporters: ['otlp_http/b'],
  });
});

test('tenants can be told by a header of the request', () => {
  const collector = gateway();
  const rules = tenants({ by: client.metadata('x-tenant'), to: { acme: { to: [a] } } });
  const route = collector.route('traces', { from: [otlp], rules, otherwise: { to: [archive] }, optimise: false });
  expect(mistakes(collector)).toEqual([]);
  expect(route.explain()).toMatchObject([{ rules: ['acme'], context: 'otelcol' }]);
});

test('they stand among other rules', () => {
  const collector = gateway();
  const rules = [
    rule('errors', { when: log.severity.atLeast('ERROR'), to: [archive] }),
    ...tenants({ by: tenant, to: { acme: { to: [a] } }, name: (name) => `tenant-${name}` }),
  ];
  const route = collector.route('logs', { from: [otlp], rules, otherwise: { drop: true }, optimise: false });
  expect(route.explain().flatMap((row) => row.rules)).toEqual(['errors', 'tenant-acme']);
});

test('a tenant whose name no rule can have gets another one, which stays its own', () => {
  const names = tenants({
    by: tenant,
    to: { 'Acme & Co': { to: [a] }, 'Acme + Co': { to: [b] }, '': { to: [b] } },
  }).map(({ name }) => name);
  expect(names).toEqual([
    expect.stringMatching(/^Acme---Co-[0-9a-f]{8}$/),
    expect.stringMatching(/^Acme---Co-[0-9a-f]{8}$/),
    expect.stringMatching(/^[0-9a-f]{8}$/),
  ]);
  expect(new Set(names).size).toBe(3);
});

test('two tenants with one name for their rules are refused, and no tenant at all', () => {
  const both = () =>
    tenants({ by: tenant, to: { acme: { to: [a] }, Acme: { to: [b] } }, name: (name) => name.toLowerCase() });
  expect(both).toThrow(MdaiError);
  expect(both).toThrow('The tenants "acme" and "Acme" would both have the rule "acme"');
  expect(() => tenants({ by: tenant, to: {} })).toThrow('no tenant');
  expect(() => tenants({ by: tenant, to: { acme: { to: [a] } }, name: () => 'a b' })).toThrow('no name for a rule');
});

// Never called: the compiler is the test.
function programs() {
  const count = connectors.count('spans', { spans: {} });
  const collector = gateway();
  const from = [otlp];
  const otherwise = { to: [archive] };
  const all = tenants({ by: tenant, to: { acme: { to: [a] }, globex: { to: [b], processors: [processors.batch()] } } });
  collector.route('metrics', { from, rules: all, otherwise });
  collector.route('logs', { from, rules: tenants({ by: tenant, to: { acme: { drop: true } } }), otherwise });
  const prometheus = exporters.prometheus();
  const mixed = tenants({ by: tenant, to: { acme: { to: [a] }, globex: { to: [prometheus] } } });
  collector.route('metrics', { from, rules: mixed, otherwise });
  // @ts-expect-error the exporter of one tenant takes metrics alone
  collector.route('logs', { from, rules: mixed, otherwise });
  const sampled = tenants({
    by: tenant,
    to: { acme: { to: [a] }, globex: { to: [count], processors: [processors.interval()] } },
  });
  // @ts-expect-error the processor of one tenant processes metrics alone
  collector.route('logs', { from, rules: sampled, otherwise });
  const bySpan = tenants({ by: span.attribute('tenant'), to: { acme: { to: [a] } } });
  collector.route('traces', { from, rules: bySpan, otherwise });
  // @ts-expect-error an attribute of spans in a route of logs
  collector.route('logs', { from, rules: bySpan, otherwise });
  // @ts-expect-error a tenant that is dropped and delivered
  tenants({ by: tenant, to: { acme: { to: [a], drop: true } } });
  // @ts-expect-error a key that cannot be compared
  tenants({ by: 'tenant', to: { acme: { to: [a] } } });
}
test('programs with mistakes do not compile', () => {
  expect(programs).toBeInstanceOf(Function);
});
