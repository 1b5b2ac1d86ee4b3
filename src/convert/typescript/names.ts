/** Words that no variable of a module can have as its name. */
const reserved = new Set(
  `abstract any arguments as async await boolean break case catch class const constructor continue debugger declare default
  delete do else enum eval export extends false finally for from function get if implements import in instanceof interface
  is keyof let module namespace never new null number object of package private protected public readonly require return set
  static string super switch symbol this throw true try type typeof undefined unknown var void while with yield
  console exports global globalThis process`.split(/\s+/),
);

/** The names of one file: each stands for one thing. */
export class Names {
  private readonly taken: Set<string>;

  /** @param known names that stand for something already, such as imports */
  constructor(known: Iterable<string> = []) {
    this.taken = new Set(known);
  }

  /** The same names, for statements that may not be written after all. */
  copy(): Names {
    return new Names(this.taken);
  }

  /** Takes what a copy took. */
  adopt(copy: Names): void {
    for (const name of copy.taken) this.taken.add(name);
  }

  /**
   * A free name.
   *
   * @param proposals in the order of preference, in any spelling; the last one gets a number where all are taken
   */
  claim(...proposals: readonly string[]): string {
    const names = proposals.map(camelCase).filter((name) => name !== '');
    const free = names.find((name) => this.isFree(name)) ?? this.numbered(names[names.length - 1] ?? 'value');
    this.taken.add(free);
    return free;
  }

  private numbered(name: string): string {
    for (let i = 2; ; i++) {
      const candidate = `${name}${i}`;
      if (this.isFree(candidate)) return candidate;
    }
  }

  private isFree(name: string): boolean {
    return !this.taken.has(name) && !reserved.has(name);
  }
}

/** `otlp_http` as `otlpHttp`; empty where nothing of the text can stand in a name. */
export function camelCase(text: string): string {
  const all = text.split(/[^A-Za-z0-9]+/).filter(Boolean);
  // What begins with a number is named after the rest of it.
  const first = all.findIndex((word) => /^[A-Za-z]/.test(word));
  const words = first === -1 ? all : all.slice(first);
  const joined = words.map((word, i) => (i === 0 ? lowerFirst(word) : upperFirst(word))).join('');
  return /^[0-9]/.test(joined) ? `n${joined}` : joined;
}

function lowerFirst(word: string): string {
  // What is all capitals is one word: `API` is `api`.
  return word === word.toUpperCase() ? word.toLowerCase() : `${word[0]?.toLowerCase()}${word.slice(1)}`;
}

export function upperFirst(word: string): string {
  return `${word[0]?.toUpperCase() ?? ''}${word.slice(1)}`;
}

/** The name of a component's variable: what it is called, then what it is: `vendor_otlp_http`. */
export function componentNames(type: string, name: string | undefined, kind: string): readonly string[] {
  const plain = name === undefined ? type : /^[A-Za-z]/.test(name) ? `${name}_${type}` : `${type}_${name}`;
  return [plain, `${plain}_${kind}`];
}

/** `OpenTelemetryCollector` as `open-telemetry-collector`. */
export function kebabCase(text: string): string {
  return text
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase();
}

/** A text as the id of a construct. */
export function constructId(text: string): string {
  const id = text.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^-+|-+$/g, '');
  // What every object of JavaScript has is taken.
  return id === '' || id in {} ? `${id === '' ? 'object' : id}-1` : id;
}
