import { findComponent } from '../catalog/catalog';
import { Extension, Processor } from '../catalog/component';
import type { ListenFacts } from '../catalog/facts';
import type { KnownExtensions, KnownProcessors } from '../catalog/types';
import { healthCheckConfig, memoryLimiterConfig } from '../model/collector-defaults';
import type { ComponentKind } from '../model/component-id';
import { at, type ConfigMap, isConfigMap } from '../model/config';
import type { Release } from '../model/release';
import type { Signal } from '../model/signal';

/** What a collector gets of itself; `false` for one of them leaves it out. */
export interface CollectorDefaults {
  /** A `memory_limiter` first in each pipeline that has a receiver. @default true */
  readonly memoryLimiter?: boolean;
  /** The `health_check` extension, and the probes that ask it. @default true */
  readonly healthCheck?: boolean;
  /** The collector's own metrics on port 8888. @default true */
  readonly telemetry?: boolean;
  /**
   * `0.0.0.0` and the component's own port where a component listens and no address was given; localhost for `pprof`,
   * `zpages` and the receivers of a sidecar.
   * @default true
   */
  readonly listen?: boolean;
  /** Requests and limits of memory and CPU, and `GOMEMLIMIT`. @default true */
  readonly resources?: boolean;
  /** A security context within the Kubernetes level *restricted*, or the least that a component needs beyond it. @default true */
  readonly security?: boolean;
  /** Container ports, and Services for what receivers listen on and exporters serve. @default true */
  readonly ports?: boolean;
  /** The rights in Kubernetes that components need. @default true */
  readonly rbac?: boolean;
  /** Folders of the node, volumes and files that components read or write. @default true */
  readonly mounts?: boolean;
  /** Network policies that let in what receivers listen for, and out what exporters send to. @default true */
  readonly networkPolicy?: boolean;
  /** Spreading over nodes and zones, and a disruption budget, where there are several pods. @default true */
  readonly availability?: boolean;
}

/** The switches with their defaults filled in. */
export function switches(defaults: false | CollectorDefaults | undefined): Required<CollectorDefaults> {
  const on = defaults !== false;
  const all = Object.fromEntries(switchNames.map((name) => [name, on])) as unknown as Required<CollectorDefaults>;
  return { ...all, ...(defaults || {}) };
}

const switchNames = [
  'memoryLimiter',
  'healthCheck',
  'telemetry',
  'listen',
  'resources',
  'security',
  'ports',
  'rbac',
  'mounts',
  'networkPolicy',
  'availability',
] as const satisfies readonly (keyof CollectorDefaults)[];

/** The memory limiter that a collector gets of itself. */
export type MemoryLimiter = Processor<Signal, KnownProcessors['memory_limiter']['config']>;

/** The health check that a collector gets of itself. */
export type HealthCheck = Extension<'other', KnownExtensions['health_check']['config']>;

export const memoryLimiter: MemoryLimiter = new Processor(
  'processor',
  'memory_limiter',
  undefined,
  memoryLimiterConfig,
);

export const healthCheck: HealthCheck = new Extension('extension', 'health_check', undefined, healthCheckConfig);

// Ports of our choice for components that have none of their own and do not start without one.
const assignedPorts: Readonly<Record<string, number>> = {
  'exporter/prometheus': 8889,
  'receiver/fluent_forward': 8006,
};

/** The host that receivers listen on: all addresses of the pod, or, beside the only client, none that others reach. */
export type ListenHost = '0.0.0.0' | 'localhost';

/**
 * The configuration with an explicit address for each socket that it would otherwise bind on localhost, or not at all.
 *
 * @param host for receivers; what exporters serve is for others, and shows on all addresses
 */
export function withListenAddresses(
  { kind, type }: { readonly kind: ComponentKind; readonly type: string },
  config: ConfigMap,
  release: Release,
  host: ListenHost,
): ConfigMap {
  let out = config;
  for (const listen of findComponent(kind, type)?.in(release)?.listens ?? []) {
    const port = listen.defaultPort ?? assignedPorts[`${kind}/${type}`];
    if (port === undefined || !bound(listen, config) || at(out, ...listen.path) !== undefined) continue;
    const open = kind === 'receiver' ? host : '0.0.0.0';
    out = set(out, listen.path, `${listen.local ? 'localhost' : open}:${port}`);
  }
  return out;
}

function bound(listen: ListenFacts, config: ConfigMap): boolean {
  return listen.when === undefined || at(config, ...listen.when) !== undefined;
}

function set(config: ConfigMap, path: readonly string[], value: string): ConfigMap {
  const [key, ...rest] = path;
  if (key === undefined) return config;
  if (rest.length === 0) return { ...config, [key]: value };
  const inner = config[key];
  return { ...config, [key]: set(isConfigMap(inner) ? inner : {}, rest, value) };
}
