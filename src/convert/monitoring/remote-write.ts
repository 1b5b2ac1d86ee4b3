import { at, type ConfigMap, type ConfigValue, isConfigMap } from '../../model/config';
import type { HttpClientModel } from '../../model/http-client';
import type { RemoteWriteModel, RemoteWriteQueueModel } from '../../model/prometheus';
import { map, number, text, texts } from '../values';
import { operatorClient, plainClient } from './http-client';
import { relabelSteps } from './relabel';

/** Where samples are passed on to, as the Prometheus operator is told. */
export function operatorRemoteWrite(given: ConfigMap): RemoteWriteModel {
  const { messageVersion } = given;
  const protocol = /^V?([12])\./.exec(text(messageVersion))?.[1];
  return {
    ...common(given, operatorClient(given)),
    ...(given.remoteTimeout !== undefined && { timeout: text(given.remoteTimeout) }),
    relabel: relabelSteps(given.writeRelabelConfigs),
    ...flag('sendExemplars', given.sendExemplars),
    ...flag('sendNativeHistograms', given.sendNativeHistograms),
    ...(protocol !== undefined && { protocol: Number(protocol) as 1 | 2 }),
    ...(isConfigMap(given.queueConfig) && { queue: queueOf(given.queueConfig, operatorQueue) }),
  };
}

/** The same as Prometheus' own configuration says it. */
export function plainRemoteWrite(given: ConfigMap): RemoteWriteModel {
  const { protobuf_message: message } = given;
  return {
    ...common(given, plainClient(given)),
    ...(given.remote_timeout !== undefined && { timeout: text(given.remote_timeout) }),
    relabel: relabelSteps(given.write_relabel_configs),
    ...flag('sendExemplars', given.send_exemplars),
    ...flag('sendNativeHistograms', given.send_native_histograms),
    ...(message !== undefined && { protocol: text(message).startsWith('io.prometheus.write.v2') ? 2 : 1 }),
    ...(isConfigMap(given.queue_config) && { queue: queueOf(given.queue_config, plainQueue) }),
  };
}

function common(
  { url, name, headers, sigv4 }: ConfigMap,
  client: HttpClientModel,
): Pick<RemoteWriteModel, 'url' | 'name' | 'headers' | 'client' | 'sigv4'> {
  const role = at(sigv4, 'roleArn') ?? at(sigv4, 'role_arn');
  const { region, profile } = map(sigv4);
  return {
    url: text(url),
    ...(name !== undefined && { name: text(name) }),
    headers: texts(headers ?? {}),
    client,
    ...(isConfigMap(sigv4) && {
      sigv4: {
        ...(region !== undefined && { region: text(region) }),
        ...(profile !== undefined && { profile: text(profile) }),
        ...(role !== undefined && { roleArn: text(role) }),
      },
    }),
  };
}

function flag<K extends string>(name: K, value: unknown): { [P in K]?: boolean } {
  return (typeof value === 'boolean' ? { [name]: value } : {}) as { [P in K]?: boolean };
}

type QueueFields = readonly (readonly [keyof RemoteWriteQueueModel, string])[];

const numbers: ReadonlySet<string> = new Set<keyof RemoteWriteQueueModel>([
  'capacity',
  'minShards',
  'maxShards',
  'maxSamplesPerSend',
]);

const operatorQueue: QueueFields = [
  ['capacity', 'capacity'],
  ['minShards', 'minShards'],
  ['maxShards', 'maxShards'],
  ['maxSamplesPerSend', 'maxSamplesPerSend'],
  ['batchSendDeadline', 'batchSendDeadline'],
  ['minBackoff', 'minBackoff'],
  ['maxBackoff', 'maxBackoff'],
  ['retryOnRateLimit', 'retryOnRateLimit'],
  ['sampleAgeLimit', 'sampleAgeLimit'],
];

const plainQueue: QueueFields = [
  ['capacity', 'capacity'],
  ['minShards', 'min_shards'],
  ['maxShards', 'max_shards'],
  ['maxSamplesPerSend', 'max_samples_per_send'],
  ['batchSendDeadline', 'batch_send_deadline'],
  ['minBackoff', 'min_backoff'],
  ['maxBackoff', 'max_backoff'],
  ['retryOnRateLimit', 'retry_on_http_429'],
  ['sampleAgeLimit', 'sample_age_limit'],
];

function queueOf(given: ConfigMap, fields: QueueFields): RemoteWriteQueueModel {
  return Object.fromEntries(
    fields.flatMap(([field, called]): (readonly [string, ConfigValue])[] => {
      const value = given[called];
      if (value === undefined) return [];
      if (field === 'retryOnRateLimit') return typeof value === 'boolean' ? [[field, value]] : [];
      if (numbers.has(field)) return number(value) === undefined ? [] : [[field, value]];
      return [[field, text(value)]];
    }),
  );
}
