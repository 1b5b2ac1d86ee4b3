import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { load } from 'js-yaml';
import { go } from './go';

/** Changes of one file of a module, for a component of one release that is built with the modules of another. */
interface Edit {
  /** The module, as `path@version`. */
  readonly module: string;
  /** The file in it. */
  readonly file: string;
  /** What to replace, wherever it is, and with what. */
  readonly changes: readonly { readonly from: string; readonly to: string }[];
}

/**
 * Lets a main package use copies of the modules that `edits.yaml`, beside its pins, names, with the changes it lists. Go
 * has compared what is copied with the go.sum.
 */
export function applyEdits(pins: string, main: string): void {
  const list = join(pins, 'edits.yaml');
  if (!existsSync(list)) return;
  for (const { module, file, changes } of load(readFileSync(list, 'utf8')) as Edit[]) {
    const copy = join('edited', basename(module));
    if (!existsSync(join(main, copy))) {
      copyFiles(JSON.parse(go(['mod', 'download', '-json', module], main)).Dir, join(main, copy));
      go(['mod', 'edit', `-replace=${module}=./${copy}`], main);
    }
    const path = join(main, copy, file);
    writeFileSync(path, changes.reduce(change, readFileSync(path, 'utf8')));
  }
}

function change(text: string, { from, to }: Edit['changes'][number]): string {
  if (!text.includes(from)) throw new Error(`there is no "${from}" to replace in what edits.yaml changes`);
  return text.replaceAll(from, to);
}

/** Copies contents only: all that is in Go's cache is read-only. */
function copyFiles(from: string, to: string): void {
  for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const source = join(entry.parentPath, entry.name);
    const target = join(to, relative(from, source));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, readFileSync(source));
  }
}
