import type { TextRange } from '../model/text-problem';

export type { TextRange };

interface Node {
  /** Absent where the node was not read from text. */
  readonly range?: TextRange;
}

/** What a string literal is made of: text, and variables whose values are known when the collector starts. */
export type StringPart = string | Placeholder;

/** `${env:NAME}` in the collector's configuration. */
export interface Placeholder {
  /** The variable's name; for another source than the environment, what stands between the braces. */
  readonly env: string;
  /** What stands between the braces, where that is more than `env:` and a name: `env:NAME:-default`, `file:/path`. */
  readonly uri?: string;
}

export type ComparisonOperator = '==' | '!=' | '<' | '<=' | '>' | '>=';

/** What is true or false of a record: the whole of a condition, and what comes after `where`. */
export type BooleanExpression =
  /** At least two terms, of which none is of the same kind. */
  | (Node & { readonly kind: 'or' | 'and'; readonly terms: readonly BooleanExpression[] })
  | (Node & { readonly kind: 'not'; readonly of: BooleanExpression })
  | (Node & {
      readonly kind: 'comparison';
      readonly operator: ComparisonOperator;
      readonly left: ValueExpression;
      readonly right: ValueExpression;
    })
  | (Node & { readonly kind: 'constant'; readonly value: boolean })
  | Call
  | Opaque;

/** What has a value. */
export type ValueExpression =
  | (Node & { readonly kind: 'nil' })
  | (Node & { readonly kind: 'int'; readonly value: bigint })
  | (Node & { readonly kind: 'float'; readonly value: number })
  | (Node & { readonly kind: 'bool'; readonly value: boolean })
  | (Node & { readonly kind: 'bytes'; readonly value: Uint8Array })
  | StringLiteral
  | (Node & { readonly kind: 'enum'; readonly name: string })
  | Path
  | Call
  | (Node & {
      readonly kind: 'math';
      readonly operator: '+' | '-' | '*' | '/';
      readonly left: ValueExpression;
      readonly right: ValueExpression;
    })
  /** A sign in front of what is no literal number. */
  | (Node & { readonly kind: 'sign'; readonly operator: '+' | '-'; readonly of: ValueExpression })
  | (Node & { readonly kind: 'list'; readonly items: readonly ValueExpression[] })
  | (Node & { readonly kind: 'map'; readonly entries: readonly MapEntry[] })
  | Opaque;

/** Text between double quotes. */
export interface StringLiteral extends Node {
  readonly kind: 'string';
  /** Unescaped; neighbouring texts are one. */
  readonly parts: readonly StringPart[];
}

export interface MapEntry {
  readonly key: StringLiteral;
  readonly value: ValueExpression;
}

/** A place in a record: `log.attributes["a"]["b"]`. */
export interface Path extends Node {
  readonly kind: 'path';
  /** What stands before the first dot, where it names a context (or a local name of a lambda). */
  readonly context?: string;
  readonly fields: readonly PathField[];
}

export interface PathField extends Node {
  readonly name: string;
  readonly keys: readonly ValueExpression[];
}

/** A converter (`IsMatch(…)`), which may be indexed, or an editor (`set(…)`). */
export interface Call extends Node {
  readonly kind: 'call';
  readonly name: string;
  readonly arguments: readonly Argument[];
  readonly keys: readonly ValueExpression[];
}

export interface Argument extends Node {
  /** Of a named argument. */
  readonly name?: string;
  readonly value: ValueExpression | FunctionName | Lambda;
}

/**
 * A function that is passed on: `Sha256` in `replace_pattern(x, "a", "b", Sha256)`. In the grammar a name without
 * small letters, such as `SHA256`, is an enum there: what takes a function takes both.
 */
export interface FunctionName extends Node {
  readonly kind: 'function';
  readonly name: string;
}

export interface Lambda extends Node {
  readonly kind: 'lambda';
  /** `_` for one that is not used. */
  readonly parameters: readonly string[];
  readonly body: ValueExpression | BooleanExpression;
}

/** A part of the text that is known only when the collector starts: `${env:NAME}` outside of a string literal. */
export interface Opaque extends Node, Placeholder {
  readonly kind: 'opaque';
}

/** `editor(…) where condition`. */
export interface Statement extends Node {
  readonly kind: 'statement';
  /** Opaque where the whole statement is a variable. */
  readonly editor: Call | Opaque;
  readonly where?: BooleanExpression;
}
