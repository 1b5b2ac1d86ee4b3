import type { Makes } from './connector';
import { counts, sums } from './counted';
import { signalToMetrics } from './signals';
import { exceptions, serviceGraph, spanMetrics } from './spans';
import { volumes } from './volume';

/** Connectors whose metrics have names that their configuration says, by newest type. */
export const makers: Readonly<Record<string, Makes>> = {
  count: counts,
  datavolume: volumes,
  exceptions,
  service_graph: serviceGraph,
  signal_to_metrics: signalToMetrics,
  span_metrics: spanMetrics,
  sum: sums,
};

/** Connectors that hand on what they get, as it is. */
export const passing: ReadonlySet<string> = new Set(['forward', 'routing', 'failover', 'round_robin']);
