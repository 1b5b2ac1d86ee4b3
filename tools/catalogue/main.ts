/**
 * `npm run catalogue -- <release>` reads the component factories that tools/catalogue/pins/<release> pins, and writes
 * imports/otelcol/<release>/: a JSON file per component, defs.json with the structs that they share, index.json, and
 * vectors/ with what the components said of sample configurations. Then it writes what follows from all releases:
 * imports/otelcol/index.json and types/. Without a release it writes only that, and all vectors: after a change of an overlay.
 *
 * With `--check` nothing is written: a release is built from the fewer components of tools/collector/<release>, and
 * compared as far as they go. `judge <release>` builds the program that judges configurations, and prints its path.
 */
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GoUnavailable } from '../go';
import { readCatalogue, stale } from './compare';
import { judgeBinary } from './judge';
import { dump, fullPins, smallPins } from './program';
import { imports, readReleases, writeIndex } from './targets';
import { writeTypes } from './types/write';
import { record } from './vectors/record';
import { writeMdai } from './write-mdai';

function generate(release: string): void {
  withDump(fullPins, release, (output) => {
    const folder = join(imports, release);
    rmSync(folder, { recursive: true, force: true });
    cpSync(output, folder, { recursive: true });
    console.log(`imports/otelcol/${release}: ${readCatalogue(folder).files.size} components written`);
  });
}

/** Whether the committed files are up to date, as far as the small pins show. */
function check(release: string): boolean {
  return withDump(smallPins, release, (output) => {
    const outdated = stale(readCatalogue(output), readCatalogue(join(imports, release)));
    for (const part of outdated) {
      console.log(`imports/otelcol/${release}/${part} is not what "npm run catalogue -- ${release}" writes`);
    }
    if (outdated.length === 0) console.log(`imports/otelcol/${release} is up to date`);
    return outdated.length === 0;
  });
}

/** Dumps into a temporary folder. */
function withDump<T>(pins: string, release: string, use: (output: string) => T): T {
  const output = mkdtempSync(join(tmpdir(), 'catalogue-'));
  try {
    dump(join(pins, release), release, output);
    return use(output);
  } finally {
    rmSync(output, { recursive: true, force: true });
  }
}

/** Writes what follows from the releases that were read. */
async function derive(changed: readonly string[]): Promise<void> {
  writeMdai(join(imports, 'mdai'));
  writeIndex(false);
  for (const release of changed) await record(release);
  writeTypes(false);
}

function releasesIn(pins: string): readonly string[] {
  return existsSync(pins) ? readdirSync(pins).sort() : [];
}

async function main(args: readonly string[]): Promise<number> {
  const checking = args.includes('--check');
  const judging = args[0] === 'judge';
  const [release, ...others] = args.filter((arg) => arg !== '--check').slice(judging ? 1 : 0);
  const known = releasesIn(checking ? smallPins : fullPins);
  if (others.length > 0 || (release === undefined ? judging : !known.includes(release))) {
    console.error('usage: npm run catalogue -- [<release>] [--check]\n       npm run catalogue -- judge <release>');
    console.error(`releases: ${known.join(', ')}`);
    return 2;
  }
  if (checking) return (release === undefined ? !writeIndex(true) && writeTypes(true) : check(release)) ? 0 : 1;
  if (judging) console.log(judgeBinary(release ?? ''));
  else if (release === undefined) await derive(readReleases());
  else {
    generate(release);
    await derive([release]);
  }
  return 0;
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = error instanceof GoUnavailable ? 2 : 1;
  },
);
