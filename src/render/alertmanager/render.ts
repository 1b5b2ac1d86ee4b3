import { type AlertmanagerModel, type AlertmanagerPod, alertmanagerService } from '../../model/alertmanager';
import { disruptionBudget, headerOf, ingressPolicy, metadataOf, plainObject } from '../kubernetes/plain-object';
import type { KubernetesObject } from '../object';
import { alertmanagerHeader } from '../operator/headers';
import { defined } from '../pods/merge';
import { serverHeadlessName } from '../workload/server';
import { ownerOf, podSelector } from './labels';
import { configFiles, configSecret, operatorSpec } from './operator';
import { meshPort, web } from './ports';
import { statefulSetSpec } from './stateful-set';

type Identity = Pick<AlertmanagerModel, 'name' | 'namespace' | 'backend'>;

/** What an Alertmanager itself is in Kubernetes, without its spec. */
export function mainHeader(identity: Identity) {
  const { name, namespace, backend } = identity;
  return backend === 'operator'
    ? { header: alertmanagerHeader, metadata: defined({ name, namespace }) }
    : { header: headerOf('StatefulSet'), metadata: metadataOf(ownerOf(identity), name) };
}

/**
 * Its spec.
 *
 * @param files what its ConfigMap holds in the end, for the back end without an operator
 */
export function mainSpec(
  model: AlertmanagerModel,
  pod: AlertmanagerPod,
  files: Readonly<Record<string, string>>,
): object {
  return model.backend === 'operator' ? operatorSpec(model, pod) : statefulSetSpec(model, pod, files);
}

/** The objects that an Alertmanager needs besides, by construct id. */
export function besides(model: AlertmanagerModel, pod: AlertmanagerPod): Record<string, KubernetesObject> {
  const owner = ownerOf(model);
  const selector = podSelector(model);
  const name = alertmanagerService(model);
  const spec = { ports: [web.ofService], selector };
  return {
    ...(model.backend === 'workload'
      ? {
          ConfigMap: plainObject('ConfigMap', owner, model.name, { data: configFiles(model) }),
          // By which the pods find each other; they are ready only after that.
          HeadlessService: plainObject('Service', owner, serverHeadlessName(model), {
            spec: { ...spec, clusterIP: 'None', publishNotReadyAddresses: true },
          }),
        }
      : { Config: configSecret(model) }),
    Service: plainObject('Service', owner, name, { spec }),
    ...(pod.serviceAccount.create && { ServiceAccount: account(model, pod) }),
    ...(pod.replicas > 1 && { PodDisruptionBudget: disruptionBudget(owner, name, selector) }),
    NetworkPolicy: ingressPolicy(owner, name, selector, ingress(model, pod)),
  };
}

function account(model: AlertmanagerModel, { serviceAccount }: AlertmanagerPod): KubernetesObject {
  const { name, annotations } = serviceAccount;
  const given = Object.keys(annotations).length > 0 ? { annotations: { ...annotations } } : {};
  return {
    ...headerOf('ServiceAccount'),
    metadata: { ...metadataOf(ownerOf(model), name), ...given },
    automountServiceAccountToken: false,
  };
}

/** Anybody for what they serve, and each other for what they share. */
function ingress(model: AlertmanagerModel, { replicas }: AlertmanagerPod): object[] {
  const mesh = {
    from: [{ podSelector: { matchLabels: podSelector(model) } }],
    ports: ['TCP', 'UDP'].map((protocol) => ({ port: meshPort, protocol })),
  };
  return [
    { ports: [web.ofPolicy, ...(model.backend === 'operator' ? [{ port: reloaderPort, protocol: 'TCP' }] : [])] },
    ...(replicas > 1 ? [mesh] : []),
  ];
}

/** Where the operator's container that reloads the configuration serves its metrics. */
const reloaderPort = 8080;
