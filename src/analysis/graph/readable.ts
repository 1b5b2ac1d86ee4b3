import type { BooleanExpression, Path, ValueExpression } from '../../ottl/ast';
import { printCondition, printValue } from '../../ottl/print';

/** A condition as people say it: `team = "payments" and severity ≥ ERROR`. */
export function readable(tree: BooleanExpression): string {
  switch (tree.kind) {
    case 'or':
      return tree.terms.map(readable).join(' or ');
    case 'and':
      return tree.terms.map((term) => (term.kind === 'or' ? `(${readable(term)})` : readable(term))).join(' and ');
    case 'not':
      return `not (${readable(tree.of)})`;
    case 'constant':
      return tree.value ? 'everything' : 'nothing';
    case 'comparison':
      return comparison(tree);
    case 'call':
      return call(tree);
    default:
      return printCondition(tree);
  }
}

type Comparison = Extract<BooleanExpression, { readonly kind: 'comparison' }>;
type Call = Extract<BooleanExpression, { readonly kind: 'call' }>;

const signs: Readonly<Record<Comparison['operator'], string>> = {
  '==': '=',
  '!=': '≠',
  '<': '<',
  '<=': '≤',
  '>': '>',
  '>=': '≥',
};

function comparison({ operator, left, right }: Comparison): string {
  if (right.kind === 'nil' && operator === '!=') return `${value(left)} is set`;
  if (right.kind === 'nil' && operator === '==') return `${value(left)} is not set`;
  if (operator === '!=' && right.kind === 'string' && right.parts.join('') === '') return `${value(left)} is not empty`;
  return `${value(left)} ${signs[operator]} ${value(right)}`;
}

/** A list that is a variable whose members are joined: by the variable’s name. */
function listed(tree: ValueExpression): string {
  const [of] = tree.kind === 'call' && tree.name === 'Split' ? tree.arguments : [];
  const parts = of?.value.kind === 'string' ? of.value.parts : [];
  const [only] = parts;
  return parts.length === 1 && typeof only === 'object' ? only.env : value(tree);
}

/** What converters ask of a value, by their names. */
const questions: Readonly<Record<string, string>> = {
  IsMatch: 'matches',
  HasPrefix: 'begins with',
  HasSuffix: 'ends with',
  ContainsValue: 'is in',
};

function call(tree: Call): string {
  const { name, arguments: given } = tree;
  const [subject, object] = given.map((argument) => argument.value);
  const question = Object.hasOwn(questions, name) ? questions[name] : undefined;
  const isPlain = given.length === 2 && tree.keys.length === 0;
  if (question === undefined || !isPlain || subject === undefined || object === undefined) return printCondition(tree);
  if (!isValue(subject) || !isValue(object)) return printCondition(tree);
  if (name === 'ContainsValue') return `${value(object)} is in ${listed(subject)}`;
  return `${value(subject)} ${question} ${value(object)}`;
}

function isValue(given: Call['arguments'][number]['value']): given is ValueExpression {
  return given.kind !== 'function' && given.kind !== 'lambda';
}

function value(tree: ValueExpression): string {
  if (tree.kind === 'path') return path(tree);
  if (tree.kind === 'enum') return tree.name.replace(/^(SEVERITY_NUMBER|SPAN_KIND|STATUS_CODE|METRIC_DATA_TYPE)_/, '');
  if (tree.kind === 'call' && tree.keys.length === 0) {
    const inner = tree.arguments.map((argument) => (isValue(argument.value) ? value(argument.value) : undefined));
    if (!inner.includes(undefined)) return `${tree.name}(${inner.join(', ')})`;
  }
  return printValue(tree);
}

/** What is named by a key is called like the key: `resource.attributes["team"]` is `team`. */
function path(tree: Path): string {
  const last = tree.fields.at(-1);
  const keys = last?.keys ?? [];
  const names = keys.map((key) => (key.kind === 'string' && key.parts.length === 1 ? key.parts[0] : undefined));
  if (last?.name === 'attributes' && names.length === 1 && typeof names[0] === 'string') return names[0];
  if (last?.name === 'severity_number') return 'severity';
  const isWhole = tree.fields.length === 1 && keys.length === 0;
  return isWhole && last !== undefined && tree.context !== 'resource'
    ? last.name.replaceAll('_', ' ')
    : printValue(tree);
}
