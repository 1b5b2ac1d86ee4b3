import type { Argument, BooleanExpression, Path, PathField, Statement, ValueExpression } from './ast';
import type { Context } from './condition';
import type { OttlProblem } from './problem';
import type { OttlNode } from './walk';
import { walk } from './walk';

/** The contexts whose paths can be read from one. */
export const readable: Readonly<Record<Context, readonly string[]>> = {
  otelcol: ['otelcol'],
  resource: ['resource', 'otelcol'],
  scope: ['scope', 'instrumentation_scope', 'resource', 'otelcol'],
  span: ['span', 'scope', 'instrumentation_scope', 'resource', 'otelcol'],
  spanevent: ['spanevent', 'span', 'scope', 'instrumentation_scope', 'resource', 'otelcol'],
  metric: ['metric', 'scope', 'instrumentation_scope', 'resource', 'otelcol'],
  datapoint: ['datapoint', 'metric', 'scope', 'instrumentation_scope', 'resource', 'otelcol'],
  log: ['log', 'scope', 'instrumentation_scope', 'resource', 'otelcol'],
};

/** A tree with the context in front of all paths that have none; a lambda's own names stay as they are. */
export function prefixed<T extends OttlNode>(tree: T, context: string): T {
  return mapped(tree, (path, locals) => {
    const [first] = path.fields;
    if (path.context !== undefined || (first !== undefined && locals.includes(first.name))) return path;
    return { ...path, context };
  });
}

/** The paths of a tree that cannot be read from a context. */
export function readableFrom(tree: OttlNode, context: Context): readonly OttlProblem[] {
  const problems: OttlProblem[] = [];
  const own = readable[context];
  const known = new Set(Object.values(readable).flat());
  walk(tree, (node) => {
    if (node.kind !== 'path' || node.context === undefined) return;
    if (own.includes(node.context) || !known.has(node.context)) return;
    problems.push({
      range: node.range ?? { start: 0, end: 0 },
      message: `"${node.context}" cannot be read from the context "${context}".`,
      fix: `Paths begin with ${own.join(', ')} here.`,
    });
  });
  return problems;
}

type Change = (path: Path, locals: readonly string[]) => Path;

// The kinds of a node and of what it becomes are the same.
function mapped<T extends OttlNode>(node: T, change: Change, locals: readonly string[] = []): T {
  return mapNode(node, change, locals) as T;
}

function mapNode(node: OttlNode, change: Change, locals: readonly string[]): OttlNode {
  const inner = <N extends OttlNode>(one: N): N => mapped(one, change, locals);
  switch (node.kind) {
    case 'statement':
      return {
        ...node,
        editor: inner(node.editor),
        ...(node.where && { where: inner(node.where) }),
      } satisfies Statement;
    case 'and':
    case 'or':
      return { ...node, terms: node.terms.map((term: BooleanExpression) => inner(term)) };
    case 'not':
      return { ...node, of: inner(node.of) };
    case 'sign':
      return { ...node, of: inner(node.of) };
    case 'comparison':
      return { ...node, left: inner(node.left), right: inner(node.right) };
    case 'math':
      return { ...node, left: inner(node.left), right: inner(node.right) };
    case 'call':
      return {
        ...node,
        arguments: node.arguments.map((one: Argument) => ({ ...one, value: inner(one.value) })),
        keys: node.keys.map((key: ValueExpression) => inner(key)),
      };
    case 'path': {
      const fields = node.fields.map((field: PathField) => ({ ...field, keys: field.keys.map((key) => inner(key)) }));
      return change({ ...node, fields }, locals);
    }
    case 'list':
      return { ...node, items: node.items.map((item: ValueExpression) => inner(item)) };
    case 'map':
      return { ...node, entries: node.entries.map((entry) => ({ ...entry, value: inner(entry.value) })) };
    case 'lambda':
      return { ...node, body: mapped(node.body, change, [...locals, ...node.parameters]) };
    default:
      return node;
  }
}
