import { App } from 'cdk8s';
import { logSample, routeMatchers, routesOf } from 'cdk8s-mdai/testing';
import { america, europe, gateway, records } from './gateway';

expect.extend(routeMatchers);

const collector = gateway(new App());
const routes = routesOf(collector);

describe.each(['eu-west-1', 'eu-central-2'])('telemetry from %s', (region) => {
  const from = { resource: { 'cloud.region': region } };

  test('stays in Europe', () => {
    expect(routes.send(logSample({ ...from, body: 'a line' }))).toReachOnly(europe);
    expect(routes.send(logSample({ ...from, severity: 'ERROR' }))).not.toReach(america);
  });

  test('is not sent at all where it is about health', () => {
    expect(routes.send(logSample({ ...from, attributes: { 'data.class': 'health' } }))).toBeDroppedBy('europe.health');
  });

  test('is kept where it is for the auditors, whatever else becomes of it', () => {
    const attributes = { 'log.type': 'audit', 'data.class': 'health' };
    expect(routes.send(logSample({ ...from, attributes }))).toReachOnly(records);
  });
});

test('telemetry from America stays there', () => {
  const [stamped] = routes.send(logSample({ resource: { 'cloud.region': 'us-east-1' } })).at(america);
  expect(stamped?.attributes).toEqual({ 'compliance.rule': 'america.stays' });
});

test('telemetry from nowhere leaves the company for nowhere', () => {
  expect(routes.send(logSample({ body: 'a line' }))).toReachOnly(records);
  for (const region of ['ap-south-1', 'EU-west-1', 7]) {
    expect(routes.send(logSample({ resource: { 'cloud.region': region } }))).toReachOnly(records);
  }
});

test('a dry run is dropped', () => {
  const dry = routesOf(collector, { metadata: { 'X-Dry-Run': 'true' } });
  expect(dry.send(logSample({ resource: { 'cloud.region': 'eu-west-1' } }))).toBeDroppedBy('dry-run');
});

afterAll(() => routes.assertCovered({ except: ['gateway/logs/dry-run'] }));
