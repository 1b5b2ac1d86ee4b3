import { Exporter, Processor } from '../catalog/component';
import { Through } from '../catalog/target';
import { MdaiError } from '../model/issue';
import { Metric, prometheusName } from '../model/metric';
import type { MeasureModel } from '../model/observer';
import type { Condition } from '../ottl/condition';
import { conditionRefs, lowerCondition } from '../ottl/lower';
import { printCondition } from '../ottl/print';
import { unprefixed } from '../ottl/unprefixed';

/** What a measure counts. */
export interface MeasureProps {
  /** The resource attributes to count by. They become labels, dots and dashes turned into underscores. */
  readonly by: readonly [string, ...string[]];
  /**
   * The name of the metric that counts items, or `false` for none.
   * @default `<observer>_<measure>_items_total`
   */
  readonly countMetric?: string | false;
  /**
   * The name of the metric that counts bytes, or `false` for none.
   * @default `<observer>_<measure>_bytes_total`
   */
  readonly bytesMetric?: string | false;
  /**
   * Log records that are not counted: those that meet one of these, in OTTL of the log context or as conditions. The
   * MDAI operator has no filters for other signals.
   * @default none
   */
  readonly drop?: readonly (string | Condition<'log' | 'resource'>)[];
  /**
   * What becomes of a log record for which a condition cannot be asked: it is counted, and that is logged (`ignore`) or
   * not (`silent`), or its whole batch is lost (`propagate`).
   * @default 'ignore'
   */
  readonly errorMode?: 'ignore' | 'silent' | 'propagate';
}

/** The resource attribute that tells the copies for different measures of one observer apart. */
const measureAttribute = 'mdai.measure';

/** A queue in front of the observer, so that a slow or absent observer holds nothing up: the batch processor drops on errors. */
const tapBatch = new Processor<'logs' | 'traces'>('processor', 'batch', 'tap', {});

/** A measurement of an observer: a target for taps, and the metrics that come of it. */
export class Measure extends Through<'logs' | 'traces'> {
  private readonly bytesMetric: Metric | undefined;
  private readonly countMetric: Metric | undefined;
  private readonly drop: readonly string[];

  /** @internal */
  constructor(
    private readonly observer: string,
    endpoint: string,
    /** The name, unique within its observer. */
    readonly name: string,
    private readonly props: MeasureProps,
  ) {
    const tag = new Processor<'logs' | 'traces'>('processor', 'resource', `measure.${name}`, {
      attributes: [{ key: measureAttribute, value: name, action: 'upsert' }],
    });
    const exporter = new Exporter<'logs' | 'traces'>('exporter', 'otlp_grpc', observer, {
      endpoint,
      tls: { insecure: true },
    });
    super(exporter, [tag, tapBatch], name);
    const { countMetric, bytesMetric, drop = [] } = props;
    if (countMetric === false && bytesMetric === false) {
      throw new MdaiError(`The measure ${name} of ${observer} counts neither items nor bytes. Leave one of them on.`);
    }
    const prefix = `${prometheusName(observer)}_${prometheusName(name)}`;
    if (bytesMetric !== false) this.bytesMetric = new Metric(bytesMetric ?? `${prefix}_bytes_total`);
    if (countMetric !== false) this.countMetric = new Metric(countMetric ?? `${prefix}_items_total`);
    this.drop = drop.map((condition) => this.conditionText(condition));
  }

  /** Bytes, as a counter. @throws MdaiError where `bytesMetric` is `false` */
  get bytes(): Metric {
    return this.counted(this.bytesMetric, 'bytes');
  }

  /** Log records and spans, as a counter. @throws MdaiError where `countMetric` is `false` */
  get count(): Metric {
    return this.counted(this.countMetric, 'items');
  }

  /** @internal */
  model(alone: boolean): MeasureModel {
    const { by, errorMode } = this.props;
    const marked = alone ? [] : [`resource.attributes["${measureAttribute}"] != "${this.name}"`];
    return {
      name: this.name,
      by,
      ...(this.bytesMetric && { bytesMetric: this.bytesMetric.metricName }),
      ...(this.countMetric && { countMetric: this.countMetric.metricName }),
      ...(errorMode !== undefined && { errorMode }),
      dropLogs: [...marked, ...this.drop],
    };
  }

  private counted(metric: Metric | undefined, what: string): Metric {
    if (metric) return metric;
    throw new MdaiError(`The measure ${this.name} of ${this.observer} does not count ${what}: that was set to false.`);
  }

  /** In the form that observers of all releases read: the log's own paths have nothing in front. */
  private conditionText(condition: string | Condition<'log' | 'resource'>): string {
    if (typeof condition === 'string') return condition;
    if (conditionRefs(condition).length > 0) {
      throw new MdaiError(
        `The measure ${this.name} of ${this.observer} drops by a reference. Observers read no variables and no secrets: write the value itself.`,
      );
    }
    return printCondition(unprefixed(lowerCondition(condition), 'log'));
  }
}
