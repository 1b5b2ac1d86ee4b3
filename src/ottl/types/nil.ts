import type { BooleanExpression, Path, ValueExpression } from '../ast';
import type { ParameterType } from '../tables';
import { childrenOf, type OttlNode } from '../walk';
import { bind } from './arguments';
import type { Environment } from './field';
import { doubtful, type OttlFinding } from './finding';
import { findFunction } from './functions';
import { staticValue } from './value-type';

// Of nil, they make an error.
const strict: ReadonlySet<ParameterType> = new Set([
  'string',
  'int',
  'float',
  'bool',
  'map',
  'slice',
  'time',
  'duration',
]);

// They ask for a type, and say no instead.
const asks: ReadonlySet<string> = new Set(['IsString', 'IsInt', 'IsDouble', 'IsBool', 'IsMap', 'IsList']);

/** Functions that break off at records which lack what they are given. */
export function nilFindings(tree: OttlNode, environment: Environment): readonly OttlFinding[] {
  const search = new Search(environment);
  if (tree.kind === 'statement') {
    const guards = new Set<string>();
    if (tree.where !== undefined) for (const path of search.condition(tree.where, guards).held) guards.add(path);
    search.value(tree.editor, guards);
  } else if (isCondition(tree)) search.condition(tree, new Set());
  else search.value(tree, new Set());
  return search.findings;
}

/** Paths that are not nil: where a condition holds, and where it does not. */
interface Guarded {
  readonly held: readonly string[];
  readonly failed: readonly string[];
}

const nothing: Guarded = { held: [], failed: [] };

class Search {
  readonly findings: OttlFinding[] = [];

  constructor(private readonly environment: Environment) {}

  /** Searches a condition, of which the collector comes to this part only where the guarded paths are there. */
  condition(tree: BooleanExpression, guards: ReadonlySet<string>): Guarded {
    switch (tree.kind) {
      case 'and':
      case 'or': {
        const goesOn = tree.kind === 'and' ? 'held' : 'failed';
        const now = new Set(guards);
        const found: string[] = [];
        for (const term of tree.terms) {
          const paths = this.condition(term, now)[goesOn];
          found.push(...paths);
          for (const path of paths) now.add(path);
        }
        return { ...nothing, [goesOn]: found };
      }
      case 'not': {
        const { held, failed } = this.condition(tree.of, guards);
        return { held: failed, failed: held };
      }
      case 'comparison': {
        this.value(tree.left, guards);
        this.value(tree.right, guards);
        return compared(tree);
      }
      case 'call':
        this.value(tree, guards);
        return { ...nothing, held: this.assured(tree) };
      default:
        return nothing;
    }
  }

  value(node: OttlNode, guards: ReadonlySet<string>): void {
    if (node.kind === 'call') {
      const { facts } = findFunction(node, this.environment);
      for (const { parameter, argument } of facts === undefined ? [] : bind(node, facts).bound) {
        if (strict.has(parameter.type) && !asks.has(node.name)) this.argument(node.name, argument.value, guards);
      }
    }
    for (const child of childrenOf(node)) {
      if (isCondition(child) && child.kind !== 'call') this.condition(child, guards);
      else this.value(child, guards);
    }
  }

  private argument(name: string, value: OttlNode, guards: ReadonlySet<string>): void {
    if (value.kind !== 'path' || guards.has(textOf(value))) return;
    const { nil } = staticValue(value, this.environment);
    if (!nil) return;
    const text = textOf(value);
    this.findings.push(
      doubtful('ottl-nil', value, `${name} is an error for what has no ${text}.`, `Ask for it before: ${text} != nil.`),
    );
  }

  /** What a function only says yes to where it is there. */
  private assured(call: Extract<OttlNode, { kind: 'call' }>): readonly string[] {
    const [first] = call.arguments;
    const isAssured = asks.has(call.name) || call.name === 'IsMatch' || strictName.test(call.name);
    return isAssured && first?.value.kind === 'path' ? [textOf(first.value)] : [];
  }
}

const strictName = /^(?:HasPrefix|HasSuffix|IsInCIDR)$/;

function compared({ operator, left, right }: Extract<BooleanExpression, { kind: 'comparison' }>): Guarded {
  const [path, value] = left.kind === 'path' ? [left, right] : [right, left];
  if (path.kind !== 'path') return nothing;
  const paths = [textOf(path)];
  if (value.kind === 'nil') {
    if (operator === '!=') return { ...nothing, held: paths };
    return operator === '==' ? { ...nothing, failed: paths } : nothing;
  }
  // What is equal to a literal is not nil.
  if (!isSomething(value)) return nothing;
  return operator === '!=' ? { ...nothing, failed: paths } : { ...nothing, held: paths };
}

function isSomething({ kind }: ValueExpression): boolean {
  return ['string', 'int', 'float', 'bool', 'enum', 'list', 'map'].includes(kind);
}

function isCondition(node: OttlNode): node is BooleanExpression {
  return ['and', 'or', 'not', 'comparison', 'constant', 'call'].includes(node.kind);
}

function textOf(path: Path): string {
  const fields = path.fields.map(({ name, keys }) => name + keys.map(keyText).join(''));
  return [...(path.context === undefined ? [] : [path.context]), ...fields].join('.');
}

function keyText(key: ValueExpression): string {
  switch (key.kind) {
    case 'string':
      return `["${key.parts.map((part) => (typeof part === 'string' ? part : `\${${part.env}}`)).join('')}"]`;
    case 'int':
      return `[${key.value}]`;
    case 'path':
      return `[${textOf(key)}]`;
    default:
      return '[…]';
  }
}
