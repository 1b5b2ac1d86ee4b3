import { type AlertmanagerModel, alertmanagerService } from '../../model/alertmanager';
import { at, type ConfigMap } from '../../model/config';
import type { PrometheusModel } from '../../model/prometheus';
import { list, maps, text } from '../values';
import { relabelSteps } from './relabel';

/** Whether a Service is that of an Alertmanager: its own, or the one that the Prometheus operator makes for all of a namespace. */
export function isServedBy(alertmanager: AlertmanagerModel, service: string, namespace: string | undefined): boolean {
  const { name, backend } = alertmanager;
  if (name === '' || alertmanager.namespace !== namespace) return false;
  const shared = backend === 'operator' ? ['alertmanager-operated'] : [];
  return [alertmanagerService(alertmanager), name, ...shared].includes(service);
}

/** The Alertmanager that alerts go to: by the address of its Service, or by the Service that is kept of those that are found. */
export function addresseeOf(
  { alerting }: ConfigMap,
  own: string | undefined,
  alertmanagers: readonly AlertmanagerModel[],
): Pick<PrometheusModel, 'alertmanager'> {
  const [first] = maps(at(alerting, 'alertmanagers'));
  if (first === undefined) return {};
  const [address = ''] = maps(first.static_configs).flatMap(({ targets }) => list(targets).map(text));
  const [host = ''] = address.split(':');
  const kept = relabelSteps(first.relabel_configs).find(({ action, sourceLabels = [] }) => {
    return action === 'keep' && sourceLabels.join() === '__meta_kubernetes_service_name';
  });
  const [name, within] = host.split('.');
  const service = kept?.regex ?? name ?? '';
  const namespace = kept === undefined ? (within ?? own) : (namespaceIn(first) ?? own);
  const model = alertmanagers.find((one) => isServedBy(one, service, namespace));
  return { alertmanager: { path: model?.path ?? '', service, ...(namespace !== undefined && { namespace }) } };
}

function namespaceIn(alertmanager: ConfigMap): string | undefined {
  const [discovery] = maps(alertmanager.kubernetes_sd_configs);
  const [name] = list(at(discovery, 'namespaces', 'names'));
  return name === undefined ? undefined : text(name);
}
