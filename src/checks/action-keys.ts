import type { ActionModel } from '../model/hub-action';
import type { Keys } from '../model/keys';

/** The fields of actions that name the variable. */
const variableFields: Readonly<Partial<Record<ActionModel['kind'], string>>> = {
  addToSet: 'set',
  removeFromSet: 'set',
  setVariable: 'scalar',
  addToMap: 'map',
  removeFromMap: 'map',
};

/** Where an action of a hub's rule stands in the hub, or the variable that it changes, by the indices of both. */
export function actionKeys(rule: number, action: number, { kind }: ActionModel): Keys {
  const field = variableFields[kind];
  const own = kind === 'other' ? [] : [kind];
  return ['spec', 'rules', rule, 'then', action, ...own, ...(field === undefined ? [] : [field])];
}
