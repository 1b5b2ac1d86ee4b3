import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import type { SourceDocument } from '../convert/read';
import type { ConfigValue } from '../model/config';
import { UsageError } from './command';

export interface Documents {
  /** The number of files read. */
  readonly files: number;
  readonly documents: readonly SourceDocument[];
}

/** All YAML documents of files and folders; `-` is standard input. */
export function readDocuments(paths: readonly string[]): Documents {
  const files = paths.flatMap(yamlFiles);
  return { files: files.length, documents: files.flatMap(read) };
}

function yamlFiles(path: string): string[] {
  if (path === '-') return [path];
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) throw new UsageError(`there is no file or folder "${path}".`);
  if (!stat.isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => {
      const inner = join(path, name);
      return statSync(inner).isDirectory() || /\.ya?ml$/.test(name) ? yamlFiles(inner) : [];
    });
}

function read(path: string): SourceDocument[] {
  const text = readFileSync(path === '-' ? 0 : path, 'utf8');
  try {
    return (loadAll(text) as ConfigValue[])
      .filter((content) => content !== null && content !== undefined)
      .map((content) => ({ path, content }));
  } catch (error) {
    throw new UsageError(`${path} is no YAML: ${error instanceof Error ? error.message : String(error)}`);
  }
}
