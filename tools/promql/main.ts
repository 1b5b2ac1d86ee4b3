/**
 * `npm run promql` asks the parsers that `npm run tools` has built what PromQL is in each release of Prometheus that this
 * library knows, and writes imports/promql/<release>.json: functions with the types of their arguments, operators that
 * aggregate, and keywords. With `--check` it writes nothing, and exits 1 when a file is not what it would write.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promqlReleases } from '../../src/promql/release';
import { dumpLanguage } from './program';

const folder = join(__dirname, '../../imports/promql');

interface Named {
  readonly name: string;
}

/** Each function, operator and keyword on a line of its own, by name: a diff shows what has changed. */
function printed(language: Readonly<Record<string, string | readonly Named[]>>): string {
  const members = Object.entries(language).map(([key, value]) => {
    if (typeof value === 'string') return `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`;
    const lines = value.map(({ name, ...facts }) => `    ${JSON.stringify(name)}: ${JSON.stringify(facts)}`);
    return `  ${JSON.stringify(key)}: {\n${lines.join(',\n')}\n  }`;
  });
  return `{\n${members.join(',\n')}\n}\n`;
}

function main(args: readonly string[]): number {
  const check = args.includes('--check');
  if (args.some((arg) => arg !== '--check')) {
    console.error('usage: npm run promql [-- --check]');
    return 2;
  }
  mkdirSync(folder, { recursive: true });
  let stale = 0;
  for (const release of promqlReleases) {
    const path = join(folder, `${release}.json`);
    const text = printed(JSON.parse(dumpLanguage(release)));
    if (existsSync(path) && readFileSync(path, 'utf8') === text) continue;
    stale++;
    if (!check) writeFileSync(path, text);
    console.log(`imports/promql/${release}.json ${check ? 'is not what "npm run promql" writes' : 'written'}`);
  }
  if (stale === 0) console.log('imports/promql is up to date');
  return check && stale > 0 ? 1 : 0;
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
