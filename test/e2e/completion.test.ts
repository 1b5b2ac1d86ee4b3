import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mdai } from '../cli/mdai';
import { program } from './debian';

async function script(shell: string): Promise<string> {
  return (await mdai('completion', shell)).out;
}

const all = ['check', 'completion', 'graph', 'import', 'init', 'simulate'];

describe('bash', () => {
  /** What bash offers for the last of some words. */
  async function offered(...words: string[]): Promise<string[]> {
    const ask = `${await script('bash')}
      COMP_WORDS=(${words.map((word) => `"${word}"`).join(' ')}); COMP_CWORD=${words.length - 1}
      _mdai; printf '%s\\n' "\${COMPREPLY[@]}"`;
    return execFileSync('bash', ['--norc', '-c', ask], { encoding: 'utf8' }).trim().split('\n').sort();
  }

  test('commands', async () => {
    expect(await offered('mdai', '')).toEqual(expect.arrayContaining(all));
    expect(await offered('mdai', 'si')).toEqual(['simulate']);
  });

  test('options and their values', async () => {
    expect(await offered('mdai', 'check', '--s')).toEqual(['--strict']);
    expect(await offered('mdai', 'check', '--format', '')).toEqual(expect.arrayContaining(['json', 'sarif', 'text']));
    expect(await offered('mdai', 'check', '--release', '0.15')).toEqual(['0.159.0']);
  });

  test('files', async () => {
    expect(await offered('mdai', 'check', 'package.js')).toEqual(['package.json']);
  });
});

describe('fish', () => {
  async function offered(line: string): Promise<string[]> {
    const ask = `${await script('fish')}\ncomplete -C '${line}'`;
    const answer = execFileSync(program('fish'), ['--no-config', '-c', ask], { encoding: 'utf8' });
    return answer
      .trim()
      .split('\n')
      .map((row) => row.split('\t')[0] ?? '')
      .sort();
  }

  test('commands, options and their values', async () => {
    expect(await offered('mdai ')).toEqual(expect.arrayContaining(all));
    expect(await offered('mdai check --st')).toEqual(['--strict']);
    expect(await offered('mdai check --format j')).toEqual(['json']);
  });
});

describe('zsh', () => {
  /**
   * What zsh offers, asked on a terminal of its own: its completion works on a line that is being written. A key is
   * sent when its line editor says that it reads keys, never before: the terminal would take `^D` for itself.
   */
  async function offered(line: string): Promise<string> {
    const settings = `
      PS1=; LISTMAX=1000; unsetopt zle_bracketed_paste
      autoload -Uz compinit && compinit -u -D
      mdai() {}
      ${await script('zsh')}
      said() { print -r -- "@$WIDGET" }
      zle -N zle-line-init said; zle -N listed said; bindkey '^X' listed`;
    const ask = `
      zmodload zsh/zpty
      zpty shell zsh -f -i
      zpty -w shell 'source "$SETTINGS"'
      zpty -r shell row '*@zle-line-init*'
      zpty -w -n shell $'${line}\\C-d\\C-x'
      zpty -r shell row '*@listed*'
      print -r -- $row
      zpty -d shell`;
    const folder = mkdtempSync(join(tmpdir(), 'mdai-zsh-'));
    try {
      const SETTINGS = join(folder, 'settings.zsh');
      writeFileSync(SETTINGS, settings);
      const env = { ...process.env, SETTINGS, TERM: 'dumb', HOME: folder };
      return execFileSync(program('zsh'), ['-f', '-c', ask], { encoding: 'utf8', env, timeout: 60_000 });
    } finally {
      rmSync(folder, { recursive: true });
    }
  }

  test('commands, options and their values', async () => {
    const commands = await offered('mdai ');
    for (const name of all) expect(commands).toContain(name);
    expect(await offered('mdai check --s')).toContain('--strict');
    expect(await offered('mdai check --format ')).toContain('json');
  });
});
