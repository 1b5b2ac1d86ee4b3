import type { ActionModel } from './hub-action';

/** How a variable gets its value: by the hub's API, by automations, or from other variables. */
export type VariableType = 'manual' | 'computed' | 'meta';

export type VariableDataType = 'string' | 'int' | 'boolean' | 'set' | 'map' | 'metaHashSet' | 'metaPriorityList';

/** A name under which collectors read a variable from their environment. */
export interface ExportModel {
  readonly name: string;
  /** The text between the members of a set or a priority list. */
  readonly join?: string;
}

export interface VariableModel {
  readonly key: string;
  readonly type: VariableType;
  readonly dataType: VariableDataType;
  readonly variableRefs?: readonly string[];
  readonly exports: readonly ExportModel[];
}

export interface HubAlertModel {
  readonly name: string;
  readonly expr: string;
  /** A Prometheus duration, e.g. `1m`. */
  readonly for?: string;
  /** A Prometheus duration. */
  readonly keepFiringFor?: string;
  readonly severity: string;
}

export type TriggerModel =
  | { readonly alert: string; readonly status?: string }
  | { readonly variable: string; readonly update?: string };

export interface AutomationModel {
  readonly name: string;
  readonly when: TriggerModel;
  readonly do: readonly ActionModel[];
}

export interface HubModel {
  readonly path: string;
  readonly name: string;
  readonly namespace?: string;
  /** Only what was said is written, and not where variables are kept. */
  readonly verbatim?: boolean;
  /** The interval of the alerts' rule group, a Prometheus duration. */
  readonly evaluationInterval?: string;
  readonly variables: readonly VariableModel[];
  readonly alerts: readonly HubAlertModel[];
  readonly automations: readonly AutomationModel[];
}

/** The ConfigMap in which the MDAI operator publishes a hub's exports, in each namespace with one of its collectors. */
export function variablesConfigMap(hub: string): string {
  return `${hub}-variables`;
}

/** How many changes may follow from each other before the event hub stops: what its `HOP_LIMIT` is unless told otherwise. */
export const defaultHopLimit = 2;
