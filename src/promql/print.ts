import { isPlainLabel, isPlainMetric } from '../model/label-name';
import { writeDuration } from '../model/prometheus-duration';
import { durationOperators } from './as-duration';
import type {
  Aggregation,
  Binary,
  DurationExpression,
  Matcher,
  NumberLiteral,
  PromqlExpression,
  TimeModifiers,
  VectorSelector,
} from './ast';
import { writeNumber } from './number';
import { strengths } from './regroup';
import { quote } from './unquote';

/** An expression in its one form, on a line: single spaces, and parentheses where they are written or needed. */
export function printPromql(tree: PromqlExpression): string {
  switch (tree.kind) {
    case 'number':
      return printNumber(tree);
    case 'string':
      return quote(tree.value);
    case 'vector':
      return `${printSeries(tree)}${printTime(tree)}`;
    case 'matrix':
      return `${printSeries(tree.selector)}[${printDuration(tree.over)}]${printTime(tree.selector)}`;
    case 'subquery':
      return `${printSubqueried(tree.of)}[${printDuration(tree.over)}:${tree.step ? printDuration(tree.step) : ''}]${printTime(tree)}`;
    case 'call':
      return `${tree.name}(${tree.arguments.map(printPromql).join(', ')})`;
    case 'aggregation':
      return `${printHead(tree)}(${tree.arguments.map(printPromql).join(', ')})`;
    case 'binary':
      return `${printSide(tree, 'left')} ${printOperator(tree)} ${printSide(tree, 'right')}`;
    case 'sign':
      return `${tree.operator}${printSigned(tree.of)}`;
    case 'paren':
      return `(${printPromql(tree.of)})`;
  }
}

function printNumber({ value, duration }: NumberLiteral): string {
  return duration ? writeDuration(value * 1000) : writeNumber(value);
}

/** A selector without what says when. */
function printSeries({ name = '', matchers }: VectorSelector): string {
  return matchers.length === 0 && name !== '' ? name : `${name}{${matchers.map(printMatcher).join(', ')}}`;
}

/** `job="api"`, or only a name between quotes where it is none without. */
export function printMatcher({ label, operator, value }: Matcher): string {
  if (label === '__name__' && operator === '=' && !isPlainMetric(value)) return quote(value);
  return `${printLabel(label)}${operator}${quote(value)}`;
}

export function printLabel(label: string): string {
  return isPlainLabel(label) ? label : quote(label);
}

/** `sum by (job) `, with the space before the parentheses. */
export function printHead({ operator, grouping }: Aggregation): string {
  return grouping === undefined
    ? operator
    : `${operator} ${grouping.kind} (${grouping.labels.map(printLabel).join(', ')}) `;
}

/** `* on (job) group_left (team)`. */
export function printOperator({ operator, bool, matching, fill }: Binary): string {
  const parts: string[] = [operator];
  if (bool) parts.push('bool');
  if (matching !== undefined) {
    parts.push(`${matching.kind} (${matching.labels.map(printLabel).join(', ')})`);
    if (matching.group)
      parts.push(`group_${matching.group.side} (${matching.group.labels.map(printLabel).join(', ')})`);
  }
  const { left, right } = fill ?? {};
  if (left !== undefined && Object.is(left, right)) parts.push(`fill (${writeNumber(left)})`);
  else {
    if (left !== undefined) parts.push(`fill_left (${writeNumber(left)})`);
    if (right !== undefined) parts.push(`fill_right (${writeNumber(right)})`);
  }
  return parts.join(' ');
}

function printTime({ offset, at, extended }: TimeModifiers & Pick<VectorSelector, 'extended'>): string {
  return [
    extended,
    at !== undefined && `@ ${typeof at === 'number' ? writeNumber(at) : `${at}()`}`,
    offset !== undefined && `offset ${printOffset(offset)}`,
  ]
    .filter((part) => part !== undefined && part !== false)
    .map((part) => ` ${part}`)
    .join('');
}

/** Mathematics behind `offset` begin with parentheses, or they would be none of the duration. */
function printOffset(offset: DurationExpression): string {
  const text = printDuration(offset);
  return offset.kind === 'math' && !text.startsWith('(') ? `(${text})` : text;
}

/** Whether a side of an operator is put into parentheses; a tree that was read has them as nodes of its own. */
export function needsParentheses({ operator, left, right }: Binary, side: 'left' | 'right'): boolean {
  const inner = side === 'left' ? left : right;
  const outer = strengths[operator];
  const rightFirst = operator === '^';
  if (inner.kind === 'binary') {
    const own = strengths[inner.operator];
    return own < outer || (own === outer && rightFirst === (side === 'left'));
  }
  if (side === 'left' && durationOperators.includes(operator) && endsOpen(inner)) return true;
  // A sign binds like a product.
  const signed = inner.kind === 'sign' || (inner.kind === 'number' && isNegative(inner));
  return side === 'left' && signed && rightFirst;
}

/** Whether an expression ends with a duration behind which the server reads an operator as the duration's. */
function endsOpen(tree: PromqlExpression): boolean {
  switch (tree.kind) {
    case 'vector':
    case 'subquery':
      return tree.offset?.kind === 'durationParen' || tree.offset?.kind === 'math';
    case 'matrix':
      return endsOpen(tree.selector);
    case 'sign':
      return endsOpen(tree.of);
    case 'binary':
      return endsOpen(tree.right);
    default:
      return false;
  }
}

function isNegative({ value }: NumberLiteral): boolean {
  return value < 0 || Object.is(value, -0);
}

function printSide(tree: Binary, side: 'left' | 'right'): string {
  const text = printPromql(tree[side]);
  return needsParentheses(tree, side) ? `(${text})` : text;
}

function printSigned(of: PromqlExpression): string {
  const text = printPromql(of);
  // A number behind a sign would be read as one with it.
  const loose = of.kind === 'number' || (of.kind === 'binary' && of.operator !== '^');
  return loose ? `(${text})` : text;
}

/** What stands before the brackets of a subquery. */
export function printSubqueried(of: PromqlExpression): string {
  const text = printPromql(of);
  const loose = of.kind === 'binary' || of.kind === 'sign' || (of.kind === 'number' && isNegative(of));
  return loose ? `(${text})` : text;
}

const durationStrengths: Readonly<Record<string, number>> = { '+': 1, '-': 1, '*': 2, '/': 2, '%': 2, '^': 3 };

/** A duration as it stands in brackets and behind `offset`. */
export function printDuration(tree: DurationExpression): string {
  switch (tree.kind) {
    case 'number':
      return printNumber(tree);
    case 'step':
    case 'range':
      return `${tree.kind}()`;
    case 'min_of':
    case 'max_of':
      return `${tree.kind}(${printDuration(tree.left)}, ${printDuration(tree.right)})`;
    case 'durationSign':
      return `${tree.operator}${printDuration(tree.of)}`;
    case 'durationParen':
      return `(${printDuration(tree.of)})`;
    case 'math': {
      const side = (inner: DurationExpression, isRight: boolean): string => {
        const text = printDuration(inner);
        if (inner.kind !== 'math') return text;
        const [own = 0, outer = 0] = [durationStrengths[inner.operator], durationStrengths[tree.operator]];
        return own < outer || (own === outer && isRight !== (tree.operator === '^')) ? `(${text})` : text;
      };
      return `${side(tree.left, false)} ${tree.operator} ${side(tree.right, true)}`;
    }
  }
}
