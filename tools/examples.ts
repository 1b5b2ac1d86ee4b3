/**
 * Synthesizes every example with `cdk8s synth`, as a user would.
 *
 *   npm run synth               writes examples/<name>/dist
 *   npm run synth -- --check    and fails where it differs from examples/<name>/expected
 *   npm run synth -- --update   and makes it what is expected
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..');
const cdk8s = join(root, 'node_modules/.bin/cdk8s');

function synth(folder: string): string[] {
  const { status, stdout, stderr } = spawnSync(cdk8s, ['synth'], { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(`cdk8s synth failed in ${folder}:\n${stdout}${stderr}`);
  return readdirSync(join(folder, 'dist')).sort();
}

/** The files whose text differs, or that are on one side only. */
function differences(dist: string, expected: string): string[] {
  const names = new Set([...readdirSync(dist), ...(existsSync(expected) ? readdirSync(expected) : [])]);
  return [...names].sort().filter((name) => read(join(dist, name)) !== read(join(expected, name)));
}

function read(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

function main(options: readonly string[]): number {
  const names = readdirSync(join(root, 'examples'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  let failed = 0;
  for (const { name } of names) {
    const folder = join(root, 'examples', name);
    const files = synth(folder);
    process.stdout.write(`${name}: ${files.map((file) => `examples/${name}/dist/${file}`).join(', ')}\n`);
    const [dist, expected] = [join(folder, 'dist'), join(folder, 'expected')];
    if (options.includes('--update')) {
      rmSync(expected, { recursive: true, force: true });
      mkdirSync(expected);
      cpSync(dist, expected, { recursive: true });
    }
    if (!options.includes('--check')) continue;
    for (const file of differences(dist, expected)) {
      process.stdout.write(
        `  ${file} is not what examples/${name}/expected holds. See git diff after npm run synth -- --update\n`,
      );
      failed += 1;
    }
  }
  process.stdout.write(
    `${names.length} examples synthesized${options.includes('--check') ? `, ${failed} files differ` : ''}\n`,
  );
  return failed > 0 ? 1 : 0;
}

process.exitCode = main(process.argv.slice(2));
