import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSources, type Sources } from '../../src/source/read';

/** Reads files that are there for as long as the reading takes. Their paths are their names. */
export function sources(files: Readonly<Record<string, string | Buffer>>): Sources {
  const folder = mkdtempSync(join(tmpdir(), 'mdai-source-'));
  const before = process.cwd();
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    process.chdir(folder);
    return readSources(Object.keys(files));
  } finally {
    process.chdir(before);
    rmSync(folder, { recursive: true });
  }
}
