import { type Command, type Option, type Output, UsageError } from './command';

/** What the completion of a shell has to know. */
interface Words {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly (readonly [string, Option])[];
}

/** `mdai completion`: a script that completes commands, options and their values. */
export const completionOf = (commands: Readonly<Record<string, () => Command>>): Command => ({
  summary: 'Print a script that completes commands, options and values in a shell.',
  operands: 'bash|zsh|fish',
  description: [
    'The script is for the shell that is named. It knows the commands and options of this version; print it again after an update.',
  ],
  options: {},
  examples: [
    { says: 'bash, for this session or in ~/.bashrc:', line: 'source <(mdai completion bash)' },
    { says: 'zsh, behind compinit in ~/.zshrc:', line: 'source <(mdai completion zsh)' },
    { says: 'fish:', line: 'mdai completion fish > ~/.config/fish/completions/mdai.fish' },
  ],
  run([shell, ...more], _, output: Output) {
    const script = Object.hasOwn(shells, shell ?? '') && more.length === 0 ? shells[shell ?? ''] : undefined;
    if (script === undefined) throw new UsageError(`name one shell: ${Object.keys(shells).join(', ')}.`);
    output.out(script(words(commands)));
    return 0;
  },
});

const shells: Readonly<Record<string, (words: readonly Words[]) => string>> = { bash, zsh, fish };

function words(commands: Readonly<Record<string, () => Command>>): readonly Words[] {
  return Object.entries(commands).map(([name, load]) => {
    const { summary, options } = load();
    return { name, summary, options: Object.entries(options) };
  });
}

function bash(all: readonly Words[]): string {
  const flags = all.map(({ name, options }) => {
    const words = [...options.map(([option]) => `--${option}`), '--help'].join(' ');
    return `      ${name}) words="${words}" ;;\n`;
  });
  return `_mdai() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" command="\${COMP_WORDS[1]}" words=""
  COMPREPLY=()
  case "$command $previous" in
${valuesOf(all, (name, option, choices) => `    "${name} --${option}") words="${choices.join(' ')}" ;;\n`)}    *) ;;
  esac
  if [[ -z "$words" && $COMP_CWORD -eq 1 ]]; then
    words="${all.map(({ name }) => name).join(' ')} --help --version"
  elif [[ -z "$words" && "$current" == -* ]]; then
    case "$command" in
${flags.join('')}    esac
  fi
  if [[ -n "$words" ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
  else
    mapfile -t COMPREPLY < <(compgen -f -- "$current")
  fi
}
complete -o filenames -F _mdai mdai
`;
}

function zsh(all: readonly Words[]): string {
  const each = all.map(({ name, options }) => {
    const specs = options.map(([option, { type, multiple, says, choices }]) => {
      const values = choices === undefined ? '_files' : `(${choices.join(' ')})`;
      return `        '${multiple === true ? '*' : ''}--${option}[${plain(says)}]${type === 'boolean' ? '' : `:value:${values}`}'`;
    });
    return `      ${name})\n        _arguments \\\n${[...specs, "        '--help[Its manual]'", "        '*:file:_files'"].join(' \\\n')}\n        ;;\n`;
  });
  return `#compdef mdai
_mdai() {
  local -a commands
  commands=(
${all.map(({ name, summary }) => `    '${name}:${plain(summary)}'\n`).join('')}  )
  if (( CURRENT == 2 )); then
    _describe 'command' commands
  else
    local command=$words[2]
    shift words
    (( CURRENT-- ))
    case $command in
${each.join('')}    esac
  fi
}
compdef _mdai mdai
`;
}

function fish(all: readonly Words[]): string {
  const lines = all.flatMap(({ name, summary, options }) => [
    `complete -c mdai -n __fish_use_subcommand -f -a ${name} -d '${plain(summary)}'`,
    ...options.map(([option, { type, says, choices }]) => {
      const values = choices === undefined ? ' -r' : ` -x -a '${choices.join(' ')}'`;
      return `complete -c mdai -n '__fish_seen_subcommand_from ${name}' -l ${option}${type === 'boolean' ? '' : values} -d '${plain(says)}'`;
    }),
  ]);
  return `${lines.join('\n')}\n`;
}

function valuesOf(
  all: readonly Words[],
  line: (name: string, option: string, choices: readonly string[]) => string,
): string {
  return all
    .flatMap(({ name, options }) =>
      options.flatMap(([option, { choices }]) => (choices === undefined ? [] : [line(name, option, choices)])),
    )
    .join('');
}

/** A text that may stand between single quotes and in brackets of a shell. */
function plain(text: string): string {
  return text.replace(/'/g, '’').replace(/[[\]:\\]/g, ' ');
}
