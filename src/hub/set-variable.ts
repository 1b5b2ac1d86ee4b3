import type { VariableEvent } from '../model/event';
import type { VariableModel } from '../model/hub';
import type { ListValue, Ref } from '../model/value';
import { type Action, type ActionValue, valueText } from './action';
import { ListExport } from './list-export';
import type { Trigger } from './trigger';
import {
  type HubVariable,
  type holds,
  type VariableOwner,
  type VariableProps,
  VariableState,
  type VariableUpdate,
  variableUpdate,
} from './variable-state';

// A character that regular expressions read as "or", so that the same text serves `in` and `matches`.
export const defaultJoin = '|';

/** A set of texts. A condition reads it with `in`, or with `matches` as alternatives. */
export class SetVariable implements ListValue, HubVariable<'set'> {
  declare readonly [holds]: 'set';
  /** What an event says of a change of this set. */
  readonly update: VariableUpdate = variableUpdate;
  /** @internal */
  protected readonly state: VariableState;

  /** @internal */
  constructor(hub: VariableOwner, key: string, props: VariableProps) {
    this.state = new VariableState(hub, key, { dataType: 'set', type: props.type, join: defaultJoin }, props.env);
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

  /**
   * A member is added or removed.
   *
   * @param options `update`: one of both alone. No removal is seen as `removed` before MDAI event hub 0.2.
   */
  updated(options: { readonly update?: 'added' | 'removed' } = {}): Trigger<VariableEvent<'set'>> {
    return this.state.trigger(options.update);
  }

  /** A further environment variable with the members of the set, joined by this text. */
  export(name: string, options: { readonly join: string }): ListExport {
    return new ListExport(this.state.export(name, options.join), options.join);
  }

  /** @internal */
  asList(): { readonly ref: Ref; readonly join: string } {
    return { ref: this.state.main(), join: defaultJoin };
  }
}

/** A set that automations change. */
export class ComputedSet extends SetVariable {
  /** Puts a value into the set. */
  add<E = unknown>(value: ActionValue<E>): Action<E> {
    return this.state.action({ kind: 'addToSet', variable: this.key, value: valueText(value) });
  }

  /** Takes a value out of the set. */
  remove<E = unknown>(value: ActionValue<E>): Action<E> {
    return this.state.action({ kind: 'removeFromSet', variable: this.key, value: valueText(value) });
  }
}
