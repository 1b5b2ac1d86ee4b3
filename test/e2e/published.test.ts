import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { dump } from 'js-yaml';
import { importSources } from '../../src/cli/importing/import';
import { isCollectorConfig } from '../../src/convert/typescript/embedded';
import { type ConfigMap, isConfigMap } from '../../src/model/config';
import { defaultRelease } from '../../src/model/release';
import { parsed } from '../../src/source/parsed';
import { readSources } from '../../src/source/read';
import { moduleFolder, pinnedVersion } from '../../tools/crds/fetch';
import { checked } from '../cli/manifests';
import { close, refusals } from './corpus/judges';
import { scratch } from './process';

// The manifests that the operators' own projects publish: nobody here had a say in what stands in them.
const published: Readonly<Record<string, string>> = {
  'github.com/open-telemetry/opentelemetry-operator': 'tests',
  'github.com/prometheus-operator/prometheus-operator': 'example',
  'github.com/mydecisive/mdai-operator': 'config/samples',
};

const scratchFolder = scratch();

afterAll(async () => {
  await close();
  rmSync(scratchFolder, { recursive: true, force: true });
});

const folders = Object.entries(published).flatMap(([module, folder]) => {
  const root = join(moduleFolder(module, pinnedVersion(module)), folder);
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => /\.ya?ml$/.test(file));
  const found = [...new Set(files.map((file) => dirname(join(root, file))))];
  return found.map((path) => ({ name: `${module.split('/').at(-1)} ${relative(root, path)}`, path }));
});

/** What a folder itself holds; its folders are their own. */
function sourcesIn(folder: string) {
  const files = readdirSync(folder).filter((name) => /\.ya?ml$/.test(name));
  return readSources(files.map((name) => join(folder, name)));
}

/** Why something may differ: it is left out on purpose. */
const onPurpose = /^(?:A secret:|A Secret:|No object of Kubernetes|It holds secrets)/;

test.each(folders)('what $name imports to makes the same objects', ({ path }) => {
  const { documents, commentsOf } = sourcesIn(path);
  const { differences } = importSources(documents, defaultRelease, 'app', { commentsOf });
  expect(differences.filter(({ reason }) => !onPurpose.test(reason ?? ''))).toEqual([]);
});

/** The configurations in a folder that are meant to be whole. */
function configurationsIn(folder: string): ConfigMap[] {
  return sourcesIn(folder).documents.flatMap(({ content }) => {
    if (!isConfigMap(content) || content.kind !== 'OpenTelemetryCollector' || !isConfigMap(content.spec)) return [];
    const { config } = content.spec;
    const read = typeof config === 'string' ? parsed(config) : config;
    return isCollectorConfig(read) ? [read] : [];
  });
}

const configurations = folders.flatMap(({ name, path }) =>
  configurationsIn(path).map((config, i) => ({ name, i, config })),
);

test('there are many', () => {
  expect({ folders: folders.length > 120, configurations: configurations.length > 80 }).toEqual({
    folders: true,
    configurations: true,
  });
});

/** Components of a collector that its project builds itself. */
const own: readonly string[] = ['jaeger_query', 'jaeger_storage', 'jaeger_storage_exporter'];

/** What the collector misses outside of a pod. */
const inPods = /serviceaccount\/token: no such file|node name can't be found/;

/** Errors that nobody here can judge: what stands in for a receiver that the program lacks takes every signal. */
const unjudged: Readonly<Record<string, readonly string[]>> = {
  'opentelemetry-operator e2e-automatic-rbac/receiver-k8sobjects': ['signal-unsupported'],
};

test.each(configurations)('the collector agrees about $name $i', async ({ name, config }) => {
  const text = dump(config);
  const file = join(scratchFolder, 'collector.yaml');
  writeFileSync(file, text);
  const { issues } = await checked(file);
  // The collector takes secrets as plain text.
  const errors = issues.filter(({ severity, code }) => severity === 'error' && code !== 'secret-literal');
  const all = await refusals({ where: '', config, text, env: {} }, defaultRelease, own);
  const theirs = all.filter((message) => !inPods.test(message));
  if (unjudged[name] !== undefined) expect(errors.map(({ code }) => code)).toEqual(unjudged[name]);
  else expect({ errors, theirs, refused: theirs.length > 0 }).toEqual({ errors, theirs, refused: errors.length > 0 });
});
