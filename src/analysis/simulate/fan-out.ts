import { copyBatch } from '../../telemetry/copy';
import type { Batch } from '../../telemetry/data';
import { type Call, type Consumer, type Fault, Refusal } from './consumer';

/**
 * One consumer for several (internal/fanoutconsumer). Those that change what they are given get copies, so that nobody
 * sees the changes of another; each gets its share, whatever the others return.
 */
export function fanOut(consumers: readonly Consumer[]): Consumer {
  const [only] = consumers;
  if (only !== undefined && consumers.length === 1) return only;
  const mutating = consumers.filter(({ mutates }) => mutates);
  const reading = consumers.filter(({ mutates }) => !mutates);
  return {
    mutates: mutating.length > 0 && reading.length === 0,
    consume(batch, call) {
      const faults: Fault[] = [];
      for (const [i, consumer] of mutating.entries()) {
        const last = i === mutating.length - 1 && reading.length === 0;
        attempt(consumer, last ? batch : copyBatch(batch), call, faults);
      }
      for (const consumer of reading) attempt(consumer, batch, call, faults);
      if (faults.length > 0) throw new Refusal(faults);
    },
  };
}

function attempt(consumer: Consumer, batch: Batch, call: Call, faults: Fault[]): void {
  try {
    consumer.consume(batch, call);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    faults.push(...error.faults);
  }
}
