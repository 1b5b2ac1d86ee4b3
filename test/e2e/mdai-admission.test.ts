import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { refusalsOf } from '../../src/admission/admit';
import type { ConfigMap } from '../../src/model/config';
import { type HubKind, hubKindOf } from '../../src/model/hub-manifest';
import type { Manifest } from '../../src/testing';
import { moduleFolder, pinnedVersion } from '../../tools/crds/fetch';
import { Cluster } from './kubernetes';
import { objectsIn } from './kubernetes/outside';
import { exampleNames, manifestsOf } from './manifests';
import { MdaiOperator } from './mdai/operator';
import { Redis } from './mdai/redis';
import { Admission } from './mdai/verdict';
import { Started } from './process';

const started = new Started();
let admission: Admission;

beforeAll(async () => {
  const cluster = await started.add(Cluster.start());
  await cluster.installCrds();
  await started.add(MdaiOperator.start(cluster, await started.add(Redis.start())));
  admission = new Admission(cluster);
});

afterAll(() => started.stop());

const operatorModule = 'github.com/mydecisive/mdai-operator';

function kindOf(object: Manifest): HubKind | undefined {
  return hubKindOf(object as ConfigMap);
}

/** The samples of the operator's own project, by file. */
function samples(): (readonly [string, Manifest])[] {
  const folder = join(moduleFolder(operatorModule, pinnedVersion(operatorModule)), 'config/samples');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .flatMap((file) => objectsIn(join(folder, file)).map((object) => [file, object] as const))
    .filter(([, object]) => kindOf(object) !== undefined);
}

test.each(samples())('the sample %s gets the same verdict from us', async (file, object) => {
  const refusals = refusalsOf({ path: file, kind: kindOf(object) as HubKind, content: object as ConfigMap });
  const { accepted, message } = await admission.create(object);
  expect({ accepted, message, refusals }).toMatchObject({ accepted: refusals.length === 0 });
});

const ours = exampleNames().flatMap((example) =>
  manifestsOf(example)
    .filter((object) => kindOf(object) !== undefined)
    .map((object) => [`${object.kind} ${object.metadata.name}`, example, object] as const),
);

test.each(ours)('the MDAI operator accepts the %s of %s', async (_name, _example, object) => {
  expect(await admission.create(object)).toMatchObject({ accepted: true, message: '' });
});

const hub = (spec: Manifest): Manifest => ({
  apiVersion: 'hub.mydecisive.ai/v1',
  kind: 'MdaiHub',
  metadata: { name: 'judged', namespace: 'mdai' },
  spec,
});

const text = { key: 'text', dataType: 'string' };

test('the schema refuses, and fills in', async () => {
  const { message } = await admission.create(hub({ variablez: [] }));
  expect(message).toContain('unknown field "spec.variablez"');
  const { object, warnings } = await admission.create(hub({ variables: [text] }));
  expect(object?.spec.variables).toEqual([{ ...text, storageType: 'mdai-valkey', type: 'computed' }]);
  expect(warnings).toContain('no `PrometheusAlerts` provided; MdaiHub will not setup alerts');
});

test('webhooks refuse what the schema takes', async () => {
  const { accepted, message } = await admission.create(hub({ variables: [text, text] }));
  expect(accepted).toBe(false);
  expect(message).toContain('admission webhook "vmdaihub-v1.kb.io" denied the request');
});

test('an update is refused where only the change is wrong', async () => {
  const list = (...variableRefs: readonly string[]) =>
    hub({ variables: [text, { key: 'list', type: 'meta', dataType: 'metaPriorityList', variableRefs }] });
  expect(await admission.update(list('text'), list('text'))).toMatchObject({ accepted: true });
  const { message } = await admission.update(list('text'), list('text', 'text'));
  expect(message).toContain('spec.variables[1].variableRefs: Forbidden');
});
