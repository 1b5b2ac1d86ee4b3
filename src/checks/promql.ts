import type { Issue } from '../model/issue';
import type { Model } from '../model/model';
import type { PromqlExpression } from '../promql/ast';
import { parsePromql } from '../promql/parser';
import type { ParsedPromql, PromqlProblem } from '../promql/problem';
import { defaultPromqlRelease } from '../promql/release';
import { checkPromql } from '../promql/types/check';
import type { PromqlFinding, PromqlTarget } from '../promql/types/finding';
import { typeOf } from '../promql/types/value-type';
import { type EvaluatedRule, evaluatedRules } from './evaluated-rules';
import { error, placedAt, type Rule, warning } from './rule';
import { placedIn } from './text-place';

/** Expressions of rules that their Prometheus refuses, so that it loads none of the rules; and those without a result. */
export const promql: Rule = (model: Model) => {
  const issues = evaluatedRules(model).flatMap((rule) => [...issuesOf(rule)]);
  // Two releases may refuse the same.
  return [...new Map(issues.map((issue) => [`${issue.path}\n${issue.message}`, issue])).values()];
};

function* issuesOf(evaluated: EvaluatedRule): Generator<Issue> {
  for (const issue of resultIssues(evaluated)) yield placedAt(issue, [...evaluated.keys, 'expr']);
}

function* resultIssues({ rule, path, ofHub, target, parsed }: EvaluatedRule): Generator<Issue> {
  const { expr } = rule;
  const faults = faultsOf(parsed, target);
  for (const fault of faults) yield refused(path, expr, fault);
  if (faults.length > 0) return;
  // The MDAI operator reads alerts with the parser of Prometheus 3, before any Prometheus does.
  if (ofHub && target.release !== defaultPromqlRelease) {
    const [first] = faultsOf(parsePromql(expr), { release: defaultPromqlRelease, features: [] });
    if (first !== undefined) {
      yield refused(path, expr, { ...first, message: `the MDAI operator refuses the alert. ${first.message}` });
      return;
    }
  }
  const type = parsed.tree && typeOf(parsed.tree, target.release);
  if (type !== 'matrix' && type !== 'string') return;
  const what = type === 'matrix' ? 'a range of samples' : 'a text';
  const message = `the result of the expression is ${what}, of which Prometheus makes nothing.`;
  const fix =
    type === 'matrix' ? 'Write a function around it, such as rate(…) or avg_over_time(…).' : 'Write a metric.';
  yield warning('promql-type', path, message, fix);
}

type Fault = PromqlFinding | (PromqlProblem & { readonly code: 'promql-syntax' });

function faultsOf({ tree, errors }: ParsedPromql<PromqlExpression>, target: PromqlTarget): readonly Fault[] {
  if (tree !== undefined) return checkPromql(tree, target);
  // What this library cannot read may be right.
  return errors.filter(({ uncertain }) => uncertain !== true).map((one) => ({ ...one, code: 'promql-syntax' }));
}

function refused(path: string, expr: string, { code, range, message, fix }: Fault): Issue {
  return placedIn(error(code, path, message, fix), expr, range);
}
