import type { Processor } from '../catalog/component';
import { processors } from './preset';

/** What `presets.runningTotals` takes. */
export interface RunningTotalsOptions {
  /** Stands behind the types of both processors, for a second pair in one collector. @default none */
  readonly name?: string;
}

/**
 * Turns what a connector such as `count` adds, point by point, into running totals, which Prometheus wants: two processors, in
 * this order. `delta_to_cumulative` drops a point that is not newer than the last one of its series, and those of
 * `count` have the times of the records that were counted, which come in any order; so each gets the present time first.
 */
export function runningTotals({ name }: RunningTotalsOptions = {}): readonly Processor<'metrics'>[] {
  const present = {
    metric_statements: [
      {
        context: 'datapoint',
        statements: ['set(time_unix_nano, UnixNano(Now()))', 'set(start_time_unix_nano, 0)'],
      },
    ],
  } as const;
  return [
    processors.transform(name ?? 'running_totals', present),
    name === undefined ? processors.delta_to_cumulative() : processors.delta_to_cumulative(name, {}),
  ];
}
