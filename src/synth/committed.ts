import { spawnSync } from 'node:child_process';
import { basename, dirname, resolve } from 'node:path';

/** A file of manifests, and what to call it in messages. */
export interface ManifestFile {
  readonly file: string;
  readonly text: string;
}

/**
 * The YAML files of a folder as the last commit of its repository has them: for a folder that was emptied, as
 * `cdk8s synth` does with the output folder. None where there is no repository, or no git.
 *
 * @param pattern what a file has to have a line of (a POSIX extended regular expression)
 */
export function committedFiles(folder: string, pattern: string): ManifestFile[] {
  const path = resolve(folder);
  const within = dirname(path);
  const found = git(within, ['grep', '--name-only', '-z', '-E', pattern, 'HEAD', '--', `${basename(path)}/*.yaml`]);
  const names = found?.toString('utf8').split('\0').filter(Boolean) ?? [];
  if (names.length === 0) return [];
  const content = git(within, ['cat-file', '--batch'], names.map(relative).join('\n'));
  return content === undefined ? [] : split(content, names);
}

/** `HEAD:dist/a.yaml`, seen from the folder that git runs in. */
function relative(name: string): string {
  return name.replace(':', ':./');
}

/** The files one after another, each behind a line with its size in bytes. */
function split(content: Buffer, names: readonly string[]): ManifestFile[] {
  const files: ManifestFile[] = [];
  let at = 0;
  for (const file of names) {
    const end = content.indexOf('\n', at);
    const size = Number(/ blob (\d+)$/.exec(content.toString('utf8', at, end))?.[1]);
    if (end === -1 || Number.isNaN(size)) return files;
    files.push({
      file: `${file.slice(file.indexOf(':') + 1)} as it was committed`,
      text: content.toString('utf8', end + 1, end + 1 + size),
    });
    at = end + 1 + size + 1;
  }
  return files;
}

function git(within: string, args: readonly string[], input = ''): Buffer | undefined {
  const run = spawnSync('git', ['-C', within, ...args], { input, timeout: 5000, maxBuffer: 512 * 1024 * 1024 });
  return run.error || run.status !== 0 ? undefined : run.stdout;
}
