import { disjoint } from '../analysis/conditions/decide';
import type { Context } from '../ottl/condition';
import { lowerCondition } from '../ottl/lower';
import type { PlannedRule } from './planned';
import type { RouteIssue } from './route-issues';
import type { RuleSet } from './rule-set';

type OwnedRules = RuleSet<string, Context>;

/** Owners whose telemetry is not kept apart by their guards: the first in the route takes what is the other's, too. */
export function overlapIssues(rules: readonly PlannedRule[]): RouteIssue[] {
  const sets = [...new Set(rules.map(({ set }) => set))].filter((set) => set !== undefined);
  return sets.flatMap((set, i) => sets.slice(i + 1).flatMap((other) => overlap(set, other)));
}

function overlap(first: OwnedRules, second: OwnedRules): RouteIssue[] {
  if (first.owner === second.owner) return [];
  const unguarded = [first, second].find(({ within }) => within === undefined);
  if (unguarded) {
    return [
      {
        code: 'rule-overlap',
        severity: 'error',
        message: `the rules of "${unguarded.owner}" are not kept within anything, so that they overlap those of "${unguarded === first ? second.owner : first.owner}".`,
        fix: `Say what belongs to "${unguarded.owner}": ruleSet('${unguarded.owner}', { within: …, rules: […] }).`,
      },
    ];
  }
  const apart = first.within && second.within && disjoint(lowerCondition(first.within), lowerCondition(second.within));
  if (apart === 'yes') return [];
  return [
    {
      code: 'rule-overlap',
      severity: apart === 'no' ? 'error' : 'warning',
      message: `what belongs to "${first.owner}" ${apart === 'no' ? 'overlaps' : 'may overlap'} what belongs to "${second.owner}".`,
      fix: 'Guard them by different values of one attribute: within: resource.attribute(…).equals(…).',
    },
  ];
}
