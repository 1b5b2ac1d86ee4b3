import type { VariableDataType, VariableModel } from '../model/hub';
import { Ref, type TextPart } from '../model/value';
import { type HubVariable, type holds, type VariableKind, type VariableOwner, VariableState } from './variable-state';

/** A variable that collectors read as one text. It can stand wherever a field takes text, a number or a boolean. */
export abstract class TextVariable<D extends VariableDataType> extends Ref implements HubVariable<D> {
  declare readonly [holds]: D;
  /** @internal */
  protected readonly state: VariableState;

  /** @internal */
  constructor(hub: VariableOwner, key: string, kind: VariableKind, env: string | undefined) {
    super();
    this.state = new VariableState(hub, key, kind, env);
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

  /** A further environment variable with the same text. */
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
