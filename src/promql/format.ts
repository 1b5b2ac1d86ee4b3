import type { Binary, PromqlExpression } from './ast';
import { needsParentheses, printHead, printOperator, printPromql, printSubqueried } from './print';
import type { ParsedPromql } from './problem';
import type { PromqlRelease } from './release';

export interface FormatOptions {
  /** The most characters of a line, where it can be broken. @default 100 */
  readonly width?: number;
  /** The release of Prometheus. @default the newest that this library knows */
  readonly release?: PromqlRelease;
}

/**
 * An expression as people like to read it: on a line where it fits, and else with operators at the beginning of lines,
 * and arguments on lines of their own, indented by two. It means the same; comments are lost. A bad text gives problems.
 */
export function formatPromql(text: string, { width = 100, release }: FormatOptions = {}): ParsedPromql<string> {
  const { parsePromql } = require('./parser') as typeof import('./parser');
  const { tree, errors } = parsePromql(text, release === undefined ? {} : { release });
  return tree === undefined ? { errors } : { tree: lines(tree, width).join('\n') };
}

/** The lines of an expression, none of them indented. */
function lines(tree: PromqlExpression, width: number): readonly string[] {
  const line = printPromql(tree);
  if (line.length <= width) return [line];
  switch (tree.kind) {
    case 'call':
      return enclosed(`${tree.name}(`, tree.arguments, ')', width);
    case 'aggregation':
      return enclosed(`${printHead(tree)}(`, tree.arguments, ')', width);
    case 'paren':
      return enclosed('(', [tree.of], ')', width);
    case 'binary':
      return operands(tree, width);
    case 'sign':
      return prefixed(tree.operator, lines(tree.of, width - 1));
    case 'subquery': {
      // What is evaluated is broken; the brackets behind it stay together.
      const inner = printSubqueried(tree.of);
      const rest = line.slice(inner.length);
      const broken =
        inner.startsWith('(') && tree.of.kind !== 'paren'
          ? enclosed('(', [tree.of], ')', width)
          : lines(tree.of, width);
      return [...broken.slice(0, -1), `${broken.at(-1)}${rest}`];
    }
    default:
      return [line];
  }
}

function enclosed(open: string, inner: readonly PromqlExpression[], close: string, width: number): readonly string[] {
  if (inner.length === 0) return [`${open}${close}`];
  const parts = inner.map((one) => lines(one, width - 2));
  return [open, ...parts.flatMap((part, i) => indented(i === parts.length - 1 ? part : withComma(part))), close];
}

/** A chain of operators that bind alike is broken before each of them. */
function operands(tree: Binary, width: number): readonly string[] {
  const side = (of: 'left' | 'right'): readonly string[] =>
    needsParentheses(tree, of) ? enclosed('(', [tree[of]], ')', width) : lines(tree[of], width);
  const right = side('right');
  const operator = printOperator(tree);
  const [first = '', ...others] = right;
  const joined = `${operator} ${first}`;
  // Modifiers of the operator may fill a line of their own.
  const below = joined.length <= width || operator.length < 20 ? [joined, ...others] : [operator, ...indented(right)];
  return [...side('left'), ...below];
}

function prefixed(prefix: string, [first = '', ...others]: readonly string[]): readonly string[] {
  return [`${prefix}${first}`, ...others];
}

function withComma(part: readonly string[]): readonly string[] {
  return [...part.slice(0, -1), `${part.at(-1)},`];
}

/** Lines of texts that go over several lines do not occur: line breaks in them are escaped. */
function indented(part: readonly string[]): readonly string[] {
  return part.map((line) => `  ${line}`);
}
