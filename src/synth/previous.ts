import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ApiObject, App } from 'cdk8s';
import type * as rules from '../checks/immutable-changed';
import { at, type ConfigMap, type ConfigValue, isConfigMap } from '../model/config';
import type { Issue } from '../model/issue';
import { committedFiles, type ManifestFile } from './committed';

/** The rules are loaded with the first output to compare with. */
function loaded(): typeof rules {
  return require('../checks/immutable-changed') as typeof rules;
}

/**
 * What the Kubernetes cluster would refuse of these objects, because of what was written last. Where the folder is empty,
 * what was committed of it is compared with, and a difference is a warning: what was committed need not have been applied.
 *
 * @param folder the output folder; what cannot be read in it counts as not there
 * @param resolve an object as it will be written
 */
export function changesSince(
  folder: string,
  objects: readonly ApiObject[],
  resolve: (object: ApiObject) => unknown,
): Issue[] {
  const present = manifests(folder);
  const files =
    present.length > 0 ? present.flatMap(read) : committedFiles(folder, `^kind: (${loaded().fixedKinds.join('|')})$`);
  const before = previousObjects(files);
  if (before.size === 0) return [];
  const { hasFixedFields, immutableChanged } = loaded();
  const rewritten = objects.flatMap((object) => {
    if (!hasFixedFields(object.apiVersion, object.kind)) return [];
    const known = before.get(`${object.kind} ${object.name}`) ?? [];
    if (known.length === 0) return [];
    const is = resolve(object) as ConfigMap;
    // A file that an earlier layout left is applied with the others, so each counts.
    const same = known.filter(({ content }) => keyOf(content) === keyOf(is));
    return same.map(({ file, content }) => ({ path: pathOf(object), file, was: content, is }));
  });
  const issues = immutableChanged(rewritten);
  return present.length > 0 ? issues : issues.map((issue) => ({ ...issue, severity: 'warning', fix: fixCommitted }));
}

const fixCommitted =
  'Give the object another name. Or, if the change is meant, delete the object from the Kubernetes cluster before the new one is applied.';

/** An app that compares with what was written last by itself carries this. */
export const comparesOutput: unique symbol = Symbol.for('cdk8s-mdai.comparesOutput') as never;

/**
 * Lets a stock `App` compare too. Its validations run for whatever reads the app, tests for example, and do not tell
 * whether files will be written; `synth()` alone means that.
 *
 * @returns whether the app is about to write, asked once per `synth()`, because files follow after that
 */
export function aboutToWrite(app: App): () => boolean {
  let about = false;
  const { synth } = app;
  const noted = function (this: App): void {
    about = true;
    try {
      synth.call(this);
    } finally {
      about = false;
    }
  };
  Object.defineProperty(app, 'synth', { value: noted, configurable: true, writable: true });
  return () => {
    const first = about;
    about = false;
    return first;
  };
}

interface PreviousObject {
  readonly file: string;
  readonly content: ConfigMap;
}

/** The objects in the files that have something that cannot change, by kind and name. */
function previousObjects(files: readonly ManifestFile[]): Map<string, PreviousObject[]> {
  const found = new Map<string, PreviousObject[]>();
  for (const { file, text } of files) {
    if (!kindLine().test(text)) continue;
    for (const document of text.split(/^---.*$/m)) {
      const kind = kindLine().exec(document)?.[1];
      const content = kind === undefined ? undefined : excerpt(document, kind);
      if (content === undefined) continue;
      const key = `${content.kind} ${at(content, 'metadata', 'name')}`;
      found.set(key, [...(found.get(key) ?? []), { file, content }]);
    }
  }
  return found;
}

/** The YAML files in a folder, and in the folders in it. */
function manifests(folder: string): string[] {
  return entriesOf(folder)
    .flatMap(({ path, isFolder }) => (isFolder ? entriesOf(path) : [{ path }]))
    .map(({ path }) => path)
    .filter((path) => path.endsWith('.yaml'));
}

function entriesOf(folder: string): { readonly path: string; readonly isFolder: boolean }[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.map((entry) => ({ path: join(folder, entry.name), isFolder: entry.isDirectory() }));
  } catch {
    return [];
  }
}

function read(file: string): ManifestFile[] {
  try {
    return [{ file, text: readFileSync(file, 'utf8') }];
  } catch {
    return [];
  }
}

let kinds: RegExp | undefined;

/** A line that says that a document is of one of the kinds in question. */
function kindLine(): RegExp {
  kinds ??= new RegExp(`^kind: ["']?(${loaded().fixedKinds.join('|')})["']?\\s*$`, 'm');
  return kinds;
}

/** The parts of a document that matter here, as cdk8s and this library lay YAML out; most of it is never parsed. */
function excerpt(document: string, kind: string): ConfigMap | undefined {
  const keys = loaded().fixedKeys(kind);
  let top = '';
  let wanted = false;
  const lines = document.split('\n').filter((line) => {
    const [, key] = /^( {2})?([^\s-][^:]*):/.exec(line)?.slice(1) ?? [];
    if (key !== undefined && !line.startsWith(' ')) {
      top = key;
      wanted = ['apiVersion', 'kind', 'metadata'].includes(key) || keys.has(key);
      return wanted || key === 'spec';
    }
    if (key !== undefined && top === 'spec') wanted = keys.has('spec') || keys.has(`spec.${key}`);
    return wanted;
  });
  try {
    const { load } = require('js-yaml') as typeof import('js-yaml');
    const content = load(lines.join('\n')) as ConfigValue;
    return isConfigMap(content) ? content : undefined;
  } catch {
    return undefined;
  }
}

function keyOf(object: ConfigMap): string {
  const namespace = at(object, 'metadata', 'namespace') ?? '';
  return [loaded().groupOf(String(object.apiVersion)), object.kind, namespace, at(object, 'metadata', 'name')].join(
    ' ',
  );
}

/** The construct that people know: the one around an object that is called as cdk8s calls the main one. */
function pathOf({ node }: ApiObject): string {
  return node.scope && (node.id === 'Default' || node.id === 'Resource') ? node.scope.node.path : node.path;
}
