/** A pipeline or route of the same collector, as `collector.pipeline(…)` and `collector.route(…)` return it. */
export interface PipelineRef {
  /** `signal` or `signal/name`. */
  readonly pipelineId: string;
}
