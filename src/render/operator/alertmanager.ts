import type { AlertmanagerConfigSpec, AlertmanagerSpec } from '../../../imports/monitoring.coreos.com';
import type { AlertmanagerModel } from '../../model/prometheus';
import type { KubernetesObject, ObjectMeta } from '../object';
import { alertmanagerConfigHeader, alertmanagerHeader } from './headers';

export interface RenderedAlertmanager {
  readonly metadata: ObjectMeta;
  readonly spec: AlertmanagerSpec;
}

export function renderAlertmanager(model: AlertmanagerModel): RenderedAlertmanager & KubernetesObject {
  const { name, namespace } = model;
  return {
    ...alertmanagerHeader,
    metadata: { name, namespace },
    spec: { replicas: model.replicas, alertmanagerConfiguration: { name } },
  };
}

/**
 * Its configuration: every alert goes to the MDAI gateway, and again when it resolves. The alert `Watchdog`, which
 * always fires to show that alerting works, goes nowhere.
 */
export function alertmanagerConfig({ name, namespace, gatewayUrl }: AlertmanagerModel): KubernetesObject {
  const spec: AlertmanagerConfigSpec = {
    route: {
      receiver: 'mdai-gateway',
      groupBy: ['cluster', 'alertname'],
      groupWait: '30s',
      groupInterval: '5m',
      repeatInterval: '12h',
      routes: [{ receiver: 'null', matchers: [{ name: 'alertname', value: 'Watchdog', matchType: '=' }] }],
    },
    receivers: [{ name: 'mdai-gateway', webhookConfigs: [{ url: gatewayUrl, sendResolved: true }] }, { name: 'null' }],
  };
  return { ...alertmanagerConfigHeader, metadata: { name, namespace }, spec };
}
