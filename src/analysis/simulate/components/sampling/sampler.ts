import { Unsupported } from '../../../../ottl/evaluate/value';
import type { AnyValue, LogRecord, Span } from '../../../../telemetry/data';
import { flagOf, numberOf, textOf } from '../../options';
import { plainText } from '../../plain-text';
import type { Setup } from '../../setup';
import { type Carrier, carrierOfLog, carrierOfSpan } from './carrier';
import { always, leastProbability, mostRandom, never, probabilityOf, thresholdOf } from './threshold';

/** How a record is judged: by its randomness, and the threshold that is decided for it. */
interface Mode {
  /** The record's randomness; `undefined` where it has none. */
  randomness(record: LogRecord | Span, carrier: Carrier): bigint | undefined;
  decide(carrier: Carrier): bigint;
  /** Whether the record must not say anything of sampling itself: this mode knows nothing of it. */
  readonly alone: boolean;
  /** Whether a record without randomness gets one written all the same. */
  readonly writesMissing?: boolean;
}

const defaultPrecision = 4;
const wholePercentage = 100;

/** Whether a log record is kept; writes into it what it was kept by. */
export function logSampler(setup: Setup): (log: LogRecord) => boolean {
  const precision = numberOf(setup.config, 'sampling_precision') ?? defaultPrecision;
  const priority = textOf(setup.config, 'sampling_priority') ?? '';
  const mode = modeOf(setup, precision);
  const closed = flagOf(setup.config, 'fail_closed', true);
  return (log) =>
    keeps(log, carrierOfLog(log), mode, closed, () => {
      if (priority === '') return undefined;
      const value = log.attributes.get(priority);
      const percentage = typeof value === 'bigint' || typeof value === 'number' ? Number(value) : 0;
      return percentage === 0 ? undefined : thresholdOf(percentage / wholePercentage, precision);
    });
}

/** Whether a span is kept; writes into it what it was kept by. */
export function spanSampler(setup: Setup): (span: Span) => boolean {
  const mode = modeOf(setup, numberOf(setup.config, 'sampling_precision') ?? defaultPrecision);
  const closed = flagOf(setup.config, 'fail_closed', true);
  return (span) =>
    keeps(span, carrierOfSpan(span), mode, closed, () => priorityOf(span.attributes.get('sampling.priority')));
}

/** An attribute that decides by itself: 0 against, more for the span. */
function priorityOf(value: AnyValue | undefined): bigint | undefined {
  const number =
    typeof value === 'bigint' || typeof value === 'number'
      ? Number(value)
      : typeof value === 'string' && value.trim() === value && value !== ''
        ? Number(value)
        : Number.NaN;
  if (number === 0) return never;
  return number > 0 ? always : undefined;
}

function keeps(
  record: LogRecord | Span,
  carrier: Carrier,
  mode: Mode,
  closed: boolean,
  priority: () => bigint | undefined,
): boolean {
  const randomness = mode.randomness(record, carrier);
  let writes = carrier.valid || mode === nothing;
  let wrong = !carrier.valid;
  if (carrier.valid && mode.alone) {
    if (carrier.randomness !== undefined || carrier.threshold !== undefined) {
      writes = false;
      wrong = true;
    } else if (randomness !== undefined) carrier.setRandomness(randomness);
    else if (mode.writesMissing) carrier.setRandomness(mostRandom);
  }
  if (!wrong) wrong = isInconsistent(randomness, carrier);
  const decided = wrong ? (closed ? never : always) : mode.decide(carrier);
  const threshold = priority() ?? decided;
  const kept = threshold <= (randomness ?? mostRandom);
  if (kept && writes) carrier.keep(threshold);
  return kept;
}

/** Whether a record has no randomness, or should not have come by the threshold that it says: that is removed then. */
function isInconsistent(randomness: bigint | undefined, carrier: Carrier): boolean {
  if (randomness === undefined) return true;
  if (carrier.threshold === undefined || carrier.threshold <= randomness) return false;
  carrier.clearThreshold();
  return true;
}

/** Keeps nothing but what its priority saves. */
const nothing: Mode = { randomness: () => mostRandom, decide: () => never, alone: false };

