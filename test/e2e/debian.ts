import { execFileSync, spawnSync } from 'node:child_process';

/**
 * Where a program of Debian is, installed where it is missing.
 *
 * @param package_ the package that has it
 */
export function program(name: string, package_ = name): string {
  const found = find(name);
  if (found !== undefined) return found;
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const aptGet = (...words: string[]) =>
    execFileSync('apt-get', ['-q', ...words], { env: environment, stdio: ['ignore', 'ignore', 'inherit'] });
  aptGet('update');
  aptGet('install', '--yes', '--no-install-recommends', package_);
  const installed = find(name);
  if (installed === undefined) throw new Error(`Debian's package ${package_} has no program ${name}.`);
  return installed;
}

function find(name: string): string | undefined {
  const { status, stdout } = spawnSync('/bin/sh', ['-c', `command -v ${name}`], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}
