import type { Manifest } from '../../src/testing';
import { Cluster } from './kubernetes';
import { accepted } from './kubernetes/client';
import { kubeconfigFor, Pod } from './pods';
import { Started, until } from './process';
import { applyRights, Role, refusals } from './rights';
import { Vendor } from './vendor';

const example = 'kubernetes-monitoring';
const token = 'token-of-the-vendor';
const account = { namespace: 'monitoring', name: 'cluster-collector' };

const started = new Started();
let cluster: Cluster;
let vendor: Vendor;
let role: Role;

beforeAll(async () => {
  cluster = await started.add(Cluster.start());
  await applyRights(cluster, example);
  role = Role.of(cluster, example, 'monitoring-cluster-collector');
  await cluster.namespace('shop');
  vendor = await started.add(Vendor.start(token));
});

afterEach(() => role.restore());
afterAll(() => started.stop());

async function collector(): Promise<Pod> {
  return Pod.start({
    example,
    collector: 'cluster',
    env: { VENDOR_TOKEN: token },
    kubeconfig: await kubeconfigFor(cluster, example, 'cluster'),
    substitutions: [
      ['exporters::otlp_http/vendor::endpoint', 'https://in.vendor.example', vendor.url],
      ['receivers::k8s_cluster::auth_type', undefined, 'kubeConfig'],
      ['receivers::k8s_objects::auth_type', undefined, 'kubeConfig'],
    ],
  });
}

const labels = { app: 'api' };

const deployment = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'api', namespace: 'shop' },
  spec: {
    replicas: 3,
    selector: { matchLabels: labels },
    template: { metadata: { labels }, spec: { containers: [{ name: 'main', image: 'api.example/api:1' }] } },
  },
};

function event(number: number): Manifest {
  const regarding = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'api', namespace: 'shop' };
  return {
    apiVersion: 'events.k8s.io/v1',
    kind: 'Event',
    metadata: { name: `api.${number}`, namespace: 'shop' },
    eventTime: '2026-01-01T00:00:00.000000Z',
    reportingController: 'e2e',
    reportingInstance: 'e2e-1',
    action: 'Scaling',
    reason: 'ScaledUp',
    note: 'from 1 to 3',
    type: 'Normal',
    regarding,
  };
}

test('the state of what runs, and the events, arrive', async () => {
  accepted(await cluster.create(deployment));
  const pod = await started.add(collector());
  let events = 0;
  await until(async () => {
    // One that is made before the watch begins is old.
    accepted(await cluster.create(event(events)));
    events += 1;
    return vendor.logs.some(({ body }) => body.includes('from 1 to 3'));
  }, 'an event');
  const [log] = vendor.logs;
  expect(log!.attributes).toMatchObject({ 'k8s.resource.name': 'events' });
  expect(log!.resource).toMatchObject({ 'k8s.namespace.name': 'shop' });
  const desired = () => vendor.metrics.find(({ name }) => name === 'k8s.deployment.desired');
  // The first metrics come after one interval.
  await until(() => desired() !== undefined, 'the metrics of the Deployment', 60);
  expect(desired()!.resource).toMatchObject({ 'k8s.deployment.name': 'api', 'k8s.namespace.name': 'shop' });
  expect(pod.output).not.toMatch(/forbidden/i);
  expect(pod.output.split('\n').filter((line) => line.includes('\terror\t'))).toEqual([]);
  await pod.stop();
});

/** Each resource that the role has, once for each of the verbs. */
function granted(...verbs: readonly string[]): string[] {
  return role.rules
    .flatMap((rule) =>
      rule.resources.flatMap((resource: string) =>
        verbs.filter((verb) => rule.verbs.includes(verb)).map((verb) => `${verb} ${resource}.${rule.apiGroups[0]}`),
      ),
    )
    .sort();
}

test.each([
  ['list', ['get', 'list', 'watch']],
  ['watch', ['watch']],
])('it asks to %s exactly what the ClusterRole lets it', async (verb, removed) => {
  await role.withoutVerbs(account, removed);
  const pod = await started.add(collector());
  const refused = () => refusals(pod.output).filter((refusal) => refusal.startsWith(verb));
  await until(() => refused().length >= granted(verb).length, 'the refusals').catch(() => undefined);
  expect(refused()).toEqual(granted(verb));
  await pod.stop();
});