function modeOf(setup: Setup, precision: number): Mode {
  const { config, signal } = setup;
  const percentage = Math.fround(Math.min(numberOf(config, 'sampling_percentage') ?? 0, wholePercentage));
  if (percentage === 0) return nothing;
  const ratio = Math.max(percentage / wholePercentage, leastProbability);
  const name = textOf(config, 'mode') ?? '';
  if (name === 'equalizing') {
    const own = thresholdOf(ratio, precision) ?? always;
    return {
      randomness: ofTrace,
      decide: ({ threshold }) => (threshold !== undefined && own < threshold ? threshold : own),
      alone: false,
    };
  }
  if (name === 'proportional') {
    return {
      randomness: ofTrace,
      decide: ({ threshold }) =>
        thresholdOf((threshold === undefined ? 1 : probabilityOf(threshold)) * ratio, precision) ?? never,
      alone: false,
    };
  }
  if (name !== '' && name !== 'hash_seed') throw new Unsupported(`there is no mode "${name}"`);
  return hashing(setup, percentage, signal === 'traces');
}

const leastRandomDigits = 14;

/** The randomness that a record says, or that of its trace: the last 56 bits of the id. */
function ofTrace({ traceId }: LogRecord | Span, carrier: Carrier): bigint | undefined {
  if (!carrier.valid) return undefined;
  if (carrier.randomness !== undefined) return carrier.randomness;
  return isEmpty(traceId) ? undefined : BigInt(`0x${traceId.slice(-leastRandomDigits)}`);
}

function isEmpty(id: string): boolean {
  return /^0*$/.test(id);
}

const buckets = 0x4000;
const bucketBits = 14;
const hashBits = 32;
/** Where the bucket stands in a threshold, and in a randomness. */
const bucketShift = 42n;
const mixedShift = 14n;
const mixedDistance = 10n;

function hashing({ config, collector }: Setup, percentage: number, spans: boolean): Mode {
  // The product is one of float32, rounded down.
  const accepted = Math.trunc(Math.fround(percentage * Math.fround(buckets / wholePercentage)));
  if (accepted === 0) return nothing;
  const threshold = BigInt(buckets - accepted) << bucketShift;
  const seed = numberOf(config, 'hash_seed') ?? 0;
  const byTrace = spans || (textOf(config, 'attribute_source') ?? 'traceID') === 'traceID';
  const attribute = spans ? '' : (textOf(config, 'from_attribute') ?? '');
  return {
    alone: true,
    writesMissing: spans,
    decide: () => threshold,
    randomness({ traceId, attributes }) {
      if (byTrace && !isEmpty(traceId)) return randomnessOf(Buffer.from(traceId, 'hex'), seed);
      const value = attribute === '' ? undefined : attributes.get(attribute);
      if (value === undefined) return undefined;
      const bytes = value instanceof Uint8Array ? value : Buffer.from(plainText(value, collector.release));
      return bytes.length === 0 ? undefined : randomnessOf(bytes, seed);
    },
  };
}

/** A randomness whose first bits say the bucket that a hash falls into. */
function randomnessOf(bytes: Uint8Array, seed: number): bigint {
  const hash = fnv1a(bytes, seed);
  const bucket = hash & (buckets - 1);
  const rest = BigInt(hash >>> (hashBits - bucketBits));
  const mixed = rest ^ (rest << mixedDistance);
  return (BigInt(buckets - 1 - bucket) << bucketShift) | (mixed << mixedShift) | BigInt(bucket);
}

const fnvOffset = 0x811c9dc5;
const fnvPrime = 0x01000193;
const seedBytes = 4;

/** FNV-1a of 32 bits over a seed, its lowest byte first, and then the bytes. */
function fnv1a(bytes: Uint8Array, seed: number): number {
  const head = Buffer.alloc(seedBytes);
  head.writeUInt32LE(seed);
  let hash = fnvOffset;
  for (const part of [head, bytes]) {
    for (const byte of part) hash = Math.imul(hash ^ byte, fnvPrime);
  }
  return hash >>> 0;
}
