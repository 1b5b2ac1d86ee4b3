/**
 * `npm run telemetry` reads what collectors measure of themselves in each release of this library, from the modules that
 * tools/catalogue/pins pins, and writes imports/telemetry/<release>.json. With `--check` it writes nothing, reads the fewer
 * components of tools/collector/<release>, and exits 1 when what they say is not in the file. names.ts follows from these files.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Telemetry } from '../../src/metrics/telemetry';
import { type Release, releases } from '../../src/model/release';
import { smallPins } from '../catalogue/program';
import { GoUnavailable } from '../go';
import { differences } from './differences';
import { printedNames } from './names';
import { readTelemetry, readTelemetryFrom } from './read';

const folder = join(__dirname, '../../imports/telemetry');

/** A line for each metric and each component: a diff shows what has changed. */
function printed({ scopes, others, components }: Telemetry): string {
  const groups = (value: object) =>
    lines(value, 1, (group) => lines(group as object, 2, (member) => JSON.stringify(member)));
  return `{\n  "scopes": ${groups(scopes)},\n  "others": ${JSON.stringify(others)},\n  "components": ${groups(components)}\n}\n`;
}

function lines(value: object, level: number, member: (value: unknown) => string): string {
  const indent = '  '.repeat(level);
  const members = Object.entries(value).map(([name, one]) => `${indent}  ${JSON.stringify(name)}: ${member(one)}`);
  return members.length === 0 ? '{}' : `{\n${members.join(',\n')}\n${indent}}`;
}

function check(release: Release): boolean {
  const read = readTelemetryFrom(release, join(smallPins, release));
  const written = JSON.parse(readFileSync(join(folder, `${release}.json`), 'utf8')) as Telemetry;
  const stale = differences(read, written);
  for (const part of stale)
    console.log(`imports/telemetry/${release}.json: ${part} is not what "npm run telemetry" writes`);
  return stale.length === 0;
}

/** Whether the file is right already; it is afterwards, unless this is a check. */
function isWritten(name: string, text: string, checking: boolean): boolean {
  const path = join(folder, name);
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return true;
  if (!checking) writeFileSync(path, text);
  console.log(`imports/telemetry/${name} ${checking ? 'is not what "npm run telemetry" writes' : 'written'}`);
  return false;
}

function write(release: Release): boolean {
  return isWritten(`${release}.json`, printed(readTelemetry(release)), false);
}

function namesAreWritten(checking: boolean): boolean {
  const all = releases.map((release) => JSON.parse(readFileSync(join(folder, `${release}.json`), 'utf8')) as Telemetry);
  return isWritten('names.ts', printedNames(all), checking);
}

function main(args: readonly string[]): number {
  const checking = args.includes('--check');
  if (args.some((arg) => arg !== '--check')) {
    console.error('usage: npm run telemetry [-- --check]');
    return 2;
  }
  mkdirSync(folder, { recursive: true });
  const right = [...releases.map(checking ? check : write), namesAreWritten(checking)];
  if (right.every(Boolean)) console.log('imports/telemetry is up to date');
  return checking && !right.every(Boolean) ? 1 : 0;
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = error instanceof GoUnavailable ? 2 : 1;
}
