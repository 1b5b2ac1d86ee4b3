import type { Condition, Context } from '../ottl/condition';
import type { Outcome } from './outcome';
import { isRule, type Rule, type When } from './rule';
import type { RuleSet } from './rule-set';

/** What a list of rules holds. */
export type RuleEntry = Rule<string, Context> | RuleSet<string, Context>;

/** A rule as it stands in a route: named by its owner too, and within the owner's guard. */
export interface PlannedRule {
  /** `rule`, or `owner.rule`. */
  readonly name: string;
  readonly set?: RuleSet<string, Context>;
  readonly when: When<Context>;
  readonly outcome: Outcome<string>;
  /** Sends a copy and lets the record go on. */
  readonly copies: boolean;
}

/** The rules of a list, in its order, those of rule sets among them. */
export function planned(entries: readonly RuleEntry[]): PlannedRule[] {
  return entries.flatMap((entry) => {
    if (isRule(entry)) return [plan(entry)];
    return entry.rules.map((rule) => ({
      ...plan(rule),
      name: `${entry.owner}.${rule.name}`,
      set: entry,
      when: guarded(rule.when, entry.within),
    }));
  });
}

function plan({ name, when, outcome, copies }: Rule<string, Context>): PlannedRule {
  return { name, when, outcome, copies };
}

/** A condition within a guard. */
export function guarded(when: When<Context>, within: Condition<Context> | undefined): When<Context> {
  if (within === undefined) return when;
  return when === 'always' ? within : within.and(when);
}
