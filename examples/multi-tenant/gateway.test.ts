import { App } from 'cdk8s';
import { formatCoverage, logSample, routesOf } from 'cdk8s-mdai/testing';
import { gateway } from './gateway';

const routes = routesOf(gateway(new App()));
const { expectRoute } = routes;

test('failures of any team reach the vendor and the archive', () => {
  expectRoute(logSample({ severity: 'ERROR', resource: { team: 'ads' } })).toReachOnly('vendor', 'archive');
  expectRoute(logSample({ severity: 'FATAL' })).toReachOnly('vendor', 'archive');
});

test('everything else is kept in the archive', () => {
  expectRoute(logSample({ severity: 'INFO', resource: { team: 'unknown' } }))
    .toMatchNoRule()
    .toReachOnly('archive');
});

test('what is less than information is dropped, and what has no severity is not', () => {
  expectRoute(logSample({ severity: 'DEBUG', resource: { team: 'payments' } })).toBeDroppedBy('debug-noise');
  expectRoute(logSample({ body: 'a line of a library' })).toReachOnly('archive');
});

test('every team gets what it asked for', () => {
  const payments = { team: 'payments' };
  const search = { team: 'search' };
  routes.check([
    {
      name: 'an audited payment',
      sample: logSample({ severity: 'INFO', resource: payments, attributes: { audit: true } }),
      rules: ['payments.audit'],
      reaches: ['ledger', 'archive'],
    },
    {
      name: 'an audited payment that failed',
      sample: logSample({ severity: 'ERROR', resource: payments, attributes: { audit: true } }),
      rules: ['payments.audit', 'payments.errors'],
      reaches: ['ledger', 'vendor', 'archive'],
    },
    {
      name: 'a slow query',
      sample: logSample({ severity: 'INFO', resource: search, attributes: { event: 'query', took_ms: 1500 } }),
      rules: ['search.slow-queries'],
      reaches: ['vendor'],
    },
    {
      name: 'a bid',
      sample: logSample({ severity: 'INFO', resource: { team: 'ads' }, body: 'bid won 0.12' }),
      droppedBy: 'ads.bids',
      reaches: [],
    },
    {
      name: 'a bid of another team',
      sample: logSample({ severity: 'INFO', resource: search, body: 'bid won 0.12' }),
      rules: [],
      reaches: ['archive'],
    },
  ]);
});

test('one query in twenty is kept', () => {
  const kept = Array.from({ length: 1000 }, (_, i) =>
    routes.send(
      logSample({ resource: { team: 'search' }, attributes: { event: 'query', took_ms: 3 }, body: `query ${i}` }),
    ),
  ).filter((routed) => routed.reached('vendor'));
  expect(kept.length).toBeGreaterThan(25);
  expect(kept.length).toBeLessThan(75);
});

afterAll(() => {
  process.stdout.write(formatCoverage(routes.coverage()));
  routes.assertCovered();
});
