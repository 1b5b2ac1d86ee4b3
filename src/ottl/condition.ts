import { MdaiError } from '../model/issue';
import type { ListValue, Ref } from '../model/value';

/** What a condition is evaluated on: once per resource, scope, record … */
export type Context = 'resource' | 'scope' | 'span' | 'spanevent' | 'metric' | 'datapoint' | 'log';

/** A place in a record. */
export interface Path {
  readonly context: Context;
  /** In OTTL, with its context in front: `log.attributes["k"]`. */
  readonly text: string;
  /** Whether the place may hold nothing. */
  readonly optional: boolean;
}

export type Literal = string | number | boolean;

/** The tree that a condition stands for. */
export type ConditionTree =
  | { readonly kind: 'equals'; readonly path: Path; readonly value: Literal | Ref }
  | { readonly kind: 'in'; readonly path: Path; readonly values: readonly Literal[] | ListValue }
  | { readonly kind: 'matches'; readonly path: Path; readonly pattern: string | Ref }
  | { readonly kind: 'exists'; readonly path: Path }
  | {
      readonly kind: 'severity';
      readonly compare: 'atLeast' | 'below';
      readonly level: SeverityLevel;
      readonly unspecified: boolean;
    }
  | { readonly kind: 'function'; readonly name: string; readonly context: Context }
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

  /** It is known not to hold: `attribute('a').equals('x').not()` needs an attribute `a` with another value. */
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
