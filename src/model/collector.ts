import type { ConfigMap } from './config';
import type { Release } from './release';

/** Where a container's environment variable comes from. */
export type EnvSource =
  | { readonly kind: 'value'; readonly value: string }
  | { readonly kind: 'secret'; readonly secret: string; readonly key: string };

/** How Kubernetes runs a collector. */
export type CollectorMode = 'deployment' | 'daemonset' | 'statefulset';

/** A fixed number of replicas, or the bounds of an autoscaler. */
export type Replicas = number | { readonly min: number; readonly max: number };

/** A collector: its configuration, and what its pods need. */
export interface CollectorModel {
  /** The construct's path, or where the object was read. */
  readonly path: string;
  readonly name: string;
  readonly namespace?: string;
  readonly release: Release;
  /** The configuration as the collector reads it, in the newest names. */
  readonly config: ConfigMap;
  /** The collector's feature gates, e.g. `service.profilesSupport`. */
  readonly featureGates: readonly string[];
  /** Components, as `section/id`, that were asked for though nothing uses them. */
  readonly declared?: readonly string[];
  readonly env: Readonly<Record<string, EnvSource>>;
  /** ConfigMaps and Secrets whose entries become environment variables. */
  readonly envFrom: readonly EnvFrom[];
  /** The hub that this collector reads (its label `mydecisive.ai/hub-name`). */
  readonly hub?: string;
  readonly pod?: PodModel;
}

export interface EnvFrom {
  readonly kind: 'configMap' | 'secret';
  readonly name: string;
}

/** What the collector's pods are given. Absent for a configuration that was read without its pods. */
export interface PodModel {
  readonly mode: CollectorMode;
  readonly replicas: Replicas;
  readonly image: string;
  readonly memoryMiB: number;
  /** CPU in thousandths of a core. */
  readonly cpuMillis: number;
  /** Whether requests and limits are set. */
  readonly resources: boolean;
  /** Whether a security context within the level *restricted* is set. */
  readonly security: boolean;
}
