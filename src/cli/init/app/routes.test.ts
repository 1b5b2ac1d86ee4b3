import { App } from 'cdk8s';
import { formatCoverage, logSample, routesOf } from 'cdk8s-mdai/testing';
import { gateway } from './gateway';

const routes = routesOf(gateway(new App()));
const { expectRoute } = routes;
const ofPayments = { resource: { 'service.namespace': 'payments' } };

test('failures reach the vendor and the archive, whoever has them', () => {
  expectRoute(logSample({ severity: 'ERROR' })).toReachOnly('vendor', 'archive');
  expectRoute(logSample({ severity: 'FATAL', ...ofPayments })).toReachOnly('vendor', 'archive');
});

test('what is less than information is dropped, and what has no severity is kept', () => {
  expectRoute(logSample({ severity: 'DEBUG' })).toBeDroppedBy('debug-noise');
  expectRoute(logSample({ body: 'a line of a library' }))
    .toMatchNoRule()
    .toReachOnly('archive');
});

test('payments get what they asked for, and nobody else does', () => {
  const declined = { event: 'payment.declined', audit: true };
  expectRoute(logSample({ severity: 'INFO', attributes: declined, ...ofPayments })).toReachOnly('vendor', 'archive');
  expectRoute(logSample({ severity: 'INFO', attributes: declined })).toReachOnly('archive');
  const probe = { 'http.route': '/healthz' };
  expectRoute(logSample({ severity: 'INFO', attributes: probe, ...ofPayments })).toBeDroppedBy(
    'payments.health-checks',
  );
});

// A rule that no test meets is one that nobody notices to be wrong.
afterAll(() => {
  process.stdout.write(formatCoverage(routes.coverage()));
  routes.assertCovered();
});
