import type { HubModel, VariableDataType, VariableModel } from '../model/hub';
import type { ActionModel } from '../model/hub-action';
import type { Issue } from '../model/issue';
import { didYouMean } from '../model/nearest';
import { actionKeys } from './action-keys';
import { error, placedAt, type Rule, warning } from './rule';

/** The data types that actions change. The store refuses a command for another. */
const changed: Readonly<Partial<Record<ActionModel['kind'], readonly VariableDataType[]>>> = {
  addToSet: ['set'],
  removeFromSet: ['set'],
  setVariable: ['string', 'int', 'boolean'],
  addToMap: ['map'],
  removeFromMap: ['map'],
};

/** Actions for variables of another type, and variables that are made of what they cannot be made of. */
export const hubTypes: Rule = (model) =>
  model.hubs.flatMap((hub) => {
    const variables = new Map(hub.variables.map((variable) => [variable.key, variable]));
    return [...actionTypes(hub, variables), ...metaVariables(hub, variables)];
  });

type Variables = ReadonlyMap<string, VariableModel>;

function* actionTypes({ path, automations }: HubModel, variables: Variables): Generator<Issue> {
  for (const [i, { name, do: actions }] of automations.entries()) {
    const place = `${path}/automations/${name}`;
    for (const [j, action] of actions.entries()) {
      const variable = 'variable' in action ? variables.get(action.variable) : undefined;
      const types = changed[action.kind];
      if (variable === undefined || types === undefined) continue;
      const { key, type, dataType } = variable;
      const keys = actionKeys(i, j, action);
      if (type === 'meta') {
        const message = `${action.kind} changes the variable "${key}", which the store makes of others.`;
        yield placedAt(error('hub-type', place, message, 'Change the variables that it is made of.'), keys);
      } else if (!types.includes(dataType)) {
        const message = `${action.kind} changes the variable "${key}", whose data type is ${dataType}.`;
        yield placedAt(error('hub-type', place, message, `Use ${actionsFor(dataType)}.`), keys);
      } else if (type === 'manual') {
        const message = `${action.kind} changes the variable "${key}", which people set.`;
        yield placedAt(warning('hub-type', place, message, 'Make it computed, or change another.'), keys);
      }
    }
  }
}

function actionsFor(dataType: VariableDataType): string {
  return Object.entries(changed)
    .flatMap(([kind, types]) => (types.includes(dataType) ? [kind] : []))
    .join(' or ');
}

/** What a hash set looks up is the value of the first variable, in the map that is the second. */
const hashSetOf: readonly (readonly VariableDataType[])[] = [['string', 'int', 'boolean'], ['map']];

function* metaVariables(hub: HubModel, variables: Variables): Generator<Issue> {
  for (const [v, { key, type, dataType, variableRefs = [] }] of hub.variables.entries()) {
    if (type !== 'meta') continue;
    const place = `${hub.path}/variables/${key}`;
    for (const [i, ref] of variableRefs.entries()) {
      const keys = ['spec', 'variables', v, 'variableRefs', i];
      const made = variables.get(ref);
      const types = dataType === 'metaHashSet' ? hashSetOf[i] : undefined;
      if (made === undefined) {
        const message = `it is made of the variable "${ref}", which the hub does not have.`;
        const issue = error('hub-undefined', place, message, didYouMean(ref, variables.keys(), 'Declare it.'));
        yield placedAt(issue, keys);
      } else if (types !== undefined && !types.includes(made.dataType)) {
        const message = `a metaHashSet looks up ${i === 0 ? 'the value of' : 'in'} "${ref}", whose data type is ${made.dataType}.`;
        const issue = error('hub-type', place, message, `Name a variable of type ${types.join(', ')} there.`);
        yield placedAt(issue, keys);
      }
    }
  }
}
