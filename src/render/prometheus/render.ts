import type { Model } from '../../model/model';
import type { PrometheusModel } from '../../model/prometheus';
import type { KubernetesObject } from '../object';
import { monitors } from './monitors';
import { operatorRules, operatorSpec } from './operator';
import { plainObjects } from './plain/objects';
import { statefulSetSpec } from './plain/stateful-set';
import { access } from './shared';

/**
 * The spec of what a Prometheus itself is in Kubernetes.
 *
 * @param files what its ConfigMaps hold in the end, for the back end without an operator
 */
export function mainSpec(model: PrometheusModel, files: Readonly<Record<string, string>>): object {
  return model.backend === 'operator' ? operatorSpec(model) : statefulSetSpec(model, 0, files);
}

/** The objects that a Prometheus needs besides, by construct id. */
export function besides(model: PrometheusModel, { hubs }: Model): Record<string, KubernetesObject> {
  return {
    ...(model.managed && access(model)),
    ...(model.backend === 'operator' ? { ...monitors(model), ...operatorRules(model) } : plainObjects(model, hubs)),
  };
}
