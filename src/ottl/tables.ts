/** What a function's parameter takes, as the getters of OTTL do it. */
export type ParameterType =
  /** Anything, as it is. */
  | 'any'
  /** Strictly of this type; nil is an error. */
  | 'string'
  | 'int'
  | 'float'
  | 'bool'
  | 'map'
  | 'slice'
  | 'bytes'
  | 'time'
  | 'duration'
  /** What can be turned into it; nil stays nil. */
  | 'stringLike'
  | 'intLike'
  | 'floatLike'
  | 'boolLike'
  | 'bytesLike'
  /** A path that is set: of any type, of a map, or of a list. */
  | 'setter'
  | 'mapTarget'
  | 'sliceTarget'
  /** A literal, known when the collector starts. */
  | 'literalString'
  | 'literalInt'
  | 'literalFloat'
  | 'literalBool'
  | 'literalBytes'
  | 'enum'
  | 'function'
  | 'lambda'
  | 'strings'
  | 'stringLikes'
  | 'ints'
  | 'floats'
  | 'anys'
  | 'maps'
  | 'slices'
  /** Lists of literals. */
  | 'literalStrings'
  | 'literalInts'
  | 'literalFloats'
  | 'other';

export interface Parameter {
  /** In snake_case, as a named argument writes it. */
  readonly name: string;
  readonly type: ParameterType;
  readonly optional: boolean;
}

/** A function, by what the real factory says of its arguments. */
export interface FunctionFacts {
  readonly name: string;
  readonly parameters: readonly Parameter[];
}

/** Which functions a field of a component knows beside the standard converters. */
export type FunctionSet = string;

/** What the language is in one release. */
export interface LanguageFacts {
  readonly release: string;
  /** Every function, by name. */
  readonly functions: Readonly<Record<string, FunctionFacts>>;
  /** The names of functions by set and context. */
  readonly sets: Readonly<Record<FunctionSet, Readonly<Record<string, readonly string[]>>>>;
  readonly contexts: Readonly<Record<string, ContextFacts>>;
  readonly names: NameFacts;
}

/** Names that functions look up when they are made. */
export interface NameFacts {
  /** Of `Decode`, beside the variants of Base64; in small letters, though the collector takes any. */
  readonly encodings: readonly string[];
  /** Of `Time`. */
  readonly locales: readonly string[];
  /** The patterns of `ExtractGrokPatterns`. */
  readonly grok: readonly string[];
}

export interface ContextFacts {
  /** The prefixes of paths that the context reads, itself first: `log`, `scope`, `instrumentation_scope`, `resource`. */
  readonly reads: readonly string[];
  /** Its own paths, without the prefix and without keys: `severity_number`, `trace_id.string`. */
  readonly paths: Readonly<Record<string, PathFacts>>;
  /** Names of constants with their values. */
  readonly enums: Readonly<Record<string, number>>;
}

export interface PathFacts {
  /** Of what a path without keys gives. */
  readonly type: 'string' | 'int' | 'float' | 'bool' | 'map' | 'slice' | 'any' | 'time' | 'id' | 'bytes' | 'object';
  /** Whether it takes keys: `attributes["k"]`. */
  readonly keys: boolean;
  /** Whether it can be set. */
  readonly settable: boolean;
  /** Whether it may hold nothing. */
  readonly optional: boolean;
}
