import type { PrometheusModel } from '../../model/prometheus';
import { type Discovery, discoveryAccess } from '../kubernetes/access';
import type { KubernetesObject } from '../object';

/** The service account that the pods run as. */
export function accountName({ name }: Pick<PrometheusModel, 'name'>): string {
  return `${name}-prometheus`;
}

/**
 * Its account, with the right to find targets where it has some, by construct id. In its own namespace an operator's
 * Prometheus takes everybody's monitors, so there it may find all kinds of targets.
 */
export function access(model: PrometheusModel): Record<string, KubernetesObject> {
  const grants = new Map<string | undefined, Discovery>();
  const grant = (namespace: string | undefined, discovery: Discovery) => {
    if (grants.get(namespace) !== 'endpointSlices') grants.set(namespace, discovery);
  };
  if (model.backend === 'operator') grant(model.namespace, 'endpointSlices');
  for (const { find, endpoints } of model.scrapes) {
    if (endpoints.length === 0) continue;
    if (find.kind === 'pods') grant(find.namespace, 'pods');
    if (find.kind === 'services') grant(find.namespace, 'endpointSlices');
  }
  if (model.alertmanager) grant(model.alertmanager.namespace, 'endpointSlices');
  return discoveryAccess(accountName(model), model.namespace, grants);
}
