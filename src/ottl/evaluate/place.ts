import type {
  DataPoint,
  LogRecord,
  Metric,
  ResourceRecords,
  ScopeRecords,
  Span,
  SpanEvent,
} from '../../telemetry/data';
import type { OttlMap } from './value';

/** The contexts that can be evaluated. */
export const contexts = ['resource', 'scope', 'log', 'span', 'spanevent', 'metric', 'datapoint', 'otelcol'] as const;

export type OttlContext = (typeof contexts)[number];

/** What a request carries beside its telemetry. */
export interface ClientMetadata {
  /** Headers by their names in lower case, as the receiver passes them on (`include_metadata`). */
  readonly metadata: ReadonlyMap<string, readonly string[]>;
  /**
   * The metadata of a gRPC call by names in lower case, which is known without `include_metadata` too.
   * @default it was no gRPC call
   */
  readonly grpc?: ReadonlyMap<string, readonly string[]>;
}

/** A record that OTTL is evaluated on, and what contains it. */
export interface Place {
  readonly resource: ResourceRecords<unknown>;
  readonly scope?: ScopeRecords<unknown>;
  readonly log?: LogRecord;
  readonly span?: Span;
  readonly spanevent?: SpanEvent;
  /** Where the event stands in its span. No component of the known releases says it, so that reading it is an error. */
  readonly eventIndex?: number;
  readonly metric?: Metric;
  readonly datapoint?: DataPoint;
  readonly client?: ClientMetadata;
  /** What `cache` holds. Whoever evaluates decides how long it lives. */
  cache: OttlMap;
}
