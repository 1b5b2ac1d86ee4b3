import type { BooleanExpression, Path } from '../../ottl/ast';
import { walk } from '../../ottl/walk';

/** What a condition can be evaluated on. */
export type ConditionContext = 'otelcol' | 'resource' | 'scope' | 'log' | 'span' | 'spanevent' | 'metric' | 'datapoint';

/** What each can read beside itself. */
const readable: Readonly<Record<ConditionContext, readonly ConditionContext[]>> = {
  otelcol: [],
  resource: ['otelcol'],
  scope: ['resource', 'otelcol'],
  log: ['scope', 'resource', 'otelcol'],
  span: ['scope', 'resource', 'otelcol'],
  spanevent: ['span', 'scope', 'resource', 'otelcol'],
  metric: ['scope', 'resource', 'otelcol'],
  datapoint: ['metric', 'scope', 'resource', 'otelcol'],
};

/** Whether a context can read the paths of another: `log` those of `resource`. */
export function reads(context: ConditionContext, other: ConditionContext): boolean {
  return context === other || readable[context].includes(other);
}

/** The context that a prefix of a path means. */
export function contextNamed(prefix: string): string {
  return prefix === 'instrumentation_scope' ? 'scope' : prefix;
}

/** Converters that only one context has. */
const contextOfConverter: Readonly<Record<string, ConditionContext>> = { IsRootSpan: 'span' };

/** Every path that a condition reads, from left to right. */
export function pathsOf(tree: BooleanExpression): readonly Path[] {
  const paths: Path[] = [];
  const locals = new Set<string>();
  walk(tree, (node) => {
    if (node.kind === 'lambda') for (const name of node.parameters) locals.add(name);
    if (node.kind === 'path' && !isLocal(node, locals)) paths.push(node);
  });
  return paths;
}

function isLocal({ context, fields }: Path, locals: ReadonlySet<string>): boolean {
  return locals.has(context ?? fields[0]?.name ?? '');
}

/**
 * The least context that can evaluate a condition: `resource` for one that reads nothing. `undefined` where no context
 * reads all of it, or where a path does not say what it is read from.
 */
export function contextOf(tree: BooleanExpression): ConditionContext | undefined {
  const needed = new Set<string>();
  for (const { context } of pathsOf(tree)) {
    if (context === undefined) return undefined;
    needed.add(contextNamed(context));
  }
  walk(tree, (node) => {
    const only = node.kind === 'call' ? contextOfConverter[node.name] : undefined;
    if (only !== undefined) needed.add(only);
  });
  if (needed.size === 0) return 'resource';
  return (Object.keys(readable) as ConditionContext[]).find((context) =>
    [...needed].every((other) => reads(context, other as ConditionContext)),
  );
}

/** The condition with a context in front of the paths that have none, as a field reads them that has a context. */
export function qualified(tree: BooleanExpression, context: ConditionContext): BooleanExpression {
  return qualifiedPart(tree, context) as BooleanExpression;
}

function qualifiedPart(part: unknown, context: ConditionContext): unknown {
  if (Array.isArray(part)) return part.map((one) => qualifiedPart(one, context));
  if (typeof part !== 'object' || part === null || part instanceof Uint8Array) return part;
  const node = Object.fromEntries(Object.entries(part).map(([name, value]) => [name, qualifiedPart(value, context)]));
  return node.kind === 'path' && node.context === undefined ? { ...node, context } : node;
}
