import type { Processor, processes } from '../catalog/component';
import type { Target, takes } from '../catalog/target';
import { isComponentName } from '../model/component-id';
import { MdaiError } from '../model/issue';
import type { Signal } from '../model/signal';
import type { Condition, Context } from '../ottl/condition';
import type { Delivery, Drop, Outcome } from './outcome';
import { assertSample } from './sample';

// Phantom properties: they carry the signals and contexts in the type, and do not exist at run time.
declare const routes: unique symbol;
declare const asks: unique symbol;

/** What a rule asks of a record: a condition, or nothing. */
export type When<X extends Context> = Condition<X> | 'always';

/** A rule that takes what it matches, or a copy of it. */
export type RuleProps<X extends Context, T, P> = {
  /** Which records the rule matches. Records whose condition fails to evaluate are not matched. */
  readonly when: When<X>;
} & (
  | (Delivery<T, P> & {
      /**
       * Sends a copy, and lets the record go on to the rules behind this one and to `otherwise`.
       * @default false: the first rule that matches takes the record
       */
      readonly continue?: boolean;
    })
  | (Drop & { readonly continue?: never })
);

// The keys that every member of a union has: what all of the targets take, and all of the processors process.
type Taken<T> = keyof (T extends Target<never> ? T[typeof takes] : never);
type Processed<P> = keyof (P extends Processor<never> ? P[typeof processes] : never);

/** The signals of a rule with these targets and processors. */
export type Carried<T, P> = Taken<T> & Processed<P> & string;

const ruleMark: unique symbol = Symbol.for('cdk8s-mdai.Rule') as never;

/** A routing rule for the signals `S`, whose condition asks about the contexts `X`: a free value. */
export class Rule<S extends string, X extends Context> {
  /** @internal Recognised across two installed copies of this library. */
  readonly [ruleMark]: true = true;
  declare readonly [routes]: { readonly [signal in S]: true };
  declare readonly [asks]: X;

  /** @internal */
  constructor(
    /** What the YAML calls it. */
    readonly name: string,
    /** @internal */
    readonly when: When<X>,
    /** @internal */
    readonly outcome: Outcome<string>,
    /** @internal */
    readonly copies: boolean,
  ) {
    if (!isComponentName(name)) {
      throw new MdaiError(`"${name}" is no name for a rule. Use letters, digits, "-", "_" and ".".`);
    }
    if (outcome.sample) assertSample(outcome.sample);
  }
}

/** Anything that is a rule. */
export type AnyRule = Rule<never, Context>;

/** The signals that rules of all these types serve. */
export type RuleSignals<R> = keyof (R extends AnyRule ? R[typeof routes] : never) & string;

/** The contexts that any of these rules asks about. */
export type RuleContexts<R> = R extends AnyRule ? R[typeof asks] : never;

/**
 * A routing rule.
 *
 * @param name becomes the name of its pipeline
 * @throws MdaiError for a name that no component can have, and for a share that is none
 */
export function rule<
  X extends Context = never,
  T extends Target<never> = Target<Signal>,
  P extends Processor<never> = Processor<Signal>,
>(name: string, props: RuleProps<X, T, P>): Rule<Carried<T, P>, X> {
  const { when, continue: copies = false, ...outcome } = props;
  return new Rule(name, when, outcome as unknown as Outcome<string>, copies);
}

export function isRule(value: unknown): value is Rule<string, Context> {
  return typeof value === 'object' && value !== null && ruleMark in value;
}
