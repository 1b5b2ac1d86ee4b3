/** What an expression has: one sample per series, samples over time per series, a number, or a text. */
export type ValueType = 'vector' | 'matrix' | 'scalar' | 'string';

/** A function, by what the real parser says of it. */
export interface PromqlFunction {
  readonly arguments: readonly ValueType[];
  /** 0: exactly these arguments; -1: the last any number of times, or never; otherwise how many more than all but the last. */
  readonly variadic: number;
  readonly returns: ValueType;
  /** Refused without the feature flag `promql-experimental-functions`. */
  readonly experimental: boolean;
}

/** An operator that makes one series of several, such as `sum`. */
export interface Aggregator {
  /** The type of its first argument, of two; empty where it takes only one. */
  readonly parameter: ValueType | '';
  /** Refused without the feature flag `promql-experimental-functions`. */
  readonly experimental: boolean;
}

/** A word with a meaning of its own, in any case of its letters. */
export interface Keyword {
  /** Whether a metric can have it as its name. */
  readonly metric: boolean;
  /** Whether a label can, in a list of labels. */
  readonly label: boolean;
}

/** What PromQL is in one release. */
export interface PromqlFacts {
  readonly release: string;
  readonly functions: Readonly<Record<string, PromqlFunction>>;
  readonly aggregators: Readonly<Record<string, Aggregator>>;
  readonly keywords: Readonly<Record<string, Keyword>>;
}
