import type { Backend, ServiceAccountModel, StorageModel } from './collector';
import type { ConfigMap } from './config';

/** The releases of Alertmanager whose configuration is known field by field, the newest last. */
export const alertmanagerReleases = ['0.28.1', '0.34.2'] as const;

/** A release of Alertmanager whose configuration is known field by field. */
export type AlertmanagerRelease = (typeof alertmanagerReleases)[number];

/** What an Alertmanager runs where nothing else is said. */
export const defaultAlertmanager: AlertmanagerRelease = '0.34.2';

/** The Alertmanager of the charts that MDAI hub 0.9 ships. */
export const hubAlertmanager: AlertmanagerRelease = '0.28.1';

/** The release whose fields a version has: the last one before it, or else the first. */
export function alertmanagerRelease(version: string): AlertmanagerRelease {
  const before = alertmanagerReleases.filter((release) => release.localeCompare(version, 'en', { numeric: true }) <= 0);
  return before.at(-1) ?? alertmanagerReleases[0];
}

/** An Alertmanager: its configuration, and how it is run. */
export interface AlertmanagerModel {
  /** The construct's path, or where the object was read. */
  readonly path: string;
  readonly name: string;
  readonly namespace?: string;
  readonly backend: Backend;
  readonly version: string;
  /** The configuration, in Alertmanager's own names. */
  readonly config: ConfigMap;
  /** The files of templates beside the configuration, by name. */
  readonly templates: Readonly<Record<string, string>>;
  /** How it is run; absent for a configuration that was read without its pods. */
  readonly pod?: AlertmanagerPod;
}

/** How an Alertmanager is run. */
export interface AlertmanagerPod {
  readonly image: string;
  readonly replicas: number;
  /** The names of Secrets and ConfigMaps that the configuration names files of. */
  readonly secrets: readonly string[];
  readonly configMaps: readonly string[];
  /** How long silences, and what was notified, are kept: a duration in hours, minutes and seconds. */
  readonly retention: string;
  /** Absent where both end with the pod. */
  readonly storage?: StorageModel;
  readonly memoryMiB: number;
  /** CPU in thousandths of a core. */
  readonly cpuMillis: number;
  readonly externalUrl?: string;
  readonly serviceAccount: ServiceAccountModel;
}

/** The Service by which a Prometheus finds all pods of an Alertmanager. */
export function alertmanagerService({ name, backend }: Pick<AlertmanagerModel, 'name' | 'backend'>): string {
  return backend === 'operator' ? `alertmanager-${name}` : name;
}
