import fc from 'fast-check';
import { checkModel } from '../../src/checks/check';
import { hubUpdateIssues } from '../../src/checks/hub-update';
import { readModel } from '../../src/convert/read';
import type { ConfigMap } from '../../src/model/config';
import { type HubManifest, hubApiVersion } from '../../src/model/hub-manifest';
import type { Issue } from '../../src/model/issue';
import type { Manifest } from '../../src/testing';
import { everyTwist } from '../admission/drawn/every';
import { manifest, manifestOf } from '../admission/drawn/manifest';
import { Cluster } from './kubernetes';
import { accepted } from './kubernetes/client';
import { MdaiOperator } from './mdai/operator';
import { Redis } from './mdai/redis';
import { Admission } from './mdai/verdict';
import { Started } from './process';

jest.setTimeout(600_000);

/** So many are drawn; `MDAI_VERDICTS` and `MDAI_SEED` ask for others. */
const count = Number(process.env.MDAI_VERDICTS ?? 600);
const seed = Number(process.env.MDAI_SEED ?? 20261122);

/** What we refuse although it may be created, because it cannot work once it is: the whole list. */
const stricter: readonly { readonly code: Issue['code']; readonly message?: RegExp; readonly because: string }[] = [
  {
    code: 'hub-name',
    because: 'the API server refuses the ConfigMap of the rules, or one rule or measurement replaces another',
  },
  { code: 'hub-type', because: 'the store refuses a command for a variable of another type' },
  {
    code: 'hub-undefined',
    message: /^it is made of/,
    because: 'a variable that is made of what is not there stays empty',
  },
  { code: 'hub-export', because: 'the operator writes no such export, or breaks down' },
  { code: 'hub-failing', because: 'the event hub cannot run the action' },
  { code: 'replay-incomplete', because: 'the operator breaks down, or the replay sends nothing' },
  { code: 'prometheus-rule-field', because: 'Prometheus loads none of the rules' },
  { code: 'dal-credentials', because: 'the API server refuses the Deployment' },
];

const started = new Started();
let cluster: Cluster;
let admission: Admission;

beforeAll(async () => {
  cluster = await started.add(Cluster.start());
  await cluster.installCrds();
  await started.add(MdaiOperator.start(cluster, await started.add(Redis.start())));
  admission = new Admission(cluster);
});

afterAll(() => started.stop());

function errorsOf({ path, content }: HubManifest): readonly Issue[] {
  return checkModel(readModel([{ path, content }])).filter(({ severity }) => severity === 'error');
}

function isStricter({ code, message }: Issue): boolean {
  return stricter.some((one) => one.code === code && (one.message?.test(message) ?? true));
}

interface Judged {
  readonly accepted: number;
  readonly differences: readonly string[];
}

/** Holds our verdicts against the real ones, some at a time. */
async function judge(manifests: readonly HubManifest[]): Promise<Judged> {
  const differences: string[] = [];
  let taken = 0;
  for (let i = 0; i < manifests.length; i += 20) {
    const some = manifests.slice(i, i + 20).map(async (one) => {
      const verdict = await admission.create(one.content as unknown as Manifest);
      const issues = errorsOf(one).filter((issue) => !isStricter(issue));
      if (verdict.accepted) taken++;
      if (verdict.accepted === (issues.length === 0)) return;
      const ours = issues.map(({ path, message }) => `${path}: ${message}`).join('; ');
      const theirs = verdict.accepted ? 'taken' : verdict.message;
      differences.push(`${theirs}\nours: ${ours}\n${JSON.stringify(one.content)}`);
    });
    await Promise.all(some);
  }
  return { accepted: taken, differences };
}

test('generated manifests get the verdict of the operator behind the API server', async () => {
  const { accepted: taken, differences } = await judge(fc.sample(manifest, { numRuns: count, seed }));
  expect(differences).toEqual([]);
  expect(taken).toBeGreaterThan(count / 5);
  expect(taken).toBeLessThan((count * 4) / 5);
});

test('so does each value that is nearly right, at each field', async () => {
  const manifests = everyTwist(seed);
  expect(manifests.length).toBeGreaterThan(1000);
  const { differences } = await judge(manifests);
  expect(differences).toEqual([]);
});

const metadata: readonly ConfigMap[] = [
  ...['a b', 'a/b', 'a/b/c', 'A.b/c', 'a_b', '-a', 'a'.repeat(64), `${'a'.repeat(63)}.b/c`].flatMap(
    (key): readonly ConfigMap[] => [{ labels: { [key]: 'x' } }, { annotations: { [key]: 'x' } }],
  ),
  ...['', 'a b', 'a-', 'a.b_c', 'a'.repeat(64), 1, true, null].map((value): ConfigMap => ({ labels: { a: value } })),
  ...['', 'a b\n', 1, true, null].map((value): ConfigMap => ({ annotations: { a: value } })),
  { label: {} },
  { finalizers: ['mydecisive.ai/finalizer'] },
];

test('so does the metadata', async () => {
  const manifests = metadata.map((parts): HubManifest => {
    const content = {
      apiVersion: hubApiVersion,
      kind: 'MdaiCollector',
      metadata: { name: 'drawn', ...parts },
      spec: {},
    };
    return { path: 'drawn', kind: 'MdaiCollector', content };
  });
  expect((await judge(manifests)).differences).toEqual([]);
});

test('a collector has one load balancer', async () => {
  const [first] = fc.sample(manifestOf('MdaiIngress', { min: 0, max: 0 }), { numRuns: 1, seed });
  const named = (name: string): ConfigMap => ({ ...first?.content, metadata: { name, namespace: 'ingresses' } });
  await cluster.namespace('ingresses');
  accepted(await cluster.create(named('first') as unknown as Manifest));
  const second = named('second');
  const issues = checkModel(readModel([named('first'), second].map((content, i) => ({ path: `${i}`, content }))));
  expect(issues.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual(['hub-duplicate']);
  const verdict = await admission.create(second as unknown as Manifest);
  expect(verdict.message).toContain('already used');
});

const variables: Readonly<Record<string, readonly ConfigMap[]>> = {
  'made of others': [{ key: 'a', type: 'meta', dataType: 'metaPriorityList', variableRefs: ['x', 'y'] }],
  'in another order': [{ key: 'a', type: 'meta', dataType: 'metaPriorityList', variableRefs: ['y', 'x'] }],
  'of another kind': [{ key: 'a', type: 'meta', dataType: 'metaHashSet', variableRefs: ['x', 'y'] }],
  computed: [{ key: 'a', dataType: 'set' }],
  'of another key': [{ key: 'b', type: 'meta', dataType: 'metaPriorityList', variableRefs: ['x'] }],
  gone: [],
};
const pairs = Object.keys(variables).flatMap((old) => Object.keys(variables).map((next) => [old, next] as const));

function changing(which: string): ConfigMap {
  return {
    apiVersion: hubApiVersion,
    kind: 'MdaiHub',
    metadata: { name: 'changing' },
    spec: { variables: variables[which] ?? [] },
  };
}

test('updates of variables that are made of others get the verdict of the operator', async () => {
  const differences: string[] = [];
  for (const [old, next] of pairs) {
    const [before, after] = [changing(old), changing(next)];
    const verdict = await admission.update(before as unknown as Manifest, after as unknown as Manifest);
    const [was, is] = readModel([before, after].map((content) => ({ path: 'hub', content }))).hubs;
    const issues = was && is ? hubUpdateIssues(was, is) : [];
    if (verdict.accepted !== (issues.length === 0)) differences.push(`${old} -> ${next}: ${verdict.message}`);
  }
  expect(differences).toEqual([]);
});
