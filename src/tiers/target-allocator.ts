import type { Backend } from '../model/collector';
import { type ConfigMap, isConfigMap } from '../model/config';
import type { OperatorOptions } from '../model/pod';

const all = {};

// An absent selector finds nothing, which nobody means who has the allocator look for monitors.
const selectors = {
  podMonitorSelector: all,
  probeSelector: all,
  scrapeConfigSelector: all,
  serviceMonitorSelector: all,
};

/** The options with selectors for the monitors that a target allocator looks for: all of them unless told otherwise. */
export function withSelectors(options: OperatorOptions): OperatorOptions {
  const { targetAllocator } = options;
  const { prometheusCR } = targetAllocator ?? {};
  if (prometheusCR?.enabled !== true) return options;
  return {
    ...options,
    targetAllocator: { ...targetAllocator, prometheusCR: { ...selectors, ...prometheusCR } },
  };
}

interface Operated {
  readonly backend?: Backend | 'none';
  readonly operator?: OperatorOptions;
}

/**
 * The configuration with the target allocator that the operator puts into the receiver `prometheus`. What it puts there
 * is the same; but it needs the section `config`, and the collector refuses a receiver that scrapes nothing.
 */
export function withTargetAllocator(config: ConfigMap, name: string, { backend, operator }: Operated): ConfigMap {
  const { receivers } = config;
  const receiver = isConfigMap(receivers) ? receivers.prometheus : undefined;
  if (backend === 'workload' || operator?.targetAllocator?.enabled !== true || !isConfigMap(receiver)) return config;
  // Operator 0.153, internal/manifests/targetallocator/adapters.
  const target_allocator = {
    endpoint: `http://${name}-targetallocator:80`,
    interval: '30s',
    collector_id: '${env:POD_NAME}',
  };
  const prometheus = { config: {}, target_allocator, ...receiver };
  return { ...config, receivers: { ...(receivers as ConfigMap), prometheus } };
}
