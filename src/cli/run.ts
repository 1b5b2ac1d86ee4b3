import { type ParseArgsConfig, parseArgs } from 'node:util';
import { MdaiError } from '../model/issue';
import { didYouMean } from '../model/nearest';
import { type Command, type Option, type Output, UsageError, type Values } from './command';
import { commands, planned } from './commands';
import { commandHelp, overview } from './help';

/** Runs a command line; returns the exit code. */
export async function run(argv: readonly string[], output: Output): Promise<number> {
  const debug = argv.includes('--debug');
  const [name, ...rest] = argv.filter((word) => word !== '--debug');
  try {
    return await dispatch(name, rest, output);
  } catch (error) {
    output.err(problem(name ?? '', error, debug));
    return 2;
  }
}

async function dispatch(name: string | undefined, rest: readonly string[], output: Output): Promise<number> {
  if (name === '--version') {
    output.out(`${(require('cdk8s-mdai/package.json') as { version: string }).version}\n`);
    return 0;
  }
  if (name === '--help' || name === 'help') return help(rest[0], output);
  if (name === undefined) {
    output.err(everything());
    return 2;
  }
  const command = commandNamed(name);
  if (rest.includes('--help')) return help(name, output);
  refuseUnknown(command, rest);
  const { values, positionals } = parseArgs({
    args: [...rest],
    options: parserOptions(command),
    allowPositionals: true,
  });
  return await command.run(positionals, checkedValues(command, values as Values), output);
}

function help(name: string | undefined, output: Output): number {
  output.out(name === undefined ? everything() : commandHelp(name, commandNamed(name)));
  return 0;
}

function everything(): string {
  const all = Object.entries(commands).map(([name, load]) => [name, load()] as const);
  return overview(all, Object.keys(planned));
}

function commandNamed(name: string): Command {
  if (Object.hasOwn(planned, name)) throw new UsageError(planned[name] ?? '');
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load !== undefined) return load();
  const names = Object.keys(commands);
  const hint = didYouMean(name, names, `It has: ${names.join(', ')}.`);
  throw new UsageError(`there is no command "${name}". ${hint} See mdai --help.`);
}

/** Node.js' own message has no nearest name. @throws UsageError */
function refuseUnknown({ options }: Command, words: readonly string[]): void {
  const { tokens } = parseArgs({ args: [...words], strict: false, tokens: true, options: parserOptions({ options }) });
  for (const token of tokens) {
    if (token.kind !== 'option' || Object.hasOwn(options, token.name)) continue;
    const names = [...Object.keys(options), 'help'].map((name) => `--${name}`);
    const hint = didYouMean(token.rawName, names, `It has: ${names.join(', ')}.`);
    throw new UsageError(`there is no option "${token.rawName}". ${hint}`);
  }
}

function parserOptions({ options }: Pick<Command, 'options'>): NonNullable<ParseArgsConfig['options']> {
  return Object.fromEntries(
    Object.entries(options).map(([name, { type, multiple }]) => [name, { type, multiple: multiple ?? false }]),
  );
}

/** The values that were given, with the defaults of those that have choices. @throws UsageError */
function checkedValues({ options }: Command, given: Values): Values {
  const chosen = Object.entries(options).flatMap(([name, { choices }]) =>
    choices === undefined ? [] : [[name, oneOf(name, given[name] ?? choices[0], choices)] as const],
  );
  return { ...given, ...Object.fromEntries(chosen) };
}

function oneOf(option: string, value: Values[string], choices: NonNullable<Option['choices']>): string {
  const found = choices.find((choice) => choice === value);
  if (found === undefined) throw new UsageError(`--${option} is ${choices.join(' or ')}, not "${String(value)}".`);
  return found;
}

/** What a person reads when a command could not run: no stack trace, unless asked for. */
function problem(name: string, error: unknown, debug: boolean): string {
  const said = error instanceof Error ? error.message : String(error);
  const stack = debug && error instanceof Error ? `${error.stack}\n` : '';
  if (isUsage(error)) return `mdai ${name}: ${said}\n${stack}`;
  const hint = debug ? '' : ' This is a defect of mdai; --debug shows where.';
  return `mdai ${name}: could not go on: ${said}.${hint}\n${stack}`;
}

/** Whether an error is about how the command was called: ours, that of Node.js' parser of options, or of the file system. */
function isUsage(error: unknown): boolean {
  if (error instanceof UsageError || error instanceof MdaiError) return true;
  const { code, syscall } = (error ?? {}) as { code?: unknown; syscall?: unknown };
  return String(code).startsWith('ERR_PARSE_ARGS') || syscall !== undefined;
}
