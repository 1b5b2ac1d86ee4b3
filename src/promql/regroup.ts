import { asDuration, durationOperators, mathOfDurations, signedDuration, signedValue } from './as-duration';
import type { Binary, BinaryOperator, DurationExpression, PromqlExpression, TextRange } from './ast';
import { withOffset } from './suffix';

/** An expression as a row: signs, operands, what follows an operand, and operators between. */
export type Piece =
  | { readonly kind: 'sign'; readonly operator: '+' | '-'; readonly range: TextRange }
  | { readonly kind: 'operand'; readonly tree: PromqlExpression }
  | { readonly kind: 'suffix'; apply(tree: PromqlExpression): PromqlExpression }
  | OffsetPiece
  | { readonly kind: 'operator'; readonly operator: BinaryOperator; readonly modifiers: Modifiers };

/** `offset` behind an operand. */
export interface OffsetPiece {
  readonly kind: 'offset';
  readonly duration: DurationExpression;
  /** Signs before it, where there are several: they bind like a product, and so less than a power. */
  readonly signs: readonly ('+' | '-')[];
  /** Whether the server reads mathematics behind the duration as its part: `x offset (5m) + 1m`. */
  readonly open: boolean;
  readonly range: TextRange;
}

/** What stands behind a binary operator. */
export type Modifiers = Pick<Binary, 'bool' | 'matching' | 'fill'>;

/** How tightly operators bind, from loose to tight. */
export const strengths: Readonly<Record<BinaryOperator, number>> = {
  or: 1,
  and: 2,
  unless: 2,
  '==': 3,
  '!=': 3,
  '<=': 3,
  '<': 3,
  '>=': 3,
  '>': 3,
  '</': 3,
  '>/': 3,
  '+': 4,
  '-': 4,
  '*': 5,
  '/': 5,
  '%': 5,
  atan2: 5,
  '^': 6,
};

/**
 * The tree of a row of pieces by the precedence of the server, from which the editor's grammar differs: it reads
 * `a + b offset 5m` as `(a + b) offset 5m`, and `-1 ^ 2` as `(-1) ^ 2`.
 */
export function regroup(pieces: readonly Piece[]): PromqlExpression {
  let at = 0;
  const expression = (least: number): PromqlExpression => {
    let left = operand();
    for (;;) {
      const piece = pieces[at];
      if (piece?.kind !== 'operator' || strengths[piece.operator] < least) return left;
      at++;
      // Only powers are read from the right.
      const right = expression(strengths[piece.operator] + (piece.operator === '^' ? 0 : 1));
      left = {
        kind: 'binary',
        operator: piece.operator,
        left,
        right,
        ...piece.modifiers,
        ...spanned(left.range, right.range),
      };
    }
  };
  const operand = (): PromqlExpression => {
    const piece = pieces[at++];
    if (piece?.kind === 'sign') return signed(piece.operator, piece.range, expression(strengths['^']));
    if (piece?.kind !== 'operand') throw new Error('The row of an expression does not alternate.');
    let { tree } = piece;
    for (let next = pieces[at]; next?.kind === 'suffix' || next?.kind === 'offset'; next = pieces[at]) {
      at++;
      tree = next.kind === 'suffix' ? next.apply(tree) : withOffset(tree, durationOf(next), next.range);
    }
    return tree;
  };
  const durationOf = ({ duration, signs, open, range }: OffsetPiece): DurationExpression => {
    const tail = (start: DurationExpression, least: number): DurationExpression => {
      let left = start;
      for (;;) {
        const piece = pieces[at];
        if (!open || piece?.kind !== 'operator' || !durationOperators.includes(piece.operator)) return left;
        if (strengths[piece.operator] < least) return left;
        at++;
        const right = expression(strengths[piece.operator] + (piece.operator === '^' ? 0 : 1));
        left = mathOfDurations(piece.operator, left, asDuration(right), spanned(left.range, right.range).range);
      }
    };
    const power = signs.length === 0 ? duration : tail(duration, strengths['^']);
    return tail(
      signs.reduceRight<DurationExpression>((of, sign) => signedDuration(sign, of, range), power),
      strengths['+'],
    );
  };
  return expression(0);
}

function signed(operator: '+' | '-', range: TextRange, of: PromqlExpression): PromqlExpression {
  if (of.kind === 'number') return { ...of, value: signedValue(operator, of), ...spanned(range, of.range) };
  return { kind: 'sign', operator, of, ...spanned(range, of.range) };
}

/** From the beginning of one place to the end of another. */
export function spanned(from: TextRange | undefined, to: TextRange | undefined): { range?: TextRange } {
  return from === undefined || to === undefined ? {} : { range: { start: from.start, end: to.end } };
}
