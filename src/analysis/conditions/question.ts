import { type Comparison, compare } from './compare';
import type { Expression } from './text/expression';
import { holding, type Recogniser, recognises, TooLarge } from './text/recogniser';
import { type Kind, type Literal, outcome, type Representative, type TestOutcome } from './value';

/** A question about one value. A key tells those apart that look alike. */
export type Test =
  | { readonly kind: 'compare'; readonly operator: Comparison; readonly literal: Literal; readonly key?: string }
  /** Whether it is of one of these kinds. */
  | { readonly kind: 'type'; readonly kinds: readonly Kind[] }
  /** Whether its text, whatever it is, holds a match; of an expression that is not known, where there is none. */
  | { readonly kind: 'match'; readonly key: string; readonly expression?: Expression }
  /** The same of strings; of anything else, an error. */
  | { readonly kind: 'part'; readonly key: string; readonly expression?: Expression };

/** A question that is ready to be asked. */
export interface ReadyTest {
  readonly test: Test;
  /** Of a match, where its texts can be recognised. */
  readonly recogniser?: Recogniser;
}

export function ready(test: Test): ReadyTest {
  if ((test.kind !== 'match' && test.kind !== 'part') || test.expression === undefined) return { test };
  try {
    return { test, recogniser: holding(test.expression) };
  } catch (error) {
    if (error instanceof TooLarge) return { test };
    throw error;
  }
}

/** The same for the same question. */
export function nameOf(test: Test): string {
  switch (test.kind) {
    case 'compare': {
      const { literal } = test;
      return `${test.operator} ${literal.kind} ${test.key ?? ('value' in literal ? literal.value : '')}`;
    }
    case 'type':
      return `is ${test.kinds}`;
    default:
      return `${test.kind} ${test.key}`;
  }
}

export function ask({ test, recogniser }: ReadyTest, value: Representative): TestOutcome {
  const { kind, text } = value;
  if (kind === 'error') return 'error';
  switch (test.kind) {
    case 'compare':
      return compare(value, test.operator, test.literal);
    case 'type':
      // Some lists that functions make are no slices of a record.
      return kind === 'other' && test.kinds.includes('slice') ? 'free' : outcome(test.kinds.includes(kind));
    case 'part':
      if (kind !== 'string') return 'error';
      break;
    case 'match':
      if (kind === 'nil') return 'false';
      if (value.broken) return 'error';
      break;
  }
  return recogniser === undefined || text === undefined ? 'free' : outcome(recognises(recogniser, text));
}
