import { at, type ConfigMap } from '../model/config';
import { type AccessRow, asPod, type Namespaces, namespacesIn, read } from './access-row';
import { allOf, anyOf, before, type Condition, isOn, isOneOf, isSet, isUnset, lists, since } from './condition';
import { knownText } from './known-text';
import { k8sAttributes, resourceDetection } from './processor-access';
import { prometheusAccess } from './prometheus-access';

const core = [''];

const inNamespaces: Namespaces = {
  says: '`namespaces`',
  of: (config, collector) =>
    namespacesIn('namespaces').of(config, collector) ?? namespacesIn('namespace').of(config, collector),
};
const everywhere: Condition = {
  says: 'unless `namespaces` is set',
  holds: (config, collector) => inNamespaces.of(config, collector) === undefined,
};

function clusterState(group: string, resources: readonly string[]): AccessRow {
  return {
    component: 'receiver k8s_cluster',
    when: asPod('auth_type'),
    groups: [group],
    resources,
    verbs: read,
    within: inNamespaces,
  };
}

/** k8sclusterreceiver 0.145.0 and 0.161.0: watcher.go, prepareSharedInformerFactory. */
const k8sCluster: readonly AccessRow[] = [
  clusterState('', ['pods', 'replicationcontrollers', 'resourcequotas', 'services']),
  clusterState('apps', ['daemonsets', 'deployments', 'replicasets', 'statefulsets']),
  clusterState('batch', ['cronjobs', 'jobs']),
  clusterState('autoscaling', ['horizontalpodautoscalers']),
  {
    component: 'receiver k8s_cluster',
    when: allOf(asPod('auth_type'), everywhere),
    groups: core,
    resources: ['namespaces', 'nodes'],
    verbs: read,
  },
  {
    component: 'receiver k8s_cluster',
    when: allOf(asPod('auth_type'), isOneOf('distribution', 'openshift'), everywhere),
    groups: ['quota.openshift.io'],
    resources: ['clusterresourcequotas'],
    verbs: read,
  },
];

const utilization = ['container', 'pod'].flatMap((of) => ['cpu', 'memory'].map((what) => `k8s.${of}.${what}`));
const enabled = (says: string, names: readonly string[]): Condition => ({
  says: `when a metric \`${says}\` is enabled`,
  holds: (config) => names.some((name) => at(config, 'metrics', name, 'enabled') === true),
});
const asksForPods = anyOf(
  isSet('extra_metadata_labels'),
  enabled(
    '*_{limit,request}_utilization',
    utilization.flatMap((name) => [`${name}_limit_utilization`, `${name}_request_utilization`]),
  ),
);

function kubelet(resource: string, when?: Condition): AccessRow {
  return {
    component: 'receiver kubelet_stats',
    // The receiver's own default is a certificate.
    when: allOf(asPod('auth_type', 'tls'), ...(when ? [when] : [])),
    groups: core,
    resources: [resource],
    verbs: ['get'],
  };
}

/** kubeletstatsreceiver 0.131.0 and 0.159.0: README.md, scraper.go, and the node informer of internal/k8sconfig. */
const kubeletStats: readonly AccessRow[] = [
  kubelet('nodes/stats'),
  kubelet('nodes/pods', allOf(asksForPods, since('0.159.0'))),
  kubelet('nodes/proxy', allOf(asksForPods, before('0.159.0'))),
  {
    component: 'receiver kubelet_stats',
    when: allOf(
      isSet('k8s_api_config'),
      asPod('k8s_api_config.auth_type'),
      enabled(
        '*.node.utilization',
        utilization.map((name) => `${name}.node.utilization`),
      ),
    ),
    groups: core,
    resources: ['nodes'],
    verbs: read,
  },
  {
    component: 'receiver kubelet_stats',
    when: allOf(
      isSet('k8s_api_config'),
      asPod('k8s_api_config.auth_type'),
      lists('extra_metadata_labels', ['k8s.volume.type']),
    ),
    groups: core,
    resources: ['persistentvolumeclaims', 'persistentvolumes'],
    verbs: ['get'],
  },
];

function observed(group: string, resource: string, byDefault: boolean): AccessRow {
  return {
    component: 'extension k8s_observer',
    when: allOf(asPod('auth_type'), isOn(`observe_${resource}`, byDefault)),
    groups: [group],
    resources: [resource],
    verbs: ['list', 'watch'],
    ...(resource !== 'nodes' && { within: namespacesIn('namespaces') }),
  };
}

