import type { CollectorModel } from '../../model/collector';
import { copyBatch } from '../../telemetry/copy';
import type { Batch } from '../../telemetry/data';
import type { Fault } from './consumer';
import type { Delivery, Drop, Sink, UnsupportedPart, Visit } from './result';
import { type Sending, Simulator, type SimulatorOptions } from './simulator';

export interface SimulationOptions extends SimulatorOptions, Omit<Sending, 'batch'> {
  /** Whether what happened to each record is written down. @default false */
  readonly record?: boolean;
}

/** Where telemetry went. */
export interface Simulation {
  /** In the order in which batches reached exporters. */
  readonly deliveries: readonly Delivery[];
  /** One for each component and condition. */
  readonly dropped: readonly Drop[];
  /** Why batches were refused. */
  readonly refused: readonly Fault[];
  readonly unsupported: readonly UnsupportedPart[];
  /** Environment variables that nobody sets: the collector takes them as empty. */
  readonly unset: readonly string[];
  /** What happened to each record, by its origin; empty where it is not written down. */
  readonly visits: ReadonlyMap<number, readonly Visit[]>;
}

/**
 * Sends batches through collectors and collects what happens. The batches are left as they are. Use `Simulator` where
 * there are too many to hold.
 */
export function simulate(
  collectors: readonly CollectorModel[],
  batches: readonly Batch[],
  { record = false, environment, now, ...where }: SimulationOptions = {},
): Simulation {
  const simulator = new Simulator(collectors, { environment, now });
  const deliveries: Delivery[] = [];
  const dropped = new Map<string, Drop>();
  const visits = new Map<number, Visit[]>();
  const sink: Sink = {
    deliver: (delivery) => deliveries.push(delivery),
    drop(drop) {
      const key = [drop.collector, drop.by, drop.condition].join('\n');
      dropped.set(key, { ...drop, count: drop.count + (dropped.get(key)?.count ?? 0) });
    },
    ...(record && {
      visit(origin: number, visit: Visit) {
        const known = visits.get(origin);
        if (known) known.push(visit);
        else visits.set(origin, [visit]);
      },
    }),
  };
  const refused = batches.flatMap((batch) => simulator.send({ ...where, batch: copyBatch(batch) }, sink).refused);
  const { unsupported, unset } = simulator;
  return { deliveries, dropped: [...dropped.values()], refused, unsupported, unset, visits };
}
