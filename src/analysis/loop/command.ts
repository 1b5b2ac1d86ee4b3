import type { HubModel } from '../../model/hub';
import type { ActionModel, MapActionModel, ScalarActionModel, SetActionModel } from '../../model/hub-action';
import type { AuditEntry } from './audit';
import { variableAudit } from './audit';
import { type HubEvent, type VariableOperation, variablePayload } from './event';
import { CommandFailure } from './failure';
import { goJson } from './go-json';
import { eventFields, interpolate } from './interpolate';
import { cleanUp, deploy, type Replays } from './replay';
import type { Sources } from './sources';
import {
  addMember,
  removeEntry,
  removeMember,
  StoreError,
  setEntry,
  setText,
  storageKey,
  storedValue,
  type Variables,
  type VariableValue,
} from './variables';
import { callOf, type WebhookCall } from './webhook';

/** What the hubs keep. */
export interface World {
  readonly variables: Variables;
  readonly replays: Replays;
}

/** A variable changed, or was set to what it was. */
export interface VariableChange {
  readonly hub: string;
  readonly variable: string;
  /** The automation; absent for what people or replays set. */
  readonly automation?: string;
  readonly operation: VariableOperation;
  readonly before: VariableValue;
  readonly after: VariableValue;
}

/** A replay was deployed or removed. */
export interface ReplayChange {
  readonly automation: string;
  readonly name: string;
  readonly operation: 'deployed' | 'cleaned up';
}

/** What one command did. */
export interface Done {
  readonly world: World;
  readonly change?: VariableChange;
  /** What tells other automations of the change. */
  readonly emitted?: HubEvent;
  readonly call?: WebhookCall;
  readonly replay?: ReplayChange;
  readonly audit?: AuditEntry;
}

/** One command of an automation, or of what people or replays set. */
export interface Command {
  readonly hub: Pick<HubModel, 'namespace'>;
  readonly event: HubEvent;
  /** Empty for what people or replays set. */
  readonly automation: string;
  /** Its place in the automation. */
  readonly index: number;
  readonly action: ActionModel;
}

/** Runs a command as the event hub does (release 0.1.8). Throws `CommandFailure`. */
export function runCommand(command: Command, world: World, sources: Sources): Done {
  const { action, event, hub, automation } = command;
  switch (action.kind) {
    case 'addToSet':
    case 'removeFromSet':
      return changeSet(command, action, world);
    case 'setVariable':
      return change(command, world, {
        variable: action.variable,
        dataType: 'string',
        operation: 'set',
        data: filled(action, action.value, event),
        said: 'Set string value',
        store: setText,
      });
    case 'addToMap':
    case 'removeFromMap':
      return changeMap(command, action, world);
    case 'callWebhook':
      return { world, call: callOf(action, event, automation, sources) };
    case 'deployReplay': {
      const { replays, deployed } = deploy(action, event, hub.namespace, world.replays);
      const replay: ReplayChange = { automation, name: deployed.name, operation: 'deployed' };
      return { world: { ...world, replays }, replay };
    }
    case 'cleanUpReplay': {
      const { replays, removed } = cleanUp(event, hub.namespace, world.replays);
      return { world: { ...world, replays }, replay: { automation, name: removed, operation: 'cleaned up' } };
    }
    case 'other':
      throw new CommandFailure(`the action ${JSON.stringify(action.spec)} is none that is known`);
  }
}

function changeSet(command: Command, action: SetActionModel, world: World): Done {
  if (action.value === '') throw new CommandFailure(`${action.kind}: the value is empty`);
  const adds = action.kind === 'addToSet';
  return change(command, world, {
    variable: action.variable,
    dataType: 'set',
    operation: adds ? 'added' : 'remove',
    data: filled(action, action.value, command.event),
    said: adds ? 'Add element to set' : 'Remove element from set',
    store: adds ? addMember : removeMember,
  });
}

function changeMap(command: Command, action: MapActionModel, world: World): Done {
  const { kind, variable, key, value = '' } = action;
  const adds = kind === 'addToMap';
  if (adds && value === '') throw new CommandFailure(`${kind}: the value is empty`);
  const field = filled(action, key, command.event);
  if (!adds) {
    // What the audit calls it is what the event hub calls it.
    const said = 'Remove element from set';
    return change(command, world, {
      variable,
      dataType: 'map',
      operation: 'remove',
      data: field,
      said,
      store: removeEntry,
    });
  }
  const data = filled(action, value, command.event);
  const store = (variables: Variables, at: string, entry: string) => setEntry(variables, at, field, entry);
  return change(command, world, { variable, dataType: 'map', operation: 'set', data, said: 'Set map entry', store });
}

interface Change {
  readonly variable: string;
  readonly dataType: string;
  readonly operation: VariableOperation;
  /** The member, the text, the value of an entry, or the key of one that is removed. */
  readonly data: string;
  /** What the audit says of it. */
  readonly said: string;
  readonly store: (variables: Variables, key: string, data: string) => Variables;
}

function change({ event, automation, index }: Command, world: World, given: Change): Done {
  const { variable, dataType, operation, data, said, store } = given;
  const key = storageKey(event.hub, variable);
  const audit = variableAudit(event, variable, data, said);
  let variables: Variables;
  try {
    variables = store(world.variables, key, data);
  } catch (error) {
    if (error instanceof StoreError) throw new CommandFailure(error.message);
    throw error;
  }
  return {
    world: { ...world, variables },
    change: {
      hub: event.hub,
      variable,
      ...(automation !== '' && { automation }),
      operation,
      before: storedValue(world.variables, key),
      after: storedValue(variables, key),
    },
    emitted: {
      id: `${event.id}/${automation === '' ? 'request' : automation}/${index}`,
      name: `var.${operation}`,
      subject: `eventing.trigger.vars.${operation}.${event.hub}.${variable}`,
      hub: event.hub,
      source: 'eventhub',
      sourceId: '',
      correlationId: event.correlationId,
      timestamp: event.timestamp,
      depth: event.depth + 1,
      payload: variablePayload({ variable, dataType, operation, data: goJson(data) }),
      occasion: { kind: 'variable', variable, operation },
    },
    audit,
  };
}

/** A value with its placeholders replaced. What becomes empty by that is refused. */
function filled({ kind }: SetActionModel | ScalarActionModel | MapActionModel, text: string, event: HubEvent): string {
  if (!text.includes('${')) return text;
  const value = interpolate(text, { trigger: eventFields(event) });
  if (value.trim() === '') throw new CommandFailure(`${kind}: "${text}" became empty`);
  return value;
}
