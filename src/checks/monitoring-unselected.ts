import type { HubModel } from '../model/hub';
import type { Issue } from '../model/issue';
import { meetsSelector, selectorText } from '../model/label-selector';
import type { Model } from '../model/model';
import type { MonitoringKind } from '../model/monitoring-object';
import type { MonitoringSelection, PrometheusModel } from '../model/prometheus';
import { allocatorTakes } from './allocator-takes';
import { listed, type Rule, warning } from './rule';

/** Monitors and rules that no Prometheus of the model takes, and what the MDAI operator will make of hubs. */
export const monitoringUnselected: Rule = (model) => {
  // Without any Prometheus in sight, it is somewhere else.
  if (model.prometheuses.length === 0) return [];
  return [...handWritten(model), ...model.hubs.flatMap((hub) => [...ofHub(hub, model.prometheuses)])];
};

function* handWritten({ monitoring = [], prometheuses, collectors }: Model): Generator<Issue> {
  for (const one of monitoring) {
    const { path, kind, name, namespace, labels } = one;
    if (collectors.some((collector) => allocatorTakes(collector, one))) continue;
    const reasons = prometheuses.map((prometheus) => refusal(prometheus, namespace, labels, kind));
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
    return refusal(withoutRelease(prometheus), namespace, hubRuleLabels, 'PrometheusRule');
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

/** A Prometheus that does not ask for the name of a Helm release, which nobody knows here. */
function withoutRelease(prometheus: PrometheusModel): PrometheusModel {
  const { [releaseLabel]: _, ...selectorLabels } = prometheus.selectorLabels;
  const { takes } = prometheus;
  const selection = takes?.PrometheusRule;
  if (takes === undefined || selection?.labels === undefined) return { ...prometheus, selectorLabels };
  const { [releaseLabel]: __, ...labels } = selection.labels.labels;
  const expressions = selection.labels.expressions.filter(({ key }) => key !== releaseLabel);
  return { ...prometheus, takes: { ...takes, PrometheusRule: { ...selection, labels: { labels, expressions } } } };
}

/** Why a Prometheus does not take an object; `undefined` where it does. */
function refusal(
  prometheus: PrometheusModel,
  namespace: string | undefined,
  labels: Readonly<Record<string, string>>,
  kind: MonitoringKind,
): string | undefined {
  const { path, mode, backend } = prometheus;
  if (backend === 'workload') return `${path} has no operator`;
  if (kind === 'PrometheusRule' && mode === 'agent') return `${path} is an agent, which has no rules`;
  const { namespaces, labels: selector } = prometheus.takes?.[kind] ?? inItsNamespace(prometheus);
  if (selector === undefined) return `${path} takes none`;
  if (namespaces !== 'all' && !namespaces.includes(namespace)) return `${path} looks in ${inWords(namespaces)}`;
  return meetsSelector(labels, selector) ? undefined : `${path} selects by ${selectorText(selector)}`;
}

function inItsNamespace({ namespace, selectorLabels }: PrometheusModel): MonitoringSelection {
  return { namespaces: [namespace], labels: { labels: selectorLabels, expressions: [] } };
}

function inWords(namespaces: readonly (string | undefined)[]): string {
  const known = namespaces.filter((namespace) => namespace !== undefined);
  if (known.length === 0) return 'a namespace that is not said';
  return `the namespace${known.length > 1 ? 's' : ''} ${listed(known)}`;
}
