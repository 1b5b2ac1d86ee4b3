import type { HubModel } from '../model/hub';
import type { Issue } from '../model/issue';
import type { Model } from '../model/model';
import type { PrometheusModel } from '../model/prometheus';
import { type Rule, warning } from './rule';

/** Monitors and rules that no Prometheus of the model takes, and what the MDAI operator will make of hubs. */
export const monitoringUnselected: Rule = (model) => {
  // Without any Prometheus in sight, it is somewhere else.
  if (model.prometheuses.length === 0) return [];
  return [...handWritten(model), ...model.hubs.flatMap((hub) => [...ofHub(hub, model.prometheuses)])];
};

function* handWritten({ monitoring = [], prometheuses }: Model): Generator<Issue> {
  for (const { path, kind, name, namespace, labels } of monitoring) {
    const reasons = prometheuses.map((prometheus) => refusal(prometheus, namespace, labels, kind === 'PrometheusRule'));
    if (reasons.includes(undefined)) continue;
    yield warning(
      'monitoring-unselected',
      path,
      `no Prometheus takes the ${kind} "${name}": ${reasons.join('; ')}.`,
      fix,
    );
  }
}

const fix = 'Put it into the namespace of the Prometheus, with the labels by which that selects.';

/** The labels that the MDAI operator gives to the rules of a hub, besides one with the name of its Helm release. */
const hubRuleLabels = {
  'app.kubernetes.io/managed-by': 'mdai-operator',
  'app.kubernetes.io/part-of': 'kube-prometheus-stack',
};

const releaseLabel = 'app.kubernetes.io/instance';

function* ofHub(
  { path, name, namespace, alerts }: HubModel,
  prometheuses: readonly PrometheusModel[],
): Generator<Issue> {
  if (alerts.length === 0) return;
  const reasons = prometheuses.map((prometheus) => {
    // A Prometheus without an operator gets the rules of the hubs beside it from us.
    if (prometheus.backend === 'workload' && prometheus.mode === 'server' && prometheus.namespace === namespace)
      return undefined;
    const { [releaseLabel]: _, ...selector } = prometheus.selectorLabels;
    return refusal({ ...prometheus, selectorLabels: selector }, namespace, hubRuleLabels, true);
  });
  if (reasons.includes(undefined)) return;
  const message = `no Prometheus takes the rules that the MDAI operator makes of the alerts of the hub "${name}": ${reasons.join('; ')}.`;
  yield warning(
    'monitoring-unselected',
    path,
    message,
    'Put the hub into the namespace of a Prometheus that takes them.',
  );
}

/** Why a Prometheus does not take an object; `undefined` where it does. */
function refusal(
  prometheus: PrometheusModel,
  namespace: string | undefined,
  labels: Readonly<Record<string, string>>,
  isRules: boolean,
): string | undefined {
  const { path, mode, backend, selectorLabels } = prometheus;
  if (backend === 'workload') return `${path} has no operator`;
  if (isRules && mode === 'agent') return `${path} is an agent, which has no rules`;
  if (prometheus.namespace !== namespace) return `${path} looks in ${inWords(prometheus.namespace)}`;
  const missing = Object.entries(selectorLabels).filter(([label, value]) => labels[label] !== value);
  if (missing.length === 0) return undefined;
  return `${path} selects by ${missing.map(([label, value]) => `${label}=${value}`).join(', ')}`;
}

function inWords(namespace: string | undefined): string {
  return namespace === undefined ? 'a namespace that is not said' : `the namespace "${namespace}"`;
}
