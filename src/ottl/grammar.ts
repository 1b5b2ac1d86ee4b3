import type { BooleanExpression, Statement, ValueExpression } from './ast';
import { joined } from './make';
import { type Value, ValueGrammar } from './value-grammar';

/** The rules of OTTL's grammar, in the order in which the collector tries them. */
export class Grammar extends ValueGrammar {
  /** The last value that stands where a condition is, without a comparison. */
  bare: { readonly value: Value; readonly end: number } | undefined;

  statement(): Statement | undefined {
    const start = this.at.position;
    const editor = this.at.rule('editor', 'an editor', () => this.variable() ?? this.editor() ?? this.converter());
    if (editor === undefined) return undefined;
    const where = this.at.attempt(() => (this.at.need('where') ? this.condition() : undefined));
    return { kind: 'statement', editor, ...(where && { where }), range: this.at.rangeFrom(start) };
  }

  override condition(): BooleanExpression | undefined {
    return this.at.rule('condition', 'a condition', () => this.series('or', () => this.conjunction()));
  }

  private conjunction(): BooleanExpression | undefined {
    return this.series('and', () => this.truth());
  }

  private series(kind: 'or' | 'and', part: () => BooleanExpression | undefined): BooleanExpression | undefined {
    const start = this.at.position;
    const first = part();
    if (first === undefined) return undefined;
    const more = this.at.many(() => (this.at.take(kind) ? part() : this.at.missing(`"${kind}"`)));
    return more.length === 0 ? first : { ...joined(kind, [first, ...more]), range: this.at.rangeFrom(start) };
  }

  private truth(): BooleanExpression | undefined {
    const start = this.at.position;
    const negated = this.at.take('not') !== undefined;
    const of = this.at.rule('truth', 'a condition', () => this.positive());
    if (of === undefined || !negated) return of;
    return { kind: 'not', of, range: this.at.rangeFrom(start) };
  }

  private positive(): BooleanExpression | undefined {
    return (
      this.at.attempt(() => this.comparison()) ??
      this.constant() ??
      this.at.attempt(() => this.converter()) ??
      this.variable() ??
      this.givenCondition() ??
      this.at.attempt(() => this.parenthesized())
    );
  }

  private comparison(): BooleanExpression | undefined {
    const start = this.at.position;
    const left = this.value();
    if (left === undefined) return undefined;
    const operator = this.at.take('comparison');
    if (operator === undefined) {
      this.bare = { value: left, end: this.at.position };
      return this.at.missing('a comparison');
    }
    const right = this.value();
    if (right === undefined) return undefined;
    return {
      kind: 'comparison',
      operator: operator.value as '==',
      left: left as ValueExpression,
      right: right as ValueExpression,
      range: this.at.rangeFrom(start),
    };
  }

  private constant(): BooleanExpression | undefined {
    const token = this.at.take('boolean');
    return token && { kind: 'constant', value: token.value === 'true', range: token.range };
  }

  private givenCondition(): BooleanExpression | undefined {
    const { hole } = this.at.token;
    if (hole?.kind !== 'condition') return undefined;
    this.at.take('hole');
    return hole.tree;
  }

  private parenthesized(): BooleanExpression | undefined {
    if (this.at.word('(') === undefined) return undefined;
    const inside = this.condition();
    return inside && this.at.need(')') && inside;
  }
}
