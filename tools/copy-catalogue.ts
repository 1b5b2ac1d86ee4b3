/**
 * Copies what the library reads of imports/ at run time to lib/, without white space: of otelcol the index, the structs,
 * and of each component that the index names the keys of `GeneratedComponent`; and all JSON of the others. A step of
 * `npm run build`.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { GeneratedComponent, GeneratedIndex } from '../src/catalog/generated';

const imports = join(__dirname, '../imports');
const built = join(__dirname, '../lib/imports');
const from = join(imports, 'otelcol');
const to = join(built, 'otelcol');

// Typed by its keys, so that a new one is not forgotten.
const kept: Readonly<Record<keyof GeneratedComponent, true>> = {
  stability: true,
  schema: true,
  references: true,
  listenPaths: true,
  optionals: true,
};

function read<T>(file: string): T {
  return JSON.parse(readFileSync(join(from, file), 'utf8')) as T;
}

function write(file: string, content: unknown, folder = to): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), JSON.stringify(content));
}

const index = read<GeneratedIndex>('index.json');
const places = Object.values(index).flatMap((types) =>
  Object.values(types).flatMap(({ releases }) => Object.values(releases)),
);
const folders = new Set(places.map((place) => place.from));
for (const folder of folders) {
  rmSync(join(to, folder), { recursive: true, force: true });
  write(`${folder}/defs.json`, read(`${folder}/defs.json`));
}
for (const place of places) {
  const file = `${place.from}/${place.file}.json`;
  write(file, Object.fromEntries(Object.entries(read<object>(file)).filter(([key]) => Object.hasOwn(kept, key))));
}
write('index.json', index);

for (const folder of ['alertmanager', 'crds', 'graph', 'ottl', 'promql', 'shapes', 'telemetry']) {
  for (const file of readdirSync(join(imports, folder)).filter((name) => name.endsWith('.json'))) {
    write(file, JSON.parse(readFileSync(join(imports, folder, file), 'utf8')), join(built, folder));
  }
}
