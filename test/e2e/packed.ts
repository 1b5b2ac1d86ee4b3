import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../..');
const install = 'npm install --prefer-offline --no-audit --no-fund';

export interface Ran {
  readonly ok: boolean;
  readonly output: string;
}

/** Runs a line of bash. */
export function ran(command: string, cwd: string, env: Readonly<Record<string, string>> = {}): Ran {
  const { status, stdout, stderr } = spawnSync('bash', ['-eo', 'pipefail', '-c', command], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  return { ok: status === 0, output: `${stdout}${stderr}` };
}

/** Runs a line of bash that has to succeed; returns what it printed. */
export function done(command: string, cwd: string, env?: Readonly<Record<string, string>>): string {
  const { ok, output } = ran(command, cwd, env);
  if (!ok) throw new Error(`${command} failed in ${cwd}:\n${output}`);
  return output;
}

/** The package as npm packs it; `MDAI_PACKAGE` names a folder that has it already. */
export function tarball(folder: string): string {
  const { MDAI_PACKAGE: packed = folder } = process.env;
  if (packed === folder) done(`npm pack --pack-destination ${folder}`, root);
  const name = readdirSync(packed).find((file) => file.endsWith('.tgz'));
  if (name === undefined) throw new Error(`There is no package in ${packed}.`);
  return join(packed, name);
}

/** Installs the command as a user does; returns its path. */
export function installedCommand(folder: string, tarball: string): string {
  const command = join(folder, 'command');
  mkdirSync(command);
  writeFileSync(join(command, 'package.json'), JSON.stringify({ private: true }));
  done(`${install} ${tarball}`, command);
  return join(command, 'node_modules/.bin/mdai');
}

/** Installs what an app needs, in the versions that this repository has, so that they are the same on every day. */
export function installedApp(app: string, tarball: string): void {
  const { packages, ...head } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const own = JSON.parse(readFileSync(join(app, 'package.json'), 'utf8'));
  const seed = { ...head, name: own.name, packages: { ...packages, '': own } };
  writeFileSync(join(app, 'package-lock.json'), JSON.stringify(seed));
  done(`${install} ${tarball}`, app);
}
