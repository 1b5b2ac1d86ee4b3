import type { AutomationModel, HubModel, VariableModel } from '../model/hub';
import type { ActionModel } from '../model/hub-action';
import type { Issue } from '../model/issue';
import { didYouMean } from '../model/nearest';
import { actionKeys } from './action-keys';
import { error, listed, placedAt, type Rule, warning } from './rule';

/** Rules of hubs that never run, and actions that fail whenever their rule runs. */
export const hubAutomations: Rule = (model) =>
  model.hubs.flatMap((hub) =>
    hub.automations.flatMap((automation, i) => [...neverRuns(hub, automation, i), ...failing(hub, automation, i)]),
  );

const statuses = ['firing', 'resolved'];

/** The changes that the event hub tells of, by the kind of variable (release 0.1.8). It tells of a removal as `remove`. */
const told: Readonly<Partial<Record<VariableModel['dataType'], string>>> = {
  set: 'added',
  map: 'set',
  string: 'set',
  int: 'set',
  boolean: 'set',
};

function* neverRuns({ path, variables }: HubModel, { name, when }: AutomationModel, i: number): Generator<Issue> {
  const place = `${path}/automations/${name}`;
  const keys = (field: string) => ['spec', 'rules', i, 'when', field];
  if ('alert' in when) {
    const { status } = when;
    if (status === undefined || statuses.includes(status)) return;
    const message = `no alert has the status "${status}", so that the rule never runs.`;
    const fix = didYouMean(status, statuses, `Write one of ${listed(statuses)}.`);
    yield placedAt(warning('hub-never', place, message, fix), keys('status'));
    return;
  }
  const variable = variables.find(({ key }) => key === when.variable);
  if (variable === undefined) return;
  if (variable.type === 'meta') {
    const message = `the event hub does not tell of changes of "${variable.key}", which the store makes of others.`;
    const issue = warning('hub-never', place, message, 'Wait for a variable that it is made of.');
    yield placedAt(issue, keys('variableUpdated'));
    return;
  }
  const { update } = when;
  const known = told[variable.dataType];
  if (update === undefined || known === undefined || update === known) return;
  const reason =
    update === 'removed'
      ? 'event hub 0.1.8 does not tell of removals under this name'
      : `a ${variable.dataType} is never "${update}"`;
  const message = `${reason}, so that the rule never runs.`;
  const fix = `Write updateType: ${known}, or leave it out.`;
  yield placedAt(warning('hub-never', place, message, fix), keys('updateType'));
}

function* failing(
  { path, variables }: HubModel,
  { name, when, do: actions }: AutomationModel,
  i: number,
): Generator<Issue> {
  const place = `${path}/automations/${name}`;
  const started = 'alert' in when ? undefined : variables.find(({ key }) => key === when.variable);
  for (const [j, action] of actions.entries()) {
    const keys = actionKeys(i, j, action);
    if (action.kind === 'callWebhook' && typeof action.payload === 'string' && !isJson(action.payload)) {
      const message = 'callWebhook sends JSON, and its payload is none.';
      const fix = 'Write JSON, with placeholders in quotes where they stand for text.';
      yield placedAt(error('hub-failing', place, message, fix), [...keys, 'payloadTemplate', 'value']);
    }
    const reason = 'alert' in when ? underAlert(action) : started && underVariable(action, started);
    if (reason === undefined) continue;
    yield placedAt(error('hub-failing', place, `${action.kind} ${reason.message}`, reason.fix), keys);
  }
}

/** Whether a payload is JSON once its placeholders are filled in. */
function isJson(payload: string): boolean {
  try {
    JSON.parse(payload.replace(/\$\{[^:}]+:[^}]+\}/g, '0'));
    return true;
  } catch {
    return false;
  }
}

interface Reason {
  readonly message: string;
  readonly fix: string;
}

function underAlert({ kind }: ActionModel): Reason | undefined {
  if (kind !== 'deployReplay' && kind !== 'cleanUpReplay') return undefined;
  return {
    message: 'reads the data of a variable, which an alert does not have.',
    fix: 'Write when: { variableUpdated: … }, with the variable that asks for the replay.',
  };
}

function underVariable(action: ActionModel, { key, dataType }: VariableModel): Reason | undefined {
  if (action.kind === 'callWebhook' && action.template === 'slackAlertTemplate') {
    const message = 'with slackAlertTemplate reads the labels of an alert, which a variable does not have.';
    return { message, fix: 'Write templateRef: jsonTemplate, and a payload.' };
  }
  if ((action.kind !== 'deployReplay' && action.kind !== 'cleanUpReplay') || dataType === 'string') return undefined;
  const message = `reads JSON from the variable "${key}", whose data type is ${dataType}.`;
  return { message, fix: 'Use a variable of type string.' };
}
