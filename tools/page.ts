/**
 * Makes the script and the styles of `mdai graph`'s pages and drawings of their sources, small, and in one file.
 *
 *   npm run page             writes imports/graph/page.json
 *   npm run page -- --check  fails where it differs
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildSync } from 'esbuild';

const root = join(__dirname, '..');
const sources = join(root, 'src/analysis/graph');
const file = join(root, 'imports/graph/page.json');

function bundle(entry: string): string {
  const { outputFiles, warnings } = buildSync({
    entryPoints: [join(sources, entry)],
    bundle: true,
    minify: true,
    write: false,
    charset: 'utf8',
    target: ['es2022', 'chrome111', 'firefox111', 'safari16'],
    format: 'iife',
    legalComments: 'none',
    outdir: sources,
    // How the sources are checked is no part of what is made of them.
    tsconfigRaw: '{}',
  });
  if (warnings.length > 0) throw new Error(`${entry} has ${warnings.length} warnings.`);
  return outputFiles[0]?.text.trim() ?? '';
}

function made(): string {
  const built = {
    script: bundle('page/client/main.ts'),
    page: bundle('page/page.css'),
    drawing: bundle('svg/drawing.css'),
  };
  return `${JSON.stringify(built, undefined, 2)}\n`;
}

const text = made();
const isSame = existsSync(file) && readFileSync(file, 'utf8') === text;
const check = process.argv.includes('--check');
if (!isSame) process.stdout.write(`imports/graph/page.json ${check ? 'is not what npm run page writes' : 'written'}\n`);
if (!isSame && !check) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
process.exitCode = check && !isSame ? 1 : 0;
