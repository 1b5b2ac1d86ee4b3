import { basename, dirname, resolve } from 'node:path';
import { at, type ConfigValue, isConfigMap } from '../model/config';
import type { SourceDocument } from './document';

/** Files that kustomize applies to objects of other files: what stands in them is a part of an object, and none by itself. */
export interface Patches {
  /** The folder of the kustomization that names them. */
  readonly folder: string;
  readonly files: readonly string[];
}

/** The patches that kustomizations name, of those files that were read. */
export function patchesIn(documents: readonly SourceDocument[]): readonly Patches[] {
  const read = new Map(documents.map(({ path }) => [resolve(path), path]));
  return documents.filter(isKustomization).flatMap(({ path, content }) => {
    const folder = dirname(path);
    const named = patchPaths(content).map((file) => read.get(resolve(folder, file)));
    const files = [...new Set(named)].filter((file) => file !== undefined);
    return files.length === 0 ? [] : [{ folder, files }];
  });
}

/** A kustomization need not say its kind: it is known by the name of its file. */
function isKustomization({ path, content }: SourceDocument): boolean {
  if (/^kustomization\.ya?ml$/.test(basename(path))) return true;
  return String(at(content, 'apiVersion')).startsWith('kustomize.config.k8s.io/');
}

/** The files in the fields `patches`, `patchesJson6902` and `patchesStrategicMerge`; the latter may hold patches as texts, too. */
function patchPaths(content: ConfigValue): readonly string[] {
  const paths = [...items(content, 'patches'), ...items(content, 'patchesJson6902')].map((item) => at(item, 'path'));
  return [...paths, ...items(content, 'patchesStrategicMerge')].filter((path) => typeof path === 'string');
}

function items(content: ConfigValue, field: string): readonly ConfigValue[] {
  const value = isConfigMap(content) ? content[field] : undefined;
  return Array.isArray(value) ? value : [];
}
