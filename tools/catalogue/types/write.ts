import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Builder } from './builder';
import { printMap } from './maps';
import { printFile } from './print';
import { kinds, readComponents } from './read';
import { unusedSentences } from './sentences';

const folder = join(__dirname, '../../../imports/otelcol/types');

/** The text of every file, by its path in the folder. */
function generate(): ReadonlyMap<string, string> {
  const components = readComponents();
  const builder = new Builder(components);
  for (const component of components) builder.component(component);
  const interfaces = builder.reachable();
  const fileOf = new Map(interfaces.map(({ name, file }) => [name, file]));
  const files = new Map<string, string>();
  for (const file of [...new Set(fileOf.values())].sort()) {
    files.set(
      `${file}.ts`,
      printFile(
        file,
        interfaces.filter((one) => one.file === file),
        fileOf,
      ),
    );
  }
  for (const kind of kinds) {
    const { file, text } = printMap(kind, components, fileOf);
    files.set(`${file}.ts`, text);
  }
  return files;
}

function existing(): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1));
}

/** Writes imports/otelcol/types, or with `check` only says what it would write. Returns whether all was up to date. */
export function writeTypes(check: boolean): boolean {
  const files = generate();
  const stale = [...files].filter(([file, text]) => {
    const path = join(folder, file);
    return !existsSync(path) || readFileSync(path, 'utf8') !== text;
  });
  const gone = existing().filter((file) => !files.has(file));
  const unused = unusedSentences();
  for (const place of unused) console.log(`no field has the sentence ${place}`);
  if (check) {
    for (const [file] of stale) console.log(`imports/otelcol/types/${file} is not what "npm run catalogue" writes`);
    for (const file of gone) console.log(`imports/otelcol/types/${file} is written by nothing`);
    return stale.length + gone.length + unused.length === 0;
  }
  for (const file of gone) rmSync(join(folder, file));
  for (const [file, text] of stale) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  console.log(`imports/otelcol/types: ${stale.length} of ${files.size} files written`);
  return true;
}
