import type { TextRange } from '../model/text-problem';

export type { TextRange };

interface Node {
  /** Absent where the node was not read from text. */
  readonly range?: TextRange;
}

export type MatchOperator = '=' | '!=' | '=~' | '!~';

/** What a selector asks of a label: `job="api"`. */
export interface Matcher extends Node {
  /** `__name__` for a name that stands between quotes in the braces. */
  readonly label: string;
  readonly operator: MatchOperator;
  readonly value: string;
}

/** Which series are read: `up{job="api"} offset 5m`. */
export interface VectorSelector extends Node, TimeModifiers {
  readonly kind: 'vector';
  /** What stands before the braces. */
  readonly name?: string;
  readonly matchers: readonly Matcher[];
  /** How samples at the ends of a range are made up (Prometheus 3). */
  readonly extended?: 'anchored' | 'smoothed';
}

/** When something is read, if not now. */
export interface TimeModifiers {
  readonly offset?: DurationExpression;
  /** Seconds since 1970, or an end of the range of a query. */
  readonly at?: number | 'start' | 'end';
}

/** The samples of series over time: `up[5m]`. Offset and time stand at the selector. */
export interface MatrixSelector extends Node {
  readonly kind: 'matrix';
  readonly selector: VectorSelector;
  readonly over: DurationExpression;
}

/** An expression evaluated again and again over time: `rate(up[5m])[1h:1m]`. */
export interface Subquery extends Node, TimeModifiers {
  readonly kind: 'subquery';
  readonly of: PromqlExpression;
  readonly over: DurationExpression;
  /** Every how long. @default the evaluation interval of the Prometheus */
  readonly step?: DurationExpression;
}

export interface NumberLiteral extends Node {
  readonly kind: 'number';
  readonly value: number;
  /** Written as a duration, such as `5m`; the value is in seconds. */
  readonly duration?: true;
}

export interface StringLiteral extends Node {
  readonly kind: 'string';
  /** Unescaped. A byte that is no text is a code unit from U+DC80 to U+DCFF. */
  readonly value: string;
}

export interface PromqlCall extends Node {
  readonly kind: 'call';
  readonly name: string;
  readonly arguments: readonly PromqlExpression[];
}

/** `sum by (job) (…)`. */
export interface Aggregation extends Node {
  readonly kind: 'aggregation';
  /** In small letters. */
  readonly operator: string;
  readonly grouping?: Grouping;
  /** What is aggregated is the last; `topk` and others take a parameter before it. */
  readonly arguments: readonly PromqlExpression[];
}

export interface Grouping {
  readonly kind: 'by' | 'without';
  readonly labels: readonly string[];
}

export type BinaryOperator =
  | 'or'
  | 'and'
  | 'unless'
  | '=='
  | '!='
  | '<='
  | '<'
  | '>='
  | '>'
  | '</'
  | '>/'
  | '+'
  | '-'
  | '*'
  | '/'
  | '%'
  | 'atan2'
  | '^';

export interface Binary extends Node {
  readonly kind: 'binary';
  readonly operator: BinaryOperator;
  readonly left: PromqlExpression;
  readonly right: PromqlExpression;
  /** A comparison gives 0 or 1, instead of leaving series away. */
  readonly bool?: true;
  /** Which labels series of both sides have to share. @default all */
  readonly matching?: Matching;
  /** Values for what one side lacks (Prometheus 3). */
  readonly fill?: { readonly left?: number; readonly right?: number };
}

export interface Matching {
  readonly kind: 'on' | 'ignoring';
  readonly labels: readonly string[];
  /** The side with many series per series of the other, and the labels that it gets from the other. */
  readonly group?: { readonly side: 'left' | 'right'; readonly labels: readonly string[] };
}

/** A sign before what is no literal number. */
export interface Sign extends Node {
  readonly kind: 'sign';
  readonly operator: '+' | '-';
  readonly of: PromqlExpression;
}

export interface Parentheses extends Node {
  readonly kind: 'paren';
  readonly of: PromqlExpression;
}

export type PromqlExpression =
  | NumberLiteral
  | StringLiteral
  | VectorSelector
  | MatrixSelector
  | Subquery
  | PromqlCall
  | Aggregation
  | Binary
  | Sign
  | Parentheses;

export type DurationOperator = '+' | '-' | '*' | '/' | '%' | '^';

/** How long. All but literals came with Prometheus 3, and need a feature flag. */
export type DurationExpression =
  | NumberLiteral
  | (Node & { readonly kind: 'step' | 'range' })
  | (Node & {
      readonly kind: 'min_of' | 'max_of';
      readonly left: DurationExpression;
      readonly right: DurationExpression;
    })
  | (Node & {
      readonly kind: 'math';
      readonly operator: DurationOperator;
      readonly left: DurationExpression;
      readonly right: DurationExpression;
    })
  | (Node & { readonly kind: 'durationSign'; readonly operator: '+' | '-'; readonly of: DurationExpression })
  | (Node & { readonly kind: 'durationParen'; readonly of: DurationExpression });
