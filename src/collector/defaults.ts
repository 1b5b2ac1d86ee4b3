import { findComponent } from '../catalog/catalog';
import { Extension, Processor } from '../catalog/component';
import type { ListenFacts } from '../catalog/facts';
import type { ComponentKind } from '../model/component-id';
import { at, type ConfigMap, isConfigMap } from '../model/config';
import type { Release } from '../model/release';

/** What a collector gets of itself; `false` for one of them leaves it out. */
export interface CollectorDefaults {
  /** A `memory_limiter` first in each pipeline that has a receiver. @default true */
  readonly memoryLimiter?: boolean;
  /** The `health_check` extension, from which the operator makes probes. @default true */
  readonly healthCheck?: boolean;
  /** The collector's own metrics on port 8888. @default true */
  readonly telemetry?: boolean;
  /** `0.0.0.0` and the component's own port where a component listens and no address was given; localhost for `pprof` and `zpages`. @default true */
  readonly listen?: boolean;
  /** Requests and limits of memory and CPU, and `GOMEMLIMIT`. @default true */
  readonly resources?: boolean;
  /** A security context within the Kubernetes level *restricted*. @default true */
  readonly security?: boolean;
}

/** The switches with their defaults filled in. */
export function switches(defaults: false | CollectorDefaults | undefined): Required<CollectorDefaults> {
  const on = defaults !== false;
  const all = { memoryLimiter: on, healthCheck: on, telemetry: on, listen: on, resources: on, security: on };
  return { ...all, ...(defaults || {}) };
}

/** Within a container the limit is known, so percentages fit every size; the rest is room for the process itself. */
export const memoryLimiter = new Processor<string>('processor', 'memory_limiter', undefined, {
  check_interval: '1s',
  limit_percentage: 80,
  spike_limit_percentage: 25,
});

const healthCheckPort = 13133;

export const healthCheck = new Extension('extension', 'health_check', undefined, {
  endpoint: `0.0.0.0:${healthCheckPort}`,
});

const telemetryPort = 8888;

/** The names of metrics stay as the collector has them: no unit, no `_total`, in every release. */
export const telemetryReaders: ConfigMap = {
  level: 'normal',
  readers: [
    {
      pull: {
        exporter: {
          prometheus: {
            host: '0.0.0.0',
            port: telemetryPort,
            without_scope_info: true,
            without_type_suffix: true,
            without_units: true,
          },
        },
      },
    },
  ],
};

// Ports of our choice for components that have none of their own and do not start without one.
const assignedPorts: Readonly<Record<string, number>> = {
  'exporter/prometheus': 8889,
  'receiver/fluent_forward': 8006,
};

/** The configuration with an explicit address for each socket that it would otherwise bind on localhost, or not at all. */
export function withListenAddresses(kind: ComponentKind, type: string, config: ConfigMap, release: Release): ConfigMap {
  let out = config;
  for (const listen of findComponent(kind, type)?.in(release)?.listens ?? []) {
    const port = listen.defaultPort ?? assignedPorts[`${kind}/${type}`];
    if (port === undefined || !bound(listen, config) || at(out, ...listen.path) !== undefined) continue;
    out = set(out, listen.path, `${listen.local ? 'localhost' : '0.0.0.0'}:${port}`);
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
