import type { CollectorModel } from '../model/collector';
import { at, type ConfigMap } from '../model/config';
import { type Condition, keys, listAt, type Path, type Row } from './condition';
import { knownText } from './known-text';
import type { AccessNeed } from './needs';

/** Rights that a component needs when its condition holds. */
export interface AccessRow extends Row, Rights {
  /** Where the rights suffice. @default the whole Kubernetes cluster */
  readonly within?: Namespaces;
  /** The names of the objects, out of the configuration. @default all objects */
  readonly named?: { readonly says: string; of(config: ConfigMap): readonly string[] | undefined };
}

/** Rights that the configuration itself names. */
export interface NamedRightsRow extends Row {
  readonly says: string;
  rights(config: ConfigMap, collector: CollectorModel): readonly RightsWithin[];
}

/** Rights, wherever they are given. */
export type Rights = Pick<AccessNeed, 'groups' | 'resources' | 'verbs' | 'names' | 'urls'>;

/** Rights, and where they suffice; without namespaces in the whole Kubernetes cluster. */
export interface RightsWithin extends Rights {
  readonly namespaces?: readonly string[];
}

/** The namespaces in which rights suffice. */
export interface Namespaces {
  readonly says: string;
  /** `undefined` where it is the whole Kubernetes cluster, or cannot be known. */
  of(config: ConfigMap, collector: CollectorModel): readonly string[] | undefined;
}

export const read = ['get', 'list', 'watch'] as const;

/** The namespace that a field names, or the namespaces that it lists. */
export function namespacesIn(path: Path): Namespaces {
  const where = keys(path);
  return {
    says: `\`${where.join('.')}\``,
    of: (config, collector) => {
      const written = at(config, ...where);
      return knownNamespaces(Array.isArray(written) ? written : listAt(config, where), collector);
    },
  };
}

/** One namespace, the same for everybody. */
export function namespace(name: string): Namespaces {
  return { says: `\`${name}\``, of: () => [name] };
}

/** All of them by name; `undefined` where there is none, or one is known only when the collector starts. */
export function knownNamespaces(written: readonly unknown[], collector: CollectorModel): readonly string[] | undefined {
  const names = written.filter((one) => one != null && one !== '');
  const known = names.flatMap((one) => knownText(String(one), collector) ?? []);
  return known.length === names.length && known.length > 0 ? known : undefined;
}

/** The Kubernetes API sees the pod's own identity: not a file's, a certificate's, or nobody's. */
export function asPod(path: Path, byDefault = 'serviceAccount'): Condition {
  const where = keys(path);
  return {
    says: `with \`${where.join('.')}: serviceAccount\`${byDefault === 'serviceAccount' ? ' (default)' : ''}`,
    holds: (config) => !['none', 'tls', 'kubeConfig'].includes(String(at(config, ...where) || byDefault)),
  };
}
