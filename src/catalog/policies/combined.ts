import { MdaiError } from '../../model/issue';
import type {
  AndPolicy,
  CompositePolicy,
  DropPolicy,
  NotPolicy,
  TailSamplingLeafPolicy,
} from '../special/tail-sampling-policy';
import { assertCount, assertSome, percentageOf } from './amount';

/** A policy that can be a part of `and` and `drop`; `not` is one since 0.159.0. */
export type PolicyPart = TailSamplingLeafPolicy | NotPolicy;

/**
 * Keeps traces that each of its parts keeps.
 *
 * @param name default: the names of the parts, joined by `-and-`
 * @throws MdaiError for no part
 */
export function and(parts: readonly PolicyPart[], name = parts.map((part) => part.name).join('-and-')): AndPolicy {
  assertSome('policy', parts);
  return { name, type: 'and', and: { and_sub_policy: parts } };
}

/**
 * Keeps traces that its part does not keep. Since 0.159.0.
 *
 * @param name default: the name of the part behind `not-`
 */
export function not(part: TailSamplingLeafPolicy, name = `not-${part.name}`): NotPolicy {
  return { name, type: 'not', not: { not_sub_policy: part } };
}

/**
 * Drops traces that each of its parts keeps, whatever other policies say.
 *
 * @param name default: the names of the parts behind `drop-`, joined by `-and-`
 * @throws MdaiError for no part
 */
export function drop(
  parts: readonly PolicyPart[],
  name = `drop-${parts.map((part) => part.name).join('-and-')}`,
): DropPolicy {
  assertSome('policy', parts);
  return { name, type: 'drop', drop: { drop_sub_policy: parts } };
}

/** One part of a composite policy. */
export interface CompositePart {
  /** What it keeps. Its name is its own within the composite policy. */
  readonly policy: TailSamplingLeafPolicy | AndPolicy;
  /** Its share of the rate, from 0.01 to 1, in steps of 0.01. */
  readonly share: number;
}

/** A rate of spans, and who may use it. */
export interface CompositeOptions {
  /** The rate, in spans a second. */
  readonly spansPerSecond: number;
  /** The first that keeps a trace has it counted, and decides alone whether it is within its share. */
  readonly parts: readonly CompositePart[];
}

/**
 * Divides a rate among its parts.
 *
 * @throws MdaiError for no part, for a name that two of them have, and for shares that are none or more than all
 */
export function composite({ spansPerSecond, parts }: CompositeOptions, name = 'composite'): CompositePolicy {
  assertCount('spansPerSecond', spansPerSecond);
  assertSome('part', parts);
  const names = parts.map(({ policy }) => policy.name);
  const twice = names.find((one, i) => names.indexOf(one) !== i);
  if (twice !== undefined) throw new MdaiError(`Two parts of "${name}" are named "${twice}". Name each otherwise.`);
  const percents = parts.map(percentOf);
  const sum = percents.reduce((total, percent) => total + percent, 0);
  if (sum > 100) throw new MdaiError(`The shares of "${name}" make ${sum} %. Give 100 % at most.`);
  return {
    name,
    type: 'composite',
    composite: {
      max_total_spans_per_second: spansPerSecond,
      policy_order: names,
      composite_sub_policy: parts.map(({ policy }) => policy),
      rate_allocation: names.map((policy, i) => ({ policy, percent: percents[i] as number })),
    },
  };
}

function percentOf({ policy, share }: CompositePart): number {
  const percent = percentageOf(share);
  if (Number.isInteger(percent) && percent >= 1) return percent;
  throw new MdaiError(
    `The share of "${policy.name}" is ${percent} %. The processor takes whole percents of at least 1.`,
  );
}
