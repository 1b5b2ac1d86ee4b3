import { attribute, booleanAttribute, numericAttribute, traceFlags, traceState } from './policies/attributes';
import { and, composite, drop, not } from './policies/combined';
import { bytesLimiting, probabilistic, rateLimiting } from './policies/limits';
import { always, condition, errors, slow, spanCount, statusCodes } from './policies/outcomes';

/**
 * The policies of the `tail_sampling` processor. A trace is kept when one of them keeps it, unless `drop` or an inverted
 * one is against it. Each takes a name last, which no other policy of the processor may have; the processor's metrics
 * are divided by it.
 */
export const policy = {
  always,
  errors,
  statusCodes,
  slow,
  spanCount,
  attribute,
  numericAttribute,
  booleanAttribute,
  traceState,
  traceFlags,
  condition,
  probabilistic,
  rateLimiting,
  bytesLimiting,
  and,
  not,
  drop,
  composite,
};
