import type { ConfigMap } from '../../../model/config';
import type { Form } from '../form';
import { alertmanager } from './alertmanager';
import { monitorKinds } from './kinds';
import { probe, scrapeAddresses, scrapePods, scrapeService, scrapeTarget } from './monitors';
import { prometheus, prometheusAgent } from './prometheus';
import { ownRules, prometheusRules, watchingRules } from './rules';

/** The kinds of the Prometheus operator as constructs, the best form first, in the order in which programs make them. */
const forms: Readonly<Record<string, readonly Form[]>> = {
  'monitoring.coreos.com/v1 Alertmanager': [alertmanager],
  'monitoring.coreos.com/v1 Prometheus': [prometheus],
  'monitoring.coreos.com/v1alpha1 PrometheusAgent': [prometheusAgent],
  'monitoring.coreos.com/v1 PodMonitor': [scrapeTarget, scrapePods],
  'monitoring.coreos.com/v1 ServiceMonitor': [scrapeService],
  'monitoring.coreos.com/v1alpha1 ScrapeConfig': [scrapeAddresses],
  'monitoring.coreos.com/v1 Probe': [probe],
  'monitoring.coreos.com/v1 PrometheusRule': [watchingRules, ownRules, prometheusRules],
};

const order = Object.keys(forms);

/** The forms of an object of the Prometheus operator, but for the last one, which any object has; none for other objects. */
export function monitoringForms(content: ConfigMap): readonly Form[] {
  const key = keyOf(content);
  return Object.hasOwn(forms, key) ? (forms[key] ?? []) : [];
}

/** Where an object stands among those of the Prometheus operator that have forms; -1 for other objects. */
export function monitoringRank(content: ConfigMap): number {
  return order.indexOf(keyOf(content));
}

export function isMonitor(content: ConfigMap): boolean {
  return monitorKinds.has(String(content.kind)) && monitoringRank(content) >= 0;
}

export function isRules(content: ConfigMap): boolean {
  return content.kind === 'PrometheusRule' && monitoringRank(content) >= 0;
}

export function isPrometheus(content: ConfigMap): boolean {
  return ['Prometheus', 'PrometheusAgent'].includes(String(content.kind)) && monitoringRank(content) >= 0;
}

function keyOf({ apiVersion, kind }: ConfigMap): string {
  return `${apiVersion} ${kind}`;
}
