import type { VariableEvent } from '../model/event';
import { type Action, type ActionValue, valueText } from './action';
import { TextVariable } from './text-variable';
import type { Trigger } from './trigger';
import { type VariableOwner, type VariableProps, type VariableUpdate, variableUpdate } from './variable-state';

/** Texts by key. Collectors read it as YAML. */
export class MapVariable extends TextVariable<'map'> {
  /** What an event says of a change of this map. The key of a value that was put is not in it. */
  readonly update: VariableUpdate = variableUpdate;

  /** @internal */
  constructor(hub: VariableOwner, key: string, { type, env }: VariableProps) {
    super(hub, key, { dataType: 'map', type }, env);
  }

  /**
   * A key gets a value or is removed.
   *
   * @param options `update`: one of both alone. No removal is seen as `removed` before MDAI event hub 0.2.
   */
  updated(options: { readonly update?: 'set' | 'removed' } = {}): Trigger<VariableEvent<'map'>> {
    return this.state.trigger(options.update);
  }
}

/** A map that automations change. */
export class ComputedMap extends MapVariable {
  /** Sets the value of a key. */
  put<E = unknown, F = unknown>(key: ActionValue<E>, value: ActionValue<F>): Action<E & F> {
    return this.state.action({
      kind: 'addToMap',
      variable: this.key,
      key: valueText(key),
      value: valueText(value),
    });
  }

  /** Removes a key. */
  remove<E = unknown>(key: ActionValue<E>): Action<E> {
    return this.state.action({ kind: 'removeFromMap', variable: this.key, key: valueText(key) });
  }
}
