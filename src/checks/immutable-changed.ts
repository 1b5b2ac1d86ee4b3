import { isDeepStrictEqual } from 'node:util';
import { at, type ConfigMap, type ConfigValue, isConfigMap } from '../model/config';
import type { Issue } from '../model/issue';
import { error } from './rule';

/** One object, as it was written last and as it would be written now. */
export interface Rewritten {
  /** The construct's path. */
  readonly path: string;
  /** The file that holds what was written last. */
  readonly file: string;
  readonly was: ConfigMap;
  readonly is: ConfigMap;
}

interface Fixed {
  readonly field: readonly [string, ...string[]];
  /** What an absent field means. */
  readonly default?: ConfigValue;
  /** The part of the value that cannot change. */
  readonly part?: (value: ConfigValue) => ConfigValue;
}

const selector: Fixed = { field: ['spec', 'selector'] };
const roleRef: Fixed = {
  field: ['roleRef'],
  part: (value) => (isConfigMap(value) ? { apiGroup: 'rbac.authorization.k8s.io', ...value } : value),
};

/** What an object keeps for as long as it exists, by API group and kind. */
const fixed: Readonly<Record<string, readonly Fixed[]>> = {
  // The operator's webhook refuses it; the rest, the Kubernetes API server.
  'opentelemetry.io/OpenTelemetryCollector': [{ field: ['spec', 'mode'], default: 'deployment' }],
  'apps/Deployment': [selector],
  'apps/DaemonSet': [selector],
  'apps/StatefulSet': [
    selector,
    { field: ['spec', 'serviceName'], default: '' },
    { field: ['spec', 'podManagementPolicy'], default: 'OrderedReady' },
    { field: ['spec', 'volumeClaimTemplates'], default: [], part: (claims) => list(claims).map(claimTemplate) },
  ],
  '/Service': [{ field: ['spec', 'clusterIP'], default: '', part: (address) => (address === 'None' ? address : '') }],
  '/PersistentVolumeClaim': [{ field: ['spec'], default: {}, part: claimSpec }],
  'rbac.authorization.k8s.io/RoleBinding': [roleRef],
  'rbac.authorization.k8s.io/ClusterRoleBinding': [roleRef],
};

/** The kinds that have something that cannot change. */
export const fixedKinds: readonly string[] = Object.keys(fixed).map((key) => key.slice(key.indexOf('/') + 1));

/** Whether an object has something that cannot change. */
export function hasFixedFields(apiVersion: string, kind: string): boolean {
  return Object.hasOwn(fixed, `${groupOf(apiVersion)}/${kind}`);
}

/** The keys at the top of an object of a kind, and below `spec`, that have to be read to know. */
export function fixedKeys(kind: string): ReadonlySet<string> {
  const fields = Object.entries(fixed).flatMap(([key, ofKind]) => (key.endsWith(`/${kind}`) ? ofKind : []));
  return new Set(fields.map(({ field }) => field.slice(0, 2).join('.')));
}

/** Changes that the Kubernetes cluster would refuse, because a field stays for as long as its object exists. */
export function immutableChanged(objects: readonly Rewritten[]): Issue[] {
  return objects.flatMap((object) => {
    const kind = String(object.is.kind);
    const fields = fixed[`${groupOf(String(object.is.apiVersion))}/${kind}`] ?? [];
    return fields.flatMap((field) => {
      const [was, is] = [fixedValue(object.was, field), fixedValue(object.is, field)];
      return isDeepStrictEqual(was, is) ? [] : [changed(object, kind, field.field, was, is)];
    });
  });
}

/** The API group; empty for the core. */
export function groupOf(apiVersion: string): string {
  const slash = apiVersion.indexOf('/');
  return slash === -1 ? '' : apiVersion.slice(0, slash);
}

function changed(
  { path, file, is: object }: Rewritten,
  kind: string,
  field: readonly string[],
  was: ConfigValue,
  is: ConfigValue,
): Issue {
  const name = String(at(object, 'metadata', 'name'));
  return error(
    'immutable-changed',
    `${path}/${field.join('/')}`,
    `${field.join('.')} of the ${kind} "${name}" was ${shown(was)} in ${file}, and is ${shown(is)}; it cannot change while the object exists.`,
    `Give the object another name. Or, if the change is meant, delete the object from the Kubernetes cluster and from ${file}, and synthesize again.`,
  );
}

function fixedValue(object: ConfigMap, { field, default: absent = null, part }: Fixed): ConfigValue {
  const value = at(object, ...field) ?? absent;
  return part ? part(value) : value;
}

function claimTemplate(claim: ConfigValue): ConfigValue {
  if (!isConfigMap(claim)) return claim;
  const { apiVersion: _, kind: __, status: ___, spec = {}, ...rest } = claim;
  return { ...rest, spec: isConfigMap(spec) ? { volumeMode: 'Filesystem', ...spec } : spec };
}

/** Its size may grow, and its attributes class may change. */
function claimSpec(spec: ConfigValue): ConfigValue {
  if (!isConfigMap(spec)) return spec;
  const { resources: _, volumeAttributesClassName: __, ...rest } = spec;
  return { volumeMode: 'Filesystem', ...rest };
}

function list(value: ConfigValue): readonly ConfigValue[] {
  return Array.isArray(value) ? value : [];
}

const maxShown = 160;

function shown(value: ConfigValue): string {
  if (value === '' || value === null) return 'unset';
  const text = JSON.stringify(value);
  return text.length > maxShown ? `${text.slice(0, maxShown)}…` : text;
}
