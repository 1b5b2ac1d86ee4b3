import type { PrometheusModel } from '../../model/prometheus';

type Named = Pick<PrometheusModel, 'name'>;

/** The labels by which the pods of a Prometheus without an operator are found. */
export function plainSelector({ name }: Named, shard?: number): Record<string, string> {
  return {
    'app.kubernetes.io/instance': name,
    'app.kubernetes.io/managed-by': 'cdk8s-mdai',
    'app.kubernetes.io/name': 'prometheus',
    ...(shard !== undefined && { 'prometheus.io/shard': String(shard) }),
  };
}

/** The labels of its objects. */
export function plainLabels(prometheus: Named): Record<string, string> {
  return { ...plainSelector(prometheus), 'app.kubernetes.io/component': 'prometheus' };
}
