import { isPlainMetric, labelText, quotedText } from '../model/label-name';
import { literally } from '../model/literally';

/** Label matchers as PromQL has them between braces, e.g. `job="a"`. */
export type Matchers = readonly string[];

/** A matcher that takes any of these values of a label. */
export function anyOf(label: string, values: readonly string[]): string {
  const [only, ...others] = [...new Set(values)];
  if (only === undefined) throw new Error(`no value for the label ${label}`);
  const name = labelText(label);
  if (others.length === 0) return `${name}=${quotedText(only)}`;
  return `${name}=~${quotedText([only, ...others].map(literally).join('|'))}`;
}

/** Series by name and matchers. A name that only Prometheus 3 takes stands in quotes, between the braces. */
export function selector(name: string, matchers: Matchers): string {
  if (!isPlainMetric(name)) return `{${[quotedText(name), ...matchers].join(', ')}}`;
  return matchers.length === 0 ? name : `${name}{${matchers.join(', ')}}`;
}

/** Expressions whose series do not overlap, as one. */
export function union(expressions: readonly string[]): string {
  return expressions.join(' or ');
}

/** An expression as one side of an operator. */
export function operand(expression: string): string {
  return / (or|and|unless) /.test(expression) ? `(${expression})` : expression;
}
