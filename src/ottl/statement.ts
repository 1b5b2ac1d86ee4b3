import { MdaiError } from '../model/issue';
import type { Ref } from '../model/value';
import type { Statement } from './ast';
import type { Context } from './condition';

const statementMark: unique symbol = Symbol.for('cdk8s-mdai.OttlStatement') as never;
// A phantom property, as that of `Condition`.
declare const contexts: unique symbol;

/** A change to a record, for `transform`: `` ottl.log.statement`set(log.attributes["team"], "payments")` ``. */
export class OttlStatement<C extends Context> {
  /** @internal Recognised across two installed copies of this library. */
  readonly [statementMark]: true = true;
  declare readonly [contexts]: C;

  /** @internal */
  constructor(
    /** @internal */
    readonly tree: Statement,
    /** @internal */
    readonly refs: readonly Ref[],
  ) {}

  /** Always throws: inside other text, a statement would lose what it refers to. */
  toString(): string {
    throw new MdaiError('A statement was turned into a string. Give it to the field as it is.');
  }
}

export function isStatement(value: unknown): value is OttlStatement<Context> {
  return typeof value === 'object' && value !== null && statementMark in value;
}
