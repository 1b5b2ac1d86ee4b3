import type { Issue } from '../model/issue';
import type { RuleFileModel, RuleModel } from '../model/prometheus';
import { ownRules } from './prometheus-rule-fields';
import { placedAt, type Rule, warning } from './rule';

/** Rules of a Prometheus with the same name and the same labels, as promtool finds them: their results overlay each other. */
export const prometheusRuleDuplicate: Rule = (model) =>
  [...model.prometheuses.map(ownRules), ...(model.ruleFiles ?? [])].flatMap((file) => [...duplicates(file)]);

function* duplicates({ path, groups }: RuleFileModel): Generator<Issue> {
  const seen = new Map<string, string>();
  const told = new Set<string>();
  for (const { name: group, rules } of groups) {
    for (const rule of rules) {
      const key = keyOf(rule);
      const first = seen.get(key);
      if (first === undefined) seen.set(key, group);
      else if (!told.has(key)) {
        told.add(key);
        const where = first === group ? `the group "${group}"` : `the groups "${first}" and "${group}"`;
        const message = `two rules of ${where} have this name and the same labels.`;
        const fix = 'Give one another name, or a label that tells them apart.';
        const issue = warning('prometheus-rule-duplicate', rule.path ?? `${path}/${rule.name}`, message, fix);
        yield placedAt(issue, [rule.kind]);
      }
    }
  }
}

function keyOf({ name, labels }: RuleModel): string {
  return JSON.stringify([name, Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1))]);
}
