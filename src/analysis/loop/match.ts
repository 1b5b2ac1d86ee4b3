import type { HubModel, TriggerModel } from '../../model/hub';
import type { ActionModel } from '../../model/hub-action';
import type { HubEvent } from './event';

/** What an event sets off, all of it in one go: an automation, or what people or replays set. */
export interface Part {
  /** The automation's name; empty for what people or replays set. */
  readonly automation: string;
  readonly actions: readonly ActionModel[];
}

/** What becomes of an event. */
export type Reaction =
  | { readonly kind: 'runs'; readonly hub: HubModel; readonly parts: readonly Part[] }
  /** No automation begins with it, which the history says. */
  | { readonly kind: 'unmatched' }
  /** Nothing happens; the reason is there where something would have happened else. */
  | { readonly kind: 'ignored'; readonly reason?: string };

/** What becomes of an event about alerts or variables. The order of the automations is the hub's, and not certain. */
export function reactionOf(hubs: readonly HubModel[], event: HubEvent, hopLimit: number): Reaction {
  const known = hubs.filter(({ name, automations }) => name === event.hub && automations.length > 0);
  const [hub] = known;
  if (hub === undefined) return { kind: 'ignored' };
  const matched = hub.automations.filter(({ when }) => matches(when, event));
  if (event.depth >= hopLimit) {
    const names = matched.map(({ name }) => name).join(', ');
    const reason = `${event.depth} actions came before it, and the hop limit is ${hopLimit}: ${names} did not run`;
    return { kind: 'ignored', ...(names !== '' && { reason }) };
  }
  if (known.length > 1) {
    return { kind: 'ignored', reason: `there are ${known.length} hubs "${event.hub}" with automations; rename one` };
  }
  if (matched.length === 0) return { kind: 'unmatched' };
  return { kind: 'runs', hub, parts: matched.map(({ name, do: actions }) => ({ automation: name, actions })) };
}

/**
 * Whether an automation begins with an event. The event hub calls the removal of a member or an entry `remove` (up to
 * release 0.1.8), so that an automation for `removed` never begins.
 */
function matches(when: TriggerModel, { occasion }: HubEvent): boolean {
  if ('alert' in when) {
    return occasion.kind === 'alert' && occasion.alert === when.alert && isAny(when.status, occasion.status);
  }
  return occasion.kind === 'variable' && occasion.variable === when.variable && isAny(when.update, occasion.operation);
}

function isAny(wanted: string | undefined, is: string): boolean {
  return !wanted || wanted === is;
}
