import { MdaiError } from '../../model/issue';
import type { Value } from '../../model/value';
import { configText } from '../config-text';
import type {
  BooleanAttributePolicy,
  NumericAttributePolicy,
  StringAttributePolicy,
  TraceFlagsPolicy,
  TraceStatePolicy,
} from '../special/tail-sampling-policy';
import { assertRange, assertSome } from './amount';

/** Turns a question about an attribute round. */
export interface Inverted {
  /**
   * Keep traces in which no span and no resource has it, which is `not` for a release that does not know that. In
   * release 0.131.0 such a policy goes before others, unless it is a part of `and` or `composite`: a trace that has it is
   * dropped, whatever other policies say, and one without it is kept only if no other policy is against it.
   * @default false
   */
  readonly inverted?: boolean;
}

/** Which texts an attribute may have: the texts themselves, or regular expressions. */
export type AttributeOptions = Inverted &
  (
    | {
        /** The attribute is exactly one of these. */
        readonly values: readonly Value<string>[];
        readonly matching?: never;
      }
    | {
        /** The attribute matches one of these regular expressions somewhere (RE2, not anchored: write `^…$` for the whole). */
        readonly matching: readonly Value<string>[];
        readonly values?: never;
      }
  );

/**
 * Keeps traces with a text in an attribute of a span or of its resource.
 *
 * @param key the attribute, whose key is also the policy's name unless another is given
 * @throws MdaiError for no text, and for an empty one, which the processor leaves out
 */
export function attribute(key: string, options: AttributeOptions, name = key): StringAttributePolicy {
  const { values, matching, inverted } = options;
  const texts = values ?? matching ?? [];
  assertSome('value', texts);
  if (texts.includes(''))
    throw new MdaiError(`A policy for "${key}" cannot ask for an empty text. Use policy.condition(…).`);
  return {
    name,
    type: 'string_attribute',
    string_attribute: {
      key: configText(key),
      values: texts.map(configText),
      ...(matching && { enabled_regex_matching: true }),
      ...(inverted && { invert_match: true }),
    },
  };
}

/** Between which whole numbers an attribute lies. One of the bounds is given at least. */
export interface NumericAttributeOptions extends Inverted {
  /** At least this. @default no limit */
  readonly min?: number;
  /** At most this. @default no limit */
  readonly max?: number;
}

/**
 * Keeps traces with a whole number within bounds in an attribute of a span or of its resource. To the processor, an
 * attribute of another type is 0.
 *
 * @param key the attribute, whose key is also the policy's name unless another is given
 * @throws MdaiError for no bound, for one that is no whole number, and for 0, which the processor takes for none
 */
export function numericAttribute(key: string, options: NumericAttributeOptions, name = key): NumericAttributePolicy {
  const { min, max, inverted } = options;
  assertSome(
    'bound, "min" or "max"',
    [min, max].filter((bound) => bound !== undefined),
  );
  assertBound(key, 'min', min);
  assertBound(key, 'max', max);
  assertRange('min', min, 'max', max);
  return {
    name,
    type: 'numeric_attribute',
    numeric_attribute: {
      key: configText(key),
      ...(min !== undefined && { min_value: min }),
      ...(max !== undefined && { max_value: max }),
      ...(inverted && { invert_match: true }),
    },
  };
}

function assertBound(key: string, what: string, value: number | undefined): void {
  if (value === undefined || (Number.isSafeInteger(value) && value !== 0)) return;
  throw new MdaiError(
    value === 0
      ? `"${what}" of "${key}" is 0, which the processor takes for no bound. Write 1 or -1, or policy.condition('span.attributes["${key}"] ${what === 'min' ? '>=' : '<='} 0').`
      : `"${what}" of "${key}" is a whole number, not ${value}. For fractions, use policy.condition(…).`,
  );
}

/** Which of both values an attribute has. */
export interface BooleanAttributeOptions extends Inverted {
  /** @default true */
  readonly value?: boolean;
}

/**
 * Keeps traces with `true` or `false` in an attribute of a span or of its resource. To the processor, an attribute of
 * another type is `false`.
 *
 * @param key the attribute, whose key is also the policy's name unless another is given
 */
export function booleanAttribute(
  key: string,
  { value = true, inverted }: BooleanAttributeOptions = {},
  name = key,
): BooleanAttributePolicy {
  return {
    name,
    type: 'boolean_attribute',
    boolean_attribute: { key: configText(key), value, ...(inverted && { invert_match: true }) },
  };
}

// The processor leaves out longer pairs, which trace state cannot hold.
const longestPair = 256;

/**
 * Keeps traces with a span that has one of these values in its trace state.
 *
 * @param key the key in the trace state, which is also the policy's name unless another is given
 * @throws MdaiError for no value, and for one that trace state cannot hold
 */
export function traceState(key: string, values: readonly string[], name = key): TraceStatePolicy {
  assertSome('value', values);
  for (const value of values) {
    if (value !== '' && Buffer.byteLength(key) + Buffer.byteLength(value) < longestPair) continue;
    throw new MdaiError(
      `"${value}" is no value for "${key}" in trace state. Write 1 to ${longestPair - 1} bytes with the key.`,
    );
  }
  return { name, type: 'trace_state', trace_state: { key: configText(key), values: values.map(configText) } };
}

/** Keeps traces that their sender marked as sampled. Since 0.159.0. */
export function traceFlags(name = 'trace-flags'): TraceFlagsPolicy {
  return { name, type: 'trace_flags' };
}
