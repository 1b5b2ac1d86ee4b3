import { MdaiError } from './issue';

/** A metric that something of ours produces, by its name in Prometheus. */
export class Metric {
  /** @internal */
  constructor(
    /** The metric's name in Prometheus. */
    readonly metricName: string,
  ) {}

  /** Always throws: inside ordinary text, the link to what produces the metric would be lost. */
  toString(): string {
    throw new MdaiError(
      `The metric ${this.metricName} was turned into a string. Write promql\`…\${metric}…\` to put it into an expression.`,
    );
  }
}

/** A name with only the characters that metrics and labels may have in every Prometheus. */
export function prometheusName(name: string): string {
  const safe = name.replace(/[^a-zA-Z0-9_]/g, '_');
  return /^[0-9]/.test(safe) ? `_${safe}` : safe;
}
