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
} from 'node:fs';
import { join } from 'node:path';
import { writeCollectorMain } from '../compile';
import { go, goVersion } from '../go';
import { cacheFolder } from '../tools';

/** The folders that pin all the components of a release that resolve; the catalogue is written from them. */
export const fullPins = join(__dirname, 'pins');

/** The folders that pin a few components of a release, for a quick comparison. */
export const smallPins = join(__dirname, '../collector');

/** What components ask of the machine that they run on, so that the answer is the same on each. */
export const machine = {
  // Some defaults lie in the home folder.
  HOME: '/home/otel',
  AWS_ACCESS_KEY_ID: 'sample',
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_REGION: 'us-east-1',
  AWS_SECRET_ACCESS_KEY: 'sample',
  ECS_CONTAINER_METADATA_URI_V4: 'http://localhost:1',
};

const flags = ['-trimpath', '-buildvcs=false', '-ldflags=-s -w'];

/**
 * The path of the program that dumps, or judges with, the component factories that a folder pins. It is built once for
 * the same inputs.
 */
export function program(pins: string): string {
  const folder = join(cacheFolder(), `catalogue-${inputsHash(pins)}`);
  const path = join(folder, 'dump');
  if (existsSync(path)) return path;
  mkdirSync(cacheFolder(), { recursive: true });
  const scratch = mkdtempSync(join(cacheFolder(), '.building-'));
  try {
    const main = writeCollectorMain(pins, scratch);
    for (const file of readdirSync(main).filter((name) => /^main.*\.go$/.test(name))) rmSync(join(main, file));
    for (const file of sources()) copyFileSync(join(__dirname, file), join(main, file));
    const finished = join(scratch, 'finished');
    go(['build', ...flags, `-tags=${tagsOf(pins)}`, '-o', join(finished, 'dump'), '.'], main);
    publish(finished, folder);
  } finally {
    rmSync(scratch, { recursive: true });
  }
  return path;
}

/** Lets the program write the files of a release into an empty folder. */
export function dump(pins: string, release: string, output: string): void {
  const modules = go(['env', 'GOMODCACHE'], pins).trim();
  const args = ['-release', release, '-output', output, '-modcache', modules];
  const run = spawnSync(program(pins), args, { encoding: 'utf8', env: { ...process.env, ...machine } });
  if (run.error) throw run.error;
  if (run.status !== 0) throw new Error(`the dump of ${release} failed\n${run.stdout}${run.stderr}`);
}

function sources(): readonly string[] {
  return readdirSync(__dirname).filter((name) => name.endsWith('.go'));
}

/** Before 0.152, confmap 1.58, the function that validates a configuration was in a module for experiments. */
function tagsOf(pins: string): string {
  const minor = /^\s*go\.opentelemetry\.io\/collector\/confmap v1\.(\d+)\./m.exec(goMod(pins))?.[1];
  return Number(minor) < 58 ? 'xconfmap' : '';
}

function goMod(pins: string): string {
  return readFileSync(join(pins, 'go.mod'), 'utf8');
}

function inputsHash(pins: string): string {
  const hash = createHash('sha256');
  hash.update(JSON.stringify([goVersion(pins), process.platform, process.arch]));
  const inputs = [
    ...['go.mod', 'go.sum', 'manifest.yaml'].map((file) => join(pins, file)),
    ...sources().map((file) => join(__dirname, file)),
    ...['catalogue/program.ts', 'compile.ts', 'go.ts'].map((file) => join(__dirname, '..', file)),
  ];
  for (const input of inputs) hash.update('\0').update(readFileSync(input));
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
