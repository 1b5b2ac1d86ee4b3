import { at, type ConfigMap } from '../model/config';
import { type AccessRow, asPod, namespace, namespacesIn, read } from './access-row';
import { allOf, anyOf, before, type Condition, isNotOn, isOff, isOn, isSet, isUnset, lists, since } from './condition';

const core = [''];

function hasFrom(config: ConfigMap, list: string, kind: string): boolean {
  const rules = at(config, 'extract', list);
  return Array.isArray(rules) && rules.some((rule) => at(rule, 'from') === kind);
}

const from = (kind: string): Condition => ({
  says: `when labels or annotations are extracted \`from: ${kind}\``,
  holds: (config) => ['labels', 'annotations'].some((list) => hasFrom(config, list, kind)),
});
const extracts = (name: string): Condition => lists('extract.metadata', [name]);
// The only name among the processor's defaults for which the API may have to be asked.
const deploymentName: Condition = {
  says: 'when `extract.metadata` has `k8s.deployment.name` or is empty',
  holds: (config) => {
    const list = at(config, 'extract', 'metadata');
    return !Array.isArray(list) || list.length === 0 || list.includes('k8s.deployment.name');
  },
};

function attributes(group: string, resources: readonly string[], when?: Condition): AccessRow {
  return {
    component: 'processor k8s_attributes',
    when: allOf(isNotOn('passthrough'), asPod('auth_type'), ...(when ? [when] : [])),
    groups: [group],
    resources,
    verbs: read,
  };
}

/** k8sattributesprocessor 0.131.0 and 0.159.0: README.md, and the informers that internal/kube/client.go starts. */
export const k8sAttributes: readonly AccessRow[] = [
  { ...attributes('', ['pods']), within: namespacesIn('filter.namespace') },
  attributes('', ['namespaces'], from('namespace')),
  { ...attributes('', ['namespaces'], extracts('k8s.cluster.uid')), names: ['kube-system'] },
  attributes('', ['nodes'], anyOf(extracts('k8s.node.uid'), from('node'))),
  {
    ...attributes(
      'apps',
      ['replicasets'],
      anyOf(
        extracts('k8s.deployment.uid'),
        from('deployment'),
        allOf(deploymentName, anyOf(isOff('extract.deployment_name_from_replicaset'), before('0.159.0'))),
      ),
    ),
    within: namespacesIn('filter.namespace'),
  },
  { ...attributes('apps', ['deployments'], from('deployment')), within: namespacesIn('filter.namespace') },
  { ...attributes('apps', ['statefulsets'], from('statefulset')), within: namespacesIn('filter.namespace') },
  { ...attributes('apps', ['daemonsets'], from('daemonset')), within: namespacesIn('filter.namespace') },
  {
    ...attributes('batch', ['jobs'], anyOf(extracts('k8s.cronjob.uid'), from('job'))),
    within: namespacesIn('filter.namespace'),
  },
];

const detectsNode = allOf(
  lists('detectors', ['k8s_api', 'k8snode']),
  asPod('k8s_api.auth_type'),
  asPod('k8snode.auth_type'),
);
const detectsKubeadm = allOf(lists('detectors', ['kubeadm']), asPod('kubeadm.auth_type'));

/** resourcedetectionprocessor 0.131.0 and 0.159.0: README.md, and internal/metadataproviders. */
export const resourceDetection: readonly AccessRow[] = [
  {
    component: 'processor resource_detection',
    when: detectsNode,
    groups: core,
    resources: ['nodes'],
    verbs: ['get', 'list'],
  },
  {
    component: 'processor resource_detection',
    when: allOf(
      detectsNode,
      isOn(['k8s_api', 'resource_attributes', 'k8s.cluster.uid', 'enabled'], true),
      since('0.159.0'),
    ),
    groups: core,
    resources: ['namespaces'],
    verbs: ['get'],
    names: ['kube-system'],
  },
  {
    component: 'processor resource_detection',
    when: allOf(lists('detectors', ['eks']), isSet('eks.node_from_env_var')),
    groups: core,
    resources: ['nodes'],
    verbs: ['get'],
  },
  {
    component: 'processor resource_detection',
    when: detectsKubeadm,
    groups: core,
    resources: ['configmaps'],
    verbs: ['get'],
    names: ['kubeadm-config'],
    within: namespace('kube-system'),
  },
  {
    component: 'processor resource_detection',
    when: allOf(detectsKubeadm, isOn(['kubeadm', 'resource_attributes', 'k8s.cluster.uid', 'enabled'], true)),
    groups: core,
    resources: ['namespaces'],
    verbs: ['get'],
    names: ['kube-system'],
    within: namespace('kube-system'),
  },
  {
    component: 'processor resource_detection',
    when: allOf(lists('detectors', ['openshift']), isUnset('openshift.token')),
    groups: ['config.openshift.io'],
    resources: ['infrastructures', 'infrastructures/status'],
    verbs: read,
  },
];
