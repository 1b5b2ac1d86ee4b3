import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import { go } from '../go';
import type { CustomResourceDefinition } from './schema';
import type { CrdSource } from './sources';

const tools = join(__dirname, '..');

/** The version that tools/go.mod requires of a module. */
export function pinnedVersion(module: string): string {
  const { Require } = JSON.parse(go(['mod', 'edit', '-json'], tools)) as {
    Require: { Path: string; Version: string }[];
  };
  const version = Require.find((required) => required.Path === module)?.Version;
  if (version === undefined) throw new Error(`tools/go.mod does not require ${module}`);
  return version;
}

/** The folder of a module's files in Go's module cache, which fetches them where it has not yet. */
export function moduleFolder(module: string, version: string): string {
  // A module named with its version is fetched alone, without the modules that it requires.
  return (JSON.parse(go(['mod', 'download', '-json', `${module}@${version}`], tools)) as { Dir: string }).Dir;
}

/** The definitions of a source's kinds, in the order of its table, from Go's module cache. */
export function fetchDefinitions(source: CrdSource, version: string): CustomResourceDefinition[] {
  const folder = join(moduleFolder(source.module, version), source.folder);
  const found = readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .flatMap((file) => loadAll(readFileSync(join(folder, file), 'utf8')) as CustomResourceDefinition[]);
  return Object.keys(source.kinds).map((kind) => {
    const definition = found.find(({ spec }) => spec?.group === source.group && spec.names.kind === kind);
    if (!definition) throw new Error(`${source.module}@${version} does not define ${kind} in ${source.folder}`);
    return definition;
  });
}
