import type { DurationExpression } from '../ast';
import { at, type PromqlTarget, type Report } from './finding';

/** Durations that are computed need a feature flag. */
export function checkDuration(tree: DurationExpression, target: PromqlTarget, report: Report): void {
  if (tree.kind === 'number' || target.features.includes('promql-duration-expr')) return;
  report({
    code: 'promql-experimental',
    ...at(tree),
    message: 'The duration is computed, which needs the feature flag "promql-duration-expr".',
    fix: 'Write the duration itself, or enable the feature.',
  });
}

/** Behind `offset`, parentheses with a sign before them need no feature flag. */
export function checkOffset(tree: DurationExpression, target: PromqlTarget, report: Report): void {
  const signed = tree.kind === 'durationSign' && tree.of.kind === 'durationParen';
  checkDuration(signed ? tree.of.of : tree, target, report);
}
