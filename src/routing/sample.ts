import { Processor } from '../catalog/component';
import { percentageOf } from '../catalog/policies/amount';
import { MdaiError } from '../model/issue';
import type { Signal } from '../model/signal';

/** Keeps a share of the records, the same ones wherever and whenever they pass. */
export interface Sample {
  /**
   * The share that is kept, from 0 to 1, in steps of 1/16,384. Spans and logs of one trace are kept or dropped together;
   * logs outside of traces are chosen by a hash of their time and body.
   */
  readonly ratio: number;
}

// The sampler compares 14 bits of a hash.
const steps = 0x4000;

/**
 * Refuses what is no share, or one that is too small to keep anything.
 *
 * @throws MdaiError
 */
export function assertSample({ ratio }: Sample): void {
  percentageOf(ratio);
  if (ratio > 0 && ratio < 1 / steps) {
    throw new MdaiError(
      `The sampler knows no ratio under 1/${steps} but 0, and ${ratio} would keep nothing. Drop the records, or keep more.`,
    );
  }
}

/** The processors that keep a share of the records of a signal. */
export function samplers(signal: Signal, name: string, { ratio }: Sample): Processor<string>[] {
  const sampling_percentage = percentageOf(ratio);
  const sampler = new Processor('processor', 'probabilistic_sampler', name, {
    mode: 'hash_seed',
    sampling_percentage,
    // A log outside of traces has nothing that could be hashed: it is left to the filter behind this.
    ...(signal === 'logs' && { fail_closed: false }),
  });
  return signal === 'logs' ? [sampler, untraced(name, ratio)] : [sampler];
}

/** Drops a share of the log records that belong to no trace. */
function untraced(name: string, ratio: number): Processor<string> {
  const traceless = 'log.trace_id.string == "00000000000000000000000000000000"';
  const seed = 'Concat([log.time_unix_nano, log.observed_time_unix_nano, log.body], "|")';
  // The first 32 bits of the hash, as a share of all that they can be.
  const bound = Math.round(ratio * 0x1_0000_0000);
  const dropped =
    bound === 0x1_0000_0000 ? 'false' : `Substring(SHA256(${seed}), 0, 8) >= "${bound.toString(16).padStart(8, '0')}"`;
  return new Processor('processor', 'filter', name, {
    error_mode: 'ignore',
    log_conditions: [`${traceless} and ${dropped}`],
  });
}
