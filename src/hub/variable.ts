import type { VariableModel } from '../model/hub';
import { type ListValue, Ref, type TextPart, type VariableRef } from '../model/value';
import { Action } from './action';
import { type ActionValue, valueText } from './trigger';
import { type VariableOwner, type VariableProps, VariableState } from './variable-state';

// A character that regular expressions read as "or", so that the same text serves `in` and `matches`.
const defaultJoin = '|';

/** A set of texts. A condition reads it with `in`, or with `matches` as alternatives. */
export class SetVariable implements ListValue {
  private readonly state: VariableState;

  /** @internal */
  constructor(hub: VariableOwner, key: string, props: VariableProps) {
    this.state = new VariableState(hub, key, 'set', props, defaultJoin);
  }

  /** The key under which the hub keeps it. */
  get key(): string {
    return this.state.key;
  }

  /** @internal */
  get model(): VariableModel {
    return this.state.model;
  }

  /** Puts a value into the set. */
  add(value: ActionValue): Action {
    return new Action({ kind: 'addToSet', variable: this.key, value: valueText(value) }, this.state.hub);
  }

  /** Takes a value out of the set. */
  remove(value: ActionValue): Action {
    return new Action({ kind: 'removeFromSet', variable: this.key, value: valueText(value) }, this.state.hub);
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

/** A set under one of its names: a list for conditions, and text for fields. */
export class ListExport extends Ref implements ListValue {
  /** @internal */
  constructor(
    private readonly of: VariableRef,
    private readonly join: string,
  ) {
    super();
  }

  /** @internal */
  asList(): { readonly ref: Ref; readonly join: string } {
    return { ref: this.of, join: this.join };
  }

  /** @internal */
  override parts(): readonly TextPart[] {
    return this.of.parts();
  }

  protected override describe(): string {
    return `The hub's variable ${this.of.env}`;
  }
}

/** One value. It can stand wherever a field takes text, a number or a boolean. */
export class ScalarVariable extends Ref {
  private readonly state: VariableState;

  /** @internal */
  constructor(hub: VariableOwner, key: string, dataType: 'string' | 'int' | 'boolean', props: VariableProps) {
    super();
    this.state = new VariableState(hub, key, dataType, props);
  }

  /** The key under which the hub keeps it. */
  get key(): string {
    return this.state.key;
  }

  /** @internal */
  get model(): VariableModel {
    return this.state.model;
  }

  /** Sets the value. */
  assign(value: ActionValue): Action {
    return new Action({ kind: 'setVariable', variable: this.key, value: valueText(value) }, this.state.hub);
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

/** Texts by key. Collectors read it as YAML. */
export class MapVariable extends Ref {
  private readonly state: VariableState;

  /** @internal */
  constructor(hub: VariableOwner, key: string, props: VariableProps) {
    super();
    this.state = new VariableState(hub, key, 'map', props);
  }

  /** The key under which the hub keeps it. */
  get key(): string {
    return this.state.key;
  }

  /** @internal */
  get model(): VariableModel {
    return this.state.model;
  }

  /** Sets the value of a key. */
  put(key: ActionValue, value: ActionValue): Action {
    return new Action(
      { kind: 'addToMap', variable: this.key, key: valueText(key), value: valueText(value) },
      this.state.hub,
    );
  }

  /** Removes a key. */
  remove(key: ActionValue): Action {
    return new Action({ kind: 'removeFromMap', variable: this.key, key: valueText(key) }, this.state.hub);
  }

  /** @internal */
  override parts(): readonly TextPart[] {
    return this.state.main().parts();
  }

  protected override describe(): string {
    return `The hub's variable ${this.key}`;
  }
}
