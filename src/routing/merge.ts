import { joinable } from '../analysis/conditions/may-fail';
import type { RoutedSignal } from './contexts';
import { nameOfTargets } from './names';
import type { Outcome } from './outcome';
import { makeRow, type Row } from './row';

/** Rows with neighbours that send to the same targets joined into one. */
export function merged(rows: readonly Row[], signal: RoutedSignal): Row[] {
  const result: Row[] = [];
  for (const row of rows) {
    const before = result.at(-1);
    const joined = before && join(before, row, signal);
    if (joined) result[result.length - 1] = joined;
    else result.push(row);
  }
  return result;
}

function join(one: Row, other: Row, signal: RoutedSignal): Row | undefined {
  if (one.context !== other.context || one.when === 'always' || other.when === 'always') return undefined;
  const rules = [...one.rules, ...other.rules];
  const [first] = rules;
  if (!first || !rules.every(({ copies, outcome }) => !copies && sameTargets(outcome, first.outcome))) return undefined;
  if (joinable(one.tree, other.tree) !== 'yes') return undefined;
  return makeRow(rules, one.when.or(other.when), signal);
}

function sameTargets(one: Outcome<string>, other: Outcome<string>): boolean {
  if (!isPlain(one) || !isPlain(other)) return false;
  return one.to.length === other.to.length && one.to.every((target) => other.to.some((same) => same === target));
}

/** Whether an outcome is nothing but targets that need no pipeline of their own. */
function isPlain(outcome: Outcome<string>): outcome is Outcome<string> & { readonly drop?: never } {
  if (outcome.drop || outcome.sample || (outcome.processors ?? []).length > 0) return false;
  return nameOfTargets(outcome.to) !== undefined;
}
