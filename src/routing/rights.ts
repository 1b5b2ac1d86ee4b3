import { isComponent } from '../catalog/component';
import { type Target, Through } from '../catalog/target';
import { isPipeline } from '../collector/pipeline';
import type { Outcome } from './outcome';
import type { PlannedRule } from './planned';
import type { Route } from './route';
import type { RouteIssue } from './route-issues';

/** What rules of rule sets do though the route does not let them. */
export function rightIssues(route: Route<string>, rules: readonly PlannedRule[]): RouteIssue[] {
  const own = rules.filter(({ set }) => set === undefined).map(({ outcome }) => outcome);
  const shared = new Set([route.declaration.otherwise, ...own].flatMap(targetsOf).map(nameOf));
  return rules.flatMap((rule) => [...dropping(rule), ...sending(rule, shared)]);
}

function* dropping({ name, set, outcome }: PlannedRule): Generator<RouteIssue> {
  if (!set || set.rights.drop || (!outcome.drop && !outcome.sample)) return;
  yield {
    code: 'rule-right',
    severity: 'error',
    message: `the rule "${name}" ${outcome.drop ? 'drops' : 'keeps only a share of'} telemetry, which the route does not let "${set.owner}" do.`,
    fix: 'Let the rules in with .allowing({ drop: true }), or give the rule other targets.',
  };
}

function* sending({ name, set, outcome }: PlannedRule, shared: ReadonlySet<string>): Generator<RouteIssue> {
  if (!set || set.rights.targets === 'any') return;
  const allowed = new Set((set.rights.targets ?? []).flatMap(innermost).map(nameOf));
  for (const target of new Set(targetsOf(outcome).map(nameOf))) {
    if (shared.has(target) || allowed.has(target)) continue;
    yield {
      code: 'rule-right',
      severity: 'error',
      message: `the rule "${name}" sends to ${target}, to which nothing else in this route sends.`,
      fix: `Let "${set.owner}" send there with .allowing({ targets: […] }), or send to a target of the route.`,
    };
  }
}

function targetsOf({ to = [] }: Outcome<string>): readonly Target<never>[] {
  return to.flatMap(innermost);
}

function innermost(target: Target<never>): readonly Target<never>[] {
  return target instanceof Through ? innermost(target.target) : [target];
}

function nameOf(target: Target<never>): string {
  if (isPipeline(target)) return `the pipeline "${target.pipelineId}"`;
  return isComponent(target) ? `the ${target.kind} "${target.id}"` : 'something';
}
