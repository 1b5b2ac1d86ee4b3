import type { Value } from '../../model/value';

/** Receives logs from Fluentd and Fluent Bit. */
export interface FluentForwardReceiverConfig {
  /** Where to listen, `host:port`, or `unix://` and a path; clients use port 8006 by custom. */
  readonly endpoint?: Value<string>;
}
