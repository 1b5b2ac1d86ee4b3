import type { ConfigMap } from './config';
import type { OperatorOptions, PodOptions } from './pod';
import type { Release } from './release';
import type { RouteModel } from './route';

/** Where a container's environment variable comes from. */
export type EnvSource =
  | { readonly kind: 'value'; readonly value: string }
  | { readonly kind: 'secret'; readonly secret: string; readonly key: string }
  /** A field of the pod, by the path that the downward API has for it. */
  | { readonly kind: 'field'; readonly path: string }
  /** Any other source, in Kubernetes' own fields. */
  | { readonly kind: 'other'; readonly from: ConfigMap };

/** How Kubernetes runs a collector. */
export type CollectorMode = 'deployment' | 'daemonset' | 'statefulset' | 'sidecar';

/** What makes the workload: the OpenTelemetry operator out of its custom resource, or the plain objects themselves. */
export type Backend = 'operator' | 'workload';

/** A fixed number of replicas, or the bounds of an autoscaler. */
export type Replicas = number | ReplicaRange;

/** The bounds of an autoscaler, and what it aims at. */
export interface ReplicaRange {
  readonly min: number;
  readonly max: number;
  /** The part of the CPU limit that the pods use on average, in percent. @default 80 */
  readonly cpu?: number;
  /** The part of the memory limit that the pods use on average, in percent. @default not looked at */
  readonly memory?: number;
}

/** A collector: its configuration, and what its pods need. */
export interface CollectorModel {
  /** The construct's path, or where the object was read. */
  readonly path: string;
  readonly name: string;
  readonly namespace?: string;
  readonly release: Release;
  /** The configuration as the collector reads it, in the newest names. */
  readonly config: ConfigMap;
  /** The configuration is written as it is, without the names of the release. */
  readonly verbatim?: boolean;
  /** The collector's feature gates, e.g. `service.profilesSupport`. */
  readonly featureGates: readonly string[];
  /** Components, as `section/id`, that were asked for though nothing uses them. */
  readonly declared?: readonly string[];
  readonly env: Readonly<Record<string, EnvSource>>;
  /** ConfigMaps and Secrets whose entries become environment variables. */
  readonly envFrom: readonly EnvFrom[];
  /** Files that components read, each from one entry of a Secret, a ConfigMap or a certificate. */
  readonly files?: readonly FileSource[];
  /** The hub that this collector reads (its label `mydecisive.ai/hub-name`). */
  readonly hub?: string;
  /** The `TargetAllocator` object that hands targets to it (its label `opentelemetry.io/target-allocator`). */
  readonly allocator?: string;
  /** How many partitions the topics of Kafka receivers have, by component id, where it is known. */
  readonly partitions?: Readonly<Record<string, number>>;
  /** Which of its exporters reach receivers of other collectors. */
  readonly sends?: readonly SendModel[];
  /** What became of its routing rules. */
  readonly routes?: readonly RouteModel[];
  readonly pod?: PodModel;
}

/** An exporter that reaches a receiver of another collector. */
export interface SendModel {
  /** The exporter's id. */
  readonly exporter: string;
  /** The path of the other collector. */
  readonly to: string;
  /** The id of its receiver. */
  readonly receiver: string;
  /** The port that the exporter connects to. */
  readonly port: number;
}

export interface EnvFrom {
  readonly kind: 'configMap' | 'secret';
  readonly name: string;
}

/** An object whose entries are mounted as files, in a folder of its own. */
export type FileSource =
  | { readonly kind: 'secret' | 'configMap'; readonly name: string }
  /** A certificate that cert-manager gives to the collector; its Secret has `tls.crt`, `tls.key` and `ca.crt`. */
  | { readonly kind: 'certificate'; readonly issuer: IssuerModel };

/** A cert-manager issuer. */
export interface IssuerModel {
  readonly name: string;
  readonly kind: 'Issuer' | 'ClusterIssuer';
  /** @default cert-manager's own */
  readonly group?: string;
}

/** What the collector's pods are given. Absent for a configuration that was read without its pods. */
export interface PodModel {
  readonly backend: Backend;
  readonly mode: CollectorMode;
  readonly replicas: Replicas;
  /** Of a sidecar, the most pods that it joins; absent where that is not known. */
  readonly joins?: number;
  readonly image: string;
  /** The memory limit; absent where none is set. */
  readonly memoryMiB?: number;
  /** CPU in thousandths of a core. */
  readonly cpuMillis?: number;
  /** What is derived, by the name of the default that says so. */
  readonly derive: PodDefaults;
  readonly serviceAccount: ServiceAccountModel;
  /** Where components keep files that outlive a pod. */
  readonly storage?: StorageModel;
  /** The fields of the custom resource that were given, where it is to have no others. */
  readonly given?: GivenFields;
  /** What the user gave in Kubernetes' own fields. */
  readonly options: PodOptions;
  readonly operator: OperatorOptions;
}

/** Fields of the custom resource that are filled in unless it is to have none but those that were given. */
export interface GivenFields {
  readonly mode?: CollectorMode;
  readonly image?: string;
  readonly replicas?: number;
  readonly serviceAccount?: string;
}

/** Which parts of the Kubernetes objects are derived. */
export interface PodDefaults {
  /** Requests and limits, and `GOMEMLIMIT`. */
  readonly resources: boolean;
  /** A security context within the level *restricted*, or the least that the components need. */
  readonly security: boolean;
  /** Container and Service ports. */
  readonly ports: boolean;
  /** Rights in Kubernetes. */
  readonly rbac: boolean;
  /** Volumes and mounts that components read or write. */
  readonly mounts: boolean;
  /** The policies that let in what receivers listen for, and out what exporters send to. */
  readonly networkPolicy: boolean;
  /** Spreading over nodes and zones, and a disruption budget, where there are several pods. */
  readonly availability: boolean;
}

export interface ServiceAccountModel {
  readonly name: string;
  /** Whether the account is ours, or exists. */
  readonly create: boolean;
  readonly annotations: Readonly<Record<string, string>>;
  /** Labels that the pods need for the identity. */
  readonly podLabels: Readonly<Record<string, string>>;
}

/** A volume claim for each replica of a stateful set. */
export interface StorageModel {
  /** @default 1 GiB */
  readonly sizeMiB?: number;
  readonly storageClass?: string;
}
