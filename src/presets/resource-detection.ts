import type { Processor } from '../catalog/component';
import { component, type PresetOptions, type ProcessorConfig, processors } from './preset';

type ResourceDetection = ProcessorConfig<'resource_detection'>;

/** What `presets.resourceDetection` takes. */
export interface ResourceDetectionOptions extends PresetOptions<ResourceDetection> {
  /**
   * Who is asked, in order; the first that knows an attribute gives it. `env` is the variable
   * `OTEL_RESOURCE_ATTRIBUTES`, `k8snode` the Kubernetes node, and `eks`, `aks`, `gcp`, `ec2`, `azure` and others are
   * clouds. Release 0.159.0 calls `k8snode` `k8s_api`, logs that the older name is one, and takes both; 0.131.0 takes
   * `k8snode` alone.
   * @default ['env', 'k8snode']
   */
  readonly detectors?: ResourceDetection['detectors'];
  /**
   * Replace attributes that telemetry has already. The component's own default is true.
   * @default false
   */
  readonly override?: boolean;
}

/**
 * Adds to telemetry what the collector's node and cloud say of themselves: a `resource_detection` processor, for a
 * collector on the node where the telemetry comes from. In a gateway it would add the gateway's own node.
 */
export function resourceDetection(
  options: ResourceDetectionOptions = {},
): Processor<'traces' | 'metrics' | 'logs', ResourceDetection> {
  const { detectors = ['env', 'k8snode'], override = false } = options;
  return component(processors.resource_detection, options, { detectors, override });
}
