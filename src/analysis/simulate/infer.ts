import type { Release } from '../../model/release';
import { language } from '../../ottl/language';
import type { FunctionSet } from '../../ottl/tables';
import { type OttlNode, walk } from '../../ottl/walk';
import type { Signal } from './setup';

/** Where texts stand that name no context. */
export interface Field {
  readonly release: Release;
  readonly functions: FunctionSet;
  /** The contexts that the component knows. */
  readonly candidates: readonly string[];
}

/** The contexts of a signal, for components that have them all. */
export const contextsOf: Readonly<Record<Signal, readonly string[]>> = {
  logs: ['resource', 'scope', 'log'],
  traces: ['resource', 'scope', 'span', 'spanevent'],
  metrics: ['resource', 'scope', 'metric', 'datapoint'],
};

// The lowest first: a record's context can read what contains the record, and not the other way round.
const priority = [
  'log',
  'exemplar',
  'datapoint',
  'metric',
  'spanevent',
  'span',
  'profile',
  'scope',
  'instrumentation_scope',
  'resource',
];

/**
 * The context that some trees need, as the collector infers it (ottl's context_inferrer.go): the lowest that a path
 * names, or one below it where that does not know a function or a constant. `undefined` where there is none.
 */
export function inferContext(
  trees: readonly OttlNode[],
  { release, functions, candidates }: Field,
): string | undefined {
  const needs = needsOf(trees);
  const named = [...needs.contexts].sort((a, b) => rank(a) - rank(b))[0];
  if (named === undefined) return undefined;
  const { sets, contexts } = language(release);
  const supports = (context: string) =>
    needs.functions.every((name) => sets[functions]?.[context]?.includes(name)) &&
    needs.enums.every((name) => contexts[context] !== undefined && Object.hasOwn(contexts[context].enums, name));
  if (candidates.includes(named) && supports(named)) return named;
  if (needs.functions.length + needs.enums.length === 0) return undefined;
  return candidates
    .filter((context) => context !== named && contexts[context]?.reads.includes(named))
    .sort((a, b) => rank(a) - rank(b))
    .find(supports);
}

function needsOf(trees: readonly OttlNode[]) {
  const needs = { contexts: new Set<string>(), functions: [] as string[], enums: [] as string[] };
  for (const tree of trees) {
    walk(tree, (node) => {
      if (node.kind === 'path' && node.context !== undefined) needs.contexts.add(node.context);
      if (node.kind === 'call') needs.functions.push(node.name);
      // A function that is passed on looks like a constant where its name is all capitals.
      const constant = node.kind === 'enum' || (node.kind === 'function' && /^[A-Z][A-Z0-9_]*$/.test(node.name));
      if (constant) needs.enums.push(node.name);
    });
  }
  return needs;
}

function rank(context: string): number {
  const index = priority.indexOf(context);
  return index === -1 ? priority.length : index;
}
