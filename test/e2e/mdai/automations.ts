import { hubSpec } from '../../../src/convert/hub';
import type { ConfigMap } from '../../../src/model/config';
import type { AutomationModel } from '../../../src/model/hub';
import type { Manifest } from '../../../src/testing';

/** What the event hub's commands are in a hub's specification; their inputs are the same. */
const actions: Readonly<Record<string, string>> = {
  'variable.set.add': 'addToSet',
  'variable.set.remove': 'removeFromSet',
  'variable.scalar.update': 'setVariable',
  'variable.map.add': 'addToMap',
  'variable.map.remove': 'removeFromMap',
  'webhook.call': 'callWebhook',
  'replay.deploy': 'deployReplay',
  'replay.cleanup': 'cleanUpReplay',
};

/** The automations that the operator has written into a ConfigMap for the event hub, one to a key, as in a model. */
export function automationsIn({ data }: Manifest): readonly AutomationModel[] {
  const rules = Object.entries<string>(data).map(([key, text]) => {
    const { name, trigger, commands } = JSON.parse(text);
    if (name !== key) throw new Error(`The key ${key} holds the automation ${name}.`);
    return { name, when: whenOf(trigger), then: commands.map(actionOf) };
  });
  return hubSpec({ rules } as ConfigMap).automations;
}

function whenOf({ kind, spec: { name, status, update_type: updateType } }: Manifest): Manifest {
  return kind === 'alert' ? { alertName: name, status } : { variableUpdated: name, updateType };
}

function actionOf({ type, inputs }: Manifest): Manifest {
  const action = actions[type];
  if (action === undefined) throw new Error(`There is no action for the command ${type}.`);
  return { [action]: inputs };
}
