import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { loadAll } from 'js-yaml';
import { done, installedApp, installedCommand, tarball } from './packed';
import { scratch } from './process';

const root = join(__dirname, '../..');
const folder = scratch();

// Between them: custom resources of both versions, ConfigMaps, a plain file, a hub, routes, many files, unknown kinds.
const manifests = [
  'test/convert/corpus/001-operator-first-steps.yaml',
  'test/convert/corpus/002-operator-v1alpha1.yaml',
  'test/convert/corpus/005-helm-daemonset.yaml',
  'test/convert/corpus/008-agent-file.yaml',
  'test/convert/corpus/030-routing-tenants.yaml',
  'test/convert/corpus/034-prometheus-operator.yaml',
  'test/convert/corpus/055-dollars-and-quotes.yaml',
  'test/convert/corpus/072-mdai-hub-in-full.yaml',
  'test/convert/corpus/074-monitors-for-a-stack.yaml',
  'test/convert/corpus/075-monitoring-of-our-own.yaml',
  'examples/multi-tenant/expected/multi-tenant.k8s.yaml',
  'examples/data-filtration/expected/mdai.k8s.yaml',
];

let mdai = '';

// What a user does: installs the packed package, imports, and installs the packages of the app.
beforeAll(() => {
  const packed = tarball(folder);
  mdai = installedCommand(folder, packed);
  done(`${mdai} import ${join(root, 'examples/quickstart/expected')} --out app`, folder);
  installedApp(join(folder, 'app'), packed);
}, 600_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('an imported app synthesizes as its README says, and its types are right', () => {
  const app = join(folder, 'app');
  done('npm run synth && npm run typecheck', app);
  expect(objectsIn(join(app, 'dist/telemetry.k8s.yaml'))).toEqual(
    objectsIn(join(root, 'examples/quickstart/expected/telemetry.k8s.yaml')),
  );
}, 300_000);

test.each(manifests)(
  '%s is what a real synth writes',
  (manifest) => {
    const name = manifest.replace(/[^a-z0-9]+/g, '-');
    const app = join(folder, 'app', name);
    const { roundTrip } = JSON.parse(done(`${mdai} import ${join(root, manifest)} --out ${app} --format json`, folder));
    expect(roundTrip).toEqual({ equal: true, differences: [] });
    done('npx cdk8s synth', app);
    const written = readdirSync(join(app, 'dist')).flatMap((file) => objectsIn(join(app, 'dist', file)));
    const plain = readdirSync(app).filter((file) => file.endsWith('.yaml') && file !== 'cdk8s.yaml');
    const all = [...written, ...plain.flatMap((file) => objectsIn(join(app, file)))];
    const read = objectsIn(join(root, manifest));
    expect(all).toHaveLength(read.length);
    for (const object of read) expect(all.some((one) => isDeepStrictEqual(one, object))).toBe(true);
    expect(existsSync(join(app, 'node_modules'))).toBe(false);
  },
  120_000,
);

/** The objects of a file; configurations of collectors that stand in texts as what they say. */
function objectsIn(file: string): unknown[] {
  const documents = loadAll(readFileSync(file, 'utf8')).filter(
    (document) => document !== null && document !== undefined,
  );
  return documents.map((document) => withTexts(document));
}

function withTexts(value: unknown): unknown {
  if (typeof value === 'string')
    return /^(receivers|exporters|service|processors|connectors|extensions):/m.test(value) ? loadAll(value) : value;
  if (Array.isArray(value)) return value.map(withTexts);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withTexts(item)]));
}
