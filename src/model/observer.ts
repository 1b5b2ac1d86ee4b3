/** One measurement of an observer: items and bytes by resource attributes. */
export interface MeasureModel {
  readonly name: string;
  /** Resource attributes, which become the metrics' labels. */
  readonly by: readonly string[];
  readonly countMetric?: string;
  readonly bytesMetric?: string;
  /** OTTL conditions in the log context; a log record that meets one is left out. */
  readonly dropLogs: readonly string[];
}

/** An `MdaiObserver`: it counts what taps send to it, and Prometheus reads the counts. */
export interface ObserverModel {
  readonly path: string;
  readonly name: string;
  readonly namespace?: string;
  readonly replicas?: number;
  readonly measures: readonly MeasureModel[];
}

/** The `MdaiCollector` that gathers the logs of the hub's own parts and counts their errors. */
export interface HubMonitorModel {
  readonly path: string;
  readonly name: string;
  readonly namespace?: string;
}
