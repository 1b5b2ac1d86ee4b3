import type { Manifest } from '../../src/testing';
import { close, refusals } from './corpus/judges';
import { configurationsOf, files, objectsOf, rows } from './corpus/manifests';
import { Cluster } from './kubernetes';

const table = rows();

afterAll(() => close());

test('the table has a row for each manifest, most of them after a page of their own', () => {
  expect(table.map(({ file }) => file)).toEqual(files());
  const pages = table.flatMap(({ page }) => page ?? []);
  expect(new Set(pages).size).toBe(pages.length);
  expect(pages.length).toBeGreaterThanOrEqual(32);
  expect(table.length).toBeGreaterThanOrEqual(64);
});

const cases = table.flatMap((row) =>
  configurationsOf(row.file).map((configuration) => ({ ...row, configuration, where: configuration.where })),
);

test.each(cases)(
  'real components take $where of $file',
  async ({ configuration, release, own }) => {
    expect(await refusals(configuration, release, own)).toEqual([]);
  },
  900_000,
);

/** Kinds of projects whose definitions the API server here does not have. */
const strangers: readonly string[] = ['Application', 'ExternalSecret', 'ScaledObject', 'Kustomization'];

const olderVersion = 'OpenTelemetryCollector v1alpha1 is deprecated. Migrate to v1beta1.';

describe('the Kubernetes API', () => {
  let cluster: Cluster;

  beforeAll(async () => {
    cluster = await Cluster.start();
    await cluster.installCrds();
  });

  afterAll(() => cluster?.stop());

  test.each(table.map(({ file }) => [file, objectsOf(file)] as const).filter(([, objects]) => objects.length > 0))(
    'takes the objects of %s',
    async (_, objects) => {
      const known = objects.filter(({ kind }) => !strangers.includes(kind));
      await cluster.namespacesFor(known);
      const refused: Manifest[] = [];
      for (const object of known) {
        const { ok, message, warnings } = await cluster.apply(object);
        const others = warnings.filter((warning) => warning !== olderVersion);
        if (!ok || others.length > 0)
          refused.push({ object: `${object.kind}/${object.metadata.name}`, message, warnings: others });
      }
      expect(refused).toEqual([]);
    },
  );
});
