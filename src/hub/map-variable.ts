import type { VariableEvent } from '../model/event';
import type { VariableModel } from '../model/hub';
import { Ref, type TextPart } from '../model/value';
import { type Action, type ActionValue, valueText } from './action';
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

/** Texts by key. Collectors read it as YAML. */
export class MapVariable extends Ref implements HubVariable<'map'> {
  declare readonly [holds]: 'map';
  /** What an event says of a change of this map. The key of a value that was put is not in it. */
  readonly update: VariableUpdate = variableUpdate;
  /** @internal */
  protected readonly state: VariableState;

  /** @internal */
  constructor(hub: VariableOwner, key: string, props: VariableProps) {
    super();
    this.state = new VariableState(hub, key, { dataType: 'map', type: props.type }, props.env);
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
   * A key gets a value or is removed.
   *
   * @param options `update`: one of both alone. No removal is seen as `removed` before MDAI event hub 0.2.
   */
  updated(options: { readonly update?: 'set' | 'removed' } = {}): Trigger<VariableEvent<'map'>> {
    return this.state.trigger(options.update);
  }

  /** A further environment variable with the map. */
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
