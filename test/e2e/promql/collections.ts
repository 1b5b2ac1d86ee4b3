import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import { go } from '../../../tools/go';

const pins = join(__dirname, '../../../tools/promql');

/** Where a module that is pinned there has been unpacked. */
function folderOf(pinned: string, module: string): string {
  const { Dir } = JSON.parse(go(['mod', 'download', '-json', module], join(pins, pinned)));
  return Dir;
}

/** Files of a module with rules, as their projects publish them. */
const collections: Readonly<Record<string, readonly string[]>> = {
  'github.com/rook/rook': ['deploy/examples/monitoring'],
  'github.com/prometheus/node_exporter': ['example-rules.yml', 'docs'],
  'github.com/VictoriaMetrics/VictoriaMetrics': [
    'deployment/docker',
    'deployment/docker/vmanomaly/vmanomaly-node-exporter-preset',
    'app/vmalert/config/testdata/rules/kube-good.rules',
  ],
};

/** The expressions of all rules in the collections, each once. */
export function publishedExpressions(): readonly string[] {
  const files = Object.entries(collections).flatMap(([module, places]) =>
    places.flatMap((place) => ruleFiles(join(folderOf('collections', module), place))),
  );
  return [...new Set(files.flatMap((file) => expressionsIn(readFileSync(file, 'utf8'))))];
}

function ruleFiles(place: string): readonly string[] {
  if (/\.(?:ya?ml|rules)$/.test(place)) return [place];
  return readdirSync(place)
    .filter((name) => /\.(?:ya?ml|rules)$/.test(name))
    .map((name) => join(place, name));
}

function expressionsIn(yaml: string): readonly string[] {
  const found: string[] = [];
  const search = (value: unknown): void => {
    if (value === null || typeof value !== 'object') return;
    const { expr, alert, record } = value as Record<string, unknown>;
    if (typeof expr === 'string' && (alert !== undefined || record !== undefined)) found.push(expr);
    for (const inner of Object.values(value)) search(inner);
  };
  for (const document of documentsOf(yaml)) search(document);
  return found;
}

/** Some files beside the rules are templates of YAML. */
function documentsOf(yaml: string): readonly unknown[] {
  try {
    return loadAll(yaml);
  } catch {
    return [];
  }
}

/** The expressions that Prometheus' own tests of its engine evaluate, each once. */
export function evaluatedExpressions(): readonly string[] {
  const folder = join(folderOf('3.15.0', 'github.com/prometheus/prometheus'), 'promql/promqltest/testdata');
  const lines = readdirSync(folder)
    .filter((name) => name.endsWith('.test'))
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'));
  const evaluations = lines.flatMap(
    (line) =>
      /^\s*eval\w*\s+(?:instant\s+at\s+\S+|range\s+from\s+\S+\s+to\s+\S+\s+step\s+\S+)\s+(.+)$/.exec(line)?.[1] ?? [],
  );
  return [...new Set(evaluations)];
}
