import type { ConfigMap, ConfigValue } from '../../model/config';

/** What stands at a path of a map or a list that was read: the map or list itself where the path is empty. */
export interface Source {
  readonly value: ConfigMap | readonly ConfigValue[];
  readonly path: readonly (string | number)[];
}

/** What an expression has besides what it says. */
export interface Remarks {
  /** What it stands for of that which was read, the most telling first. @default unknown */
  readonly of?: readonly Source[];
  /** Comments above it, where it is an entry of an object or an item of a list: a line each. */
  readonly notes?: readonly string[];
  /** A comment behind it on its line, where it is an entry or an item that says no more than a word. */
  readonly besides?: string;
  /** Comments behind the last entry of an object, or the last item of a list. */
  readonly notesAtEnd?: readonly string[];
}

/** An expression of TypeScript, of the few forms that imported programs have. */
export type Code = Expression & Remarks;

type Expression =
  /** A name, a number, `true`: as it stands. */
  | { readonly kind: 'plain'; readonly text: string }
  | { readonly kind: 'string'; readonly value: string }
  /** `` tag`…${…}…` ``: texts as they are meant, and expressions between them. */
  | { readonly kind: 'template'; readonly tag: string; readonly parts: readonly (string | Code)[] }
  | { readonly kind: 'object'; readonly entries: readonly (readonly [key: string, value: Code])[] }
  | { readonly kind: 'array'; readonly items: readonly Code[] }
  | {
      readonly kind: 'call';
      /** What is called: `receivers.otlp`, or with `new` in front `new Collector`. */
      readonly callee: string;
      /** The expression whose method it is: `callee` is then the method's name. */
      readonly on?: Code;
      readonly types?: string;
      readonly args: readonly Code[];
    };

/** A line of a program, or several. */
export type Statement =
  | {
      readonly kind: 'const';
      readonly name: string;
      readonly value: Code;
      readonly comment?: string;
      readonly notes?: readonly string[];
    }
  | { readonly kind: 'run'; readonly value: Code; readonly comment?: string; readonly notes?: readonly string[] }
  | { readonly kind: 'comment'; readonly notes: readonly string[] }
  | { readonly kind: 'blank' }
  | { readonly kind: 'return'; readonly value: Code }
  | {
      readonly kind: 'function';
      readonly name: string;
      readonly params: readonly Parameter[];
      readonly body: readonly Statement[];
    };

/** A parameter of a function, with its type. */
export interface Parameter {
  readonly name: string;
  readonly type: string;
}

/** A file of a program. */
export interface SourceFile {
  readonly path: string;
  readonly imports: readonly Import[];
  readonly body: readonly Statement[];
}

/** The names that a file takes from a module. */
export interface Import {
  readonly module: string;
  readonly names: readonly string[];
  /** Names that only the compiler needs. */
  readonly types?: readonly string[];
}

export const blankLine: Statement = { kind: 'blank' };

export function plain(text: string): Code {
  return { kind: 'plain', text };
}

/** A number, a boolean or nothing. */
export function scalar(value: ConfigValue): Code {
  return plain(String(value).replace('e+', 'e'));
}

export function isNumber(code: Code): boolean {
  return code.kind === 'plain' && /^-?[\d.]/.test(code.text);
}

export function string(value: string): Code {
  return { kind: 'string', value };
}

export function array(items: readonly Code[]): Code {
  return { kind: 'array', items };
}

/** An object of the entries that are given. */
export function object(entries: readonly (readonly [key: string, value: Code | undefined])[]): Code {
  return {
    kind: 'object',
    entries: entries.filter((entry): entry is readonly [string, Code] => entry[1] !== undefined),
  };
}

export function call(callee: string, ...args: readonly Code[]): Code {
  return { kind: 'call', callee, args };
}

/** `on.method(…)`. */
export function method(on: Code, name: string, ...args: readonly Code[]): Code {
  return { kind: 'call', on, callee: name, args };
}

/** Code that stands for what was read at a path of a map or a list. Without one, it stands for nothing known. */
export function standingFor(code: Code, value: ConfigValue | undefined, ...path: Source['path']): Code {
  return typeof value === 'object' && value !== null ? { ...code, of: [...(code.of ?? []), { value, path }] } : code;
}

/** The last argument, unless it is an object or a list of nothing. */
export function unlessEmpty(code: Code): readonly Code[] {
  return (code.kind === 'object' && code.entries.length === 0) || (code.kind === 'array' && code.items.length === 0)
    ? []
    : [code];
}