/** k8sobserver 0.161.0: extension.go, newObserver. */
const k8sObserver: readonly AccessRow[] = [
  observed('', 'pods', true),
  observed('', 'nodes', false),
  observed('', 'services', false),
  observed('networking.k8s.io', 'ingresses', false),
];

const leaseName = {
  says: '`lease_name`',
  of: (config: ConfigMap) =>
    typeof config.lease_name === 'string' && !config.lease_name.includes('$') ? [config.lease_name] : undefined,
};

function lease(verbs: readonly string[]): AccessRow {
  return {
    component: 'extension k8s_leader_elector',
    when: asPod('auth_type'),
    groups: ['coordination.k8s.io'],
    resources: ['leases'],
    verbs,
    within: namespacesIn('lease_namespace'),
  };
}

/** client-go, tools/leaderelection/resourcelock/leaselock.go; nothing can be created by name. */
const leaderElector: readonly AccessRow[] = [lease(['create']), { ...lease(['get', 'update']), named: leaseName }];

/** The namespace behind the dot of a Service's name; without one, the collector's own (resolver_k8s.go). */
const serviceNamespace: Namespaces = {
  says: 'the Service’s namespace',
  of: (config, collector) => {
    const service = at(config, 'resolver', 'k8s', 'service');
    const known = typeof service === 'string' ? knownText(service, collector) : undefined;
    const name = known === undefined ? undefined : (known.split('.')[1] ?? collector.namespace);
    return name === undefined ? undefined : [name];
  },
};

/** loadbalancingexporter 0.131.0 and 0.159.0: resolver_k8s.go. */
const loadBalancing: readonly AccessRow[] = [
  {
    component: 'exporter load_balancing',
    when: allOf(isSet('resolver.k8s'), since('0.159.0')),
    groups: ['discovery.k8s.io'],
    resources: ['endpointslices'],
    verbs: read,
    within: serviceNamespace,
  },
  {
    component: 'exporter load_balancing',
    when: allOf(isSet('resolver.k8s'), before('0.159.0')),
    groups: core,
    resources: ['endpoints'],
    verbs: read,
    within: serviceNamespace,
  },
];

const ownNamespace: Namespaces = {
  says: 'the collector’s namespace',
  of: (_config, { namespace }) => (namespace === undefined ? undefined : [namespace]),
};
const onEks = isUnset('container_orchestrator');

function insight(group: string, resources: readonly string[], verbs: readonly string[], own = false): AccessRow {
  return {
    component: 'receiver awscontainerinsightreceiver',
    when: anyOf(onEks, isOneOf('container_orchestrator', 'eks')),
    groups: [group],
    resources,
    verbs,
    ...(own && { within: ownNamespace }),
  };
}

/** awscontainerinsightreceiver 0.152.0: README.md, and the lease of internal/k8sapiserver, which it lacks. */
const containerInsight: readonly AccessRow[] = [
  insight('', ['endpoints', 'nodes', 'pods'], ['list', 'watch']),
  insight('apps', ['replicasets'], ['list', 'watch']),
  insight('batch', ['jobs'], ['list', 'watch']),
  insight('', ['nodes/proxy', 'nodes/stats'], ['get']),
  insight('', ['configmaps', 'events'], ['create'], true),
  { ...insight('', ['configmaps'], ['get', 'update'], true), names: ['otel-container-insight-clusterleader'] },
  insight('coordination.k8s.io', ['leases'], ['create'], true),
  {
    ...insight('coordination.k8s.io', ['leases'], ['get', 'update'], true),
    names: ['otel-container-insight-clusterleader'],
  },
];

/** The rights of components in Kubernetes. */
export const accessTable: readonly AccessRow[] = [
  ...k8sAttributes,
  ...resourceDetection,
  ...k8sCluster,
  {
    component: 'receiver k8s_events',
    when: asPod('auth_type'),
    groups: core,
    resources: ['events'],
    verbs: read,
    within: namespacesIn('namespaces'),
  },
  ...kubeletStats,
  ...k8sObserver,
  ...leaderElector,
  ...loadBalancing,
  ...prometheusAccess,
  ...containerInsight,
];
