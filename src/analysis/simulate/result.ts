import type { Batch } from '../../telemetry/data';

/** What happened to a record at one place. */
export interface Visit {
  /** The path of the collector. */
  readonly collector: string;
  /** The pipeline in which it happened; absent at receivers and connectors. */
  readonly pipeline?: string;
  /** The id of the component; absent where a pipeline was entered. */
  readonly component?: string;
  readonly event: VisitEvent;
  /** The position in the routing table, from 0. */
  readonly row?: number;
  /** The condition or statement that decided. */
  readonly condition?: string;
  /** The pipelines that a routing table sent the record to. */
  readonly pipelines?: readonly string[];
  /** What went wrong while OTTL was evaluated: neither true nor false. */
  readonly error?: string;
}

export type VisitEvent =
  /** It came into a receiver, or into a pipeline. */
  | 'received'
  | 'entered'
  /** A processor passed it on, changed or not. */
  | 'processed'
  /** A processor dropped it. */
  | 'dropped'
  /** A routing row took it, or took a copy of it. */
  | 'moved'
  | 'copied'
  /** No row took it: it went to the default pipelines, or nowhere. */
  | 'defaulted'
  | 'lost'
  /** A connector passed it on, or counted it. */
  | 'forwarded'
  | 'counted'
  /** A condition or statement raised an error on it. */
  | 'failed'
  /** The simulator does not know what the component does with it. */
  | 'unsupported'
  | 'exported';

/** A batch that reached an exporter. */
export interface Delivery {
  readonly collector: string;
  readonly exporter: string;
  /** Not to be changed: others may hold it, too. */
  readonly batch: Batch;
}

/** Records (log records, spans, data points) that a component did not pass on. */
export interface Drop {
  readonly collector: string;
  /** The component. */
  readonly by: string;
  /** The condition that matched, for a filter. */
  readonly condition?: string;
  readonly count: number;
}

/** Something that the real collector does and the simulator does not. */
export interface UnsupportedPart {
  /** Where in the configuration. */
  readonly path: string;
  readonly reason: string;
}

/** Takes what happens, as it happens. */
export interface Sink {
  deliver?(delivery: Delivery): void;
  drop?(drop: Drop): void;
  /** Called for each record and place. Without it nothing is recorded, which is faster. */
  visit?(origin: number, visit: Visit): void;
}
