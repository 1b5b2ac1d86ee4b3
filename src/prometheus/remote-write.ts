import type { RemoteWriteModel, RemoteWriteQueueModel } from '../model/prometheus';
import { type PrometheusDuration, prometheusDuration } from '../model/value';
import { type HttpClientOptions, httpClient } from './http-client';
import type { RelabelRule } from './scrape-options';

/** Where samples are passed on to. */
export interface RemoteWrite extends HttpClientOptions {
  readonly url: string;
  /** What metrics of the Prometheus itself call it. @default made of the rest */
  readonly name?: string;
  /** More headers. They are not secret; `authorization` is. @default none */
  readonly headers?: Readonly<Record<string, string>>;
  /** How long a request may take. @default 30 seconds */
  readonly timeout?: PrometheusDuration;
  /** Signs requests for AWS, with the credentials that the pod’s environment has. @default not */
  readonly sigv4?: { readonly region?: string; readonly profile?: string; readonly roleArn?: string };
  /** Changes to the labels of samples before they are sent; samples without them are not sent. @default none */
  readonly relabel?: readonly RelabelRule[];
  /** @default false */
  readonly sendExemplars?: boolean;
  /** @default Prometheus’ own, which depends on the protocol */
  readonly sendNativeHistograms?: boolean;
  /** The version of the protocol. @default 1 */
  readonly protocol?: 1 | 2;
  /** What is held back until it is sent. @default Prometheus’ own */
  readonly queue?: RemoteWriteQueue;
}

/** What is held back until it is sent, for each shard of the queue. */
export interface RemoteWriteQueue {
  /** Samples that wait. */
  readonly capacity?: number;
  readonly minShards?: number;
  readonly maxShards?: number;
  readonly maxSamplesPerSend?: number;
  readonly batchSendDeadline?: PrometheusDuration;
  readonly minBackoff?: PrometheusDuration;
  readonly maxBackoff?: PrometheusDuration;
  /** Whether to try again when the other side says that it is too much. */
  readonly retryOnRateLimit?: boolean;
  /** Older samples are dropped. */
  readonly sampleAgeLimit?: PrometheusDuration;
}

export function remoteWriteModel(given: RemoteWrite): RemoteWriteModel {
  const { url, name, headers = {}, timeout, sigv4, relabel = [], sendExemplars, sendNativeHistograms } = given;
  return {
    url,
    headers,
    relabel,
    client: httpClient(given),
    ...(name !== undefined && { name }),
    ...(timeout !== undefined && { timeout: prometheusDuration(timeout) }),
    ...(sigv4 !== undefined && { sigv4 }),
    ...(sendExemplars !== undefined && { sendExemplars }),
    ...(sendNativeHistograms !== undefined && { sendNativeHistograms }),
    ...(given.protocol !== undefined && { protocol: given.protocol }),
    ...(given.queue !== undefined && { queue: queueModel(given.queue) }),
  };
}

function queueModel(queue: RemoteWriteQueue): RemoteWriteQueueModel {
  const { batchSendDeadline, minBackoff, maxBackoff, sampleAgeLimit, ...numbers } = queue;
  return {
    ...numbers,
    ...(batchSendDeadline !== undefined && { batchSendDeadline: prometheusDuration(batchSendDeadline) }),
    ...(minBackoff !== undefined && { minBackoff: prometheusDuration(minBackoff) }),
    ...(maxBackoff !== undefined && { maxBackoff: prometheusDuration(maxBackoff) }),
    ...(sampleAgeLimit !== undefined && { sampleAgeLimit: prometheusDuration(sampleAgeLimit) }),
  };
}
