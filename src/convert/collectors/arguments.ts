/** What a collector is told on its command line. */
export interface Arguments {
  /** The values of `--config`, in their order, with the index of the argument that holds each. */
  readonly configs: readonly Argument[];
  /** The values of `--set`: `key=value`. */
  readonly sets: readonly Argument[];
  readonly featureGates: readonly string[];
  /** All other flags. */
  readonly others: Readonly<Record<string, string>>;
}

export interface Argument {
  readonly value: string;
  /** Which of the words it is. */
  readonly index: number;
}

/** Flags of the collector that take the next word where they have no value of their own. */
const withValue: ReadonlySet<string> = new Set(['config', 'set', 'feature-gates']);

/** The flags among the words of a command line; what is none is passed over. */
export function argumentsOf(words: readonly string[]): Arguments {
  const flags = flagsIn(words);
  const named = (wanted: string) => flags.filter(({ name }) => name === wanted);
  return {
    configs: named('config'),
    sets: named('set'),
    featureGates: named('feature-gates').flatMap(({ value }) => value.split(',').filter(Boolean)),
    others: Object.fromEntries(
      flags.filter(({ name }) => !withValue.has(name)).map(({ name, value }) => [name, value]),
    ),
  };
}

/** The value of a flag that is given once; the last one counts. */
export function flagIn(words: readonly string[], wanted: string): string | undefined {
  return flagsIn(words, new Set([wanted])).findLast(({ name }) => name === wanted)?.value;
}

function flagsIn(
  words: readonly string[],
  valued: ReadonlySet<string> = withValue,
): (Argument & { readonly name: string })[] {
  const flags: (Argument & { readonly name: string })[] = [];
  for (let index = 0; index < words.length; index++) {
    const [, name, , value] = /^--?([a-z][\w.-]*)(=(.*))?$/is.exec(words[index] ?? '') ?? [];
    if (name === undefined) continue;
    if (value !== undefined) flags.push({ name, value, index });
    else if (valued.has(name) && index + 1 < words.length) flags.push({ name, value: words[++index] ?? '', index });
    else flags.push({ name, value: 'true', index });
  }
  return flags;
}
