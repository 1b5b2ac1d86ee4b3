import { telemetryReaders } from '../../model/collector-defaults';
import { parseComponentId } from '../../model/component-id';
import { at, type ConfigMap, type ConfigValue, isConfigMap } from '../../model/config';

/** What a collector would put into its configuration of itself, and this one has not: the names of its defaults. */
export function switchedOff(config: ConfigMap): readonly string[] {
  const off = { memoryLimiter: isUnlimited(config), healthCheck: isUnhealthy(config), telemetry: isSilent(config) };
  return Object.entries(off).flatMap(([name, isOff]) => (isOff ? [name] : []));
}

/** Whether a pipeline that has a receiver has no memory limiter. */
function isUnlimited({ service, receivers }: ConfigMap): boolean {
  const pipelines = at(service, 'pipelines');
  return Object.values(isConfigMap(pipelines) ? pipelines : {}).some((pipeline) => {
    const isReceived = ids(at(pipeline, 'receivers')).some((id) => at(receivers, id) !== undefined);
    return isReceived && !hasType(at(pipeline, 'processors'), 'memory_limiter');
  });
}

function isUnhealthy({ service }: ConfigMap): boolean {
  return !hasType(at(service, 'extensions'), 'health_check');
}

/** Whether the collector's own metrics are not said in full, so that the rest would be added. */
function isSilent({ service }: ConfigMap): boolean {
  return Object.keys(telemetryReaders).some((field) => at(service, 'telemetry', 'metrics', field) === undefined);
}

function hasType(list: ConfigValue | undefined, type: string): boolean {
  return ids(list).some((id) => parseComponentId(id)?.type === type);
}

function ids(list: ConfigValue | undefined): readonly string[] {
  return (Array.isArray(list) ? list : []).filter((id) => typeof id === 'string');
}
