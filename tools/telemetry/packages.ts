import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { go } from '../go';

/** A Go package that a folder of pins builds. */
export interface GoPackage {
  readonly path: string;
  readonly folder: string;
  readonly imports: readonly string[];
}

/** The packages that components are built from, by path, those of Go itself left out. */
export type GoPackages = ReadonlyMap<string, GoPackage>;

const format = '{{if not .Standard}}{{.ImportPath}}\t{{.Dir}}\t{{join .Imports " "}}{{end}}';

/** Everything under the components of a manifest, and under packages beside them. */
export function packagesOf(pins: string, beside: readonly string[]): GoPackages {
  const manifest = readFileSync(join(pins, 'manifest.yaml'), 'utf8');
  const components = [...manifest.matchAll(/^ *- gomod: (\S+) /gm)].map((match) => match[1] as string);
  const lines = go(['list', '-deps', '-f', format, ...components, ...beside], pins).split('\n');
  const packages = lines.filter(Boolean).map((line): GoPackage => {
    const [path = '', folder = '', imports = ''] = line.split('\t');
    return { path, folder, imports: imports.split(' ') };
  });
  return new Map(packages.map((one) => [one.path, one]));
}

/** Of the collector, contrib, and what they keep elsewhere. */
const ours = /^(go\.opentelemetry\.io\/collector|github\.com\/(open-telemetry|MyDecisive))\//;

/** A package of the collector or of contrib, and the others of these that it is built from. */
export function under(root: string, packages: GoPackages): readonly GoPackage[] {
  const found = new Map<string, GoPackage>();
  const waiting = [root];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const one = packages.get(path);
    if (one === undefined || found.has(path) || !ours.test(`${path}/`)) continue;
    found.set(path, one);
    waiting.push(...one.imports);
  }
  return [...found.values()];
}

/** The text of a package's own Go files, without its tests and what was generated. */
export function sourceOf({ folder }: GoPackage): string {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.go') && !name.endsWith('_test.go') && !name.startsWith('generated_'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
}

/** The file in which a package describes itself. */
export function metadataOf({ folder }: GoPackage): string | undefined {
  const file = join(folder, 'metadata.yaml');
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
