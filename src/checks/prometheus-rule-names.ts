import type { Issue } from '../model/issue';
import { isLabelName, isMetricName, isUtf8 } from '../model/label-name';
import type { RuleModel } from '../model/prometheus';
import { prometheusRelease } from '../model/prometheus-release';
import { nameLabel } from '../promql/labels';
import type { PromqlRelease } from '../promql/release';
import { type EvaluatedRule, evaluatedRules } from './evaluated-rules';
import { error, placedAt, placedAtKey, type Rule, warning } from './rule';

/** Names that the Prometheus of a rule refuses, or replaces by its own. */
export const prometheusRuleNames: Rule = (model) =>
  evaluatedRules(model).flatMap((evaluated) => [...issuesOf(evaluated)]);

const code = 'prometheus-rule-name';

function* issuesOf({ rule, path, keys, target: { release } }: EvaluatedRule): Generator<Issue> {
  const { kind, labels, annotations } = rule;
  for (const issue of ruleName(rule, path, release)) yield placedAt(issue, [...keys, kind]);
  for (const [label, value] of Object.entries(labels)) {
    const place = `${path}/labels/${label}`;
    for (const issue of labelName(label, kind, place, release)) yield placedAtKey(issue, [...keys, 'labels', label]);
    if (!isUtf8(value)) yield error(code, place, 'the value of the label is no text.', 'Write one in UTF-8.');
  }
  for (const annotation of Object.keys(annotations)) {
    if (isLabelName(annotation, prometheusRelease(release).names)) continue;
    const message = `"${annotation}" is no name of an annotation${inRelease(release)}.`;
    const issue = error(code, `${path}/annotations/${annotation}`, message, labelFix);
    yield placedAtKey(issue, [...keys, 'annotations', annotation]);
  }
}

const labelFix = 'Write letters, digits and "_", and no digit first.';

function* ruleName({ kind, name }: RuleModel, path: string, release: PromqlRelease): Generator<Issue> {
  if (name === '') yield error(code, path, 'the rule has no name.', 'Give it one.');
  else if (kind === 'record') yield* recordName(name, path, release);
}

function* recordName(name: string, path: string, release: PromqlRelease): Generator<Issue> {
  const message = `"${name}" is no name of a metric${inRelease(release)}.`;
  if (/[{}]/.test(name)) {
    yield error(
      code,
      path,
      `the name "${name}" holds braces.`,
      'Write the labels as labels of the rule, and the expression as its expression.',
    );
  } else if (!isMetricName(name, prometheusRelease(release).names)) {
    yield error(code, path, message, 'Write letters, digits, "_" and ":", and no digit first: service:bytes:rate5m.');
  }
}

function* labelName(label: string, kind: RuleModel['kind'], path: string, release: PromqlRelease): Generator<Issue> {
  if (label === nameLabel) {
    yield error(
      code,
      path,
      `the label ${nameLabel} is the name of the metric itself.`,
      'Remove it, and write the name of the rule.',
    );
  } else if (!isLabelName(label, prometheusRelease(release).names)) {
    yield error(code, path, `"${label}" is no name of a label${inRelease(release)}.`, labelFix);
  } else if (label === 'alertname' && kind === 'alert') {
    yield warning(
      code,
      path,
      'Prometheus sets the label "alertname" to the name of the alert.',
      'Remove it, or give the alert this name.',
    );
  } else if (label.startsWith('__')) {
    yield warning(
      code,
      path,
      `the label "${label}" has a name that Prometheus keeps for itself.`,
      'Write a name that does not begin with "__".',
    );
  }
}

function inRelease(release: PromqlRelease): string {
  return release === '2.54.1' ? ` in Prometheus ${release}` : '';
}
