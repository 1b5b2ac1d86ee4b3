/**
 * Copies what the library reads of imports/otelcol at run time to lib/: the index, the structs, and of each component
 * that the index names the keys of `GeneratedComponent`, without white space. The last step of `npm run build`.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { GeneratedComponent, GeneratedIndex } from '../src/catalog/generated';

const from = join(__dirname, '../imports/otelcol');
const to = join(__dirname, '../lib/imports/otelcol');

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

function write(file: string, content: unknown): void {
  mkdirSync(dirname(join(to, file)), { recursive: true });
  writeFileSync(join(to, file), JSON.stringify(content));
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
