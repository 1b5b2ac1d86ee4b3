import { MdaiError } from './issue';
import { isPlainMetric, labelText, quotedText } from './label-name';

/** Something with an id, such as a component. */
export interface Identified {
  /** By which metrics of a collector's own call it. */
  readonly id: string;
  /** The kind of a component. */
  readonly kind?: string;
}

/** A value that a label has: text, or a component, by its id. */
export type SeriesValue = string | Identified;

/** What a label has to be. Patterns are regular expressions, and match the whole value. */
export type SeriesMatch =
  | SeriesValue
  | { readonly not: SeriesValue }
  | { readonly matches: string }
  | { readonly notMatches: string };

/** A metric that something of ours produces, by its name in Prometheus. */
export class Metric {
  /** @internal */
  constructor(
    /** The metric's name in Prometheus. */
    readonly metricName: string,
    /** What labels of the metric call a component. */
    private readonly idOf: (component: Identified) => string = ({ id }) => id,
  ) {}

  /**
   * The series of this metric whose labels are so, for `promql`: `` promql`rate(${sent.where({ exporter: vendor })}[5m])` ``.
   *
   * @param labels what each label has to be; values are quoted
   */
  where(labels: Readonly<Record<string, SeriesMatch>>): MetricSeries {
    return new MetricSeries(
      this,
      Object.entries(labels).map(([name, match]) => `${labelText(name)}${this.matcher(match)}`),
    );
  }

  /** Always throws: inside ordinary text, the link to what produces the metric would be lost. */
  toString(): string {
    throw new MdaiError(
      `The metric ${this.metricName} was turned into a string. Write promql\`…\${metric}…\` to put it into an expression.`,
    );
  }

  private matcher(match: SeriesMatch): string {
    if (typeof match === 'string') return `=${quotedText(match)}`;
    if ('id' in match) return `=${quotedText(this.idOf(match))}`;
    if ('not' in match) return `!=${quotedText(typeof match.not === 'string' ? match.not : this.idOf(match.not))}`;
    return 'matches' in match ? `=~${quotedText(match.matches)}` : `!~${quotedText(match.notMatches)}`;
  }
}

/** Some of the series of a metric. */
export class MetricSeries {
  /** @internal */
  constructor(
    /** @internal */
    readonly metric: Metric,
    private readonly matchers: readonly string[],
  ) {}

  /** @internal As PromQL has it. */
  get text(): string {
    return selector(this.metric.metricName, this.matchers);
  }

  /** Always throws: inside ordinary text, the link to what produces the metric would be lost. */
  toString(): string {
    return this.metric.toString();
  }
}

/** A selector in PromQL: a name with characters that not every Prometheus stores matches whatever stands for them. */
export function selector(name: string, matchers: readonly string[]): string {
  if (isPlainMetric(name)) return matchers.length === 0 ? name : `${name}{${matchers.join(', ')}}`;
  const pattern = [...name].map((letter) => (/[a-zA-Z0-9_:]/.test(letter) ? letter : '.')).join('');
  return `{${[`__name__=~${quotedText(pattern)}`, ...matchers].join(', ')}}`;
}

/** A name with only the characters that metrics and labels may have in every Prometheus. */
export function prometheusName(name: string): string {
  const safe = name.replace(/[^a-zA-Z0-9_]/g, '_');
  return /^[0-9]/.test(safe) ? `_${safe}` : safe;
}
