import { parseArgs } from 'node:util';
import { MdaiError } from '../model/issue';
import { check } from './check';
import { type Command, type Output, UsageError } from './command';
import { simulate } from './simulate';

/** The commands by name. */
const commands: Readonly<Record<string, Command>> = { check, simulate };

const help = `mdai: telemetry pipelines on Kubernetes

Usage
  mdai check PATH… [--release R] [--strict] [--format text|json]
      Every check that applies, over manifests, collector configurations and folders of them. "-" is standard input.

  mdai simulate PATH… --input OTLP.json [--collector NAME] [--receiver ID] [--set NAME=VALUE]… [--release R]
                [--format text|json]
      Sends OTLP JSON through a collector's pipelines, without a collector, and says where every record lands. --set
      gives an environment variable, such as a hub's. "-" is standard input, for PATH or for --input.

Options
  --help, --version

Exit code 0: fine. 1: the input has errors. 2: the command was called wrongly, or could not run.
`;

/** Runs a command line; returns the exit code. */
export function run(argv: readonly string[], output: Output): number {
  const [name, ...rest] = argv;
  if (name === '--version') {
    output.out(`${(require('../../../package.json') as { version: string }).version}\n`);
    return 0;
  }
  if (name === undefined || name === '--help' || rest.includes('--help')) {
    (name === undefined ? output.err : output.out)(help);
    return name === undefined ? 2 : 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    output.err(`mdai has no command "${name}". It has: ${Object.keys(commands).join(', ')}. See mdai --help.\n`);
    return 2;
  }
  try {
    const { values, positionals } = parseArgs({ args: rest, options: command.options, allowPositionals: true });
    return command.run(positionals, values, output);
  } catch (error) {
    if (!isUsage(error)) throw error;
    output.err(`mdai ${name}: ${error.message}\n`);
    return 2;
  }
}

/** Whether an error is about how the command was called: ours, or that of Node.js' parser of options. */
function isUsage(error: unknown): error is Error {
  if (error instanceof UsageError || error instanceof MdaiError) return true;
  return String((error as { code?: unknown } | undefined)?.code).startsWith('ERR_PARSE_ARGS');
}
