import type { HubModel, VariableModel } from '../../model/hub';
import { entriesOf, membersOf, storageKey, textOf, type Variables } from './variables';
import { yamlOfMap } from './yaml-map';

/** The environment variables that the MDAI operator writes into the ConfigMap of a hub, by name. */
export type HubEnvironment = Readonly<Record<string, string>>;

/**
 * What the MDAI operator (release 0.2.12, internal/controller/hub_adapter.go) makes of the variables of a hub. A set
 * without members is the empty text and a map without entries `{}`; a text that was never set is absent.
 *
 * Throws `StoreError` where a key holds something else than its variable declares: the operator then writes nothing.
 */
export function environmentOf(hub: HubModel, variables: Variables): HubEnvironment {
  const environment = new Map<string, string>();
  for (const variable of hub.variables) {
    const value = exported(hub.name, variable, variables);
    if (value === undefined) continue;
    for (const { name, join } of variable.exports) {
      if (typeof value === 'string') environment.set(name, value);
      // A list without a join is not exported, and does not replace what is there.
      else if (join !== undefined && !environment.has(name)) environment.set(name, value.join(join));
    }
  }
  return Object.fromEntries(environment);
}

/** The text of a variable, or what is joined; `undefined` where it was never set. */
function exported(hub: string, variable: VariableModel, variables: Variables): string | readonly string[] | undefined {
  const { key, dataType, variableRefs = [] } = variable;
  const at = (name: string) => storageKey(hub, name);
  switch (dataType) {
    case 'set':
      return membersOf(variables, at(key));
    case 'map':
      return yamlOfMap(entriesOf(variables, at(key)));
    case 'metaPriorityList':
      return variableRefs.map((ref) => listAt(variables, at(ref))).find((list) => list.length > 0);
    case 'metaHashSet': {
      const [text = '', map = ''] = variableRefs;
      const field = textOf(variables, at(text));
      return field === undefined ? undefined : entriesOf(variables, at(map)).get(field);
    }
    default:
      return textOf(variables, at(key));
  }
}

/** What a priority list reads of one of its variables. */
function listAt(variables: Variables, key: string): readonly string[] {
  const stored = variables.get(key);
  if (stored?.kind === 'text') return stored.text === '' ? [] : [stored.text];
  return membersOf(variables, key);
}
