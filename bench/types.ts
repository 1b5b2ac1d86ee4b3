import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median, report } from './measure';

const REPETITIONS = 7;
const ROOT = join(__dirname, '..');
const MODULES = join(ROOT, 'node_modules');

/** How long the compiler takes over a program of 30 components, beside a bare cdk8s app. Needs `npm run build`. */
export function benchTypes(): void {
  if (!existsSync(join(ROOT, 'lib/src/index.d.ts'))) {
    report({ bench: 'types', skipped: 'lib is not there: run `npm run build`' });
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'mdai-types-'));
  try {
    mkdirSync(join(folder, 'node_modules'));
    for (const name of ['cdk8s', 'constructs']) symlinkSync(join(MODULES, name), join(folder, 'node_modules', name));
    symlinkSync(ROOT, join(folder, 'node_modules/cdk8s-mdai'));
    for (const name of ['bare', 'components'])
      cpSync(join(__dirname, `programs/${name}.ts`), join(folder, `${name}.ts`));
    const times = Array.from(
      { length: REPETITIONS },
      () => [checkMs(folder, 'bare'), checkMs(folder, 'components')] as const,
    );
    const [bareMs, componentsMs] = [median(times.map(([ms]) => ms)), median(times.map(([, ms]) => ms))];
    report({ bench: 'types', components: 30, bareMs, componentsMs, componentsOverBare: componentsMs / bareMs });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function checkMs(folder: string, program: string): number {
  const config = {
    compilerOptions: { strict: true, noEmit: true, skipLibCheck: true, target: 'es2022', module: 'node20', types: [] },
    files: [`${program}.ts`],
  };
  const file = join(folder, `tsconfig.${program}.json`);
  writeFileSync(file, JSON.stringify(config));
  const start = performance.now();
  const { status, stdout } = spawnSync(process.execPath, [join(MODULES, 'typescript/bin/tsc'), '-p', file], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`tsc of ${program}.ts failed:\n${stdout}`);
  return performance.now() - start;
}
