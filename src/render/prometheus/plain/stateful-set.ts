import { entriesOf } from '../../../model/http-client';
import type { PrometheusModel } from '../../../model/prometheus';
import { prometheusRelease } from '../../../model/prometheus-release';
import { resourceLimits } from '../../pods/resources';
import { checksum } from '../../workload/pod-template';
import {
  configVolume,
  externalUrlFlags,
  type MountedVolume,
  mountedObject,
  serverHeadlessName,
  serverSetSpec,
  webPort,
  webProbe,
} from '../../workload/server';
import { folderOf } from '../http-client';
import { plainLabels, plainSelector } from '../labels';
import { accountName } from '../shared';
import { configFile, configFolder, rulesFolder } from './config';

/** The port that everything of a Prometheus is served on. */
export const port = webPort(9090);

const dataFolder = '/prometheus';

/** What one shard is called: the first is called like the Prometheus, as with the operator. */
export function shardName({ name }: Pick<PrometheusModel, 'name'>, shard: number): string {
  return shard === 0 ? name : `${name}-shard-${shard}`;
}

/**
 * The spec of the StatefulSet of one shard.
 *
 * @param files what its ConfigMaps hold in the end
 */
export function statefulSetSpec(
  model: PrometheusModel,
  shard: number,
  files: Readonly<Record<string, string>>,
): object {
  return serverSetSpec({
    replicas: model.replicas,
    serviceName: serverHeadlessName(model),
    // Also where there is one alone: a selector cannot be changed when a second comes.
    selector: plainSelector(model, shard),
    labels: plainLabels(model),
    annotations: prometheusRelease(model.version).reloads ? undefined : checksum(files),
    serviceAccountName: accountName(model),
    usesToken: true,
    // Time to write what is in memory.
    terminationGracePeriodSeconds: 600,
    container: container(model),
    data: { path: dataFolder, storage: model.storage },
    configs: [
      configVolume('config', shardName(model, shard), configFolder),
      ...(model.mode === 'agent' ? [] : [configVolume('rules', rulesName(model), rulesFolder)]),
    ],
    objects: clientObjects(model),
  });
}

function container(model: PrometheusModel) {
  const probe = (path: string) => webProbe(path, port.number);
  return {
    name: 'prometheus',
    image: model.image,
    args: args(model),
    env: [{ name: 'POD_NAME', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }],
    ports: [port.ofContainer],
    resources: resourceLimits(model),
    livenessProbe: { ...probe('/-/healthy'), failureThreshold: 6, periodSeconds: 5 },
    readinessProbe: { ...probe('/-/ready'), failureThreshold: 3, periodSeconds: 5 },
    // A quarter of an hour to read again what was not in blocks when it ended.
    startupProbe: { ...probe('/-/ready'), failureThreshold: 60, periodSeconds: 15 },
  };
}

function args(model: PrometheusModel): string[] {
  const { mode, version, retention, retentionMiB, externalUrl, enableFeatures } = model;
  const { reloads, expandsLabels, agentFlag } = prometheusRelease(version);
  const features = new Set(enableFeatures);
  if (reloads) features.add('auto-reload-config');
  if (!expandsLabels) features.add('expand-external-labels');
  if (mode === 'agent' && !agentFlag) features.add('agent');
  const storage =
    mode === 'agent'
      ? [...(agentFlag ? ['--agent'] : []), `--storage.agent.path=${dataFolder}`]
      : [
          `--storage.tsdb.path=${dataFolder}`,
          ...(retention === undefined ? [] : [`--storage.tsdb.retention.time=${retention}`]),
          ...(retentionMiB === undefined ? [] : [`--storage.tsdb.retention.size=${retentionMiB}MB`]),
        ];
  return [
    `--config.file=${configFolder}/${configFile}`,
    ...storage,
    ...externalUrlFlags(externalUrl),
    ...(features.size > 0 ? [`--enable-feature=${[...features].sort().join(',')}`] : []),
  ];
}

/** The objects that its clients read credentials and certificates from, each once. */
function clientObjects({ scrapes, remoteWrite }: PrometheusModel): readonly MountedVolume[] {
  const clients = [
    ...scrapes.flatMap(({ endpoints }) => endpoints.flatMap(({ client }) => client ?? [])),
    ...remoteWrite.map(({ client }) => client),
  ];
  const objects = new Map(clients.flatMap(entriesOf).map((entry) => [`${entry.kind} ${entry.name}`, entry]));
  return [...objects.values()].map((object) => mountedObject(object, folderOf(object)));
}

/** The ConfigMap with the rules, which all shards evaluate. */
export function rulesName({ name }: Pick<PrometheusModel, 'name'>): string {
  return `${name}-rules`;
}
