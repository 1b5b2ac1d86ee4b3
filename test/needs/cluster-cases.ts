import type { NeedsCase } from './cases';

export const clusterCases: readonly NeedsCase[] = [
  {
    name: 'k8s_cluster',
    collector: { receivers: { k8s_cluster: {} } },
    expected: {
      access: [
        'get,list,watch pods,replicationcontrollers,resourcequotas,services',
        'get,list,watch apps/daemonsets,apps/deployments,apps/replicasets,apps/statefulsets',
        'get,list,watch batch/cronjobs,batch/jobs',
        'get,list,watch autoscaling/horizontalpodautoscalers',
        'get,list,watch namespaces,nodes',
      ],
      egress: ['*:443', '*:6443'],
    },
  },
  {
    name: 'k8s_cluster on OpenShift',
    collector: { receivers: { k8s_cluster: { distribution: 'openshift' } } },
    expected: {
      access: [
        'get,list,watch pods,replicationcontrollers,resourcequotas,services',
        'get,list,watch apps/daemonsets,apps/deployments,apps/replicasets,apps/statefulsets',
        'get,list,watch batch/cronjobs,batch/jobs',
        'get,list,watch autoscaling/horizontalpodautoscalers',
        'get,list,watch namespaces,nodes',
        'get,list,watch quota.openshift.io/clusterresourcequotas',
      ],
      egress: ['*:443', '*:6443'],
    },
  },
  {
    name: 'k8s_cluster of two namespaces',
    collector: { receivers: { k8s_cluster: { namespaces: ['shop', 'pay'] } } },
    expected: {
      access: [
        'get,list,watch pods,replicationcontrollers,resourcequotas,services in shop',
        'get,list,watch pods,replicationcontrollers,resourcequotas,services in pay',
        'get,list,watch apps/daemonsets,apps/deployments,apps/replicasets,apps/statefulsets in shop',
        'get,list,watch apps/daemonsets,apps/deployments,apps/replicasets,apps/statefulsets in pay',
        'get,list,watch batch/cronjobs,batch/jobs in shop',
        'get,list,watch batch/cronjobs,batch/jobs in pay',
        'get,list,watch autoscaling/horizontalpodautoscalers in shop',
        'get,list,watch autoscaling/horizontalpodautoscalers in pay',
      ],
      egress: ['*:443', '*:6443'],
    },
  },
  {
    name: 'k8s_cluster that elects a leader',
    collector: {
      receivers: { k8s_cluster: { namespaces: ['shop'], k8s_leader_elector: 'k8s_leader_elector' } },
      extensions: {
        k8s_leader_elector: { auth_type: 'serviceAccount', lease_name: 'state', lease_namespace: 'telemetry' },
      },
    },
    expected: {
      access: [
        'get,list,watch pods,replicationcontrollers,resourcequotas,services in shop',
        'get,list,watch apps/daemonsets,apps/deployments,apps/replicasets,apps/statefulsets in shop',
        'get,list,watch batch/cronjobs,batch/jobs in shop',
        'get,list,watch autoscaling/horizontalpodautoscalers in shop',
        'create coordination.k8s.io/leases in telemetry',
        'get,update coordination.k8s.io/leases named state in telemetry',
      ],
      egress: ['*:443', '*:6443', '*:443', '*:6443'],
    },
  },
  {
    name: 'k8s_leader_elector in its own namespace',
    collector: {
      extensions: {
        k8s_leader_elector: {
          auth_type: 'serviceAccount',
          lease_name: 'state',
          lease_namespace: '${env:POD_NAMESPACE}',
        },
      },
    },
    expected: {
      access: [
        'create coordination.k8s.io/leases in telemetry',
        'get,update coordination.k8s.io/leases named state in telemetry',
      ],
      env: ['POD_NAMESPACE=metadata.namespace'],
      egress: ['*:443', '*:6443'],
    },
  },
  {
    name: 'k8s_events',
    collector: { receivers: { k8s_events: {} } },
    expected: { access: ['get,list,watch events'], egress: ['*:443', '*:6443'] },
  },
  {
    name: 'k8s_events of one namespace',
    collector: { receivers: { k8s_events: { namespaces: ['shop'] } } },
    expected: { access: ['get,list,watch events in shop'], egress: ['*:443', '*:6443'] },
  },
  {
    name: 'k8s_objects',
    collector: {
      receivers: {
        k8s_objects: {
          objects: [
            { name: 'pods', mode: 'pull' },
            { name: 'events', group: 'events.k8s.io', mode: 'watch', namespaces: ['shop'] },
            { name: 'deployments' },
          ],
        },
      },
    },
    expected: {
      access: ['list pods', 'list,watch events.k8s.io/events in shop', 'list apps/deployments'],
      egress: ['*:443', '*:6443'],
    },
  },
  {
    name: 'k8s_objects of a custom resource without its group',
    collector: { receivers: { k8s_objects: { objects: [{ name: 'widgets', mode: 'watch' }] } } },
    expected: { access: ['list,watch */widgets'], egress: ['*:443', '*:6443'] },
  },
  {
    name: 'k8s_objects outside of some namespaces',
    collector: {
      receivers: { k8s_objects: { objects: [{ name: 'pods', exclude_namespaces: [{ regexp: 'kube-.*' }] }] } },
    },
    expected: { access: ['list pods', 'list namespaces'], egress: ['*:443', '*:6443'] },
  },
  {
    name: 'receiver_creator',
    collector: {
      receivers: {
        receiver_creator: {
          watch_observers: ['k8s_observer'],
          receivers: {
            redis: { rule: 'type == "port"', config: {} },
            kubelet_stats: {
              rule: 'type == "k8s.node"',
              config: { auth_type: 'serviceAccount', endpoint: '`endpoint`:`kubelet_endpoint_port`' },
            },
          },
        },
      },
      extensions: { k8s_observer: {} },
    },
    expected: { access: ['get nodes/stats', 'list,watch pods'], egress: ['*:*', '*:443', '*:6443'] },
  },
  {
    name: 'receiver_creator that finds logs by annotations',
    collector: {
      mode: 'daemonset',
      signal: 'logs',
      receivers: { receiver_creator: { watch_observers: ['k8s_observer'], discovery: { enabled: true } } },
      extensions: { k8s_observer: { node: '${env:K8S_NODE_NAME}' } },
    },
    expected: {
      access: ['list,watch pods'],
      mounts: ['node-var-log-pods /var/log/pods ro', 'node-var-lib-docker-containers /var/lib/docker/containers ro'],
      env: ['K8S_NODE_NAME=spec.nodeName'],
      privileges: ['user 0'],
      egress: ['*:*', '*:443', '*:6443'],
    },
  },
  {
    name: 'k8s_observer of everything',
    collector: {
      extensions: {
        k8s_observer: { observe_nodes: true, observe_services: true, observe_ingresses: true, namespaces: ['shop'] },
      },
    },
    expected: {
      access: [
        'list,watch pods in shop',
        'list,watch nodes',
        'list,watch services in shop',
        'list,watch networking.k8s.io/ingresses in shop',
      ],
      egress: ['*:443', '*:6443'],
    },
  },
];
