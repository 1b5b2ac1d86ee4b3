import type { VariableDataType, VariableModel } from '../model/hub';
import { MdaiError } from '../model/issue';
import { type ListValue, Ref, type TextPart } from '../model/value';
import { ListExport } from './list-export';
import type { ScalarType } from './scalar-variable';
import { defaultJoin } from './set-variable';
import {
  type HubVariable,
  type holds,
  type MetaVariableProps,
  type VariableOwner,
  VariableState,
} from './variable-state';

/** A variable that a priority list can fall back on. */
export type PriorityListEntry = HubVariable<ScalarType | 'set'>;

/** What a hash set looks up, and where. */
export type HashSetParts = readonly [key: HubVariable<ScalarType>, map: HubVariable<'map'>];

/** The first of several variables that is not empty, as a list. Automations neither change it nor begin with it. */
export class PriorityListVariable implements ListValue, HubVariable<'metaPriorityList'> {
  declare readonly [holds]: 'metaPriorityList';
  private readonly state: VariableState;

  /** @internal */
  constructor(hub: VariableOwner, key: string, of: readonly PriorityListEntry[], { env }: MetaVariableProps) {
    const refs = keysOf(hub, key, of);
    this.state = new VariableState(
      hub,
      key,
      { dataType: 'metaPriorityList', type: 'meta', refs, join: defaultJoin },
      env,
    );
  }

  /** The key under which the hub keeps it. */
  get key(): string {
    return this.state.key;
  }

  /** @internal */
  get owner(): VariableOwner {
    return this.state.hub;
  }

  /** @internal */
  get model(): VariableModel {
    return this.state.model;
  }

  /** A further environment variable with the entries, joined by this text. */
  export(name: string, options: { readonly join: string }): ListExport {
    return new ListExport(this.state.export(name, options.join), options.join);
  }

  /** @internal */
  asList(): { readonly ref: Ref; readonly join: string } {
    return { ref: this.state.main(), join: defaultJoin };
  }
}

/** What a map holds under the value of another variable. Automations neither change it nor begin with it. */
export class HashSetVariable extends Ref implements HubVariable<'metaHashSet'> {
  declare readonly [holds]: 'metaHashSet';
  private readonly state: VariableState;

  /** @internal */
  constructor(hub: VariableOwner, key: string, of: HashSetParts, { env }: MetaVariableProps) {
    super();
    const refs = keysOf(hub, key, of);
    this.state = new VariableState(hub, key, { dataType: 'metaHashSet', type: 'meta', refs }, env);
  }

  /** The key under which the hub keeps it. */
  get key(): string {
    return this.state.key;
  }

  /** @internal */
  get owner(): VariableOwner {
    return this.state.hub;
  }

  /** @internal */
  get model(): VariableModel {
    return this.state.model;
  }

  /** A further environment variable with the text. */
  export(name: string): Ref {
    return this.state.export(name);
  }

  /** @internal */
  override parts(): readonly TextPart[] {
    return this.state.main().parts();
  }

  protected override describe(): string {
    return `The hub's variable ${this.key}`;
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
