import type { Value } from '../../model/value';
import type {
  DataPointCondition,
  ErrorMode,
  LogCondition,
  MetricCondition,
  PipelineRef,
  ResourceCondition,
  SpanCondition,
} from './shared';

/** Sends telemetry to pipelines by conditions. `collector.route(…)` writes it for you. */
export interface RoutingConnectorConfig {
  /** The routes, in order. At least one. */
  readonly table: readonly RoutingTableItem[];
  /** Where data goes that no route takes. @default it is dropped */
  readonly default_pipelines?: readonly PipelineRef[];
  /** What happens when a condition fails. @default 'ignore' since 0.159.0, 'propagate' before */
  readonly error_mode?: Value<ErrorMode>;
}

/** One route: a condition or a statement, and the pipelines it leads to. */
export interface RoutingTableItem {
  /** What is looked at; `otelcol` since 0.159.0. @default 'resource', or follows from the condition */
  readonly context?: Value<'resource' | 'span' | 'metric' | 'datapoint' | 'log' | 'request' | 'otelcol'>;
  /** What the data must meet. */
  readonly condition?: ResourceCondition | SpanCondition | MetricCondition | DataPointCondition | LogCondition;
  /** A condition in the form of a statement, e.g. `route() where …`, which may also change the data. */
  readonly statement?: Value<string>;
  /** Take the data out of the further routes, or leave it to them too. Since 0.159.0. @default 'move' */
  readonly action?: Value<'move' | 'copy'>;
  /** Where the data goes. At least one. */
  readonly pipelines: readonly PipelineRef[];
}
