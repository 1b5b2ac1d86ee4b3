import { wholeMatch } from '../../model/whole-match';
import { isRegexp } from '../../ottl/types/patterns';
import type { Matcher, VectorSelector } from '../ast';
import { printMatcher } from '../print';
import { checkOffset } from './durations';
import { at, type PromqlTarget, type Report } from './finding';

/** What the server refuses of a selector. */
export function checkSelector(
  tree: VectorSelector,
  { target, mayBeEmpty }: { readonly target: PromqlTarget; readonly mayBeEmpty: boolean },
  report: Report,
): void {
  if (tree.offset) checkOffset(tree.offset, target, report);
  checkExtension(tree, target, report);
  const readable = tree.matchers.filter((matcher) => checkPattern(matcher, report));
  if (tree.name !== undefined) {
    const twice = tree.matchers.find(({ label }) => label === '__name__');
    if (twice === undefined) return;
    report({
      code: 'promql-selector',
      ...at(twice),
      message: `The metric has two names: "${tree.name}", and ${printMatcher(twice)} in the braces.`,
      fix: 'Write one of them.',
    });
  } else if (!mayBeEmpty && readable.length === tree.matchers.length && readable.every(takesEmpty)) {
    report({
      code: 'promql-selector',
      ...at(tree),
      message: 'The selector takes every series: no name, and no label that has to be there.',
      fix: 'Write the name of a metric before the braces, or a label that is not empty: {job="api"} or {job=~".+"}.',
    });
  }
}

function checkPattern(matcher: Matcher, report: Report): boolean {
  const { operator, value } = matcher;
  if (operator === '=' || operator === '!=' || isRegexp(`^(?s:${value})$`)) return true;
  report({
    code: 'promql-selector',
    ...at(matcher),
    message: `"${value}" is no regular expression.`,
    fix: 'Write one that RE2 takes, which has neither look-around nor back references; "\\\\." in double quotes is a plain dot.',
  });
  return false;
}

/** Whether a series without the label is taken. */
function takesEmpty({ operator, value }: Matcher): boolean {
  if (operator === '=' || operator === '!=') return (value === '') === (operator === '=');
  return wholeMatch(value, 'prometheus')('') === (operator === '=~');
}

function checkExtension({ extended, ...tree }: VectorSelector, { features }: PromqlTarget, report: Report): void {
  if (extended === undefined || features.includes('promql-extended-range-selectors')) return;
  report({
    code: 'promql-experimental',
    ...at(tree),
    message: `"${extended}" needs the feature flag "promql-extended-range-selectors".`,
    fix: `Remove "${extended}", or enable the feature.`,
  });
}
