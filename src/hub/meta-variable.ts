import type { VariableDataType } from '../model/hub';
import { MdaiError } from '../model/issue';
import { ListVariable } from './list-variable';
import type { ScalarType } from './scalar-variable';
import { TextVariable } from './text-variable';
import type { HubVariable, MetaVariableProps, VariableOwner } from './variable-state';

/** A variable that a priority list can fall back on. */
export type PriorityListEntry = HubVariable<ScalarType | 'set'>;

/** What a hash set looks up, and where. */
export type HashSetParts = readonly [key: HubVariable<ScalarType>, map: HubVariable<'map'>];

/** The first of several variables that is not empty, as a list. Automations neither change it nor begin with it. */
export class PriorityListVariable extends ListVariable<'metaPriorityList'> {
  /** @internal */
  constructor(hub: VariableOwner, key: string, of: readonly PriorityListEntry[], { env }: MetaVariableProps) {
    super(hub, key, { dataType: 'metaPriorityList', type: 'meta', refs: keysOf(hub, key, of) }, env);
  }
}

/** What a map holds under the value of another variable. Automations neither change it nor begin with it. */
export class HashSetVariable extends TextVariable<'metaHashSet'> {
  /** @internal */
  constructor(hub: VariableOwner, key: string, of: HashSetParts, { env }: MetaVariableProps) {
    super(hub, key, { dataType: 'metaHashSet', type: 'meta', refs: keysOf(hub, key, of) }, env);
  }
}

/** @throws MdaiError for a variable of another hub */
function keysOf(hub: VariableOwner, key: string, of: readonly HubVariable<VariableDataType>[]): readonly string[] {
  for (const one of of) {
    if (one.owner !== hub) {
      throw new MdaiError(
        `${hub.path}: the variable ${key} is made of ${one.key} of the hub "${one.owner.hubName}". Use variables of the hub "${hub.hubName}".`,
      );
    }
  }
  return of.map((one) => one.key);
}
