import type { Issue } from '../model/issue';
import { type LabelSet, mayHave } from '../promql/label-set';
import { labelsOf, nameLabel } from '../promql/labels';
import { readTemplate } from '../promql/template';
import type { TemplateUse } from '../templates/pipeline';
import { type EvaluatedRule, evaluatedRules } from './evaluated-rules';
import { error, listed, placedAt, type Rule, warning } from './rule';
import { placedIn } from './text-place';

/** Templates of alerts that Prometheus refuses, and labels in them that the expression does not keep. */
export const prometheusRuleTemplates: Rule = (model) => {
  const issues = evaluatedRules(model).flatMap((rule) => [...issuesOf(rule)]);
  return [...new Map(issues.map((issue) => [`${issue.path}\n${issue.message}`, issue])).values()];
};

function* issuesOf({ rule, path, keys, target, parsed }: EvaluatedRule): Generator<Issue> {
  if (rule.kind !== 'alert') return;
  // Another check says why an expression cannot be read.
  const kept = parsed.tree && labelsOf(parsed.tree, target.release);
  for (const [kind, texts] of [['labels', rule.labels] as const, ['annotations', rule.annotations] as const]) {
    for (const [name, text] of Object.entries(texts)) {
      const place = `${path}/${kind}/${name}`;
      const { tree: template, errors = [] } = readTemplate(text);
      for (const { range, message, fix } of errors) {
        const issue = error('prometheus-rule-template', place, message, fix);
        yield placedAt(placedIn(issue, text, range), [...keys, kind, name]);
      }
      for (const use of template?.uses ?? []) {
        const issue = issueOfUse(use, kept, rule.labels, place);
        if (issue) yield placedAt(issue, [...keys, kind, name]);
      }
    }
  }
}

function issueOfUse(
  { of, fields: [field] }: TemplateUse,
  kept: LabelSet | undefined,
  own: Readonly<Record<string, string>>,
  path: string,
): Issue | undefined {
  if (field === undefined) return undefined;
  if (of === 'root') {
    const message = `a template has no ".${field}", and fails when the alert fires.`;
    return warning(
      'prometheus-rule-template',
      path,
      message,
      'Write $labels, $value, $externalLabels or $externalURL.',
    );
  }
  if (of !== 'labels' || kept === undefined || mayHave(kept, field)) return undefined;
  if (field === 'alertname' || Object.hasOwn(own, field)) {
    const message = `"$labels" has no "${field}": it holds the labels of the expression, not those of the alert itself.`;
    return warning('prometheus-rule-label', path, message, 'Write the text itself.');
  }
  const message = `the expression does not keep the label "${field}", so that it is empty here.`;
  return warning('prometheus-rule-label', path, message, fixFor(kept, field));
}

/** How an expression keeps a label. */
export function fixFor(kept: LabelSet, label: string): string {
  if (label === nameLabel) return 'Write the name of the metric itself.';
  if (kept.kind === 'allBut') return `Remove "${label}" from what the expression leaves away.`;
  const known = kept.labels.length === 0 ? 'It keeps none.' : `It keeps ${listed(kept.labels)}.`;
  return `Write it where the expression aggregates, as in sum by (${label}) (…). ${known}`;
}
