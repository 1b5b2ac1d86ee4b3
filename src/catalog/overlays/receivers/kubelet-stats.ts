import type { Overlay } from '../../overlay';
import { each, fields, oneOf, rules } from '../parts';

/** Metrics that are shares of what a node has. */
const nodeShares = [
  'k8s.container.cpu.node.utilization',
  'k8s.pod.cpu.node.utilization',
  'k8s.container.memory.node.utilization',
  'k8s.pod.memory.node.utilization',
];

/** The decoder does not split one text into names of these Go types. */
const list = { type: 'array' };

export const overlay: Overlay = {
  schema: {
    ...fields({
      k8s_api_config: { required: ['auth_type'] },
      metric_groups: { ...list, ...each(oneOf('container', 'pod', 'node', 'volume')) },
      extra_metadata_labels: { ...list, ...each(oneOf('container.id', 'k8s.volume.type')), 'x-unique': 'ignore-case' },
    }),
    ...rules({
      field: 'node',
      holds: (stats) => {
        const metrics = stats.section('metrics').keys();
        return (
          stats.given('node') ||
          !nodeShares.some((name) => metrics.includes(name) && isEnabled(stats.get('metrics'), name))
        );
      },
      message: 'is needed for metrics that are shares of a node',
      fix: 'Write "node: ${env:K8S_NODE_NAME}".',
    }),
  },
};

function isEnabled(metrics: unknown, name: string): boolean {
  const metric = (metrics as Readonly<Record<string, { readonly enabled?: unknown } | null>>)[name];
  return metric?.enabled === true;
}
