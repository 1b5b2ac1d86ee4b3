import type { CollectorModel } from '../model/collector';
import { at, type ConfigMap, type ConfigValue, isConfigMap } from '../model/config';
import { asPod, knownNamespaces, type NamedRightsRow, type RightsWithin } from './access-row';

/** The groups of Kubernetes' own resources outside of the core, for objects that are named without one. */
const groupOf: Readonly<Record<string, string>> = {
  ...inGroup('admissionregistration.k8s.io', 'mutatingwebhookconfigurations', 'validatingwebhookconfigurations'),
  ...inGroup('apiextensions.k8s.io', 'customresourcedefinitions'),
  ...inGroup('apps', 'controllerrevisions', 'daemonsets', 'deployments', 'replicasets', 'statefulsets'),
  ...inGroup('autoscaling', 'horizontalpodautoscalers'),
  ...inGroup('batch', 'cronjobs', 'jobs'),
  ...inGroup('coordination.k8s.io', 'leases'),
  ...inGroup('discovery.k8s.io', 'endpointslices'),
  ...inGroup('networking.k8s.io', 'ingressclasses', 'ingresses', 'networkpolicies'),
  ...inGroup('policy', 'poddisruptionbudgets'),
  ...inGroup('rbac.authorization.k8s.io', 'clusterrolebindings', 'clusterroles', 'rolebindings', 'roles'),
  ...inGroup('scheduling.k8s.io', 'priorityclasses'),
  ...inGroup('storage.k8s.io', 'csidrivers', 'csinodes', 'storageclasses', 'volumeattachments'),
};
const core: ReadonlySet<string> = new Set([
  'configmaps',
  'endpoints',
  'events',
  'limitranges',
  'namespaces',
  'nodes',
  'persistentvolumeclaims',
  'persistentvolumes',
  'pods',
  'podtemplates',
  'replicationcontrollers',
  'resourcequotas',
  'secrets',
  'serviceaccounts',
  'services',
]);

function inGroup(group: string, ...resources: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(resources.map((resource) => [resource, group]));
}

/** The receiver takes the group that serves the resource first, unless one is given (receiver.go, Start). */
function groupsOf(object: ConfigValue, name: string): readonly string[] {
  const written = at(object, 'group');
  if (typeof written === 'string' && written !== '') return [written];
  if (core.has(name)) return [''];
  return [groupOf[name] ?? '*'];
}

function rights(config: ConfigMap, collector: CollectorModel): readonly RightsWithin[] {
  const objects = at(config, 'objects');
  return (Array.isArray(objects) ? objects : []).filter(isConfigMap).flatMap((object) => {
    const { name } = object;
    if (typeof name !== 'string') return [];
    const namespaces = at(object, 'namespaces');
    const own: RightsWithin = {
      groups: groupsOf(object, name),
      resources: [name],
      verbs: object.mode === 'watch' ? ['list', 'watch'] : ['list'],
      namespaces: Array.isArray(namespaces) ? knownNamespaces(namespaces, collector) : undefined,
    };
    const excludes = at(object, 'exclude_namespaces');
    const all: RightsWithin = { groups: [''], resources: ['namespaces'], verbs: ['list'] };
    return Array.isArray(excludes) && excludes.length > 0 ? [own, all] : [own];
  });
}

/** k8sobjectsreceiver 0.145.0: receiver.go lists what it pulls, lists and watches what it watches, and gets nothing. */
export const objectAccess: readonly NamedRightsRow[] = [
  {
    component: 'receiver k8s_objects',
    when: asPod('auth_type'),
    says: 'each of `objects`: `list`, and `watch` in that mode; `namespaces: list` with `exclude_namespaces`',
    rights,
  },
];
