import { App } from 'cdk8s';
import { logSample, routesOf, spanSample } from 'cdk8s-mdai/testing';
import { gateway, support, vendor } from './gateway';

const routes = routesOf(gateway(new App()), {
  // What the Secret holds in the cluster.
  environment: { PSEUDONYMS_KEY: 'a key of thirty-two bytes or more' },
});

test('the vendor sees that somebody paid, and not who', () => {
  const line = logSample({
    resource: { 'service.name': 'checkout' },
    body: 'ada@example.com paid with 4111 1111 1111 1111 from 203.0.113.7',
    attributes: { 'user.name': 'Ada', 'http.status': 200 },
  });
  const [seen] = routes.send(line).at(vendor);
  expect(seen).toMatchObject({
    body: '**** paid with **** from ****',
    attributes: { 'user.name': '****', 'http.status': 200 },
  });
});

test('support sees who', () => {
  const line = logSample({ resource: { 'service.name': 'accounts' }, body: 'no account for ada@example.com' });
  expect(routes.send(line).at(support)).toMatchObject([{ body: 'no account for ada@example.com' }]);
});

test('a user stays one user, under another name', () => {
  const of = (id: string) =>
    routes.send(logSample({ attributes: { 'user.id': id } })).at(vendor)[0]?.attributes['user.id'];
  expect(of('ada')).toBe(of('ada'));
  expect(of('ada')).not.toBe(of('grace'));
  expect(of('ada')).not.toContain('ada');
});

test('tokens reach nobody', () => {
  const line = logSample({
    resource: { 'service.name': 'checkout' },
    body: 'Authorization: Bearer abcdefghijklmnopqrstuvwxyz',
  });
  for (const target of [support, vendor]) expect(routes.send(line).at(target)[0]?.body).toBe('Authorization: ****');
});

test('spans are masked in their names, too', () => {
  const span = spanSample({ name: 'GET /users/ada@example.com', attributes: { 'client.address': '203.0.113.7' } });
  expect(routes.send(span).at(vendor)).toMatchObject([
    { name: 'GET /users/****', attributes: { 'client.address': '****' } },
  ]);
});

afterAll(() => routes.assertCovered());
