import { mayFail } from '../analysis/conditions/may-fail';
import type { Issue } from '../model/issue';
import { didYouMean } from '../model/nearest';
import type { ConditionTree } from '../ottl/condition';
import { lowerCondition } from '../ottl/lower';
import type { EditedRules } from './edits';
import { overlapIssues } from './overlap';
import type { PlannedRule } from './planned';
import { toleratesErrors } from './releases';
import { rightIssues } from './rights';
import type { Route } from './route';

/** A mistake in the rules of a route. */
export type RouteIssue = Omit<Issue, 'path'>;

/** What is wrong with the rules of a route that its configuration cannot show. */
export function routeIssues(route: Route<string>, { rules, missing }: EditedRules): RouteIssue[] {
  return [
    ...nameIssues(rules),
    ...missing.map(({ anchor }) => missingRule(anchor, rules)),
    ...sampleIssues(route, rules),
    ...rightIssues(route, rules),
    ...overlapIssues(rules),
    ...errorIssues(route, rules),
  ];
}

function* nameIssues(rules: readonly PlannedRule[]): Generator<RouteIssue> {
  const seen = new Set<string>();
  for (const { name } of rules) {
    if (seen.has(name)) yield issue('rule-name', `two rules are called "${name}".`, 'Give one of them another name.');
    seen.add(name);
  }
}

function missingRule(anchor: string, rules: readonly PlannedRule[]): RouteIssue {
  const names = rules.map(({ name }) => name);
  const present = names.length === 0 ? 'It has no rules.' : `Its rules: ${names.join(', ')}.`;
  return issue('anchor-missing', `the route has no rule "${anchor}" to change.`, didYouMean(anchor, names, present));
}

/** Nothing samples metrics, whose points do not stand for themselves. */
function* sampleIssues(route: Route<string>, rules: readonly PlannedRule[]): Generator<RouteIssue> {
  if (route.parsed.signal !== 'metrics') return;
  const sampled = rules.filter(({ outcome }) => outcome.sample).map(({ name }) => `the rule "${name}"`);
  for (const what of [...sampled, ...(route.declaration.otherwise.sample ? ['`otherwise`'] : [])]) {
    yield issue(
      'rule-sample',
      `${what} keeps a share of metrics, which would falsify every sum.`,
      'Take `sample` away. To send less, aggregate over time (processors.interval) or delete attributes.',
    );
  }
}

/** Conditions that raise errors, where the release does more than to go on. */
function* errorIssues(route: Route<string>, rules: readonly PlannedRule[]): Generator<RouteIssue> {
  const { release } = route.owner;
  if (toleratesErrors(release)) return;
  for (const { name, when } of rules) {
    // Typed conditions fail on nothing but NaN.
    if (when === 'always' || !isWritten(when.tree) || mayFail(lowerCondition(when)) !== 'yes') continue;
    yield {
      code: 'rule-error',
      severity: 'warning',
      message: `the condition of the rule "${name}" fails on some records; the routing connector of ${release} then refuses the whole batch when it has delivered it, so that it comes again.`,
      fix: 'Guard it, e.g. IsString(log.attributes["a"]) and HasPrefix(…), or write it as a typed condition, which never fails.',
    };
  }
}

/** Whether a condition holds OTTL that somebody wrote. */
function isWritten(tree: ConditionTree): boolean {
  if (tree.kind === 'and' || tree.kind === 'or') return isWritten(tree.left) || isWritten(tree.right);
  return tree.kind === 'not' ? isWritten(tree.of) : tree.kind === 'written';
}

function issue(code: Issue['code'], message: string, fix: string): RouteIssue {
  return { code, severity: 'error', message, fix };
}
