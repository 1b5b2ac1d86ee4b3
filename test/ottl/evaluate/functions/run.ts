import type { Release } from '../../../../src/model/release';
import { compileStatement, compileValue } from '../../../../src/ottl/evaluate/compile';
import type { Place } from '../../../../src/ottl/evaluate/place';
import { Duration, Id, Instant, OttlError, type OttlValue } from '../../../../src/ottl/evaluate/value';
import { parseStatement, parseValue } from '../../../../src/ottl/parser';
import type { AnyValue, Attributes, LogRecord } from '../../../../src/telemetry/data';

/** A value as tests write it: maps are objects, and what has no literal names its type. */
export type Plain = null | boolean | bigint | number | string | Plain[] | { readonly [key: string]: Plain };

const NOW = 1_795_329_285_000_000_000n;

export function plain(value: OttlValue): Plain {
  if (value instanceof Uint8Array) return { bytes: Buffer.from(value).toString('hex') };
  if (value instanceof Instant) return { time: value.nanoseconds };
  if (value instanceof Duration) return { duration: value.nanoseconds };
  if (value instanceof Id) return { id: value.hex };
  if (Array.isArray(value)) return Array.from(value, plain);
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, item]) => [key, plain(item)]));
  return value as Plain;
}

/** A value of a record; `{ bytes: '0a' }` are bytes. */
export function recordValue(given: Plain): AnyValue {
  if (Array.isArray(given)) return given.map(recordValue);
  if (typeof given !== 'object' || given === null) return given;
  const keys = Object.keys(given);
  if (keys.length === 1 && typeof given['bytes'] === 'string')
    return Uint8Array.from(Buffer.from(given['bytes'], 'hex'));
  return mapOf(given);
}

export function mapOf(given: { readonly [key: string]: Plain }): Attributes {
  return new Map(Object.entries(given).map(([key, value]) => [key, recordValue(value)]));
}

function logWith(attributes: Attributes): LogRecord {
  return {
    origin: 0,
    time: 1_700_000_000_123_456_789n,
    observedTime: 0n,
    severityNumber: 0,
    severityText: '',
    eventName: '',
    body: null,
    attributes,
    droppedAttributesCount: 0,
    flags: 0,
    traceId: '0'.repeat(32),
    spanId: '0'.repeat(16),
  };
}

function placeWith(attributes: Attributes): Place {
  return {
    resource: { resource: { attributes: new Map(), droppedAttributesCount: 0 }, schemaUrl: '', scopes: [] },
    log: logWith(attributes),
    cache: new Map(),
  } as unknown as Place;
}

const optionsOf = (release: Release) =>
  ({ context: 'log', release, environment: () => undefined, now: () => NOW }) as const;

/** When the collector raises an error: at its start, or for the record. */
export type Failure = 'start' | 'record';

export interface Outcome {
  readonly value?: Plain;
  readonly fails?: Failure;
}

/** The value of an expression for a log with these attributes. */
export function evaluated(
  expression: string,
  attributes: { readonly [key: string]: Plain } = {},
  release: Release = '0.159.0',
): Outcome {
  const parsed = parseValue(expression, { release, form: 'plain' });
  if (!('tree' in parsed) || parsed.tree === undefined) throw new Error(`${expression} cannot be read`);
  let run: (place: Place) => OttlValue;
  try {
    run = compileValue(parsed.tree, optionsOf(release));
  } catch (error) {
    return failure(error, 'start');
  }
  try {
    return { value: plain(run(placeWith(mapOf(attributes)))) };
  } catch (error) {
    return failure(error, 'record');
  }
}

/** The attributes of a log behind a statement. */
export function edited(
  statement: string,
  attributes: { readonly [key: string]: Plain } = {},
  release: Release = '0.159.0',
): Outcome {
  const parsed = parseStatement(statement, { release, form: 'plain' });
  if (!('tree' in parsed) || parsed.tree === undefined) throw new Error(`${statement} cannot be read`);
  const map = mapOf(attributes);
  let run: (place: Place) => boolean;
  try {
    run = compileStatement(parsed.tree, optionsOf(release));
  } catch (error) {
    return failure(error, 'start');
  }
  try {
    run(placeWith(map));
  } catch (error) {
    return { ...failure(error, 'record'), value: plain(map) };
  }
  return { value: plain(map) };
}

function failure(error: unknown, fails: Failure): Outcome {
  if (error instanceof OttlError) return { fails };
  throw error;
}
