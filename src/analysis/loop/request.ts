import type { HubModel, VariableModel } from '../../model/hub';
import type { ActionModel } from '../../model/hub-action';
import { MdaiError } from '../../model/issue';
import { type HubEvent, variablePayload } from './event';
import { type GoValue, goJson, goMap } from './go-json';
import type { Part } from './match';

/** What people send to the gateway: `add` is its `POST`, `remove` its `DELETE`. */
export interface VariableRequest {
  readonly operation: 'add' | 'remove';
  /** What stands behind `data`: a text, a whole number or a boolean, a list of members or of keys, or a map of texts. */
  readonly data: RequestData;
}

/** The data of a request, as JSON has them. */
export type RequestData = string | number | boolean | readonly string[] | Readonly<Record<string, string>>;

/**
 * The event that the gateway makes of a request, and what the event hub does with it.
 *
 * @throws MdaiError where the gateway refuses the request
 */
export function requestEvent(
  hub: HubModel,
  variable: VariableModel,
  { operation, data }: VariableRequest,
  id: string,
  timestamp: Date,
): { readonly event: HubEvent; readonly part: Part } {
  const { key, dataType, type } = variable;
  if (type !== 'manual') {
    throw new MdaiError(
      `${hub.path}/variables/${key}: the variable is "${type}", and the gateway sets manual ones alone. Give it { type: 'manual' }, or let an automation set it.`,
    );
  }
  const { actions, sent } = read(hub, variable, operation, data);
  return {
    event: madeEvent(hub, key, dataType, operation, goJson(sent), id, timestamp),
    part: { automation: '', actions },
  };
}

/** The event that the gateway makes of what a replay reports of itself, and what the event hub does with it. */
export function replayEvent(
  hub: HubModel,
  variable: string,
  replay: string,
  status: 'completed' | 'failed',
  id: string,
  timestamp: Date,
): { readonly event: HubEvent; readonly part: Part } {
  const value = `{"replay_name":${goJson(replay)},"replay_status":${goJson(status)}}`;
  const event = madeEvent(hub, variable, 'string', 'add', goJson(value), id, timestamp);
  return {
    event: { ...event, name: 'replay-complete' },
    part: { automation: '', actions: [{ kind: 'setVariable', variable, value }] },
  };
}

function madeEvent(
  hub: HubModel,
  variable: string,
  dataType: string,
  operation: string,
  data: string,
  id: string,
  timestamp: Date,
): HubEvent {
  return {
    id,
    name: `var.${operation}`,
    subject: `eventing.var.${hub.name}.${variable}`,
    hub: hub.name,
    source: 'manual_variables_api',
    sourceId: '',
    correlationId: '',
    timestamp,
    depth: 0,
    payload: variablePayload({ variable, dataType, operation, data }),
    occasion: { kind: 'request', variable },
  };
}

interface Read {
  readonly actions: readonly ActionModel[];
  readonly sent: GoValue;
}

/** What the gateway reads of the data, by the type of the variable. */
function read(hub: HubModel, { key, dataType }: VariableModel, operation: 'add' | 'remove', data: RequestData): Read {
  const refused = (wanted: string) =>
    new MdaiError(`${hub.path}/variables/${key}: the gateway wants ${wanted}, and was given ${JSON.stringify(data)}.`);
  switch (dataType) {
    case 'set': {
      if (!isTexts(data) || data.length === 0) throw refused('a list of members, with one at least');
      const kind = operation === 'add' ? 'addToSet' : 'removeFromSet';
      return { actions: data.map((value) => ({ kind, variable: key, value })), sent: data };
    }
    case 'map': {
      if (operation === 'remove') {
        if (!isTexts(data)) throw refused('a list of keys');
        return { actions: data.map((field) => ({ kind: 'removeFromMap', variable: key, key: field })), sent: data };
      }
      if (!isTextMap(data)) throw refused('a map of texts');
      const actions = Object.entries(data).map(
        ([field, value]) => ({ kind: 'addToMap', variable: key, key: field, value }) as const,
      );
      return { actions, sent: goMap(data) };
    }
    case 'string':
    case 'int':
    case 'boolean': {
      const [type, wanted] = scalars[dataType];
      if (typeof data !== type || (dataType === 'int' && !Number.isSafeInteger(data))) throw refused(wanted);
      const text = String(data);
      // What is removed is empty from then on, and not gone.
      const value = operation === 'add' ? text : '';
      return { actions: [{ kind: 'setVariable', variable: key, value }], sent: text };
    }
    default:
      throw refused(`no variable of the type ${dataType}`);
  }
}

const scalars = {
  string: ['string', 'a text'],
  int: ['number', 'a whole number'],
  boolean: ['boolean', 'true or false'],
} as const;

function isTexts(data: RequestData): data is readonly string[] {
  return Array.isArray(data) && data.every((item) => typeof item === 'string');
}

function isTextMap(data: RequestData): data is Readonly<Record<string, string>> {
  return (
    typeof data === 'object' && !Array.isArray(data) && Object.values(data).every((item) => typeof item === 'string')
  );
}
