import { didYouMean } from '../../model/nearest';
import type { Aggregation, PromqlCall, PromqlExpression } from '../ast';
import { entryOf, otherPromqlReleases, promqlFacts } from '../language';
import { printPromql } from '../print';
import type { PromqlFunction, ValueType } from '../tables';
import { at, type PromqlTarget, type Report } from './finding';
import { typeName, typeOf, typeSaid } from './value-type';

const flag = 'promql-experimental-functions';

/** What the server refuses of a function and its arguments. */
export function checkCall(tree: PromqlCall, target: PromqlTarget, report: Report): void {
  const { functions } = promqlFacts(target.release);
  const facts = entryOf(functions, tree.name);
  if (facts === undefined) {
    report({ code: 'promql-function', ...at(tree), ...unknown(tree.name, target) });
    return;
  }
  if (facts.experimental && !target.features.includes(flag)) report(experimental(tree, `"${tree.name}"`));
  checkNumber(tree, facts, report);
  for (const [i, argument] of tree.arguments.entries()) {
    const last = facts.variadic === 0 ? undefined : facts.arguments.at(-1);
    const wanted = facts.arguments[i] ?? last;
    if (wanted !== undefined) checkArgument(argument, wanted, `"${tree.name}"`, target, report);
  }
  if (tree.name === 'info') checkInfo(tree, report);
}

function unknown(name: string, { release }: PromqlTarget): { message: string; fix: string } {
  const { functions, aggregators } = promqlFacts(release);
  const elsewhere = otherPromqlReleases(release).find((other) => entryOf(promqlFacts(other).functions, name));
  if (elsewhere !== undefined) {
    const message = `Prometheus ${release} has no function "${name}", which ${elsewhere} has.`;
    return { message, fix: renamed[name] ?? 'Write it with other functions, or use that release.' };
  }
  // Letters that are mixed up leave a name as long as it was.
  const unlike = (known: string): number => Math.abs(known.length - name.length);
  const known = [...Object.keys(functions), ...Object.keys(aggregators)].sort((a, b) => unlike(a) - unlike(b));
  const message = `There is no function "${name}".`;
  return { message, fix: didYouMean(name, known, 'Write a function that Prometheus has.') };
}

/** What functions of one release are called in the other. */
const renamed: Readonly<Record<string, string>> = {
  holt_winters: 'Write "double_exponential_smoothing".',
  double_exponential_smoothing: 'Write "holt_winters".',
};

function experimental(tree: PromqlExpression, what: string) {
  const message = `${what} needs the feature flag "${flag}".`;
  return {
    code: 'promql-experimental',
    ...at(tree),
    message,
    fix: 'Write it with other functions, or enable the feature.',
  } as const;
}

function checkNumber(tree: PromqlCall, { arguments: types, variadic }: PromqlFunction, report: Report): void {
  const least = variadic === 0 ? types.length : types.length - 1;
  const most = variadic < 0 ? Number.POSITIVE_INFINITY : least + variadic;
  const given = tree.arguments.length;
  if (given >= least && given <= most) return;
  const wanted =
    least === most ? `${least}` : most === Number.POSITIVE_INFINITY ? `at least ${least}` : `${least} to ${most}`;
  const listed = types.map(typeName).join(', ');
  report({
    code: 'promql-type',
    ...at(tree),
    message: `"${tree.name}" takes ${wanted} ${least === 1 && most === 1 ? 'argument' : 'arguments'}, and gets ${given}.`,
    fix: types.length === 0 ? `Write ${tree.name}().` : `Write ${tree.name}(…) with ${listed}.`,
  });
}

function checkArgument(
  tree: PromqlExpression,
  wanted: ValueType,
  of: string,
  { release }: PromqlTarget,
  report: Report,
): void {
  const type = typeOf(tree, release);
  if (type === undefined || type === wanted) return;
  report({
    code: 'promql-type',
    ...at(tree),
    message: `${of} takes ${typeName(wanted)} here, and ${typeSaid(tree, type)}.`,
    fix: conversion(tree, type, wanted),
  });
}

/** How one type becomes another. */
function conversion(tree: PromqlExpression, type: ValueType, wanted: ValueType): string {
  const text = printPromql(tree);
  const shown = text.length > 60 ? '…' : text;
  if (wanted === 'matrix' && tree.kind === 'vector') {
    const over = { kind: 'number', value: 300, duration: true } as const;
    return `Write a range: ${printPromql({ kind: 'matrix', selector: tree, over })}.`;
  }
  if (wanted === 'matrix' && type === 'vector')
    return `Write a subquery: ${tree.kind === 'binary' ? `(${shown})` : shown}[5m:].`;
  if (wanted === 'vector' && tree.kind === 'matrix')
    return `Remove the range, or write a function around it: rate(${shown}).`;
  if (wanted === 'vector' && type === 'matrix') return `Write a function around it: max_over_time(${shown}).`;
  if (wanted === 'vector' && type === 'scalar') return `Write vector(${shown}).`;
  if (wanted === 'scalar' && type === 'vector') return `Write a number, or scalar(${shown}) for a single series.`;
  if (wanted === 'string') return 'Write a text between quotes.';
  return wanted === 'scalar' ? 'Write a number.' : 'Write a selector.';
}

function checkInfo(tree: PromqlCall, report: Report): void {
  const [, second] = tree.arguments;
  if (second === undefined || (second.kind === 'vector' && second.name === undefined)) return;
  const message = 'The second argument of "info" is more than labels.';
  report({ code: 'promql-type', ...at(second), message, fix: 'Write only braces: {k8s_cluster_name=~".+"}.' });
}

/** What the server refuses of an operator that aggregates. */
export function checkAggregation(tree: Aggregation, target: PromqlTarget, report: Report): void {
  const { operator, arguments: given } = tree;
  const facts = entryOf(promqlFacts(target.release).aggregators, operator);
  if (facts === undefined) return;
  if (facts.experimental && !target.features.includes(flag)) report(experimental(tree, `"${operator}"`));
  const wanted: readonly ValueType[] = facts.parameter === '' ? ['vector'] : [facts.parameter, 'vector'];
  if (given.length !== wanted.length) {
    report({
      code: 'promql-type',
      ...at(tree),
      message: `"${operator}" takes ${wanted.length === 1 ? '1 argument' : '2 arguments'}, and gets ${given.length}.`,
      fix: facts.parameter === '' ? `Write ${operator}(…) around one expression.` : example(operator),
    });
    return;
  }
  for (const [i, type] of wanted.entries()) {
    checkArgument(given[i] as PromqlExpression, type, `"${operator}"`, target, report);
  }
}

function example(operator: string): string {
  if (operator === 'count_values') return 'Write the name of a label first: count_values("version", …).';
  const parameter = operator === 'quantile' ? '0.9' : operator === 'limit_ratio' ? '0.5' : '5';
  return `Write a number first: ${operator}(${parameter}, …).`;
}
