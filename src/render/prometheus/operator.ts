import type { PrometheusSpec } from '../../../imports/monitoring.coreos.com';
import type { PrometheusModel, RemoteWriteModel } from '../../model/prometheus';
import type { KubernetesObject } from '../object';
import { prometheusRuleHeader } from '../operator/headers';
import { defined } from '../pods/merge';
import { resourceLimits } from '../pods/resources';
import { claimSpec } from '../pods/volumes';
import { externalLabels } from './external-labels';
import { operatorClient } from './http-client';
import { ruleGroups, unlessEmpty } from './rule-groups';
import { accountName } from './shared';

/** What the operator is told of a Prometheus. */
export function operatorSpec(model: PrometheusModel): object {
  const { mode, alertmanager, remoteWrite } = model;
  const server: PrometheusSpec =
    mode === 'agent'
      ? {}
      : defined({
          evaluationInterval: model.evaluationInterval,
          retention: model.retention,
          retentionSize: model.retentionMiB === undefined ? undefined : `${model.retentionMiB}MiB`,
          ruleSelector: {},
          alerting: alertmanager && {
            alertmanagers: [
              defined({ name: alertmanager.service, namespace: alertmanager.namespace, port: 'web' as const }),
            ],
          },
        });
  const spec: PrometheusSpec = defined({
    image: model.image,
    version: `v${model.version}`,
    replicas: model.replicas,
    shards: model.shards > 1 ? model.shards : undefined,
    serviceAccountName: accountName(model),
    scrapeInterval: model.scrapeInterval,
    scrapeTimeout: model.scrapeTimeout,
    resources: resourceLimits(model),
    storage: model.storage && { volumeClaimTemplate: { spec: claimSpec(model) } },
    externalUrl: model.externalUrl,
    externalLabels: unlessEmpty(externalLabels(model)),
    enableFeatures: model.enableFeatures.length > 0 ? [...model.enableFeatures] : undefined,
    remoteWrite: remoteWrite.length > 0 ? remoteWrite.map(remote) : undefined,
    // Everything in its own namespace: the rules that the MDAI operator makes carry labels of its own.
    podMonitorSelector: {},
    serviceMonitorSelector: {},
    probeSelector: {},
    scrapeConfigSelector: {},
    // The older kind of endpoints is deprecated, and cut where there are many pods.
    serviceDiscoveryRole: 'EndpointSlice' as const,
    ...server,
  });
  return spec;
}

/** Its rules, by construct id. */
export function operatorRules(model: PrometheusModel): Record<string, KubernetesObject> {
  const groups = ruleGroups(model.groups);
  if (groups.length === 0) return {};
  const metadata = defined({
    name: model.name,
    namespace: model.namespace,
    labels: unlessEmpty(model.selectorLabels),
  });
  return { Rules: { ...prometheusRuleHeader, metadata, spec: { groups } } };
}

function remote(model: RemoteWriteModel): NonNullable<PrometheusSpec['remoteWrite']>[number] {
  return defined({
    url: model.url,
    name: model.name,
    headers: unlessEmpty(model.headers) as { [name: string]: string } | undefined,
    remoteTimeout: model.timeout,
    ...operatorClient(model.client),
    sigv4: model.sigv4,
    writeRelabelConfigs: model.relabel.length > 0 ? model.relabel : undefined,
    sendExemplars: model.sendExemplars,
    sendNativeHistograms: model.sendNativeHistograms,
    messageVersion: model.protocol && (`V${model.protocol}.0` as const),
    queueConfig: model.queue,
  });
}
