import type { AlertmanagerModel } from './alertmanager';
import type { CollectorModel } from './collector';
import type { HubModel } from './hub';
import type { MonitoringObject } from './monitoring-object';
import type { HubMonitorModel, ObserverModel } from './observer';
import type { PrometheusModel } from './prometheus';

/** Everything that a program or a set of manifests says, as plain data; built once, then only read. */
export interface Model {
  readonly collectors: readonly CollectorModel[];
  readonly hubs: readonly HubModel[];
  readonly observers: readonly ObserverModel[];
  readonly hubMonitors: readonly HubMonitorModel[];
  readonly prometheuses: readonly PrometheusModel[];
  readonly alertmanagers: readonly AlertmanagerModel[];
  /** Monitors and rules that are written by hand. */
  readonly monitoring?: readonly MonitoringObject[];
  /**
   * Whether the set of manifests is the whole program. A program is; a folder of files may lack the hub that
   * a collector names, so links to what is absent cannot be judged there.
   */
  readonly closed: boolean;
}
