import { at, type ConfigMap, type ConfigValue, isConfigMap } from '../../model/config';
import { parsed } from '../../source/parsed';
import { map } from '../values';

/**
 * The specification of a `v1alpha1` collector in the words of `v1beta1`, as the OpenTelemetry operator converts it (release
 * 0.153, internal/webhook/collector_conversion.go): the configuration is a text, and a few fields are called otherwise.
 */
export function betaSpec(spec: ConfigMap): ConfigMap {
  const { config, updateStrategy, minReplicas, maxReplicas, targetAllocator, autoscaler, ...rest } = spec;
  const bounds = {
    ...(minReplicas !== undefined && { minReplicas }),
    ...(maxReplicas !== undefined && { maxReplicas }),
  };
  const isScaled = autoscaler !== undefined || Object.keys(bounds).length > 0;
  return {
    ...rest,
    config: configIn(config),
    ...(updateStrategy !== undefined && { daemonSetUpdateStrategy: updateStrategy }),
    ...(isScaled && { autoscaler: { ...bounds, ...map(autoscaler) } }),
    ...(targetAllocator !== undefined && { targetAllocator: betaAllocator(targetAllocator) }),
  };
}

/** A text that is no YAML is for its own check to refuse. */
function configIn(config: ConfigValue | undefined): ConfigMap {
  const said = typeof config === 'string' ? parsed(config) : config;
  return isConfigMap(said) ? said : {};
}

/** Its selectors of monitors are labels alone, and select everything where they are left out. */
function betaAllocator(allocator: ConfigValue): ConfigValue {
  if (!isConfigMap(allocator) || !isConfigMap(allocator.prometheusCR)) return allocator;
  const selector = (field: string): ConfigMap => {
    const labels = at(allocator, 'prometheusCR', field) ?? null;
    return { [field]: labels === null ? {} : { matchLabels: labels } };
  };
  return {
    ...allocator,
    prometheusCR: {
      ...allocator.prometheusCR,
      ...selector('podMonitorSelector'),
      ...selector('serviceMonitorSelector'),
    },
  };
}
