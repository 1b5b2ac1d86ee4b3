import type { ValueExpression } from '../ast';
import { type OttlNode, walk } from '../walk';
import type { Environment } from './field';
import { doubtful, type OttlFinding } from './finding';
import { isComparable, type StaticType, type StaticValue, staticValue } from './value-type';

type Comparison = Extract<OttlNode, { kind: 'comparison' }>;

/** Comparisons that can only turn out one way, because their sides are of different types. */
export function neverFindings(tree: OttlNode, environment: Environment): readonly OttlFinding[] {
  const findings: OttlFinding[] = [];
  walk(tree, (node) => {
    if (node.kind !== 'comparison') return;
    const finding = comparisonFinding(node, environment);
    if (finding !== undefined) findings.push(finding);
  });
  return findings;
}

function comparisonFinding(node: Comparison, environment: Environment): OttlFinding | undefined {
  const left = staticValue(node.left, environment);
  const right = staticValue(node.right, environment);
  if (isComparable(left, right)) return undefined;
  const outcome = node.operator === '!=' ? 'always' : 'never';
  return doubtful(
    'ottl-never',
    node,
    `this is ${outcome} true: ${what(left)} is compared with ${what(right)}.`,
    fixFor(node, left, right),
  );
}

const names: Readonly<Record<StaticType, string>> = {
  nil: 'nil',
  string: 'text',
  int: 'an integer',
  float: 'a number',
  bool: 'a boolean',
  bytes: 'bytes',
  map: 'a map',
  slice: 'a list',
  time: 'a time',
  duration: 'a duration',
  id: 'an id',
  object: 'a structure',
  unknown: 'a value',
};

function what({ type }: StaticValue): string {
  return names[type];
}

function fixFor({ left, right }: Comparison, leftValue: StaticValue, rightValue: StaticValue): string {
  const [path, value, other] =
    left.kind === 'path' ? [left, leftValue, right] : right.kind === 'path' ? [right, rightValue, left] : [];
  if (path === undefined || value === undefined || other === undefined) return 'Compare values of the same type.';
  const name = [...(path.context === undefined ? [] : [path.context]), ...path.fields.map((field) => field.name)].join(
    '.',
  );
  if (other.kind === 'nil') return `"${name}" is never nil: ${emptyOf(value.type, name)}`;
  if (value.type === 'id' && other.kind === 'string') return `Compare "${name}.string" with text.`;
  if (value.type === 'int' && isNumber(other)) return 'Write the number without quotes.';
  return `Compare "${name}" with ${what(value)}.`;
}

function isNumber(value: ValueExpression): boolean {
  return value.kind === 'string' && value.parts.every((part) => typeof part === 'string' && /^\d+$/.test(part));
}

function emptyOf(type: StaticType, name: string): string {
  switch (type) {
    case 'string':
      return 'compare it with "".';
    case 'int':
    case 'float':
      return 'compare it with 0.';
    case 'id':
      return `compare "${name}.string" with zeros.`;
    default:
      return 'compare what it holds.';
  }
}
