import { failureOf } from './expectation';
import type { ExporterName, Routed } from './routed';
import { type Expectable, verdicts } from './verdict';

/** What jest and vitest call a matcher's result. */
export interface MatcherResult {
  readonly pass: boolean;
  message(): string;
}

type Matcher = (this: { readonly isNot?: boolean }, routed: Routed, ...expected: readonly unknown[]) => MatcherResult;

/** Matchers for jest and vitest: `expect.extend(routeMatchers)`, then `expect(routes.send(sample)).toReach('vendor')`. */
export const routeMatchers = Object.fromEntries(
  (Object.keys(verdicts) as Expectable[]).map((name): [Expectable, Matcher] => [
    name,
    function (routed, ...expected) {
      const wanted = this.isNot !== true;
      const failure = failureOf(routed, name, expected, wanted);
      return { pass: (failure === undefined) === wanted, message: () => failure ?? '' };
    },
  ]),
) as Readonly<Record<Expectable, Matcher>>;

declare global {
  namespace jest {
    interface Matchers<R> {
      /** It reached each of these exporters, and possibly others. */
      toReach(...exporters: readonly ExporterName[]): R;
      /** It reached these exporters and no others; none means nothing at all. */
      toReachOnly(...exporters: readonly ExporterName[]): R;
      /** A rule of this name, or a component of this id, dropped it. */
      toBeDroppedBy(name: string): R;
      /** A rule of this name took it, a copy of it, or dropped it. */
      toMatchRule(name: string): R;
      /** These rules took it or a copy of it, in this order, and no others. */
      toMatchOnly(...names: readonly string[]): R;
      /** No rule took it. */
      toMatchNoRule(): R;
    }
  }
}
