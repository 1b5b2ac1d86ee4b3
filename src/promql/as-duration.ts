import { refuse } from '../model/text-problem';
import type {
  BinaryOperator,
  DurationExpression,
  DurationOperator,
  NumberLiteral,
  PromqlExpression,
  TextRange,
} from './ast';

/** The operators of durations. */
export const durationOperators: readonly string[] = ['+', '-', '*', '/', '%', '^'];

// Nanoseconds of 64 bits, in seconds.
const longest = 2 ** 63 / 1e9;

const nowhere: TextRange = { start: 0, end: 0 };

/** A literal that Prometheus 3 can count in nanoseconds. */
export function inBounds(literal: NumberLiteral): NumberLiteral {
  if (Math.abs(literal.value) <= longest || Number.isNaN(literal.value)) return literal;
  return refuse(
    literal.range ?? nowhere,
    'The duration is longer than Prometheus can count.',
    'Write less than 292 years.',
  );
}

/** Mathematics of durations; nothing is divided by nothing. */
export function mathOfDurations(
  operator: BinaryOperator,
  left: DurationExpression,
  right: DurationExpression,
  range: TextRange | undefined,
): DurationExpression {
  if (!durationOperators.includes(operator)) {
    refuse(
      range ?? nowhere,
      `"${operator}" is no operator of durations.`,
      'Write +, -, *, /, % or ^, or parentheses around the selector.',
    );
  }
  if ((operator === '/' || operator === '%') && right.kind === 'number' && right.value === 0) {
    refuse(right.range ?? nowhere, 'A duration is divided by nothing.', 'Write another number than 0.');
  }
  return { kind: 'math', operator: operator as DurationOperator, left, right, ...(range && { range }) };
}

/** What a literal is with a sign; a duration of nothing has none. */
export function signedValue(operator: '+' | '-', { value, duration }: NumberLiteral): number {
  return operator === '+' || (duration && value === 0) ? value : -value;
}

/** A sign before a duration, which is a part of a literal. */
export function signedDuration(
  operator: '+' | '-',
  of: DurationExpression,
  range: TextRange | undefined,
): DurationExpression {
  const place = range && { range };
  if (of.kind !== 'number') return { kind: 'durationSign', operator, of, ...place };
  return { ...of, value: signedValue(operator, of), ...place };
}

/** An expression that stands where the server reads a duration. */
export function asDuration(tree: PromqlExpression): DurationExpression {
  const place = tree.range === undefined ? {} : { range: tree.range };
  switch (tree.kind) {
    case 'number':
      return inBounds(tree);
    case 'paren':
      return { kind: 'durationParen', of: asDuration(tree.of), ...place };
    case 'sign':
      return signedDuration(tree.operator, asDuration(tree.of), tree.range);
    case 'binary':
      if (tree.bool || tree.matching || tree.fill) break;
      return mathOfDurations(tree.operator, asDuration(tree.left), asDuration(tree.right), tree.range);
    case 'call': {
      const [left, right, ...others] = tree.arguments;
      const name = tree.name.toLowerCase();
      if ((name === 'step' || name === 'range') && left === undefined) return { kind: name, ...place };
      if ((name !== 'min_of' && name !== 'max_of') || !left || !right || others.length > 0) break;
      return { kind: name, left: asDuration(left), right: asDuration(right), ...place };
    }
    default:
      break;
  }
  const message = 'Behind "offset" and parentheses, an operator belongs to the duration, and this is none.';
  return refuse(tree.range ?? nowhere, message, 'Write parentheses around the selector and its offset.');
}
