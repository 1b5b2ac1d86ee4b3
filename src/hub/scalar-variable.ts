import { type EventText, isEventText, type VariableEvent } from '../model/event';
import type { VariableModel } from '../model/hub';
import { MdaiError } from '../model/issue';
import { Ref, type TextPart } from '../model/value';
import { type Action, valueText } from './action';
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

/** The types of single values. */
export type ScalarType = 'string' | 'int' | 'boolean';

/** What a variable of a type is set to. */
export type ScalarValue<T extends ScalarType> = { string: string; int: number; boolean: boolean }[T];

/** One value. It can stand wherever a field takes text, a number or a boolean. */
export class ScalarVariable<T extends ScalarType = ScalarType> extends Ref implements HubVariable<T> {
  declare readonly [holds]: T;
  /** What an event says of a change of this variable. */
  readonly update: VariableUpdate = variableUpdate;
  /** @internal */
  protected readonly state: VariableState;

  /** @internal */
  constructor(
    hub: VariableOwner,
    key: string,
    /** What it holds. */
    readonly dataType: T,
    props: VariableProps,
  ) {
    super();
    this.state = new VariableState(hub, key, { dataType, type: props.type }, props.env);
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

  /** The variable gets a value. */
  updated(): Trigger<VariableEvent<T>> {
    return this.state.trigger('set');
  }

  /** A further environment variable with the value. */
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
