import { App } from 'cdk8s';
import { logSample, loop, routeMatchers } from 'cdk8s-mdai/testing';
import { compliance } from './compliance';

expect.extend(routeMatchers);

const { cluster, gateway, services, levels, archive, vendor } = compliance(new App());

const line = (service: string, level: string) => logSample({ attributes: { mdai_service: service, level } });

test('until somebody says what has to be kept, nothing is', () => {
  expect(loop(cluster).send(gateway, line('payments', 'ERROR'))).toReachOnly(vendor);
});

test('what has to be kept is kept from then on, and goes to the vendor all the same', () => {
  const mdai = loop(cluster);
  mdai.set(services, ['payments', 'accounts']);
  expect(mdai.send(gateway, line('payments', 'ERROR'))).toReachOnly(vendor);
  mdai.set(levels, ['ERROR', 'CRITICAL']);
  expect(mdai.send(gateway, line('payments', 'ERROR'))).toReachOnly(archive, vendor);
  expect(mdai.send(gateway, line('accounts', 'CRITICAL'))).toReachOnly(archive, vendor);
  expect(mdai.send(gateway, line('payments', 'INFO'))).toReachOnly(vendor);
  expect(mdai.send(gateway, line('search', 'ERROR'))).toReachOnly(vendor);
  expect(mdai.send(gateway, line('payments2', 'ERROR'))).toReachOnly(vendor);
});

test('setting adds to what is there; removing is a request of its own', () => {
  const mdai = loop(cluster);
  mdai.set(levels, ['ERROR']);
  mdai.set(services, ['payments']);
  mdai.set(services, ['accounts']);
  expect(mdai.value(services)).toEqual(['payments', 'accounts']);
  const { restarted } = mdai.remove(services, ['payments']);
  expect(restarted).toEqual(['gateway']);
  expect(mdai.send(gateway, line('payments', 'ERROR'))).toReachOnly(vendor);
  expect(mdai.send(gateway, line('accounts', 'ERROR'))).toReachOnly(archive, vendor);
});
