import type { Processor } from '../../catalog/component';
import { configText } from '../../catalog/config-text';
import type { LogCondition } from '../../catalog/special/conditions';
import { MdaiError } from '../../model/issue';
import type { DurationValue } from '../../model/value';
import { type ProcessorConfig, processors } from '../../presets/preset';

/** Parts of a log record, by their keys. */
export interface LogFields {
  /** Attributes. @default none */
  readonly attributes?: readonly string[];
  /** Entries of a body that is a map. @default none */
  readonly body?: readonly string[];
}

/** Which log records are the same, and for how long. */
export interface DeduplicateOptions {
  /**
   * How long records are gathered before one of them is sent. That long, they are in memory alone.
   * @default 10s
   */
  readonly interval?: DurationValue;
  /** Which records are gathered; the others pass at once. @default all */
  readonly when?: LogCondition;
  /** What need not be the same. It is removed from the records. @default nothing */
  readonly ignoring?: LogFields;
  /** The only parts that have to be the same, where a record has one of them. Not with `ignoring`. @default all */
  readonly comparing?: LogFields;
  /** The attribute that holds how many records there were. @default 'log_count' */
  readonly countAs?: string;
}

/**
 * Makes one log record of those of an interval that have the same resource, scope, severity, body and attributes: a
 * `log_dedup` processor. The record has the time when it is sent, and attributes for the number of records
 * (`log_count`) and for when the first and the last came (`first_observed_timestamp`, `last_observed_timestamp`).
 *
 * @param name the processor's name
 * @throws MdaiError where it is to ignore some parts and to compare only some
 */
export function deduplicate(
  name: string,
  { interval, when, ignoring, comparing, countAs }: DeduplicateOptions = {},
): Processor<'logs', ProcessorConfig<'log_dedup'>> {
  if (ignoring && comparing) {
    throw new MdaiError(`The processor "${name}" has "ignoring" and "comparing". Keep one of the two.`);
  }
  return processors.log_dedup(name, {
    ...(interval !== undefined && { interval }),
    ...(when !== undefined && { conditions: [when] }),
    ...(ignoring && { exclude_fields: paths(ignoring) }),
    ...(comparing && { include_fields: paths(comparing) }),
    ...(countAs !== undefined && { log_count_attribute: configText(countAs) }),
  });
}

function paths({ attributes = [], body = [] }: LogFields): readonly string[] {
  const path = (of: string) => (key: string) => configText(`${of}.${key.replaceAll('.', '\\.')}`);
  return [...attributes.map(path('attributes')), ...body.map(path('body'))];
}

/** What becomes of metrics within an interval. */
export interface AggregateOptions {
  /**
   * How long points are gathered before the last of each series is sent. That long, they are in memory alone.
   * @default 1m
   */
  readonly interval?: DurationValue;
  /** What passes at once, though it could wait. @default nothing */
  readonly passing?: readonly ('gauge' | 'summary')[];
}

/**
 * Sends the last point of each series in an interval, and no others: an `interval` processor. Points of deltas, and of
 * sums that may fall, pass at once.
 *
 * @param name the processor's name
 */
export function aggregate(
  name: string,
  { interval, passing = [] }: AggregateOptions = {},
): Processor<'metrics', ProcessorConfig<'interval'>> {
  return processors.interval(name, {
    ...(interval !== undefined && { interval }),
    ...(passing.length > 0 && { pass_through: Object.fromEntries(passing.map((kind) => [kind, true])) }),
  });
}
