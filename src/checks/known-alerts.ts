import type { Known } from '../alertmanager/possible';
import type { AlertmanagerModel } from '../model/alertmanager';
import { hubRuleGroup } from '../model/hub-rules';
import type { Model } from '../model/model';
import type { PrometheusModel, RuleModel } from '../model/prometheus';
import { anyLabels, type LabelSet, mayHave } from '../promql/label-set';
import { labelsOf } from '../promql/labels';
import { parsePromql } from '../promql/parser';
import { type PromqlRelease, promqlReleaseOf } from '../promql/release';

/**
 * What is known of the alerts that the Prometheuses of a model send to an Alertmanager, one entry for each rule; none
 * where there are rules that were written by hand.
 */
export function knownAlerts(model: Model, { path }: AlertmanagerModel): readonly Known[] {
  // There may be others that are not among the files that were read.
  if (!model.closed) return [];
  const senders = model.prometheuses.filter(({ alertmanager, managed }) => managed && alertmanager?.path === path);
  if (senders.some((prometheus) => takesOthers(model, prometheus))) return [];
  return senders.flatMap((prometheus) => alertsOf(model, prometheus).map((rule) => known(rule, prometheus)));
}

/** An operator's Prometheus takes all rules of its namespace. */
function takesOthers({ monitoring = [] }: Model, { backend, namespace }: PrometheusModel): boolean {
  return (
    backend === 'operator' && monitoring.some((one) => one.kind === 'PrometheusRule' && one.namespace === namespace)
  );
}

/** Its own, and those of hubs beside it, of which the MDAI operator makes rules there. */
function alertsOf({ hubs }: Model, { groups, namespace }: PrometheusModel): RuleModel[] {
  const ofHubs = hubs.filter((hub) => hub.namespace === namespace).map(hubRuleGroup);
  return [...groups, ...ofHubs].flatMap(({ rules }) => rules).filter(({ kind }) => kind === 'alert');
}

function known({ name, expr, labels }: RuleModel, prometheus: PrometheusModel): Known {
  const kept = labelsOfText(expr, promqlReleaseOf(prometheus.version));
  return (label) => {
    if (label === 'alertname') return name;
    if (Object.hasOwn(labels, label)) {
      const value = labels[label] ?? '';
      return value.includes('{{') ? undefined : value;
    }
    // What the series of the expression have stands before the labels of the Prometheus.
    if (mayHave(kept, label) || addedLabels.includes(label)) return undefined;
    return prometheus.externalLabels[label] ?? '';
  };
}

/** Labels by which the back ends tell Prometheuses and their replicas apart. */
const addedLabels = ['prometheus', 'prometheus_replica'];

function labelsOfText(expr: string, release: PromqlRelease): LabelSet {
  const parsed = parsePromql(expr, { release });
  // Another check says what is wrong with a text that cannot be read.
  return parsed.tree !== undefined ? labelsOf(parsed.tree, release) : anyLabels;
}
