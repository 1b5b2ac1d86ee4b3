import type { Target } from '../catalog/target';
import { isComponentName } from '../model/component-id';
import { MdaiError } from '../model/issue';
import type { Condition, Context } from '../ottl/condition';
import type { AnyRule, Rule, RuleContexts, RuleSignals } from './rule';

// Phantom properties: they carry the signals and contexts in the type, and do not exist at run time.
declare const routes: unique symbol;
declare const asks: unique symbol;

/** The rules of one owner. */
export interface RuleSetProps<R extends AnyRule, G extends Context> {
  /**
   * What belongs to the owner. Every rule of the set matches only within it.
   * @default everything: no other owner's rules can then stand in the same route
   */
  readonly within?: Condition<G>;
  /** In this order, the first that matches takes the record. */
  readonly rules: readonly R[];
}

/** What the owner of a route lets the rules of a set do. */
export interface Rights {
  /**
   * Whether its rules may drop, or keep only a share.
   * @default false
   */
  readonly drop?: boolean;
  /**
   * The targets that its rules may send to beside those that the route's own rules and `otherwise` send to, or `any`.
   * @default none
   */
  readonly targets?: 'any' | readonly Target<never>[];
}

const ruleSetMark: unique symbol = Symbol.for('cdk8s-mdai.RuleSet') as never;

/** One owner's rules behind a guard: a free value, which a team's package can export. */
export class RuleSet<S extends string, X extends Context> {
  /** @internal Recognised across two installed copies of this library. */
  readonly [ruleSetMark]: true = true;
  declare readonly [routes]: { readonly [signal in S]: true };
  declare readonly [asks]: X;

  /** @internal */
  constructor(
    /** Whose rules they are: their names in the YAML begin with it. */
    readonly owner: string,
    /** @internal */
    readonly within: Condition<X> | undefined,
    /** @internal */
    readonly rules: readonly Rule<string, Context>[],
    /** @internal */
    readonly rights: Rights,
  ) {
    if (!isComponentName(owner)) {
      throw new MdaiError(`"${owner}" is no name for the owner of rules. Use letters, digits, "-", "_" and ".".`);
    }
  }

  /**
   * The same rules with these rights: what the owner of a route says where it lets them in.
   *
   * @param rights replace those that were given before
   */
  allowing(rights: Rights): RuleSet<S, X> {
    return new RuleSet(this.owner, this.within, this.rules, rights);
  }
}

/**
 * One owner's rules, which match only what belongs to the owner. In the YAML, they are named `owner.rule`.
 *
 * @throws MdaiError for an owner that cannot stand in the name of a component
 */
export function ruleSet<R extends AnyRule, G extends Context = never>(
  owner: string,
  { within, rules }: RuleSetProps<R, G>,
): RuleSet<RuleSignals<R>, RuleContexts<R> | G> {
  return new RuleSet<RuleSignals<R>, RuleContexts<R> | G>(
    owner,
    within as Condition<RuleContexts<R> | G> | undefined,
    rules as unknown as readonly Rule<string, Context>[],
    {},
  );
}

export function isRuleSet(value: unknown): value is RuleSet<string, Context> {
  return typeof value === 'object' && value !== null && ruleSetMark in value;
}
