import type { Value } from '../../model/value';
import type {
  DataPointCondition,
  DataPointStatement,
  LogCondition,
  LogStatement,
  MetricCondition,
  MetricStatement,
  ResourceCondition,
  ResourceStatement,
  SpanCondition,
  SpanStatement,
} from './conditions';
import type { PipelineRef } from './references';

/** One route: a condition or a statement, and the pipelines it leads to. */
export interface RoutingTableItem {
  /** What is looked at; `otelcol` since 0.159.0. @default 'resource', or follows from the condition */
  readonly context?: Value<'resource' | 'span' | 'metric' | 'datapoint' | 'log' | 'request' | 'otelcol'>;
  /** What the data must meet. */
  readonly condition?: ResourceCondition | SpanCondition | MetricCondition | DataPointCondition | LogCondition;
  /** A condition in the form of a statement, e.g. `route() where …`, which may also change the data. */
  readonly statement?: ResourceStatement | SpanStatement | MetricStatement | DataPointStatement | LogStatement;
  /** Take the data out of the further routes, or leave it to them too. Since 0.159.0. @default 'move' */
  readonly action?: Value<'move' | 'copy'>;
  /** Where the data goes. At least one. */
  readonly pipelines: readonly PipelineRef[];
}
