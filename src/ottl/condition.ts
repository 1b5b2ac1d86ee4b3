import { MdaiError } from '../model/issue';
import type { ListValue, Ref } from '../model/value';
import type { BooleanExpression, ComparisonOperator, Path, ValueExpression } from './ast';

/** What a condition is evaluated on: once per resource, scope, record …; `otelcol` is what came with the request. */
export type Context = 'resource' | 'scope' | 'span' | 'spanevent' | 'metric' | 'datapoint' | 'log' | 'otelcol';

/** A place in a record. */
export interface Place {
  readonly path: Path;
  /** Whether the place may hold nothing. */
  readonly optional: boolean;
  /** What has to be a map so that the place can be read, from the outside in. */
  readonly within: readonly Path[];
}

/** A value that a condition compares with. `bigint` is for integers that a number does not hold exactly. */
export type Literal = string | number | bigint | boolean;

/** The tree that a condition stands for, with meanings of its own: `lowerCondition` says what they are in OTTL. */
export type ConditionTree =
  | { readonly kind: 'equals'; readonly place: Place; readonly value: Literal | Ref }
  | { readonly kind: 'in'; readonly place: Place; readonly values: readonly Literal[] | ListValue }
  | { readonly kind: 'matches'; readonly place: Place; readonly pattern: string | Ref }
  | { readonly kind: 'exists'; readonly place: Place }
  | {
      /** Of a text; what is no text has no such property. */
      readonly kind: 'text';
      readonly place: Place;
      readonly function: 'HasPrefix' | 'HasSuffix' | 'IsMatch' | 'IsInCIDR';
      readonly argument: string | Ref | readonly string[];
    }
  | {
      /** What is decided for every record that has both sides, and whose opposite is the opposite operator. */
      readonly kind: 'compare';
      readonly operator: ComparisonOperator;
      readonly left: ValueExpression;
      readonly right: ValueExpression;
      readonly within: readonly Path[];
    }
  | {
      readonly kind: 'severity';
      readonly compare: 'atLeast' | 'below';
      readonly level: SeverityLevel;
      readonly unspecified: boolean;
    }
  | { readonly kind: 'function'; readonly name: string }
  /** OTTL as somebody wrote it. */
  | { readonly kind: 'written'; readonly tree: BooleanExpression; readonly refs: readonly Ref[] }
  | { readonly kind: 'not'; readonly of: ConditionTree }
  | { readonly kind: 'and' | 'or'; readonly left: ConditionTree; readonly right: ConditionTree };

/** The levels of a log record's severity, least first. */
export const severityLevels = ['TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR', 'FATAL'] as const;

/** A level of a log record’s severity. */
export type SeverityLevel = (typeof severityLevels)[number];

const conditionMark: unique symbol = Symbol.for('cdk8s-mdai.Condition') as never;
// A phantom property: it carries the contexts in the type, and does not exist at run time.
declare const contexts: unique symbol;

/**
 * A question about a record, with these meanings: what is missing is neither equal nor unequal to anything (`exists`
 * asks), an empty hub variable matches nothing, and a severity that was not set is neither below a level nor at least it.
 */
export class Condition<C extends Context> {
  /** @internal Recognised across two installed copies of this library. */
  readonly [conditionMark]: true = true;
  declare readonly [contexts]: C;

  /** @internal */
  constructor(
    /** @internal */
    readonly tree: ConditionTree,
  ) {}

  /** Both hold. */
  and<D extends Context>(other: Condition<D>): Condition<C | D> {
    return new Condition({ kind: 'and', left: this.tree, right: other.tree });
  }

  /** At least one holds. */
  or<D extends Context>(other: Condition<D>): Condition<C | D> {
    return new Condition({ kind: 'or', left: this.tree, right: other.tree });
  }

  /**
   * It is known not to hold: `attribute('a').equals('x').not()` needs an attribute `a` with another value. Of OTTL that
   * you wrote yourself it is OTTL's own `not`, which also holds for what is missing.
   */
  not(): Condition<C> {
    return new Condition({ kind: 'not', of: this.tree });
  }

  /** Always throws: inside other text, a condition would lose what it refers to. */
  toString(): string {
    throw new MdaiError(
      'A condition was turned into a string. Give it to the field as it is, or join it with and(), or(), not().',
    );
  }
}

export function isCondition(value: unknown): value is Condition<Context> {
  return typeof value === 'object' && value !== null && conditionMark in value;
}
