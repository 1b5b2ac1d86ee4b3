import type { Command, Option } from './command';

const width = 100;

/** The page of one command. */
export function commandHelp(name: string, { summary, operands, description, options, examples }: Command): string {
  return [
    `mdai ${name}: ${summary}\n`,
    `\nUsage\n  ${['mdai', name, operands, '[options]'].filter(Boolean).join(' ')}\n`,
    ...description.map((paragraph) => `\n${wrapped(paragraph, '')}`),
    `\nOptions\n${table([...Object.entries(options).map(([option, facts]) => [flag(option, facts), meaning(facts)] as const), ['--help', 'This page.']])}`,
    `\nExamples\n${examples.map(({ line, says }) => `${wrapped(says, '  ')}      ${line}\n`).join('\n')}`,
    '\nExit codes\n  0 fine, 1 the input has errors, 2 the command was called wrongly or could not run.\n',
  ].join('');
}

/** What is printed where no command is named. */
export function overview(commands: readonly (readonly [string, Command])[], planned: readonly string[]): string {
  return [
    'mdai: telemetry pipelines on Kubernetes\n\nUsage\n  mdai COMMAND [operands] [options]\n\nCommands\n',
    table(commands.map(([name, { summary }]) => [name, summary] as const)),
    planned.length === 0 ? '' : `\nPlanned\n  ${planned.join(', ')}\n`,
    '\nOptions\n',
    table([
      ['--help', 'This page; after a command, its own.'],
      ['--version', 'The version of cdk8s-mdai.'],
      ['--debug', 'Stack traces of what went wrong inside.'],
    ]),
    '\nPATH is a file with manifests of any kinds or a collector configuration, a folder of them, or "-" for\n',
    'standard input. NO_COLOR=1 switches colours off.\n\n',
    'Examples\n  mdai check manifests/\n  kubectl get otelcol -A -o yaml | mdai check -\n  mdai import collector.yaml --out telemetry\n',
  ].join('');
}

function flag(name: string, { type, value, multiple }: Option): string {
  return `--${name}${type === 'boolean' ? '' : ` ${value ?? 'VALUE'}`}${multiple === true ? ' …' : ''}`;
}

function meaning({ says, choices }: Option): string {
  return choices === undefined ? says : `${says} One of: ${choices.join(', ')}. Default: ${choices[0]}.`;
}

function table(rows: readonly (readonly [string, string])[]): string {
  const left = Math.max(...rows.map(([first]) => first.length)) + 4;
  return rows
    .map(([first, second]) => `  ${first.padEnd(left - 2)}${wrapped(second, ' '.repeat(left)).trimStart()}`)
    .join('');
}

/** A paragraph in lines that are not too long, each with an indentation. */
function wrapped(paragraph: string, indentation: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of paragraph.split(' ')) {
    if (line !== '' && indentation.length + line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].map((text) => `${indentation}${text}\n`).join('');
}
