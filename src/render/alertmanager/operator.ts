import type { AlertmanagerSpec } from '../../../imports/monitoring.coreos.com';
import { configFile } from '../../alertmanager/files';
import type { AlertmanagerModel, AlertmanagerPod } from '../../model/alertmanager';
import { plainObject } from '../kubernetes/plain-object';
import type { KubernetesObject } from '../object';
import { spread } from '../pods/availability';
import { defined, listOf } from '../pods/merge';
import { resourceLimits } from '../pods/resources';
import { nobody, restrictedPod } from '../pods/security';
import { claimSpec } from '../pods/volumes';
import { yamlText } from '../yaml-text';
import { ownerOf, podSelector } from './labels';

/** The spec of the custom resource that the Prometheus operator runs. */
export function operatorSpec(model: AlertmanagerModel, pod: AlertmanagerPod): AlertmanagerSpec {
  const { name, podLabels } = pod.serviceAccount;
  const { storage } = pod;
  return defined({
    image: pod.image,
    version: `v${model.version}`,
    replicas: pod.replicas,
    configSecret: configSecretName(model),
    secrets: listOf(pod.secrets),
    configMaps: listOf(pod.configMaps),
    retention: pod.retention,
    storage: storage && { volumeClaimTemplate: { spec: claimSpec({ storage }) } },
    externalUrl: pod.externalUrl,
    podMetadata: Object.keys(podLabels).length > 0 ? { labels: { ...podLabels } } : undefined,
    resources: resourceLimits(pod) as AlertmanagerSpec['resources'],
    securityContext: restrictedPod(nobody),
    serviceAccountName: name,
    automountServiceAccountToken: false,
    topologySpreadConstraints: spread(
      podSelector(model),
      pod.replicas,
    ) as AlertmanagerSpec['topologySpreadConstraints'],
  });
}

function configSecretName({ name }: AlertmanagerModel): string {
  return `alertmanager-${name}-config`;
}

/** The Secret that the operator reads the configuration from: it takes no ConfigMap. No secret is in it. */
export function configSecret(model: AlertmanagerModel): KubernetesObject {
  return plainObject('Secret', ownerOf(model), configSecretName(model), { stringData: configFiles(model) });
}

/** The configuration and the templates, by the names of their files. */
export function configFiles({ config, templates }: AlertmanagerModel): Record<string, string> {
  return { [configFile]: yamlText(config), ...templates };
}
