import type { NeedsCase } from './cases';

export const kubeletCases: readonly NeedsCase[] = [
  {
    name: 'kubelet_stats with a certificate',
    collector: { mode: 'daemonset', receivers: { kubelet_stats: { endpoint: '${env:K8S_NODE_IP}:10250' } } },
    expected: { env: ['K8S_NODE_IP=status.hostIP'], egress: ['*:10250'] },
  },
  {
    name: 'kubelet_stats',
    collector: {
      mode: 'daemonset',
      receivers: { kubelet_stats: { auth_type: 'serviceAccount', endpoint: 'https://${env:K8S_NODE_NAME}:10250' } },
    },
    expected: { access: ['get nodes/stats'], env: ['K8S_NODE_NAME=spec.nodeName'], egress: ['*:10250'] },
  },
  {
    name: 'kubelet_stats with labels',
    collector: {
      mode: 'daemonset',
      receivers: { kubelet_stats: { auth_type: 'serviceAccount', extra_metadata_labels: ['container.id'] } },
    },
    expected: { access: ['get nodes/stats', 'get nodes/pods'], egress: ['*:10250'] },
  },
  {
    name: 'kubelet_stats with labels in 0.131.0',
    collector: {
      release: '0.131.0',
      mode: 'daemonset',
      receivers: { kubelet_stats: { auth_type: 'serviceAccount', extra_metadata_labels: ['container.id'] } },
    },
    expected: { access: ['get nodes/stats', 'get nodes/proxy'], egress: ['*:10250'] },
  },
  {
    name: 'kubelet_stats with the use of limits',
    collector: {
      mode: 'daemonset',
      receivers: {
        kubelet_stats: {
          auth_type: 'serviceAccount',
          metrics: { 'k8s.pod.memory_limit_utilization': { enabled: true } },
        },
      },
    },
    expected: { access: ['get nodes/stats', 'get nodes/pods'], egress: ['*:10250'] },
  },
  {
    name: 'kubelet_stats with the use of nodes',
    collector: {
      mode: 'daemonset',
      receivers: {
        kubelet_stats: {
          auth_type: 'serviceAccount',
          node: '${env:K8S_NODE_NAME}',
          k8s_api_config: { auth_type: 'serviceAccount' },
          metrics: { 'k8s.pod.cpu.node.utilization': { enabled: true } },
        },
      },
    },
    expected: {
      access: ['get nodes/stats', 'get,list,watch nodes'],
      env: ['K8S_NODE_NAME=spec.nodeName'],
      egress: ['*:443', '*:6443', '*:10250'],
    },
  },
  {
    name: 'kubelet_stats with volumes',
    collector: {
      mode: 'daemonset',
      receivers: {
        kubelet_stats: {
          auth_type: 'serviceAccount',
          k8s_api_config: { auth_type: 'serviceAccount' },
          extra_metadata_labels: ['k8s.volume.type'],
        },
      },
    },
    expected: {
      access: ['get nodes/stats', 'get nodes/pods', 'get persistentvolumeclaims,persistentvolumes'],
      egress: ['*:443', '*:6443', '*:10250'],
    },
  },
];
