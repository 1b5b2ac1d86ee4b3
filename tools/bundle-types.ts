/**
 * Makes one declaration file of those that the compiler wrote for imports/otelcol/types: a program that names one
 * component loads the types of all, and finding some hundred files costs the compiler more than reading them.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const folder = join(__dirname, '../lib/imports/otelcol/types');
const importPattern = /^import type \{ (.*) \} from '(.*)';\n/gm;

// What an earlier build left in the folder is no part of it.
const written = join(__dirname, '../imports/otelcol/types');
const files = readdirSync(written, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map(({ parentPath, name }) => join(folder, relative(written, join(parentPath, name)).replace(/\.ts$/, '.d.ts')))
  .sort();
const imports = new Map<string, Set<string>>();
const bodies: string[] = [];
for (const file of files) {
  const text = readFileSync(file, 'utf8');
  for (const [, names = '', from = ''] of text.matchAll(importPattern)) {
    const path = resolve(dirname(file), from);
    if (path.startsWith(folder)) continue;
    const into = imports.get(path) ?? new Set();
    for (const name of names.split(', ')) into.add(name);
    imports.set(path, into);
  }
  bodies.push(text.replace(importPattern, '').replace(/^\/\/ Generated.*\n|^export \{\};\n/gm, ''));
}
// The emitter gives each interface a name of its own.
const names = bodies.flatMap((body) =>
  [...body.matchAll(/^export (?:interface|type) (\w+)/gm)].map(([, name = '']) => name),
);
const twice = names.filter((name, i) => names.indexOf(name) < i);
if (twice.length > 0) throw new Error(`several types are named ${twice.join(', ')}`);

const head = [...imports]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([path, found]) => `import type { ${[...found].sort().join(', ')} } from '${relative(folder, path)}';\n`);
rmSync(folder, { recursive: true });
mkdirSync(folder);
writeFileSync(join(folder, 'all.d.ts'), [...head, ...bodies].join(''));
for (const map of names.filter((name) => name.startsWith('Known'))) {
  const file = `${map.slice('Known'.length).toLowerCase()}.d.ts`;
  writeFileSync(join(folder, file), `export type { ${map} } from './all';\n`);
}
