import { type ListValue, Ref, type TextPart, type VariableRef } from '../model/value';

/** A set or a priority list under one of its names: a list for conditions, and text for fields. */
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
