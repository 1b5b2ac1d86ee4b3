/**
 * `npm run alertmanager` reads the types of Alertmanager's configuration in each release of this library, and writes
 * imports/alertmanager/<release>.json, and types.ts for all of them. With `--check` it writes nothing, and exits 1 when a
 * file is not what it would write. The programs that it asks are built by `npm run tools`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AlertmanagerRelease, alertmanagerReleases } from '../../src/model/alertmanager';
import { type ToolName, tool } from '../locate';
import { type Structs, typesText } from './types';

const folder = join(__dirname, '../../imports/alertmanager');

/** The programs that print the types of the releases. */
const printers = {
  '0.34.2': 'alertmanager-judge',
  '0.28.1': 'alertmanager-judge-0.28.1',
} as const satisfies Readonly<Record<AlertmanagerRelease, ToolName>>;

function structsOf(release: AlertmanagerRelease): Structs {
  const { status, stdout, stderr } = spawnSync(tool(printers[release]), ['-describe'], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`the types of ${release} could not be read\n${stderr}`);
  return JSON.parse(stdout) as Structs;
}

function files(): readonly (readonly [name: string, text: string])[] {
  const structs = alertmanagerReleases.map((release) => [release, structsOf(release)] as const);
  return [
    ...structs.map(([release, content]) => [`${release}.json`, `${JSON.stringify(content, undefined, 1)}\n`] as const),
    ['types.ts', typesText(structs.map(([, content]) => content))],
  ];
}

function main(args: readonly string[]): number {
  const check = args.includes('--check');
  if (args.some((arg) => arg !== '--check')) {
    console.error('usage: npm run alertmanager [-- --check]');
    return 2;
  }
  mkdirSync(folder, { recursive: true });
  let stale = 0;
  for (const [name, text] of files()) {
    const path = join(folder, name);
    if (existsSync(path) && readFileSync(path, 'utf8') === text) continue;
    stale++;
    if (!check) writeFileSync(path, text);
    console.log(`imports/alertmanager/${name} ${check ? 'is not what "npm run alertmanager" writes' : 'written'}`);
  }
  if (stale === 0) console.log('imports/alertmanager is up to date');
  return check && stale > 0 ? 1 : 0;
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
