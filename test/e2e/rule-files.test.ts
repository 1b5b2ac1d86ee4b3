import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { checkModel } from '../../src/checks/check';
import { readModel } from '../../src/convert/read';
import { tool } from '../../tools/locate';

jest.setTimeout(600_000);

const numRuns = Number(process.env.MDAI_PATTERNS ?? 250);

const rules = (name: string) => ({
  groups: [{ name, rules: [{ record: 'a:b', expr: 'up', labels: { file: name } }] }],
});

const files = [
  'a.yml',
  'b.yml',
  'ab.yml',
  '[a].yml',
  '-.yml',
  '^.yml',
  'é.yml',
  '*.yml',
  'd/a.yml',
  'd/c.yml',
  'e/a.yml',
];

/** What promtool says of a configuration: the files that it finds, or that it refuses the pattern. */
function found(folder: string, pattern: string): readonly string[] | 'refused' {
  const file = join(folder, 'prometheus.yaml');
  writeFileSync(file, JSON.stringify({ rule_files: [pattern], scrape_configs: [] }));
  const { stdout, stderr } = spawnSync(tool('promtool'), ['check', 'config', file], { encoding: 'utf8' });
  if (/syntax error in pattern|invalid rule file path/.test(stderr)) return 'refused';
  return (
    [...stdout.matchAll(/^Checking (.*)$/gm)]
      .map(([, path = '']) => path)
      .map((path) => path.slice(folder.length + 1))
      // Folders, and the configuration itself, hold no rules.
      .filter((path) => files.includes(path))
      .sort()
  );
}

/** The same from what is read of it. */
function said(pattern: string): readonly string[] | 'refused' | 'refused later' {
  const model = readModel([
    { path: 'etc/prometheus.yaml', content: { rule_files: [pattern], global: { scrape_interval: '10s' } } },
    ...files.map((name) => ({ path: `etc/${name}`, content: rules(name) })),
  ]);
  const issue = checkModel(model).find(({ code }) => code === 'prometheus-refused');
  if (issue !== undefined) return issue.severity === 'error' ? 'refused' : 'refused later';
  return (model.prometheuses[0]?.groups ?? []).map(({ name }) => name).sort();
}

test('the files that a pattern names are those that Prometheus reads', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mdai-patterns-'));
  try {
    for (const name of files) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), JSON.stringify(rules(name)));
    }
    const part = fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom('a', 'b', 'é', '*', '?', 'd/', '[a-c]', '[^a]', '\\[', '[a', '\\') },
      { weight: 1, arbitrary: fc.string({ unit: fc.constantFrom(...'[]^-\\ab'), maxLength: 5 }) },
    );
    const patterns = fc
      .tuple(fc.array(part, { maxLength: 4 }), fc.constantFrom('.yml', '.yml', ''))
      .map(([parts, end]) => parts.join('') + end);
    const kinds = { refused: 0, found: 0, none: 0 };
    fc.assert(
      fc.property(patterns, (pattern) => {
        fc.pre(pattern !== '');
        const real = found(folder, pattern);
        kinds[real === 'refused' ? 'refused' : real.length > 0 ? 'found' : 'none']++;
        const ours = said(pattern);
        // Which files there are decides whether Go comes to the mistake.
        expect(ours === 'refused later' ? ['refused', []] : [ours]).toContainEqual(real);
      }),
      { numRuns, ...(process.env.MDAI_SEED && { seed: Number(process.env.MDAI_SEED) }) },
    );
    for (const count of Object.values(kinds)) expect(count).toBeGreaterThan(numRuns / 20);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
