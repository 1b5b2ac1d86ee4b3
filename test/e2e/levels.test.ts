import { renderWorkload } from '../../src/render/workload/workload';
import type { Manifest } from '../../src/testing';
import { quantities } from '../model/quantities';
import { needsCases } from '../needs/cases';
import { collectorOf, type Shown } from '../needs/shown';
import { Cluster } from './kubernetes';
import { accepted } from './kubernetes/client';
import { admission, podsOf } from './kubernetes/pods';

let cluster: Cluster;

beforeAll(async () => {
  cluster = await Cluster.start();
});

afterAll(() => cluster?.stop());

const cases = needsCases.filter(({ collector }) => collector.mode !== 'sidecar');

/** What the Pod Security Standards do not let a restricted pod have. */
function isBeyondRestricted({ mounts = [], privileges = [] }: Shown, mode: string | undefined): boolean {
  const node = mounts.some((mount) => mount.startsWith('/') || /^(node|docker|podman)\b|-sock/.test(mount));
  const kept = mode === 'daemonset' && mounts.some((mount) => mount.startsWith('storage '));
  return node || kept || privileges.some((line) => /user 0|\+(?!NET_BIND_SERVICE)|hostPID|hostNetwork/.test(line));
}

test('a pod passes the strictest level unless a component needs more', async () => {
  const wrong: Manifest[] = [];
  for (const { name, collector, expected } of cases) {
    const model = collectorOf(collector, 'workload');
    const [found] = podsOf([JSON.parse(JSON.stringify(renderWorkload(model, model.pod!)))]);
    const { level, refusals } = await admission(cluster, found!.pod, [model.pod!.serviceAccount.name]);
    const beyond = isBeyondRestricted(expected, collector.mode);
    if (level === undefined || (level === 'restricted') === beyond) wrong.push({ name, level, beyond, refusals });
  }
  expect(wrong).toEqual([]);
  expect(cases.length).toBeGreaterThan(100);
});

test.each(quantities.filter(([, amount]) => amount !== undefined))(
  'the API server writes %s (%d) as %s',
  async (text, _, written) => {
    await cluster.namespace('quantities');
    const quota = {
      apiVersion: 'v1',
      kind: 'ResourceQuota',
      metadata: { name: 'quota', namespace: 'quantities' },
      spec: { hard: { 'requests.memory': text } },
    };
    const { body } = accepted(await cluster.create(quota, { dryRun: true }));
    expect(body.spec.hard['requests.memory']).toBe(written);
  },
);
