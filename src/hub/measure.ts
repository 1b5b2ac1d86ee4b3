import { Exporter, Processor } from '../catalog/component';
import { Through } from '../catalog/target';
import { Metric, prometheusName } from '../model/metric';
import type { MeasureModel } from '../model/observer';

/** What a measure counts. */
export interface MeasureProps {
  /** The resource attributes to count by. They become labels, dots and dashes turned into underscores. */
  readonly by: readonly [string, ...string[]];
  /**
   * The name of the metric that counts items.
   * @default `<observer>_<measure>_items_total`
   */
  readonly countMetric?: string;
  /**
   * The name of the metric that counts bytes.
   * @default `<observer>_<measure>_bytes_total`
   */
  readonly bytesMetric?: string;
}

/** The resource attribute that tells the copies for different measures of one observer apart. */
const measureAttribute = 'mdai.measure';

/** A queue in front of the observer, so that a slow or absent observer holds nothing up: the batch processor drops on errors. */
const tapBatch = new Processor<'logs' | 'traces'>('processor', 'batch', 'tap', {});

/** A measurement of an observer: a target for taps, and the metrics that come of it. */
export class Measure extends Through<'logs' | 'traces'> {
  /** Bytes, as a counter. */
  readonly bytes: Metric;
  /** Log records and spans, as a counter. */
  readonly count: Metric;

  /** @internal */
  constructor(
    observer: string,
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
    const prefix = `${prometheusName(observer)}_${prometheusName(name)}`;
    this.bytes = new Metric(props.bytesMetric ?? `${prefix}_bytes_total`);
    this.count = new Metric(props.countMetric ?? `${prefix}_items_total`);
  }

  /** @internal */
  model(alone: boolean): MeasureModel {
    return {
      name: this.name,
      by: this.props.by,
      bytesMetric: this.bytes.metricName,
      countMetric: this.count.metricName,
      dropLogs: alone ? [] : [`resource.attributes["${measureAttribute}"] != "${this.name}"`],
    };
  }
}
