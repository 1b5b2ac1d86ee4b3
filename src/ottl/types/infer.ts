import type { Release } from '../../model/release';
import { language } from '../language';
import type { FunctionSet, LanguageFacts } from '../tables';
import type { OttlNode } from '../walk';
import { walk } from '../walk';
import { type OttlFinding, refused } from './finding';

/** What is read of a text to find its context. */
export interface Inference {
  readonly release: Release;
  readonly functions: FunctionSet;
  /** The contexts that the field can be of. */
  readonly candidates: readonly string[];
}

/** What was found: a context, and what the collector lacks of it if it does not take it. */
export interface Inferred {
  readonly context?: string;
  readonly finding?: OttlFinding;
}

// The lowest first: one that reads more.
const order = [
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

const rank = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.length);

/**
 * The context that the collector finds for texts without one: the lowest that a path names, or one below it where that
 * lacks a function or a constant.
 */
export function inferContext(trees: readonly OttlNode[], { release, functions, candidates }: Inference): Inferred {
  const facts = language(release);
  const needs = needsOf(trees);
  const lowest = needs.prefixes.reduce<string | undefined>(
    (best, prefix) => (best === undefined || rank(prefix) < rank(best) ? prefix : best),
    undefined,
  );
  if (lowest === undefined) return { finding: unclear(trees, candidates) };
  const has = (context: string): boolean => {
    const names = facts.sets[functions]?.[context];
    const enums = facts.contexts[context]?.enums ?? {};
    if (!candidates.includes(context) || names === undefined) return false;
    return (
      needs.functions.every((name) => names.includes(name)) && needs.enums.every((name) => Object.hasOwn(enums, name))
    );
  };
  const needsNothing = needs.functions.length === 0 && needs.enums.length === 0;
  if (needsNothing ? candidates.includes(lowest) : has(lowest)) return { context: lowest };
  // Where the lowest is no candidate, nothing below it is looked for, unless a function or a constant is needed.
  const below =
    needsNothing || !candidates.includes(lowest)
      ? []
      : candidates.filter((context) => context !== lowest && facts.contexts[context]?.reads.includes(lowest));
  const found = [...below].sort((a, b) => rank(a) - rank(b)).find(has);
  if (found !== undefined) return { context: found };
  if (!candidates.includes(lowest)) return { finding: noCandidate(lowest, trees, candidates) };
  return { context: lowest, finding: lacking(lowest, needs, facts, functions, trees) };
}

interface Needs {
  readonly prefixes: readonly string[];
  readonly functions: readonly string[];
  readonly enums: readonly string[];
}

function needsOf(trees: readonly OttlNode[]): Needs {
  const prefixes: string[] = [];
  const functions: string[] = [];
  const enums: string[] = [];
  for (const tree of trees) {
    walk(tree, (node) => {
      if (node.kind === 'call') functions.push(node.name);
      else if (node.kind === 'enum') enums.push(node.name);
      else if (node.kind === 'path') {
        const [first, second] = node.fields;
        const dotted = first !== undefined && second !== undefined && first.keys.length === 0 ? first.name : undefined;
        const prefix = node.context ?? dotted;
        if (prefix !== undefined) prefixes.push(prefix);
      }
    });
  }
  return { prefixes, functions, enums };
}

/** What the lowest context does not have of what the texts need: a function, or a constant. */
function lacking(
  context: string,
  needs: Needs,
  facts: LanguageFacts,
  functions: FunctionSet,
  [first]: readonly OttlNode[],
): OttlFinding {
  const names = facts.sets[functions]?.[context] ?? [];
  const missing =
    needs.functions.find((name) => !names.includes(name)) ??
    needs.enums.find((name) => !Object.hasOwn(facts.contexts[context]?.enums ?? {}, name));
  return refused(
    'ottl-context',
    first?.range === undefined ? {} : { range: first.range },
    `the collector looks for a context that has ${missing}, and "${context}", which the paths name, has not.`,
    'Name the context.',
  );
}

function unclear(trees: readonly OttlNode[], candidates: readonly string[]): OttlFinding {
  const [first] = trees;
  return refused(
    'ottl-context',
    first?.range === undefined ? {} : { range: first.range },
    'nothing in it says of which context it is.',
    `Write paths with what they are read from (${candidates.map((name) => `"${name}."`).join(', ')}), or name the context.`,
  );
}

function noCandidate(context: string, trees: readonly OttlNode[], candidates: readonly string[]): OttlFinding {
  const [first] = trees;
  return refused(
    'ottl-context',
    first?.range === undefined ? {} : { range: first.range },
    `it reads "${context}", which is none of the contexts here.`,
    `Read ${candidates.map((name) => `"${name}"`).join(', ')}.`,
  );
}
