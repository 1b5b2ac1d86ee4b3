import type { AlertmanagerModel } from './alertmanager';
import type { CollectorModel } from './collector';
import type { DalModel } from './dal';
import type { HubModel } from './hub';
import type { HubManifest } from './hub-manifest';
import type { HubMonitorModel } from './hub-monitor';
import type { IngressModel } from './ingress';
import type { MonitoringObject } from './monitoring-object';
import type { ObserverModel } from './observer';
import type { PrometheusModel, RuleFileModel } from './prometheus';
import type { ReplayModel } from './replay';

/** Everything that a program or a set of manifests says, as plain data; built once, then only read. */
export interface Model {
  readonly collectors: readonly CollectorModel[];
  readonly hubs: readonly HubModel[];
  readonly observers: readonly ObserverModel[];
  readonly hubMonitors: readonly HubMonitorModel[];
  readonly replays: readonly ReplayModel[];
  readonly ingresses: readonly IngressModel[];
  readonly dals: readonly DalModel[];
  readonly prometheuses: readonly PrometheusModel[];
  readonly alertmanagers: readonly AlertmanagerModel[];
  /** The objects of the MDAI operator as they are applied. */
  readonly manifests?: readonly HubManifest[];
  /** Monitors and rules that are written by hand. */
  readonly monitoring?: readonly MonitoringObject[];
  /** The files of rules that were read, those included that no Prometheus of the model takes. */
  readonly ruleFiles?: readonly RuleFileModel[];
  /**
   * Whether the set of manifests is the whole program. A program is; a folder of files may lack the hub that
   * a collector names, so links to what is absent cannot be judged there.
   */
  readonly closed: boolean;
}

/** The lists that every model has. */
type ListName = Exclude<keyof Model, 'closed' | 'manifests' | 'monitoring' | 'ruleFiles'>;

/** The lists of a model, to be filled. */
export type ModelLists = { [L in ListName]: Model[L][number][] };

/** The lists of a model in which there is nothing yet. */
export function emptyLists(): ModelLists {
  return {
    collectors: [],
    hubs: [],
    observers: [],
    hubMonitors: [],
    replays: [],
    ingresses: [],
    dals: [],
    prometheuses: [],
    alertmanagers: [],
  };
}
