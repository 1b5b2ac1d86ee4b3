import type { Size } from 'cdk8s';
import type { Backend, CollectorMode, Replicas } from '../model/collector';
import type { OperatorOptions, PodOptions } from '../model/pod';
import type { Release } from '../model/release';
import type { Ref } from '../model/value';
import type { CollectorDefaults } from './defaults';
import type { ServiceAccountProps } from './service-account';
import type { Telemetry } from './telemetry';

/** What a collector is given. */
export interface CollectorProps {
  /**
   * The name of the Kubernetes object. What is made for it is called `<name>-collector`, by both back ends.
   * @default the construct's id
   */
  readonly name?: string;
  /** @default the chart's namespace */
  readonly namespace?: string;
  /**
   * What makes the workload: the OpenTelemetry operator, out of an `OpenTelemetryCollector`; or `workload`, plain
   * Kubernetes objects without an operator and without a custom resource. `none` makes no object: the configuration
   * alone, which `toConfig()` and `toYaml()` give to whatever runs it.
   * @default 'operator'
   */
  readonly backend?: Backend | 'none';
  /**
   * The collector release that runs this configuration.
   * @default the newest release; in an `MdaiCluster`, the one that its MDAI hub ships
   */
  readonly release?: Release;
  /**
   * The image that runs it.
   * @default the smallest of the project's distributions that has all the components
   */
  readonly image?: string;
  /**
   * How the pods run. A `sidecar` has none of its own: see `joinPodsOf` and `toSidecar`.
   * @default 'deployment'
   */
  readonly mode?: CollectorMode;
  /**
   * How many pods, or the bounds between which an autoscaler keeps them. A daemonset has one per node.
   * @default 1
   */
  readonly replicas?: Replicas;
  /**
   * The memory limit of a pod. The memory limiter and GOMEMLIMIT (80 % of it) follow.
   * @default 512 MiB
   */
  readonly memory?: Size;
  /**
   * The CPU limit of a pod, in cores. A tenth of it is requested.
   * @default 1
   */
  readonly cpu?: number;
  /** Environment variables of the container: text, or a `secret()`. */
  readonly env?: Readonly<Record<string, string | Ref>>;
  /** The collector's own metrics, logs and traces; merged over the defaults. */
  readonly telemetry?: Telemetry;
  /** Feature gates to switch on, or off with a `-` in front. */
  readonly featureGates?: readonly string[];
  /**
   * The service account of the pods: the name of one that exists, or what the collector's own is given.
   * @default one of its own, with the rights that the components need and no token where they need none
   */
  readonly serviceAccount?: string | ServiceAccountProps;
  /**
   * The volume claim of each replica of a stateful set, for components that keep files.
   * @default 1 GiB of the default storage class, where a component keeps files
   */
  readonly storage?: StorageProps;
  /** More of the pods, in Kubernetes' own fields; for both back ends. */
  readonly pod?: PodOptions;
  /** What only the OpenTelemetry operator does, in its own fields. */
  readonly operator?: OperatorOptions;
  /**
   * What the collector gets of itself. `false` switches everything off, an object one thing by its name.
   * @default all on; with `verbatim`, all off
   */
  readonly defaults?: false | CollectorDefaults;
  /**
   * Writes what is said here and nothing else: names of component types as they were written, variables and extensions
   * in their order, and of the custom resource only the fields that were given. What `mdai import` writes uses it.
   * @default false: the newest names that the release knows, sorted lists, and all that the operator would fill in
   */
  readonly verbatim?: boolean;
}

/** A volume claim. */
export interface StorageProps {
  /** @default 1 GiB */
  readonly size?: Size;
  /** @default the default storage class of the Kubernetes cluster */
  readonly storageClass?: string;
}
