/**
 * `npm run ottl` reads what OTTL is in each release of this library, and writes imports/ottl/<release>.json: functions
 * with their parameters, and the paths and constants of each context. With `--check` it writes nothing, and exits 1 when
 * a file is not what it would write.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { releases } from '../../src/model/release';
import { GoUnavailable } from '../go';
import { dumpLanguage } from './program';

const folder = join(__dirname, '../../imports/ottl');

/** So many levels have a line for each member, and what is in those is on the line: a diff shows what has changed. */
const levels = 4;

function printed(value: unknown, level = 0): string {
  if (value === null || typeof value !== 'object' || Array.isArray(value) || isFlat(value))
    return JSON.stringify(value);
  const members = Object.entries(value).map(([name, member]) => {
    const text = level + 1 < levels ? printed(member, level + 1) : JSON.stringify(member);
    return `${'  '.repeat(level + 1)}${JSON.stringify(name)}: ${text}`;
  });
  return `{\n${members.join(',\n')}\n${'  '.repeat(level)}}`;
}

/** Functions have a line each, and so do paths. */
function isFlat(value: object): boolean {
  return 'parameters' in value || 'settable' in value;
}

function main(args: readonly string[]): number {
  const check = args.includes('--check');
  if (args.some((arg) => arg !== '--check')) {
    console.error('usage: npm run ottl [-- --check]');
    return 2;
  }
  mkdirSync(folder, { recursive: true });
  let stale = 0;
  for (const release of releases) {
    const path = join(folder, `${release}.json`);
    const text = `${printed(JSON.parse(dumpLanguage(release)))}\n`;
    if (existsSync(path) && readFileSync(path, 'utf8') === text) continue;
    stale++;
    if (!check) writeFileSync(path, text);
    console.log(`imports/ottl/${release}.json ${check ? 'is not what "npm run ottl" writes' : 'written'}`);
  }
  if (stale === 0) console.log('imports/ottl is up to date');
  return check && stale > 0 ? 1 : 0;
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = error instanceof GoUnavailable ? 2 : 1;
}
