import type { CollectorModel } from '../../model/collector';
import { identityOf, objectName, selectorLabels } from '../../model/collector-names';
import { at, type ConfigMap, type ConfigValue, isConfigMap } from '../../model/config';
import type { GraphObject } from './graph';

/** A manifest as it is applied. */
export type ManifestObject = ConfigMap;

/**
 * The objects of a collector: its own, those that are made for its pods, and the Secrets and ConfigMaps that it reads,
 * whether they are among the manifests or not.
 */
export function collectorObjects(
  collector: CollectorModel,
  manifests: readonly ManifestObject[],
): readonly GraphObject[] {
  const near = manifests.filter((one) => isNear(one, collector));
  const seeds = near.filter((one) => isSeed(one, collector));
  const runs = near.filter((one) => seeds.includes(one) || mountsOneOf(one, seeds));
  const pods =
    runs.some((one) => one.kind === 'OpenTelemetryCollector') || runs.length === 0 ? [operated(collector)] : [];
  pods.push(...runs.filter((one) => one.kind !== 'OpenTelemetryCollector').flatMap(podsOf));
  const about = near.filter((one) => runs.includes(one) || pods.some((pod) => isAbout(one, pod)));
  const roles = new Set(
    about.flatMap((one) => (isBinding(one) ? [`${at(one, 'roleRef', 'kind')} ${at(one, 'roleRef', 'name')}`] : [])),
  );
  const made = near.filter((one) => about.includes(one) || roles.has(`${one.kind} ${nameOf(one)}`)).flatMap(refOf);
  return distinct([...(runs.some(isRunning) ? [] : ownObject(collector)), ...made, ...read(collector)]);
}

/** The objects with a name, a namespace and one of these kinds. */
export function ownObjects(
  kinds: readonly string[],
  { name, namespace }: { readonly name: string; readonly namespace?: string },
): readonly GraphObject[] {
  return kinds.map((kind) => ({ kind, name, ...(namespace !== undefined && { namespace }) }));
}

/** The manifests among documents: maps with a kind and a name. */
export function manifestsIn(documents: Iterable<ConfigValue>): readonly ManifestObject[] {
  return [...documents].filter((one): one is ConfigMap => isConfigMap(one) && refOf(one).length > 0);
}

/** Pods of a collector, by what other objects know them by. */
interface Pods {
  readonly labels: ConfigMap;
  readonly account: string;
  /** The names of what makes them, which scalers name. */
  readonly names: readonly string[];
}

const workloads: ReadonlySet<string> = new Set(['Deployment', 'DaemonSet', 'StatefulSet']);

function isRunning({ kind }: ManifestObject): boolean {
  return kind === 'OpenTelemetryCollector' || workloads.has(String(kind));
}

function ownObject(collector: CollectorModel): readonly GraphObject[] {
  if (collector.name === '' || collector.pod === undefined) return [];
  if (collector.pod.backend === 'operator') return ownObjects(['OpenTelemetryCollector'], collector);
  const kinds = { deployment: 'Deployment', daemonset: 'DaemonSet', statefulset: 'StatefulSet', sidecar: 'ConfigMap' };
  return ownObjects([kinds[collector.pod.mode]], { ...collector, name: objectName(collector) });
}

/** Whether an object is in the namespace of a collector, or in none. */
function isNear(manifest: ManifestObject, { namespace }: CollectorModel): boolean {
  const its = at(manifest, 'metadata', 'namespace');
  return its === undefined || namespace === undefined || its === namespace;
}

/** Whether an object is the collector's own, runs it, or holds its configuration: then its path goes on behind the object's. */
function isSeed(manifest: ManifestObject, collector: CollectorModel): boolean {
  const name = nameOf(manifest);
  if (manifest.kind === 'OpenTelemetryCollector') return name === collector.name;
  if (workloads.has(String(manifest.kind))) return collector.name !== '' && name === objectName(collector);
  return manifest.kind === 'ConfigMap' && collector.path.includes(`/${name}/`);
}

