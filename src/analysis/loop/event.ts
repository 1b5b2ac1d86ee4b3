import { goJson, goStruct } from './go-json';

/** What happened to a variable, as triggers of automations compare it. */
export type VariableOperation = 'added' | 'remove' | 'set';

/** What automations begin with. */
export type HubOccasion =
  | { readonly kind: 'alert'; readonly alert: string; readonly status: 'firing' | 'resolved' }
  | { readonly kind: 'variable'; readonly variable: string; readonly operation: VariableOperation }
  /** People, or a replay, set a variable: no automation begins with that itself, but with the change that it makes. */
  | { readonly kind: 'request'; readonly variable: string };

/** An event, as the gateway and the event hub pass it on. */
export interface HubEvent {
  /** Unlike the real one, it tells where the event comes from. */
  readonly id: string;
  /** `<alert>.<status>`, or `var.<operation>`. */
  readonly name: string;
  /** Events of one subject keep their order. */
  readonly subject: string;
  /** The hub's name. */
  readonly hub: string;
  readonly source: 'prometheus' | 'manual_variables_api' | 'eventhub';
  /** The fingerprint of an alert; empty for others. */
  readonly sourceId: string;
  readonly correlationId: string;
  readonly timestamp: Date;
  /** How many actions of automations it follows from. */
  readonly depth: number;
  /** JSON. */
  readonly payload: string;
  readonly occasion: HubOccasion;
}

/** What a variable's event says of it. */
export interface VariablePayload {
  readonly variable: string;
  readonly dataType: string;
  readonly operation: string;
  /** JSON. */
  readonly data: string;
}

/** The payload of an event about a variable. */
export function variablePayload({ variable, dataType, operation, data }: VariablePayload): string {
  return goStruct({
    variableRef: goJson(variable),
    dataType: goJson(dataType),
    operation: goJson(operation),
    data,
  });
}

/** The payload of an event, as data: texts, and maps of them. */
export function readPayload({ payload }: HubEvent): Readonly<Record<string, unknown>> {
  return JSON.parse(payload) as Record<string, unknown>;
}

/** A time as Go's RFC 3339 has it: to the second. */
export function rfc3339Seconds(time: Date): string {
  return time.toISOString().replace(/\.\d+Z$/, 'Z');
}
