import type { Manifest } from '../../src/testing';
import { Cluster, type Level } from './kubernetes';
import { examples } from './kubernetes/examples';
import { admission, admit, podsOf } from './kubernetes/pods';
import { ofKind } from './manifests';

let cluster: Cluster;

beforeAll(async () => {
  cluster = await Cluster.start();
  await cluster.installCrds();
});

afterAll(() => cluster?.stop());

/** The pods that the strictest level does not admit, by `<example>/<kind>/<name>`, with the strictest one that does. */
const exceptions: Readonly<Record<string, Level>> = {};

const pods = examples.flatMap(({ example, objects }) =>
  podsOf(objects).map(({ name, pod }) => ({ key: `${example}/${name}`, pod, objects })),
);

test.each(examples)('Kubernetes takes every object of $example', async ({ objects }) => {
  await cluster.namespacesFor(objects);
  const refused: Manifest[] = [];
  for (const object of objects) {
    const { ok, message, warnings } = await cluster.apply(object);
    if (!ok || warnings.length > 0)
      refused.push({ object: `${object.kind}/${object.metadata.name}`, message, warnings });
  }
  expect(refused).toEqual([]);
});

test('a field that its kind does not have is refused, in a custom resource and in a core one', async () => {
  const [collector] = examples.flatMap(({ objects }) => ofKind(objects, 'OpenTelemetryCollector'));
  const misspelt = { ...collector, spec: { ...collector!.spec, replica: 1 } };
  expect(await cluster.apply(misspelt)).toMatchObject({
    ok: false,
    message: expect.stringContaining('.spec.replica:'),
  });
  const account = { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'a' }, automount: false };
  expect(await cluster.apply(account)).toMatchObject({ ok: false, message: expect.stringContaining('.automount:') });
});

test('the strictest level, or the one in the table, admits every pod, with a ServiceAccount of its own example', async () => {
  const others: Manifest[] = [];
  for (const { key, pod, objects } of pods) {
    const found = await admission(cluster, pod, accountsOf(objects, pod.metadata.namespace));
    if (found.level !== (exceptions[key] ?? 'restricted')) others.push({ key, ...found });
  }
  expect(others).toEqual([]);
});

test('every exception is some pod’s', () => {
  expect(pods.map(({ key }) => key)).toEqual(expect.arrayContaining(Object.keys(exceptions)));
});

test('a pod that reads the files of its node is refused where the strictest level is enforced', async () => {
  const container = { name: 'a', image: 'a', volumeMounts: [{ name: 'logs', mountPath: '/var/log' }] };
  const pod = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'agent' },
    spec: { containers: [container], volumes: [{ name: 'logs', hostPath: { path: '/var/log' } }] },
  };
  const refusal = expect.stringContaining('violates PodSecurity "restricted:latest"');
  expect(await admit(cluster, pod, 'restricted')).toMatchObject({ ok: false, message: refusal });
  expect(await admit(cluster, pod, 'privileged')).toMatchObject({ ok: true });
});

test('a pod with a ServiceAccount that nobody made is refused', async () => {
  const spec = { serviceAccountName: 'nobody', containers: [{ name: 'a', image: 'a' }] };
  const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' }, spec };
  const refusal = expect.stringContaining('serviceaccount "nobody" not found');
  expect(await admit(cluster, pod, 'privileged')).toMatchObject({ ok: false, message: refusal });
});

test('the Prometheus of tail-sampling may find its targets, and nothing else', async () => {
  const namespace = 'telemetry-tail-sampling';
  const account = { namespace, name: 'prometheus-prometheus' };
  expect(await cluster.may(account, { verb: 'list', resource: 'pods', namespace })).toBe(true);
  expect(await cluster.may(account, { verb: 'list', resource: 'pods' })).toBe(false);
  expect(await cluster.may(account, { verb: 'get', resource: 'secrets', namespace })).toBe(false);
  const own = cluster.asUser(account);
  expect(await own.list({ apiVersion: 'v1', kind: 'Pod' }, namespace)).toEqual([]);
  await expect(own.list({ apiVersion: 'v1', kind: 'Secret' }, namespace)).rejects.toThrow('403');
});

function accountsOf(objects: readonly Manifest[], namespace: string | undefined): string[] {
  return ofKind(objects, 'ServiceAccount')
    .filter(({ metadata }) => metadata.namespace === namespace)
    .map(({ metadata }) => metadata.name);
}
