import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { dump } from 'js-yaml';
import { type ConfigMap, type ConfigValue, isConfigMap } from '../../src/model/config';
import type { Manifest } from '../../src/testing';
import type { Cluster } from './kubernetes';
import { freePorts } from './kubernetes/ports';
import { collectorsOf, type ExampleCollector } from './manifests';
import { Running, ready, scratch } from './process';

/**
 * What is different where there is no Kubernetes: a place in the configuration, what the example has there, `undefined`
 * for nothing, and what stands for it. Keys are separated as the collector does it: `exporters::otlp_http::endpoint`.
 */
export type Substitution = readonly [at: string, is: ConfigValue | undefined, becomes: ConfigValue];

export interface PodOptions {
  readonly example: string;
  readonly collector: string;
  /** Each has to find what it stands for. */
  readonly substitutions?: readonly Substitution[];
  /** What secrets and fields of the pod hold: exactly the variables that the container takes from there. */
  readonly env?: Readonly<Record<string, string>>;
  /** What the hub says: variables that the container takes from its ConfigMap. @default none are there */
  readonly variables?: Readonly<Record<string, string>>;
  /** The pod's address, one of this machine. @default '127.0.0.1' */
  readonly address?: string;
  /** The ports of this machine for some of the pod's. @default free ones */
  readonly ports?: Readonly<Record<number, number>>;
  /** For `auth_type: kubeConfig`, in place of the token and the address that Kubernetes gives to a pod. */
  readonly kubeconfig?: string;
}

/**
 * A collector of an example, as a program of this machine. Pods on one machine share its ports, so each that the
 * configuration listens on, on all addresses or on localhost, is a free one here.
 */
export class Pod {
  static async start(options: PodOptions): Promise<Pod> {
    const pod = new Pod(options, await portsFor(collectorOf(options), options.ports));
    await pod.startAgain();
    return pod;
  }

  private readonly folder = scratch();
  private program: Running | undefined;
  private readonly file: string;
  private readonly env: Readonly<Record<string, string>>;
  private readonly collector: ExampleCollector;

  private constructor(
    options: PodOptions,
    private readonly ports: ReadonlyMap<number, number>,
  ) {
    const { address = '127.0.0.1', substitutions = [], env = {}, variables = {}, kubeconfig } = options;
    this.collector = collectorOf(options);
    const unknowns = [...this.collector.unknowns].sort();
    if (!isDeepStrictEqual(Object.keys(env).sort(), unknowns))
      throw new Error(`The environment of ${options.collector} comes from outside in: ${unknowns.join(', ')}`);
    const listening = moved(this.collector.config, (host, port) => ({
      host: host === '0.0.0.0' ? address : '127.0.0.1',
      port: this.port(port),
    }));
    const text = dump(substitutions.reduce(substituted, listening));
    this.file = join(this.folder, 'collector.yaml');
    writeFileSync(this.file, text);
    const own = this.collector.environment(env);
    this.env = {
      ...own,
      ...variables,
      ...('OTEL_CONFIG' in own && { OTEL_CONFIG: text }),
      ...(kubeconfig !== undefined && { KUBECONFIG: kubeconfig }),
    };
  }

  /** What the program has printed since its last start. */
  get output(): string {
    return this.program?.output ?? '';
  }

  /** The port of this machine that is one of the pod's. */
  port(ofPod: number): number {
    const port = this.ports.get(ofPod);
    if (port === undefined)
      throw new Error(`The pod listens on ${[...this.ports.keys()].join(', ')}, not on ${ofPod}.`);
    return port;
  }

  /** With the same configuration, ports and files. */
  async startAgain(): Promise<void> {
    this.program = new Running(this.collector.program, this.collector.args(this.file), this.env);
    await ready(this.program);
  }

  async stop(): Promise<void> {
    await this.program?.stop();
  }

  /** Ends it as a lost node does. */
  async kill(): Promise<void> {
    await this.program?.kill();
  }
}

/** A kubeconfig with a token of the ServiceAccount of an example's collector. */
export async function kubeconfigFor(cluster: Cluster, example: string, collector: string): Promise<string> {
  const { account } = collectorOf({ example, collector });
  const file = join(scratch(), 'kubeconfig.json');
  writeFileSync(file, JSON.stringify(cluster.kubeconfig(await cluster.token(account))), { mode: 0o600 });
  return file;
}

function collectorOf({ example, collector }: Pick<PodOptions, 'example' | 'collector'>): ExampleCollector {
  const found = collectorsOf(example).find(({ name }) => name === collector);
  if (!found) throw new Error(`${example} has no collector ${collector}.`);
  return found;
}

async function portsFor({ config }: ExampleCollector, given: PodOptions['ports'] = {}): Promise<Map<number, number>> {
  const wanted = new Set<number>();
  moved(config, (host, port) => {
    wanted.add(port);
    return { host, port };
  });
  const free = await freePorts(wanted.size);
  return new Map([...wanted].map((port, i) => [port, given[port] ?? free[i]!]));
}

interface Socket {
  readonly host: string;
  readonly port: number;
}

const listens = /^(0\.0\.0\.0|localhost|127\.0\.0\.1):(\d+)$/;

/** A configuration with other sockets to listen on. */
function moved(config: ConfigMap, to: (host: string, port: number) => Socket): ConfigMap {
  const move = (value: ConfigValue): ConfigValue => {
    if (typeof value === 'string') {
      const [, host, port] = listens.exec(value) ?? [];
      if (host === undefined) return value;
      const socket = to(host, Number(port));
      return `${socket.host}:${socket.port}`;
    }
    if (Array.isArray(value)) return value.map(move);
    if (!isConfigMap(value)) return value;
    if (typeof value.host === 'string' && typeof value.port === 'number')
      return { ...value, ...to(value.host, value.port) };
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, move(item)]));
  };
  return move(config) as ConfigMap;
}

/** @throws Error where the configuration has something else than the substitution is for */
export function substituted(config: ConfigMap, [at, is, becomes]: Substitution): ConfigMap {
  const copy = JSON.parse(JSON.stringify(config)) as Manifest;
  const path = at.split('::');
  const last = path.pop()!;
  let parent = copy;
  for (const key of path) {
    parent = parent[key];
    if (typeof parent !== 'object' || parent === null) throw new Error(`The example has nothing at ${at}.`);
  }
  if (!isDeepStrictEqual(parent[last], is))
    throw new Error(`The example has ${JSON.stringify(parent[last])} at ${at}, not ${JSON.stringify(is)}.`);
  parent[last] = becomes;
  return copy as ConfigMap;
}
