import type { PromqlExpression } from '../ast';
import { walkPromql } from '../walk';
import { checkBinary } from './binary';
import { checkAggregation, checkCall } from './calls';
import { checkDuration, checkOffset } from './durations';
import { at, type PromqlFinding, type PromqlTarget, type Report } from './finding';
import { checkSelector } from './selector';
import { typeName, typeOf, typeSaid } from './value-type';

/** What the Prometheus of a release, with its feature flags, refuses of an expression; from the outside to the inside. */
export function checkPromql(tree: PromqlExpression, target: PromqlTarget): readonly PromqlFinding[] {
  const findings: PromqlFinding[] = [];
  const report: Report = (finding) => {
    findings.push(finding);
  };
  const unnamed = new Set<PromqlExpression>();
  walkPromql(tree, (node) => {
    switch (node.kind) {
      case 'vector':
        return checkSelector(node, { target, mayBeEmpty: unnamed.has(node) }, report);
      case 'matrix':
        return checkDuration(node.over, target, report);
      case 'subquery':
        return checkSubquery(node, target, report);
      case 'call':
        // The second argument of info() is only labels.
        if (node.name === 'info' && node.arguments[1]?.kind === 'vector') unnamed.add(node.arguments[1]);
        return checkCall(node, target, report);
      case 'aggregation':
        return checkAggregation(node, target, report);
      case 'binary':
        return checkBinary(node, target, report);
      case 'sign':
        return checkSign(node, target, report);
      default:
        return undefined;
    }
  });
  return findings;
}

function checkSubquery(tree: PromqlExpression & { kind: 'subquery' }, target: PromqlTarget, report: Report): void {
  for (const duration of [tree.over, tree.step]) if (duration) checkDuration(duration, target, report);
  if (tree.offset) checkOffset(tree.offset, target, report);
  const type = typeOf(tree.of, target.release);
  if (type === undefined || type === 'vector') return;
  report({
    code: 'promql-type',
    ...at(tree),
    message: `A subquery evaluates an instant vector again and again, and ${typeSaid(tree.of, type)}.`,
    fix:
      type === 'scalar'
        ? 'Write vector(…) around it.'
        : 'Write it behind an instant vector, such as rate(metric[5m])[1h:].',
  });
}

function checkSign(tree: PromqlExpression & { kind: 'sign' }, target: PromqlTarget, report: Report): void {
  const type = typeOf(tree.of, target.release);
  if (type === undefined || type === 'vector' || type === 'scalar') return;
  const message = `"${tree.operator}" stands before ${typeName(type)}.`;
  report({ code: 'promql-type', ...at(tree), message, fix: 'Write it before a number or an instant vector.' });
}
