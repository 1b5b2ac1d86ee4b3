import type { PodMonitorSpec, PrometheusRuleSpec, PrometheusSpec } from '../../../imports/monitoring.coreos.com';
import type { PrometheusModel, RuleModel, ScrapeModel } from '../../model/prometheus';
import { type Discovery, discoveryAccess } from '../kubernetes/access';
import type { KubernetesObject } from '../object';
import { podMonitorHeader, prometheusHeader, prometheusRuleHeader } from './headers';

export function renderPrometheus(model: PrometheusModel): KubernetesObject & { readonly spec: PrometheusSpec } {
  const { name, namespace, alertmanager } = model;
  const spec: PrometheusSpec = {
    image: `quay.io/prometheus/prometheus:v${model.version}`,
    version: `v${model.version}`,
    replicas: model.replicas,
    serviceAccountName: accountName(model),
    ...(model.retention !== undefined && { retention: model.retention }),
    ...(Object.keys(model.externalLabels).length > 0 && { externalLabels: { ...model.externalLabels } }),
    ...(model.enableFeatures.length > 0 && { enableFeatures: [...model.enableFeatures] }),
    // Everything in its own namespace: the rules that the MDAI operator makes carry labels of its own.
    podMonitorSelector: {},
    ruleSelector: {},
    ...(alertmanager && {
      // The Service that the operator makes for each Alertmanager of a namespace, and its port for clients.
      serviceDiscoveryRole: 'EndpointSlice',
      alerting: { alertmanagers: [{ name: 'alertmanager-operated', namespace: alertmanager.namespace, port: 'web' }] },
    }),
  };
  return { ...prometheusHeader, metadata: { name, namespace }, spec: spec };
}

/** The objects that a Prometheus needs besides itself, by construct id. */
export function derivedOfPrometheus(model: PrometheusModel): Record<string, KubernetesObject> {
  const monitors = model.scrapes
    .filter(({ endpoints }) => endpoints.length > 0)
    .map((scrape) => [`PodMonitor-${scrape.name}`, podMonitor(model, scrape)] as const);
  return {
    ...(model.managed && access(model)),
    ...Object.fromEntries(monitors),
    ...(model.rules.length > 0 && { Rules: prometheusRule(model) }),
  };
}

function accountName({ name }: PrometheusModel): string {
  return `${name}-prometheus`;
}

function access(model: PrometheusModel): Record<string, KubernetesObject> {
  const read = model.scrapes.filter(({ endpoints }) => endpoints.length > 0);
  const grants = new Map<string | undefined, Discovery>(read.map(({ namespace }) => [namespace, 'pods']));
  if (model.alertmanager) grants.set(model.alertmanager.namespace, 'endpointSlices');
  return discoveryAccess(accountName(model), model.namespace, grants);
}

function podMonitor(model: PrometheusModel, scrape: ScrapeModel): KubernetesObject {
  const spec: PodMonitorSpec = {
    selector: { matchLabels: { ...scrape.podLabels } },
    ...(scrape.namespace !== undefined &&
      scrape.namespace !== model.namespace && { namespaceSelector: { matchNames: [scrape.namespace] } }),
    podMetricsEndpoints: scrape.endpoints.map(({ port, honorLabels }) => ({
      portNumber: port,
      ...(honorLabels && { honorLabels }),
    })),
  };
  return { ...podMonitorHeader, metadata: metadata(model, scrape.name), spec };
}

function prometheusRule(model: PrometheusModel): KubernetesObject {
  const spec = { groups: [{ name: model.name, rules: model.rules.map(rule) }] } as unknown as PrometheusRuleSpec;
  return { ...prometheusRuleHeader, metadata: metadata(model, model.name), spec };
}

function rule(model: RuleModel): object {
  return {
    [model.kind]: model.name,
    expr: model.expr,
    ...(model.for !== undefined && { for: model.for }),
    ...(model.keepFiringFor !== undefined && { keep_firing_for: model.keepFiringFor }),
    ...(Object.keys(model.labels).length > 0 && { labels: { ...model.labels } }),
    ...(Object.keys(model.annotations).length > 0 && { annotations: { ...model.annotations } }),
  };
}

function metadata(model: PrometheusModel, name: string): KubernetesObject['metadata'] {
  const labels = Object.keys(model.selectorLabels).length > 0 && { labels: { ...model.selectorLabels } };
  return { name, namespace: model.namespace, ...labels };
}
