import { MdaiError } from '../model/issue';
import { Metric, MetricSeries, selector } from '../model/metric';

// A phantom property: it tells the class from others in the type, and does not exist at run time.
declare const promqlMark: unique symbol;

/** A PromQL expression, and the metrics of ours that it reads. */
export class Promql {
  declare readonly [promqlMark]: true;

  /** @internal */
  constructor(
    /** @internal */
    readonly text: string,
    /** @internal */
    readonly metrics: readonly Metric[],
  ) {}

  /** Always throws: use `promql` to put an expression into another. */
  toString(): string {
    throw new MdaiError(
      'A PromQL expression was turned into a string. Write promql`…${expression}…` to put it into another.',
    );
  }
}

/** A PromQL expression with metrics by their handles: `` promql`sum(rate(${observer.measure(…).bytes}[5m]))` ``. */
export function promql(
  literals: TemplateStringsArray,
  ...values: readonly (Metric | MetricSeries | Promql | string | number)[]
): Promql {
  const metrics: Metric[] = [];
  let text = literals[0] ?? '';
  for (const [i, value] of values.entries()) {
    if (value instanceof Metric) metrics.push(value);
    if (value instanceof MetricSeries) metrics.push(value.metric);
    if (value instanceof Promql) metrics.push(...value.metrics);
    text += printed(value) + (literals[i + 1] ?? '');
  }
  return new Promql(text, metrics);
}

function printed(value: Metric | MetricSeries | Promql | string | number): string {
  if (value instanceof Metric) return selector(value.metricName, []);
  if (value instanceof MetricSeries) return value.text;
  if (value instanceof Promql) return `(${value.text})`;
  return String(value);
}

/** The text of an expression. */
export function expression(expr: Promql | string): string {
  return expr instanceof Promql ? expr.text : expr;
}
