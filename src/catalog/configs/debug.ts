import type { Value } from '../../model/value';
import type { SendingQueueConfig } from './shared-exporter';

/** Writes telemetry to the collector's own output. */
export interface DebugExporterConfig {
  /** How much is written: a count of each batch, a line of each record, or everything. @default 'basic' */
  readonly verbosity?: Value<'basic' | 'normal' | 'detailed'>;
  /** How many messages of a second are written before sampling begins. @default 2 */
  readonly sampling_initial?: Value<number>;
  /** Of the further messages of that second, every n-th is written. @default 1 */
  readonly sampling_thereafter?: Value<number>;
  /** Write through the collector's own log. @default true */
  readonly use_internal_logger?: Value<boolean>;
  /** Files to write to, with `use_internal_logger: false`. Since 0.159.0. @default ['stdout'] */
  readonly output_paths?: readonly Value<string>[];
  /** The queue in front of the exporter. Since 0.159.0. @default off */
  readonly sending_queue?: SendingQueueConfig;
}
