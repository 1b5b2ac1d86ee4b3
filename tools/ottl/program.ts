import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Release } from '../../src/model/release';
import { applyEdits } from '../edits';
import { go, goVersion } from '../go';
import { cacheFolder } from '../tools';

/** The folders that pin, for each release, the modules whose language is read. */
export const pinsOf: Readonly<Record<Release, string>> = {
  '0.159.0': join(__dirname, '../kubernetes-collector/0.159.0'),
  '0.131.0': join(__dirname, '../collector/0.131.0'),
};

const contrib = 'github.com/open-telemetry/opentelemetry-collector-contrib';

/** What the program prints: the language of a release, as JSON. */
export function dumpLanguage(release: Release): string {
  const pins = pinsOf[release];
  const folderOf = (module: string): string => JSON.parse(go(['list', '-m', '-json', module], pins)).Dir;
  const folders = {
    sources: folderOf(`${contrib}/pkg/ottl`),
    encodings: folderOf('golang.org/x/text'),
    locales: folderOf('github.com/elastic/lunes'),
  };
  const args = Object.entries(folders).map(([name, folder]) => `-${name}=${folder}`);
  const run = spawnSync(program(pins), ['-release', release, ...args], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (run.error) throw run.error;
  if (run.status !== 0) throw new Error(`the language of ${release} could not be read\n${run.stderr}`);
  return run.stdout;
}

/** The configuration of `filter`, `transform` or `count`, or a row of `routing`: its context and its statement. */
export interface Question {
  readonly component: 'filter' | 'transform' | 'count' | 'routing';
  readonly config: object;
}

/** What the components of a release say of configurations: the errors with which a collector does not start. */
export function judge(release: Release, questions: readonly Question[]): readonly (string | undefined)[] {
  const input = questions.map((question) => JSON.stringify(question)).join('\n');
  const run = spawnSync(program(pinsOf[release]), ['-judge'], {
    input,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  if (run.error) throw run.error;
  if (run.status !== 0) throw new Error(`the judge of ${release} ended\n${run.stderr}`);
  return run.stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { error: string }).error || undefined);
}

/** The path of the program, which is built once for the same inputs. */
function program(pins: string): string {
  const folder = join(cacheFolder(), `ottl-${inputsHash(pins)}`);
  const path = join(folder, 'dump');
  if (existsSync(path)) return path;
  mkdirSync(cacheFolder(), { recursive: true });
  const scratch = mkdtempSync(join(cacheFolder(), '.building-'));
  try {
    for (const file of sources()) copyFileSync(join(__dirname, file), join(scratch, file));
    copyFileSync(join(pins, 'go.sum'), join(scratch, 'go.sum'));
    // Under the name of the components' own repository, Go lets it use what is internal to that.
    writeFileSync(join(scratch, 'go.mod'), goMod(pins).replace(/^module .*/m, `module ${contrib}`));
    applyEdits(pins, scratch);
    const finished = join(scratch, 'finished');
    const flags = ['-trimpath', '-buildvcs=false', '-ldflags=-s -w', `-tags=${tagsOf(pins)}`];
    go(['build', ...flags, '-o', join(finished, 'dump'), '.'], scratch);
    publish(finished, folder);
  } finally {
    rmSync(scratch, { recursive: true });
  }
  return path;
}

function sources(): readonly string[] {
  return readdirSync(__dirname).filter((name) => name.endsWith('.go'));
}

/** Before 0.145, functions were given the records themselves, not pointers to them. */
function tagsOf(pins: string): string {
  const minor = /^\s*github\.com\/\S+\/pkg\/ottl v0\.(\d+)\./m.exec(goMod(pins))?.[1];
  return Number(minor) < 145 ? 'ottlvalues' : '';
}

function goMod(pins: string): string {
  return readFileSync(join(pins, 'go.mod'), 'utf8');
}

function inputsHash(pins: string): string {
  const hash = createHash('sha256');
  hash.update(JSON.stringify([goVersion(pins), process.platform, process.arch]));
  const inputs = [
    ...['go.mod', 'go.sum', 'edits.yaml'].map((file) => join(pins, file)),
    ...sources().map((file) => join(__dirname, file)),
    join(__dirname, 'program.ts'),
  ];
  for (const input of inputs.filter(existsSync)) hash.update('\0').update(readFileSync(input));
  return hash.digest('hex').slice(0, 16);
}

/** A program appears in the cache whole or not at all. */
function publish(finished: string, folder: string): void {
  try {
    renameSync(finished, folder);
  } catch (error) {
    // Another process may have built the same meanwhile.
    if (!existsSync(folder)) throw error;
  }
}
