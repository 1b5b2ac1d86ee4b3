/**
 * Writes imports/otelcol/<release>/ from the component factories of the collector that tools/collector/<release> pins:
 * a JSON file per component, defs.json with the structs that they share, and index.json. With `--check` it writes
 * nothing, and exits 1 when a file is not what it would write.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeCollectorMain } from '../compile';
import { GoUnavailable, go } from '../go';

const pins = join(__dirname, '../collector');
const imports = join(__dirname, '../../imports/otelcol');

/** Compiles the dump with a release's components, in an empty folder, and returns the folder that it wrote to. */
function dump(release: string, scratch: string): string {
  const main = writeCollectorMain(join(pins, release), scratch);
  for (const file of readdirSync(main).filter((name) => /^main.*\.go$/.test(name))) rmSync(join(main, file));
  for (const file of readdirSync(__dirname).filter((name) => name.endsWith('.go'))) {
    copyFileSync(join(__dirname, file), join(main, file));
  }
  const program = join(scratch, 'dump');
  go(['build', '-trimpath', '-buildvcs=false', '-ldflags=-s -w', '-o', program, '.'], main);
  const output = join(scratch, 'output');
  const run = spawnSync(program, ['-release', release, '-output', output], { encoding: 'utf8' });
  if (run.error) throw run.error;
  if (run.status !== 0) throw new Error(`the dump of ${release} failed\n${run.stdout}${run.stderr}`);
  return output;
}

/** The files of a folder by their paths in it; none when it does not exist. */
function filesIn(folder: string): ReadonlyMap<string, string> {
  if (!existsSync(folder)) return new Map();
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [path.slice(folder.length + 1), readFileSync(path, 'utf8')];
    }),
  );
}

function generate(release: string, check: boolean): number {
  const scratch = mkdtempSync(join(tmpdir(), 'catalogue-'));
  try {
    const output = dump(release, scratch);
    const folder = join(imports, release);
    const [old, made] = [filesIn(folder), filesIn(output)];
    const stale = [...new Set([...old.keys(), ...made.keys()])].filter((file) => old.get(file) !== made.get(file));
    if (stale.length === 0) {
      console.log(`imports/otelcol/${release} is up to date`);
      return 0;
    }
    if (check) {
      for (const file of stale.sort()) {
        console.log(`imports/otelcol/${release}/${file} is not what "npm run catalogue -- ${release}" writes`);
      }
      return 1;
    }
    rmSync(folder, { recursive: true, force: true });
    cpSync(output, folder, { recursive: true });
    console.log(`imports/otelcol/${release}: ${stale.length} of ${made.size} files written`);
    return 0;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function main(args: readonly string[]): number {
  const [release, ...others] = args.filter((arg) => arg !== '--check');
  const releases = readdirSync(pins).sort();
  if (release === undefined || others.length > 0 || !releases.includes(release)) {
    console.error(`usage: npm run catalogue -- <release> [--check]\nreleases: ${releases.join(', ')}`);
    return 2;
  }
  return generate(release, args.includes('--check'));
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = error instanceof GoUnavailable ? 2 : 1;
}
