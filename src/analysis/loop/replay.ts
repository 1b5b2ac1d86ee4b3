import type { DeployReplayActionModel } from '../../model/hub-action';
import type { ReplayedSignal, ReplayModel } from '../../model/replay';
import { type HubEvent, readPayload } from './event';
import { CommandFailure } from './failure';

/** The replays that exist, by `<namespace>/<name>`. */
export type Replays = ReadonlyMap<string, ReplayModel>;

const signals: readonly string[] = ['logs', 'metrics', 'traces'] satisfies readonly ReplayedSignal[];

/** The names that Kubernetes takes for an object. */
const objectName = /^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/;

/** What the MDAI operator takes as a time: RFC 3339, minutes, or a day. */
const times = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)| \d\d:\d\d)?$/;

/** Where a replay is kept. */
export function replayKey(namespace: string | undefined, name: string): string {
  return `${namespace ?? ''}/${name}`;
}

/** Deploys the replay that a variable asks for: JSON with its name, its times and the signal. Throws `CommandFailure`. */
export function deploy(
  { replay }: DeployReplayActionModel,
  event: HubEvent,
  namespace: string | undefined,
  replays: Replays,
): { readonly replays: Replays; readonly deployed: ReplayModel } {
  const asked = dataOf(event, 'replay variable payload must contain inputs to decode');
  const name = textIn(asked, 'replayName');
  const telemetryType = textIn(asked, 'telemetryType');
  const deployed: ReplayModel = {
    ...replay,
    path: replayKey(namespace, name),
    name,
    ...(namespace !== undefined && { namespace }),
    hubName: event.hub,
    startTime: textIn(asked, 'startTime'),
    endTime: textIn(asked, 'endTime'),
    telemetryType: telemetryType as ReplayedSignal,
  };
  const refusal = refusalOf(deployed);
  if (refusal !== undefined) throw new CommandFailure(`the MDAI operator refuses the replay "${name}": ${refusal}`);
  if (replays.has(deployed.path)) throw new CommandFailure(`mdaireplays.hub.mydecisive.ai "${name}" already exists`);
  return { replays: new Map(replays).set(deployed.path, deployed), deployed };
}

/** Removes the replay that a status variable names. Throws `CommandFailure`. */
export function cleanUp(
  event: HubEvent,
  namespace: string | undefined,
  replays: Replays,
): { readonly replays: Replays; readonly removed: string } {
  const name = textIn(dataOf(event, 'no data field was found on cleanup event payload'), 'replay_name');
  const rest = new Map(replays);
  if (!rest.delete(replayKey(namespace, name))) {
    throw new CommandFailure(`mdaireplays.hub.mydecisive.ai "${name}" not found`);
  }
  return { replays: rest, removed: name };
}

/** What the event says of the variable, read as JSON. */
function dataOf(event: HubEvent, missing: string): Readonly<Record<string, unknown>> {
  const { data } = readPayload(event);
  if (typeof data !== 'string') throw new CommandFailure(missing);
  let read: unknown;
  try {
    read = JSON.parse(data);
  } catch {
    throw new CommandFailure(`the variable holds no JSON: ${data}`);
  }
  // What Go reads into a structure: null leaves it as it is, anything else but an object is refused.
  if (read === null) return {};
  if (typeof read === 'object' && !Array.isArray(read)) return read as Record<string, unknown>;
  throw new CommandFailure(`the variable holds no JSON object: ${data}`);
}

function textIn(read: Readonly<Record<string, unknown>>, field: string): string {
  const value = Object.hasOwn(read, field) ? read[field] : undefined;
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value;
  throw new CommandFailure(`${field} is no text: ${JSON.stringify(value)}`);
}

/** Why the MDAI operator, or Kubernetes, does not take a replay. */
function refusalOf({ name, startTime = '', endTime = '', telemetryType }: ReplayModel): string | undefined {
  if (!objectName.test(name)) return `"${name}" is no name of an object`;
  if (!times.test(startTime)) return `startTime "${startTime}" is no time`;
  if (!times.test(endTime)) return `endTime "${endTime}" is no time`;
  return signals.includes(telemetryType ?? '')
    ? undefined
    : `telemetryType "${telemetryType}" is none of ${signals.join(', ')}`;
}
