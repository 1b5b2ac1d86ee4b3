import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median, report } from './measure';

const REPETITIONS = 5;
const ROOT = join(__dirname, '..');
const MODULES = join(ROOT, 'node_modules');

// A program of one chart and one object, as a user of cdk8s alone begins.
const BARE = `
import { ApiObject, App, Chart } from 'cdk8s';

const app = new App();
new ApiObject(new Chart(app, 'bare'), 'config', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'config' } });
app.synth();
`;

/** The whole `cdk8s synth` of the quickstart, beside that of a bare cdk8s app with the same runner. Needs `npm run build`. */
export function benchQuickstart(): void {
  const folder = mkdtempSync(join(tmpdir(), 'mdai-bench-'));
  try {
    const [bare, quickstart] = ['bare', 'quickstart'].map((name) => join(folder, name)) as [string, string];
    for (const app of [bare, quickstart]) prepare(app);
    writeFileSync(join(bare, 'main.ts'), BARE);
    cpSync(join(ROOT, 'examples/quickstart/main.ts'), join(quickstart, 'main.ts'));
    const times = Array.from({ length: REPETITIONS }, () => [synthMs(bare), synthMs(quickstart)] as const);
    const [bareMs, quickstartMs] = [median(times.map(([ms]) => ms)), median(times.map(([, ms]) => ms))];
    report({ bench: 'cdk8s-synth', bareMs, quickstartMs, quickstartOverBare: quickstartMs / bareMs });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A folder as a user has it: the packages, this one compiled, and the command that runs the program. */
function prepare(folder: string): void {
  mkdirSync(join(folder, 'node_modules'), { recursive: true });
  for (const name of ['cdk8s', 'constructs', 'tsx'])
    symlinkSync(join(MODULES, name), join(folder, 'node_modules', name));
  symlinkSync(ROOT, join(folder, 'node_modules/cdk8s-mdai'));
  const tsx = join(MODULES, 'tsx/dist/cli.mjs');
  writeFileSync(join(folder, 'cdk8s.yaml'), `language: typescript\napp: node ${tsx} main.ts\n`);
}

function synthMs(folder: string): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(join(MODULES, '.bin/cdk8s'), ['synth'], { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(`cdk8s synth failed in ${folder}:\n${stderr}`);
  return performance.now() - start;
}
