import { type AutomationModel, defaultHopLimit, type HubModel, type TriggerModel } from '../model/hub';
import type { ActionModel } from '../model/hub-action';
import type { Issue } from '../model/issue';
import { statusVariables } from './hub-status-variables';
import { listed, placedAt, type Rule, warning } from './rule';

/** Rules that only follow from others, and later than the event hub lets them; and rules that follow from themselves. */
export const hubChains: Rule = (model) => model.hubs.flatMap((hub) => [...chainsOf(hub, statusVariables(hub, model))]);

function* chainsOf(hub: HubModel, statuses: ReadonlySet<string>): Generator<Issue> {
  const depths = depthsOf(hub, statuses);
  for (const [i, automation] of hub.automations.entries()) {
    const keys = ['spec', 'rules', i, 'when', 'variableUpdated'];
    const { name, when } = automation;
    const place = `${hub.path}/automations/${name}`;
    const depth = depths.get(automation);
    if (depth === undefined && 'variable' in when && isUnchanged(hub, when.variable)) {
      const message = `nothing changes the variable "${when.variable}", so that the rule never runs.`;
      const fix = 'Change it in another rule, or let people set it: type: manual.';
      yield placedAt(warning('hub-never', place, message, fix), keys);
    } else if (depth !== undefined && depth >= defaultHopLimit) {
      const message = `the rule follows from ${depth} changes in a row, and the event hub stops after ${defaultHopLimit - 1}.`;
      yield placedAt(warning('hub-chain', place, message, 'Do what it does in the rule before it.'), keys);
    }
    const circle = circleOf(hub, automation);
    if (circle !== undefined && first(hub, circle) === automation) {
      const message =
        circle.length === 1
          ? 'the rule changes the variable that it waits for, and runs again until the event hub stops it.'
          : `the rules ${listed(circle.map((one) => one.name))} start each other until the event hub stops them.`;
      yield placedAt(warning('hub-chain', place, message, 'Let one of them change another variable.'), keys);
    }
  }
}

/** Whether a variable that somebody could change is changed by no rule. Those that are made of others are another check's. */
function isUnchanged({ variables, automations }: HubModel, key: string): boolean {
  const isOwn = variables.some((variable) => variable.key === key && variable.type !== 'meta');
  return isOwn && !automations.some((one) => one.do.some((action) => 'variable' in action && action.variable === key));
}

function first({ automations }: HubModel, circle: readonly AutomationModel[]): AutomationModel | undefined {
  return automations.find((one) => circle.includes(one));
}

/** After how many changes of variables a rule may run; a rule without an entry never does. */
function depthsOf(
  { automations, variables }: HubModel,
  statuses: ReadonlySet<string>,
): ReadonlyMap<AutomationModel, number> {
  const manual = new Set(variables.filter(({ type }) => type === 'manual').map(({ key }) => key));
  const depths = new Map<AutomationModel, number>();
  let found = automations.filter(({ when }) => 'alert' in when);
  const later = automations.filter(
    ({ when }) => 'variable' in when && (manual.has(when.variable) || statuses.has(when.variable)),
  );
  for (let depth = 0; found.length > 0 || depth < 2; depth++) {
    for (const one of found) if (!depths.has(one)) depths.set(one, depth);
    const next = found.flatMap((one) => followers(one, automations));
    // What people and replays set is a change itself.
    found = [...new Set([...next, ...(depth === 0 ? later : [])])].filter((one) => !depths.has(one));
  }
  return depths;
}

/** The rules that an action of a rule starts. */
function followers(automation: AutomationModel, all: readonly AutomationModel[]): readonly AutomationModel[] {
  return all.filter(({ when }) => automation.do.some((action) => starts(action, when)));
}

/** What the event hub tells of an action (release 0.1.8). */
const told: Readonly<Partial<Record<ActionModel['kind'], string>>> = {
  addToSet: 'added',
  removeFromSet: 'remove',
  setVariable: 'set',
  addToMap: 'set',
  removeFromMap: 'remove',
};

function starts(action: ActionModel, when: TriggerModel): boolean {
  if (!('variable' in when) || !('variable' in action) || action.variable !== when.variable) return false;
  return when.update === undefined || when.update === told[action.kind];
}

/** The rules on the shortest way from a rule back to itself. */
function circleOf({ automations }: HubModel, from: AutomationModel): readonly AutomationModel[] | undefined {
  const ways: (readonly AutomationModel[])[] = [[from]];
  const seen = new Set<AutomationModel>();
  for (const way of ways) {
    for (const next of followers(way[way.length - 1] ?? from, automations)) {
      if (next === from) return way;
      if (!seen.has(next)) ways.push([...way, next]);
      seen.add(next);
    }
  }
  return undefined;
}
