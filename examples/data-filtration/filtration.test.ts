import { App } from 'cdk8s';
import { logSample, loop, routeMatchers } from 'cdk8s-mdai/testing';
import { filtration } from './filtration';

expect.extend(routeMatchers);

const { cluster, gateway, noisy, talkers, vendor } = filtration(new App());

const line = (service: string) => logSample({ body: 'a line', attributes: { mdai_service: service } });

test('a noisy service is filtered after its alert fires, and flows again after it resolves', () => {
  const mdai = loop(cluster);
  expect(mdai.send(gateway, line('search'))).toReach(vendor);

  const fired = mdai.fire(talkers, { labels: { mdai_service: 'search' }, value: 900_000 });
  expect(fired.automations).toEqual(['mute']);
  expect(fired.restarted).toEqual(['gateway']);
  expect(mdai.value(noisy)).toEqual(['search']);
  expect(mdai.send(gateway, line('search'))).toBeDroppedBy('filter/noisy');
  expect(mdai.send(gateway, line('ads'))).toReach(vendor);

  // The observer still counts what comes in, and not what is kept.
  const [counted, ...more] = mdai.send(gateway, line('search')).at('otlp_grpc/services');
  expect(counted?.resource['mdai.measure']).toBe('received');
  expect(more).toEqual([]);

  mdai.resolve(talkers, { labels: { mdai_service: 'search' } });
  expect(mdai.value(noisy)).toBeUndefined();
  expect(mdai.send(gateway, line('search'))).toReach(vendor);
});

test('several services are noisy at once', () => {
  const mdai = loop(cluster);
  for (const service of ['search', 'ads']) mdai.fire(talkers, { labels: { mdai_service: service } });
  expect(mdai.environment(gateway)).toEqual({ SERVICE_LIST: 'search|ads' });
  mdai.resolve(talkers, { labels: { mdai_service: 'search' } });
  expect(mdai.environment(gateway)).toEqual({ SERVICE_LIST: 'ads' });
  expect(mdai.ambiguities).toEqual([]);
});
