import type { LogRecord, Span } from '../../../../telemetry/data';
import { removeKey } from '../../../../telemetry/remove-key';
import { readRandomness, readThreshold, writeRandomness, writeThreshold } from './threshold';
import { readTraceState, writeTraceState } from './trace-state';

/** What a record says of sampling: where a span and a log record keep it, it is read and written alike. */
export interface Carrier {
  /** Whether what it says can be read. */
  readonly valid: boolean;
  randomness?: bigint;
  threshold?: bigint;
  /** Writes a randomness at once. */
  setRandomness(randomness: bigint): void;
  clearThreshold(): void;
  /** Writes the threshold that the record was kept by, unless it says a higher one. */
  keep(threshold: bigint): void;
}

export function carrierOfSpan(span: Span): Carrier {
  const state = readTraceState(span.traceState);
  const carrier: Carrier = {
    valid: state !== undefined,
    randomness: state?.randomness,
    threshold: state?.threshold,
    setRandomness(randomness) {
      carrier.randomness = randomness;
    },
    clearThreshold() {
      carrier.threshold = undefined;
    },
    keep(threshold) {
      if (carrier.threshold === undefined || carrier.threshold <= threshold) carrier.threshold = threshold;
      const { randomness } = carrier;
      const others = state ?? { otel: [], others: [] };
      span.traceState = writeTraceState({ ...others, randomness, threshold: carrier.threshold });
    },
  };
  return carrier;
}

const thresholdKey = 'sampling.threshold';
const randomnessKey = 'sampling.randomness';

export function carrierOfLog({ attributes }: LogRecord): Carrier {
  const text = (key: string) => {
    const value = attributes.get(key);
    return typeof value === 'string' ? value : '';
  };
  const threshold = readThreshold(text(thresholdKey));
  const randomness = readRandomness(text(randomnessKey));
  const carrier: Carrier = {
    valid:
      (text(thresholdKey) === '' || threshold !== undefined) &&
      (text(randomnessKey) === '' || randomness !== undefined),
    randomness,
    threshold,
    setRandomness(value) {
      carrier.randomness = value;
      attributes.set(randomnessKey, writeRandomness(value));
    },
    clearThreshold() {
      carrier.threshold = undefined;
      removeKey(attributes, thresholdKey);
    },
    keep(value) {
      if (carrier.threshold !== undefined && value < carrier.threshold) return;
      attributes.set(thresholdKey, writeThreshold(value));
    },
  };
  return carrier;
}
