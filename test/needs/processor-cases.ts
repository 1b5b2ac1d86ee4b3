import type { NeedsCase } from './cases';

export const processorCases: readonly NeedsCase[] = [
  {
    name: 'k8s_attributes',
    collector: { processors: { k8s_attributes: {} } },
    expected: { access: ['get,list,watch pods'], egress: ['*:443', '*:6443'] },
  },
  {
    name: 'k8s_attributes in 0.131.0',
    collector: { release: '0.131.0', processors: { k8s_attributes: {} } },
    expected: { access: ['get,list,watch pods', 'get,list,watch apps/replicasets'], egress: ['*:443', '*:6443'] },
  },
  {
    name: 'k8s_attributes that only passes addresses on',
    collector: { processors: { k8s_attributes: { passthrough: true } } },
    expected: {},
  },
  {
    name: 'k8s_attributes with other credentials',
    collector: { processors: { k8s_attributes: { auth_type: 'kubeConfig' } } },
    expected: { egress: ['*:443', '*:6443'] },
  },
  {
    name: 'k8s_attributes of its node',
    collector: { mode: 'daemonset', processors: { k8s_attributes: { filter: { node_from_env_var: 'KUBE_NODE' } } } },
    expected: { access: ['get,list,watch pods'], env: ['KUBE_NODE=spec.nodeName'], egress: ['*:443', '*:6443'] },
  },
  {
    name: 'k8s_attributes of one namespace',
    collector: {
      processors: { k8s_attributes: { filter: { namespace: 'shop' }, extract: { metadata: ['k8s.deployment.uid'] } } },
    },
    expected: {
      access: ['get,list,watch pods in shop', 'get,list,watch apps/replicasets in shop'],
      egress: ['*:443', '*:6443'],
    },
  },
  {
    name: 'k8s_attributes of its own namespace',
    collector: { processors: { k8s_attributes: { filter: { namespace: '${env:K8S_NAMESPACE}' } } } },
    expected: {
      access: ['get,list,watch pods in telemetry'],
      env: ['K8S_NAMESPACE=metadata.namespace'],
      egress: ['*:443', '*:6443'],
    },
  },
  {
    name: 'k8s_attributes with labels of all kinds',
    collector: {
      processors: {
        k8s_attributes: {
          extract: {
            labels: [
              { from: 'namespace', key: 'team' },
              { from: 'node', key: 'team' },
              { from: 'deployment', key: 'team' },
              { from: 'statefulset', key: 'team' },
              { from: 'daemonset', key: 'team' },
              { from: 'job', key: 'team' },
            ],
          },
        },
      },
    },
    expected: {
      access: [
        'get,list,watch pods',
        'get,list,watch namespaces',
        'get,list,watch nodes',
        'get,list,watch apps/replicasets',
        'get,list,watch apps/deployments',
        'get,list,watch apps/statefulsets',
        'get,list,watch apps/daemonsets',
        'get,list,watch batch/jobs',
      ],
      egress: ['*:443', '*:6443'],
    },
  },
  {
    name: 'k8s_attributes with ids',
    collector: {
      processors: { k8s_attributes: { extract: { metadata: ['k8s.node.uid', 'k8s.cluster.uid', 'k8s.cronjob.uid'] } } },
    },
    expected: {
      access: [
        'get,list,watch pods',
        'get,list,watch namespaces named kube-system',
        'get,list,watch nodes',
        'get,list,watch batch/jobs',
      ],
      egress: ['*:443', '*:6443'],
    },
  },
  {
    name: 'k8s_attributes that asks for a deployment’s name',
    collector: { processors: { k8s_attributes: { extract: { deployment_name_from_replicaset: false } } } },
    expected: { access: ['get,list,watch pods', 'get,list,watch apps/replicasets'], egress: ['*:443', '*:6443'] },
  },
  {
    name: 'resource_detection of the process',
    collector: { processors: { resource_detection: { detectors: ['env', 'system'] } } },
    expected: {},
  },
  {
    name: 'resource_detection of the node',
    collector: { processors: { resource_detection: { detectors: ['k8s_api'] } } },
    expected: {
      access: ['get,list nodes', 'get namespaces named kube-system'],
      env: ['K8S_NODE_NAME=spec.nodeName'],
      egress: ['*:443', '*:6443'],
    },
  },
  {
    name: 'resource_detection of the node in 0.131.0',
    collector: {
      release: '0.131.0',
      processors: { resource_detection: { detectors: ['k8snode'], k8snode: { node_from_env_var: 'NODE' } } },
    },
    expected: { access: ['get,list nodes'], env: ['NODE=spec.nodeName'], egress: ['*:443', '*:6443'] },
  },
  {
    name: 'resource_detection without the cluster',
    collector: {
      processors: {
        resource_detection: {
          detectors: ['k8s_api'],
          k8s_api: { resource_attributes: { 'k8s.cluster.uid': { enabled: false } } },
        },
      },
    },
    expected: { access: ['get,list nodes'], env: ['K8S_NODE_NAME=spec.nodeName'], egress: ['*:443', '*:6443'] },
  },
  {
    name: 'resource_detection on kubeadm',
    collector: { processors: { resource_detection: { detectors: ['kubeadm'] } } },
    expected: {
      access: ['get configmaps named kubeadm-config in kube-system', 'get namespaces named kube-system in kube-system'],
      egress: ['*:443', '*:6443'],
    },
  },
  {
    name: 'resource_detection on EKS',
    collector: {
      processors: { resource_detection: { detectors: ['eks'], eks: { node_from_env_var: 'K8S_NODE_NAME' } } },
    },
    expected: {
      access: ['get nodes'],
      env: ['K8S_NODE_NAME=spec.nodeName'],
      egress: ['*:443', '*:6443', '169.254.169.254:80', '169.254.170.23:80'],
    },
  },
  {
    name: 'resource_detection on OpenShift',
    collector: { processors: { resource_detection: { detectors: ['openshift'] } } },
    expected: {
      access: ['get,list,watch config.openshift.io/infrastructures,config.openshift.io/infrastructures/status'],
      egress: ['*:443', '*:6443'],
    },
  },
  {
    name: 'resource_detection on GKE',
    collector: { processors: { resource_detection: { detectors: ['gcp'] } } },
    expected: { egress: ['169.254.169.254:80', '169.254.169.252:988'] },
  },
  {
    name: 'resource_detection of Docker',
    collector: { mode: 'daemonset', processors: { resource_detection: { detectors: ['docker'] } } },
    expected: { mounts: ['node-var-run-docker-sock /var/run/docker.sock Socket ro'], privileges: ['user 0'] },
  },
  {
    name: 'processors that need nothing',
    collector: {
      processors: {
        batch: {},
        memory_limiter: { check_interval: '1s', limit_percentage: 80 },
        tail_sampling: { policies: [{ name: 'all', type: 'always_sample' }] },
      },
    },
    expected: {},
  },
];
