import { configFile, configFolder, mountFolders } from '../../alertmanager/files';
import type { AlertmanagerModel, AlertmanagerPod } from '../../model/alertmanager';
import { resourceLimits } from '../pods/resources';
import { checksum } from '../workload/pod-template';
import {
  configVolume,
  externalUrlFlags,
  mountedObject,
  serverHeadlessName,
  serverSetSpec,
  webProbe,
} from '../workload/server';
import { objectLabels, podSelector } from './labels';
import { meshPort, web } from './ports';

const dataFolder = '/alertmanager';

/**
 * The spec of the StatefulSet of the back end without an operator.
 *
 * @param files what its ConfigMap holds in the end
 */
export function statefulSetSpec(
  model: AlertmanagerModel,
  pod: AlertmanagerPod,
  files: Readonly<Record<string, string>>,
): object {
  const { serviceAccount } = pod;
  const { secret, configMap } = mountFolders;
  return serverSetSpec({
    replicas: pod.replicas,
    serviceName: serverHeadlessName(model),
    selector: podSelector(model),
    labels: { ...objectLabels(model), ...serviceAccount.podLabels },
    annotations: checksum(files),
    serviceAccountName: serviceAccount.name,
    usesToken: false,
    terminationGracePeriodSeconds: 120,
    container: container(model, pod),
    data: { path: dataFolder, storage: pod.storage },
    configs: [configVolume('config', model.name, configFolder)],
    // In the folders that the operator has for them.
    objects: [
      ...pod.secrets.map((name) => mountedObject({ kind: 'secret', name }, `${secret}/${name}`)),
      ...pod.configMaps.map((name) => mountedObject({ kind: 'configMap', name }, `${configMap}/${name}`)),
    ],
  });
}

function container(model: AlertmanagerModel, pod: AlertmanagerPod) {
  const probe = (path: string) => webProbe(path, web.number);
  const mesh = (protocol: string) => ({ name: `mesh-${protocol.toLowerCase()}`, containerPort: meshPort, protocol });
  return {
    name: 'alertmanager',
    image: pod.image,
    args: args(model, pod),
    env:
      pod.replicas > 1
        ? [{ name: 'POD_IP', valueFrom: { fieldRef: { apiVersion: 'v1', fieldPath: 'status.podIP' } } }]
        : undefined,
    ports: [web.ofContainer, ...(pod.replicas > 1 ? [mesh('TCP'), mesh('UDP')] : [])],
    resources: resourceLimits(pod),
    livenessProbe: { ...probe('/-/healthy'), failureThreshold: 10 },
    readinessProbe: { ...probe('/-/ready'), failureThreshold: 10, periodSeconds: 5 },
  };
}

/** The flags; several pods tell each other what was notified, and what is silenced. */
function args(model: AlertmanagerModel, pod: AlertmanagerPod): string[] {
  const { name, namespace } = model;
  const peers = Array.from({ length: pod.replicas }, (_, i) => `${name}-${i}.${serverHeadlessName(model)}:${meshPort}`);
  const cluster = [
    `--cluster.listen-address=[$(POD_IP)]:${meshPort}`,
    `--cluster.label=${[namespace, name].filter((part) => part !== undefined).join('/')}`,
    // The default of six hours keeps what was replaced in the list of members.
    '--cluster.reconnect-timeout=5m',
    ...peers.map((peer) => `--cluster.peer=${peer}`),
  ];
  return [
    `--config.file=${configFolder}/${configFile}`,
    `--storage.path=${dataFolder}`,
    `--data.retention=${pod.retention}`,
    `--web.listen-address=:${web.number}`,
    ...externalUrlFlags(pod.externalUrl),
    ...(pod.replicas > 1 ? cluster : ['--cluster.listen-address=']),
  ];
}
