import type { VariableEvent } from '../model/event';
import { type Action, type ActionValue, valueText } from './action';
import { ListVariable } from './list-variable';
import type { Trigger } from './trigger';
import { type VariableOwner, type VariableProps, type VariableUpdate, variableUpdate } from './variable-state';

/** A set of texts. */
export class SetVariable extends ListVariable<'set'> {
  /** What an event says of a change of this set. */
  readonly update: VariableUpdate = variableUpdate;

  /** @internal */
  constructor(hub: VariableOwner, key: string, { type, env }: VariableProps) {
    super(hub, key, { dataType: 'set', type }, env);
  }

  /**
   * A member is added or removed.
   *
   * @param options `update`: one of both alone. No removal is seen as `removed` before MDAI event hub 0.2.
   */
  updated(options: { readonly update?: 'added' | 'removed' } = {}): Trigger<VariableEvent<'set'>> {
    return this.state.trigger(options.update);
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