function mountsOneOf(manifest: ManifestObject, seeds: readonly ManifestObject[]): boolean {
  const volumes = at(manifest, 'spec', 'template', 'spec', 'volumes');
  const maps = new Set(seeds.flatMap((one) => (one.kind === 'ConfigMap' ? [nameOf(one)] : [])));
  return Array.isArray(volumes) && volumes.some((one) => maps.has(String(at(one, 'configMap', 'name'))));
}

/** The pods that the operator makes. */
function operated(collector: CollectorModel): Pods {
  const { name, pod } = collector;
  const own = objectName(collector);
  const account = pod?.serviceAccount.name ?? own;
  return { labels: selectorLabels(identityOf(collector)), account, names: [name, own] };
}

function podsOf(manifest: ManifestObject): readonly Pods[] {
  const labels = at(manifest, 'spec', 'template', 'metadata', 'labels');
  if (!isConfigMap(labels)) return [];
  const account = String(at(manifest, 'spec', 'template', 'spec', 'serviceAccountName') ?? 'default');
  return [{ labels, account, names: [nameOf(manifest)] }];
}

/** Where objects say which pods they are about. */
const selectors: readonly (readonly string[])[] = [
  ['spec', 'selector', 'matchLabels'],
  ['spec', 'podSelector', 'matchLabels'],
  ['spec', 'selector'],
];

function isAbout(manifest: ManifestObject, { labels, account, names }: Pods): boolean {
  if (manifest.kind === 'ServiceAccount') return nameOf(manifest) === account;
  if (isBinding(manifest)) {
    const subjects = at(manifest, 'subjects');
    return Array.isArray(subjects) && subjects.some((one) => at(one, 'name') === account);
  }
  if (names.includes(String(at(manifest, 'spec', 'scaleTargetRef', 'name')))) return true;
  const selector = selectors.map((path) => at(manifest, ...path)).find(isConfigMap);
  const entries = Object.entries(selector ?? {});
  return entries.length > 0 && entries.every(([label, value]) => labels[label] === value);
}

function isBinding({ kind }: ManifestObject): boolean {
  return kind === 'RoleBinding' || kind === 'ClusterRoleBinding';
}

function read({ namespace, env, envFrom, files = [] }: CollectorModel): readonly GraphObject[] {
  const secrets = Object.values(env).flatMap((source) => (source.kind === 'secret' ? [source.secret] : []));
  const where = namespace === undefined ? {} : { namespace };
  return [
    ...secrets.map((name) => ({ kind: 'Secret', name, ...where })),
    ...envFrom.map(({ kind, name }) => ({ kind: kind === 'secret' ? 'Secret' : 'ConfigMap', name, ...where })),
    ...files.flatMap((file) =>
      file.kind === 'certificate'
        ? [{ kind: file.issuer.kind, name: file.issuer.name, ...(file.issuer.kind === 'Issuer' && where) }]
        : [{ kind: file.kind === 'secret' ? 'Secret' : 'ConfigMap', name: file.name, ...where }],
    ),
  ];
}

function nameOf(manifest: ManifestObject): string {
  const name = at(manifest, 'metadata', 'name');
  return typeof name === 'string' ? name : '';
}

function refOf(manifest: ManifestObject): readonly GraphObject[] {
  const namespace = at(manifest, 'metadata', 'namespace');
  const { kind } = manifest;
  const name = nameOf(manifest);
  if (typeof kind !== 'string' || kind === '' || name === '') return [];
  return [{ kind, name, ...(typeof namespace === 'string' && { namespace }) }];
}

function distinct(objects: readonly GraphObject[]): readonly GraphObject[] {
  return [...new Map(objects.map((one) => [`${one.kind}/${one.namespace}/${one.name}`, one])).values()];
}
