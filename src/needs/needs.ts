import type { EnvSource, FileSource } from '../model/collector';

/** What a collector's running components need of Kubernetes, derived from its configuration. */
export interface Needs {
  readonly ports: readonly PortNeed[];
  readonly access: readonly AccessNeed[];
  readonly mounts: readonly MountNeed[];
  /** Variables of the downward API that the configuration reads, or that a component reads by itself. */
  readonly env: Readonly<Record<string, EnvSource>>;
  readonly privileges: readonly PrivilegeNeed[];
  readonly egress: readonly EgressNeed[];
}

/** A socket that other pods may connect to. */
export interface PortNeed {
  /** At most 15 characters, unique in the collector. */
  readonly name: string;
  readonly port: number;
  readonly transport: 'TCP' | 'UDP';
  readonly appProtocol?: string;
  /**
   * What the port is for: receivers and exporters are what others send to and scrape, and stand in the Service; the
   * collector's own metrics, and extensions, are only for who watches the collector.
   */
  readonly role: 'telemetry' | 'scrape' | 'metrics' | 'extension';
  /** Who listens: `receiver otlp`. */
  readonly by: string;
}

/** A right in Kubernetes. */
export interface AccessNeed {
  readonly groups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
  /** Names of the objects, where not all are needed. */
  readonly names?: readonly string[];
  /** Paths that are no resources, e.g. `/metrics`; `groups` and `resources` are empty then. */
  readonly urls?: readonly string[];
  /** The namespace in which the right suffices; absent where it has to be the whole Kubernetes cluster. */
  readonly namespace?: string;
  /** Who needs it: `processor k8s_attributes`. */
  readonly by: string;
}

/** A folder, or a socket, inside the container. */
export interface MountNeed {
  /** The volume's name; two needs with one name are one volume. */
  readonly volume: string;
  readonly path: string;
  readonly source: MountSource;
  readonly readOnly: boolean;
  /** Mounts that the node makes later are seen as well. */
  readonly propagation?: 'HostToContainer';
  readonly by: string;
}

export type MountSource =
  | { readonly kind: 'host'; readonly path: string; readonly type?: 'DirectoryOrCreate' | 'Socket' }
  /** Outlives the pod where the mode can offer that: a claim of a stateful set, a folder of a daemon set's node. */
  | { readonly kind: 'storage' }
  /** Goes with the pod. */
  | { readonly kind: 'scratch' }
  | { readonly kind: 'file'; readonly file: FileSource };

/** Something that the level *restricted* does not allow, or that it does not give. */
export interface PrivilegeNeed {
  readonly user?: 0;
  readonly capabilities?: readonly string[];
  readonly hostPID?: true;
  readonly hostNetwork?: true;
  /** Settings of the pod's own network in the kernel, of those that Kubernetes counts as safe: name and value. */
  readonly sysctls?: Readonly<Record<string, string>>;
  /** Why, in a sentence for the docs. */
  readonly because: string;
  readonly by: string;
}

/** An address that a component connects to. */
export interface EgressNeed {
  /** The host as it was written; absent where it cannot be known, so that every address has to be open. */
  readonly host?: string;
  /** Absent where the port cannot be known. */
  readonly port?: number;
  readonly transport: 'TCP' | 'UDP';
  readonly by: string;
}
