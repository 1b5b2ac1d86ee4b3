import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { Command } from '../../src/cli/command';
import { commands, planned } from '../../src/cli/commands';
import { commandHelp } from '../../src/cli/help';
import { run } from '../../src/cli/run';
import { mdai } from './mdai';

const all = Object.entries(commands).map(([name, load]) => [name, load()] as const);

function parsed(line: string, { options }: Command) {
  const config: ParseArgsConfig['options'] = Object.fromEntries(
    Object.entries(options).map(([name, { type, multiple }]) => [name, { type, multiple: multiple ?? false }]),
  );
  return parseArgs({ args: line.split(' '), options: config, allowPositionals: true });
}

test('the overview names every command and what it is for', async () => {
  const { out } = await mdai('--help');
  for (const [name, { summary }] of all) {
    expect(out).toContain(`  ${name} `);
    expect(out.replace(/\s+/g, ' ')).toContain(summary);
  }
});

test.each(all)('%s has a page with options and examples, in lines that fit a terminal', async (name, command) => {
  const { code, out, err } = await mdai(name, '--help');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toBe((await mdai('help', name)).out);
  expect(out).toBe(commandHelp(name, command));
  expect(command.examples.length).toBeGreaterThan(0);
  expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(120);
  for (const option of Object.keys(command.options)) expect(out).toContain(`--${option}`);
});

test.each(all)('the examples of %s are called as they have to be', (name, command) => {
  for (const { line } of command.examples) {
    const own = new RegExp(`(?:^|\\| |\\()mdai ${name} ?([^|>)]*)`).exec(line);
    if (own?.[1] === undefined) throw new Error(`no call of mdai ${name} in "${line}"`);
    const { values } = parsed(own[1].trim(), command);
    for (const [option, value] of Object.entries(values)) {
      const { choices } = command.options[option] ?? {};
      if (choices !== undefined) expect(choices).toContain(value);
    }
  }
});

test.each(Object.keys(planned))('%s is planned, and says so', async (name) => {
  expect(await mdai(name, 'a', 'b')).toEqual({ code: 2, out: '', err: expect.stringContaining('not there yet') });
});

describe('what goes wrong inside', () => {
  const broken = {
    out: () => {
      throw new TypeError('the paper is gone');
    },
  };
  const printed = async (...argv: string[]) => {
    let err = '';
    const code = await run(argv, {
      ...broken,
      err: (text) => {
        err += text;
      },
    });
    return { code, err };
  };

  test('is one sentence', async () => {
    expect(await printed('--version')).toEqual({
      code: 2,
      err: 'mdai --version: could not go on: the paper is gone. This is a defect of mdai; --debug shows where.\n',
    });
  });

  test('has its stack with --debug', async () => {
    const { code, err } = await printed('--version', '--debug');
    expect(code).toBe(2);
    expect(err).toMatch(/TypeError: the paper is gone\n\s+at /);
  });
});
