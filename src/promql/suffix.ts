import { refuse } from '../model/text-problem';
import type { DurationExpression, PromqlExpression, TextRange, TimeModifiers, VectorSelector } from './ast';
import type { PromqlRelease } from './release';

const after = 'a selector, its range or a subquery';

/** `offset` behind an expression, as the server attaches it. */
export function withOffset(tree: PromqlExpression, offset: DurationExpression, range: TextRange): PromqlExpression {
  return timed(tree, '"offset"', range, ({ offset: before }) => {
    // An offset of 0 is none, for the server.
    if (before !== undefined && !(before.kind === 'number' && before.value === 0)) {
      refuse(range, '"offset" stands twice.', 'Write one offset, the sum of both.');
    }
    return { offset };
  });
}

/** `@` behind an expression. */
export function withTime(tree: PromqlExpression, at: number | 'start' | 'end', range: TextRange): PromqlExpression {
  // Milliseconds of 64 bits.
  if (typeof at === 'number' && !(Math.abs(at) < 2 ** 63)) {
    refuse(range, 'The time behind "@" is out of bounds.', 'Write seconds since 1970, start() or end().');
  }
  return timed(tree, '"@"', range, ({ at: before }) => {
    if (before !== undefined) refuse(range, '"@" stands twice.', 'Write one time.');
    return { at };
  });
}

function timed(
  tree: PromqlExpression,
  what: string,
  range: TextRange,
  change: (before: TimeModifiers) => TimeModifiers,
): PromqlExpression {
  if (tree.kind === 'matrix') {
    return { ...tree, selector: { ...tree.selector, ...change(tree.selector) }, ...until(tree, range) };
  }
  if (tree.kind === 'vector' || tree.kind === 'subquery') return { ...tree, ...change(tree), ...until(tree, range) };
  return refuse(range, `${what} stands behind ${nameOf(tree)}.`, `Write it right behind ${after}.`);
}

/** `[5m]` behind an expression. */
export function withRange(
  tree: PromqlExpression,
  over: DurationExpression,
  range: TextRange,
  release: PromqlRelease,
): PromqlExpression {
  if (tree.kind !== 'vector') {
    const fix = 'Write the range at the selector, or a subquery such as [1h:5m] behind the expression.';
    refuse(range, `A range stands behind ${nameOf(tree)}, which is no selector.`, fix);
  }
  if (tree.offset !== undefined && !(tree.offset.kind === 'number' && tree.offset.value === 0)) {
    refuse(range, '"offset" stands before the range.', 'Write it behind: metric[5m] offset 1h.');
  }
  // Prometheus 2 overlooks start() and end() there.
  if (typeof tree.at === 'number' || (tree.at !== undefined && release !== '2.54.1')) {
    refuse(range, '"@" stands before the range.', 'Write it behind: metric[5m] @ 1700000000.');
  }
  return { kind: 'matrix', selector: tree, over, ...until(tree, range) };
}

/** `[1h:5m]` behind an expression. */
export function withSubquery(
  tree: PromqlExpression,
  over: DurationExpression,
  step: DurationExpression | undefined,
  range: TextRange,
): PromqlExpression {
  return { kind: 'subquery', of: tree, over, ...(step !== undefined && { step }), ...until(tree, range) };
}

/** `anchored` and `smoothed` behind a selector. */
export function withExtension(
  tree: PromqlExpression,
  extended: 'anchored' | 'smoothed',
  range: TextRange,
): PromqlExpression {
  const mark = (selector: VectorSelector): VectorSelector => {
    if (selector.extended !== undefined && selector.extended !== extended) {
      refuse(range, '"anchored" and "smoothed" exclude each other.', 'Write one of them.');
    }
    return { ...selector, extended };
  };
  if (tree.kind === 'matrix') return { ...tree, selector: mark(tree.selector), ...until(tree, range) };
  if (tree.kind === 'vector') return { ...mark(tree), ...until(tree, range) };
  return refuse(range, `"${extended}" stands behind ${nameOf(tree)}.`, 'Write it behind a selector or its range.');
}

function until(tree: PromqlExpression, { end }: TextRange): { range?: TextRange } {
  return tree.range === undefined ? {} : { range: { start: tree.range.start, end } };
}

/** What an expression is, in words. */
export function nameOf(tree: PromqlExpression): string {
  switch (tree.kind) {
    case 'number':
      return 'a number';
    case 'string':
      return 'a text';
    case 'vector':
      return 'a selector';
    case 'matrix':
      return 'a range';
    case 'subquery':
      return 'a subquery';
    case 'call':
      return `the call of "${tree.name}"`;
    case 'aggregation':
      return `"${tree.operator}"`;
    case 'binary':
      return `the operator "${tree.operator}"`;
    case 'sign':
      return 'a sign';
    case 'paren':
      return 'parentheses';
  }
}
