import type { Signal } from '../model/signal';
import type { Monitored } from '../monitoring/monitored';
import { type Measured, overMatching, type SignalQuantity } from '../monitoring/own-metrics';
import { type SignalsOf, signalsOf } from '../monitoring/signals-of';
import type { QuerySpec } from './panel';

/** What the choices at the top of a dashboard leave of the collectors. */
export const chosen = ['namespace=~"$namespace"', 'job=~"$collector"'];

/** Collectors, and which of them the queries are about. */
export interface Scope {
  readonly of: readonly Monitored[];
  readonly matchers: readonly string[];
}

/** An expression over a quantity; `make` gets the selectors one by one. */
export function each({ of, matchers }: Scope, measured: Measured, make: (series: string) => string): string {
  return overMatching(of, measured, matchers, make);
}

/** A quantity per second. */
export function rate({ of, matchers }: Scope, measured: Measured, more: readonly string[] = []): string {
  return overMatching(of, measured, [...matchers, ...more], (series) => `rate(${series}[$__rate_interval])`);
}

/** A quantity as it is. */
export function value(scope: Scope, measured: Measured): string {
  return each(scope, measured, (series) => series);
}

/** A sum by labels; none for one in all. */
export function sumBy(labels: readonly string[], expr: string): string {
  return labels.length === 0 ? `sum(${expr})` : `sum by (${labels.join(', ')}) (${expr})`;
}

/** The expression, or 0 where there is nothing: a counter is not there before there is something to count. */
export function orZero(expr: string): string {
  return `${expr} or on () vector(0)`;
}

/** The same for series that are named by a label: the zero is called "none". */
export function orNone(expr: string, label: string): string {
  return `${expr} or on () label_replace(vector(0), "${label}", "none", "", "")`;
}

/** What some collectors count per second for each signal, by a label. */
export function bySignal(
  scope: Scope,
  quantity: SignalQuantity,
  has: SignalsOf,
  by: string,
  more: readonly string[] = [],
): QuerySpec[] {
  return withSignals(scope, quantity, has).map(([signal, able]) => ({
    expr: orZero(sumBy([by], rate(able, [quantity, signal], more))),
    legend: `{{${by}}} ${signal}`,
  }));
}

/** A sum over all signals, each of which has a metric of its own. */
export function inAll(scope: Scope, quantity: SignalQuantity, has: SignalsOf): string {
  const each = withSignals(scope, quantity, has).map(
    ([signal, able]) => `(${orZero(sumBy([], rate(able, [quantity, signal])))})`,
  );
  return each.length === 0 ? 'vector(0)' : each.join(' + ');
}

/** The signals for which some of the collectors count this, each with those. */
export function withSignals({ of, matchers }: Scope, quantity: SignalQuantity, has: SignalsOf): [Signal, Scope][] {
  return signalsOf(of, quantity, has).map(([signal, able]) => [signal, { of: able, matchers }]);
}
