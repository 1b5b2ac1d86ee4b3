import { type Inhibition, inhibitionsOf } from '../alertmanager/inhibition';
import { canMeet, type Known, mustMeet } from '../alertmanager/possible';
import type { AlertmanagerModel } from '../model/alertmanager';
import type { Issue } from '../model/issue';
import type { Model } from '../model/model';
import { knownAlerts } from './known-alerts';
import { placedAt, type Rule, warning } from './rule';

/** Inhibitions that never hold an alert back. */
export const inhibitionNever: Rule = (model) => model.alertmanagers.flatMap((one) => [...never(model, one)]);

function* never(model: Model, alertmanager: AlertmanagerModel): Generator<Issue> {
  const alerts = knownAlerts(model, alertmanager);
  for (const inhibition of inhibitionsOf(alertmanager.config)) {
    const [message, fix, label] = reason(inhibition) ?? among(alerts, inhibition) ?? [];
    if (message === undefined || fix === undefined) continue;
    const issue = warning('inhibition-never', `${alertmanager.path}/${inhibition.path}`, message, fix);
    const keys = [...inhibition.path.split('/'), 'equal', inhibition.equal.indexOf(label ?? '')];
    yield label === undefined ? issue : placedAt(issue, keys);
  }
}

/** With the label that is compared in vain, if it is one. */
type Reason = readonly [message: string, fix: string, label?: string];

/** Why it holds back none of the alerts that are sent here; nothing where none are known. */
function among(alerts: readonly Known[], { source, target, equal }: Inhibition): Reason | undefined {
  if (alerts.length === 0) return undefined;
  const fix = 'Compare its matchers with the labels of the alerts.';
  const sources = alerts.filter((known) => canMeet(source, known));
  const targets = alerts.filter((known) => canMeet(target, known));
  if (sources.length === 0) return ['none of the alerts that are sent here is its source.', fix];
  if (targets.length === 0) return ['none of the alerts that are sent here is its target.', fix];
  const canBeEqual = (a: string | undefined, b: string | undefined) => a === undefined || b === undefined || a === b;
  const fits = (a: Known, b: Known) => equal.every((name) => canBeEqual(a(name), b(name)));
  if (sources.some((one) => targets.some((other) => fits(one, other)))) return undefined;
  return [
    'of the alerts that are sent here, no source and no target have the labels in equal in common.',
    'Take labels out of equal that differ, such as alertname.',
  ];
}

/** Why it never holds anything back, whatever the alerts. */
function reason({ source, target, equal }: Inhibition): Reason | undefined {
  for (const [side, matchers] of [
    ['source', source],
    ['target', target],
  ] as const) {
    if (!canMeet(matchers))
      return [`no alert can be its ${side}: the matchers contradict each other.`, 'Correct them.'];
  }
  if (source.every((one) => mustMeet(target, one)) && target.every((one) => mustMeet(source, one))) {
    return [
      'its source and its target are the same alerts, and no alert holds such a one back.',
      'Tell them apart by a label, such as severity.',
    ];
  }
  // The alerts that are compared have one value of this label in common.
  const apart = equal.find((name) => !canMeet([...source, ...target].filter((one) => one.name === name)));
  if (apart === undefined) return undefined;
  return [`its source and its target never have the same "${apart}".`, `Take "${apart}" out of equal.`, apart];
}
