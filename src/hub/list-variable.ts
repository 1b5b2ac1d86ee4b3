import type { VariableDataType, VariableModel } from '../model/hub';
import type { ListValue, Ref } from '../model/value';
import { ListExport } from './list-export';
import { type HubVariable, type holds, type VariableKind, type VariableOwner, VariableState } from './variable-state';

// A character that regular expressions read as "or", so that the same text serves `in` and `matches`.
const defaultJoin = '|';

/** A variable that collectors read as several texts in one. A condition reads it with `in`, or with `matches` as alternatives. */
export abstract class ListVariable<D extends VariableDataType> implements ListValue, HubVariable<D> {
  declare readonly [holds]: D;
  /** @internal */
  protected readonly state: VariableState;

  /** @internal */
  constructor(hub: VariableOwner, key: string, kind: Omit<VariableKind, 'join'>, env: string | undefined) {
    this.state = new VariableState(hub, key, { ...kind, join: defaultJoin }, env);
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

  /** A further environment variable with the members, joined by this text. */
  export(name: string, options: { readonly join: string }): ListExport {
    return new ListExport(this.state.export(name, options.join), options.join);
  }

  /** @internal */
  asList(): { readonly ref: Ref; readonly join: string } {
    return { ref: this.state.main(), join: defaultJoin };
  }
}
