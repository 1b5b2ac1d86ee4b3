import { type EventText, isEventText, type VariableEvent } from '../model/event';
import { MdaiError } from '../model/issue';
import { type Action, valueText } from './action';
import { TextVariable } from './text-variable';
import type { Trigger } from './trigger';
import { type VariableOwner, type VariableProps, type VariableUpdate, variableUpdate } from './variable-state';

/** The types of single values. */
export type ScalarType = 'string' | 'int' | 'boolean';

/** What a variable of a type is set to. */
export type ScalarValue<T extends ScalarType> = { string: string; int: number; boolean: boolean }[T];

/** One value. It can stand wherever a field takes text, a number or a boolean. */
export class ScalarVariable<T extends ScalarType = ScalarType> extends TextVariable<T> {
  /** What an event says of a change of this variable. */
  readonly update: VariableUpdate = variableUpdate;

  /** @internal */
  constructor(
    hub: VariableOwner,
    key: string,
    /** What it holds. */
    readonly dataType: T,
    { type, env }: VariableProps,
  ) {
    super(hub, key, { dataType, type }, env);
  }

  /** The variable gets a value. */
  updated(): Trigger<VariableEvent<T>> {
    return this.state.trigger('set');
  }
}

/** One value that automations set. */
export class ComputedScalar<T extends ScalarType = ScalarType> extends ScalarVariable<T> {
  /**
   * Sets the value.
   *
   * @throws MdaiError for an empty text, and for a number that is not whole
   */
  assign<E = unknown>(value: ScalarValue<T> | EventText<E>): Action<E> {
    if (typeof value === 'number' && !Number.isSafeInteger(value)) {
      throw new MdaiError(`${this.describe()} holds whole numbers, and ${value} is none.`);
    }
    const text = isEventText(value) ? value : String(value);
    return this.state.action({ kind: 'setVariable', variable: this.key, value: valueText(text) });
  }
}
