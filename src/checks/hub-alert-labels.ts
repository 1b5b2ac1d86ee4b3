import type { AutomationModel, HubModel } from '../model/hub';
import type { ActionModel } from '../model/hub-action';
import type { Issue } from '../model/issue';
import { mayHave } from '../promql/label-set';
import { labelsOf } from '../promql/labels';
import { actionTexts } from './action-texts';
import { type EvaluatedRule, evaluatedRules } from './evaluated-rules';
import { fixFor } from './prometheus-rule-templates';
import { placedAt, type Rule, warning } from './rule';

/** Labels of alerts that automations of hubs store, and that the expression of the alert does not keep. */
export const hubAlertLabels: Rule = (model) => {
  const rules = evaluatedRules(model).filter(({ ofHub }) => ofHub);
  const external = model.prometheuses.flatMap(({ externalLabels }) => Object.keys(externalLabels));
  const always = new Set([...given, ...external]);
  return model.hubs.flatMap((hub) =>
    hub.automations.flatMap((automation, i) => [...issuesOf(hub, automation, i, rules, always)]),
  );
};

/** What every alert of a hub has: its name, what the MDAI and the Prometheus operator give it, and the chart of the hub. */
const given = ['alertname', 'severity', 'prometheus', 'prometheus_replica', 'cluster'];

function* issuesOf(
  hub: HubModel,
  { name, when, do: actions }: AutomationModel,
  i: number,
  rules: readonly EvaluatedRule[],
  always: ReadonlySet<string>,
): Generator<Issue> {
  if (!('alert' in when)) return;
  const evaluated = rules.find(({ path }) => path === `${hub.path}/alerts/${when.alert}`);
  if (evaluated?.parsed.tree === undefined) return;
  const kept = labelsOf(evaluated.parsed.tree, evaluated.target.release);
  for (const label of new Set(actions.flatMap(labelsIn))) {
    if (always.has(label) || mayHave(kept, label)) continue;
    const message = `the alert "${when.alert}" has no label "${label}", so that the text \${trigger:payload.labels.${label}} itself is stored.`;
    const issue = warning('prometheus-rule-label', `${hub.path}/automations/${name}`, message, fixFor(kept, label));
    const reader = actions.flatMap((action, j) => actionTexts(i, j, action)).find(({ text }) => asksFor(text, label));
    yield placedAt(issue, reader?.keys ?? ['spec', 'rules', i]);
  }
}

/** The labels that an action takes from the alert; one with another value for a missing label is fine without it. */
function labelsIn(action: ActionModel): readonly string[] {
  const text = JSON.stringify(action);
  return [...text.matchAll(/\$\{trigger:payload\.labels\.([^}:]+)\}/g)].flatMap(([, label]) => label ?? []);
}

function asksFor(text: string, label: string): boolean {
  return text.includes(`\${trigger:payload.labels.${label}}`);
}
