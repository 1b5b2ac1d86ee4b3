/** How often tests met a rule. */
export interface RuleCoverage {
  /** The name of the collector. */
  readonly collector: string;
  /** The id of the route's pipeline. */
  readonly route: string;
  readonly rule: string;
  /** How many samples it matched. */
  readonly hits: number;
}

/** The coverage as text: a line for each rule, those that no test met marked. */
export function formatCoverage(coverage: readonly RuleCoverage[]): string {
  const width = Math.max(0, ...coverage.map((one) => nameOf(one).length));
  return coverage.map((one) => `${nameOf(one).padEnd(width)}  ${one.hits === 0 ? 'never met' : one.hits}\n`).join('');
}

/** Where a rule stands. */
export function nameOf({ collector, route, rule }: RuleCoverage): string {
  return `${collector}/${route}/${rule}`;
}
