import type { TextRange } from '../ast';
import type { PromqlRelease } from '../release';

/** What the server refuses of an expression that can be read. */
export interface PromqlFinding {
  readonly code: 'promql-function' | 'promql-type' | 'promql-selector' | 'promql-matching' | 'promql-experimental';
  /** Absent where the tree was not read from text. */
  readonly range?: TextRange;
  /** What is wrong, in one sentence. */
  readonly message: string;
  /** What to write instead, in one sentence. */
  readonly fix: string;
}

/** Where an expression is evaluated. */
export interface PromqlTarget {
  readonly release: PromqlRelease;
  /** The feature flags of the Prometheus, such as `promql-experimental-functions`. */
  readonly features: readonly string[];
}

/** Every feature flag that an expression may need. */
export const promqlFeatures: readonly string[] = [
  'promql-binop-fill-modifiers',
  'promql-duration-expr',
  'promql-experimental-functions',
  'promql-extended-range-selectors',
];

/** Takes what is found. */
export type Report = (finding: PromqlFinding) => void;

/** The place of a node, where it has one. */
export function at(node: { readonly range?: TextRange }): { readonly range?: TextRange } {
  return node.range === undefined ? {} : { range: node.range };
}
