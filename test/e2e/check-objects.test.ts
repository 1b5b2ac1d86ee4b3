import { basename, join } from 'node:path';
import type { Manifest } from '../../src/testing';
import { checked, manifestsIn } from '../cli/manifests';
import { Cluster } from './kubernetes';
import { Operator } from './kubernetes/operator';
import { objectsIn } from './manifest-parts';
import { MdaiOperator } from './mdai/operator';
import { Redis } from './mdai/redis';
import { Admission } from './mdai/verdict';
import { Started } from './process';

jest.setTimeout(600_000);

const started = new Started();
let admission: Admission;

beforeAll(async () => {
  const cluster = await started.add(Cluster.start());
  await cluster.installCrds();
  await started.add(Operator.start(cluster));
  await started.add(MdaiOperator.start(cluster, await started.add(Redis.start())));
  admission = new Admission(cluster);
});

afterAll(() => started.stop());

/** The kinds that the API server of these tests has definitions of, and webhooks. */
const groups = /^(hub\.mydecisive\.ai|opentelemetry\.io|monitoring\.coreos\.com)\//;

/** Mistakes for which the API server, or a webhook, refuses the object by itself. */
const refused: ReadonlySet<string> = new Set([
  'autoscaler-refused',
  'hub-duplicate',
  'hub-field',
  'hub-undefined',
  'hub-value',
  'name-invalid',
  'operator-port-name',
  'option-mode',
  'port-invalid',
  'prometheus-group',
  'target-allocator',
  'yaml-text',
]);

/** Where it is otherwise. */
const otherwise: Readonly<Record<string, { readonly refused: boolean; readonly because: string }>> = {
  'hub-duplicate.ingress': {
    refused: false,
    because: 'the webhook asks for other ingresses, and none is written down',
  },
  'hub-undefined.meta': { refused: false, because: 'a variable that is made of what is not there stays empty' },
  'promql-experimental': { refused: true, because: 'the MDAI operator reads the expressions of hubs itself' },
  'yaml-indent.root': { refused: true, because: 'the API server knows no such field' },
  'yaml-indent.spec': { refused: true, because: 'the API server knows no such field' },
  'yaml-indent': { refused: true, because: 'the operator reads the protocols of receivers, to find their ports' },
  'promql-syntax.hub': { refused: true, because: 'the MDAI operator reads the expressions of hubs itself' },
};

const filesIn = (name: 'good' | 'broken') =>
  manifestsIn(join(__dirname, '../cli', name))
    .map((file) => ({ name: basename(file, '.yaml'), file }))
    .filter(({ file }) => objectsIn(file).some(isJudged));

function isJudged({ apiVersion }: Manifest): boolean {
  return groups.test(apiVersion);
}

async function refusals(file: string): Promise<string[]> {
  const found: string[] = [];
  for (const object of objectsIn(file).filter(isJudged)) {
    const { resourceVersion: _, uid: __, ...metadata } = object.metadata;
    // A namespace with an invalid name cannot be made.
    const verdict = await admission
      .create({ ...object, metadata })
      .catch((error) => ({ accepted: false, message: String(error) }));
    if (!verdict.accepted) found.push(verdict.message);
  }
  return found;
}

test.each(filesIn('good'))('the API server takes $name', async ({ file }) => {
  expect(await refusals(file)).toEqual([]);
});

test.each(filesIn('broken'))('the API server says the same of $name', async ({ name, file }) => {
  const { issues } = await checked(file);
  const said = issues.some(({ severity, code }) => severity === 'error' && refused.has(code));
  const wrong = otherwise[name]?.refused ?? said;
  expect(await refusals(file)).toEqual(wrong ? [expect.any(String)] : []);
});
