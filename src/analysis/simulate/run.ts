import { Panic, Unsupported } from '../../ottl/evaluate/value';
import type { Batch } from '../../telemetry/data';
import { type Call, type Consume, Crash, Refusal } from './consumer';
import { type Process, type ProcessorKind, type Setup, tell } from './setup';
import { countRecords, eachOrigin } from './walk';

/** A processor in front of what follows it. */
export function processing(setup: Setup, kind: ProcessorKind, next: Consume): Consume {
  const process = kind.make(setup);
  const keeps = kind.detaches?.(setup);
  const follow = keeps === undefined ? next : detached(keeps, next);
  return (batch, call) => {
    const after = attempt(setup, process, batch, call);
    if (after === undefined) return;
    follow(after, call);
  };
}

/** Runs a processor; what it cannot do is said, and the telemetry goes on as it is then. */
function attempt(setup: Setup, process: Process, batch: Batch, call: Call): Batch | undefined {
  try {
    const after = process(batch, call);
    if (after && call.sink.visit) eachOrigin(after, (origin) => tell(setup, call, origin, { event: 'processed' }));
    return after;
  } catch (error) {
    giveUp(setup, batch, call, error);
    return batch;
  }
}

/** A connector, which ends where it meets what it cannot do. */
export function connecting(setup: Setup, consume: Consume): Consume {
  return (batch, call) => {
    try {
      consume(batch, call);
    } catch (error) {
      giveUp(setup, batch, call, error);
    }
  };
}

/** Says what cannot be done; throws on what is something else. */
function giveUp(setup: Setup, batch: Batch, call: Call, error: unknown): void {
  if (error instanceof Panic) {
    const { collector, id } = setup;
    throw new Crash({ collector: collector.path, by: id, message: error.message, count: countRecords(batch) });
  }
  if (!(error instanceof Unsupported)) throw error;
  setup.unsupported(error.message);
  mark(setup, batch, call);
}

/** Passes telemetry on as it is, marked: the simulator does not know what happens to it. */
export function passing(setup: Setup, next: Consume): Consume {
  return (batch, call) => {
    mark(setup, batch, call);
    next(batch, call);
  };
}

/** Ends here, marked: the simulator does not know what becomes of the telemetry. */
export function stopping(setup: Setup): Consume {
  return (batch, call) => mark(setup, batch, call);
}

export function mark(setup: Setup, batch: Batch, call: Call): void {
  if (call.sink.visit) eachOrigin(batch, (origin) => tell(setup, call, origin, { event: 'unsupported' }));
}

/** Without the caller: most metadata is gone, and nobody hears of errors. */
function detached(keeps: (metadata: string) => boolean, next: Consume): Consume {
  return (batch, { client, sink, hops }) => {
    const kept = new Map([...client].filter(([name]) => keeps(name)));
    try {
      next(batch, { client: kept, sink, hops });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      for (const { collector, by, count } of error.faults) sink.drop?.({ collector, by, count });
    }
  };
}
