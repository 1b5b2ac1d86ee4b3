import type { Domain } from './domain';
import { floatsBetween, intsBetween } from './numbers';
import type { ReadyTest } from './question';
import type { Expression, Range } from './text/expression';
import { anything, sequence } from './text/expression';
import { members } from './text/members';
import { lessThan, type Recogniser, recognises, TooLarge, wholly } from './text/recogniser';
import { separate } from './text/separate';
import type { Representative } from './value';

/** The longest constants, together, that are told apart from other texts exactly. */
const mostNamed = 1500;

/**
 * Values out of a domain, such that each other value of the domain is answered like one of them by all tests. Where the
 * texts are too many to be told apart, one without a text stands for the rest.
 */
export function representativesOf({ kinds, ints }: Domain, tests: readonly ReadyTest[]): Representative[] {
  const literals = tests.flatMap(({ test }) => (test.kind === 'compare' ? [test.literal] : []));
  const numbers = literals.flatMap((literal) =>
    literal.kind === 'int' || literal.kind === 'float' ? [literal.value] : [],
  );
  const matchers = tests.flatMap(({ test, recogniser }) => (test.kind === 'match' && recogniser ? [recogniser] : []));
  const like = (shape: Expression) => textsLike(shape, matchers);
  return kinds.flatMap((kind): Representative[] => {
    switch (kind) {
      case 'bool':
        return [false, true].map((value) => ({ kind, value, text: String(value), certain: true }));
      case 'int':
        return intsBetween(numbers, ints).flatMap((value) => [
          { kind, value, text: String(value), certain: true },
          ...like(wholeNumber).map((text) => ({ kind, value, text, certain: false })),
        ]);
      case 'float':
        return [
          ...[Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY].map(
            (value): Representative => ({ kind, value, broken: true, certain: true }),
          ),
          ...floatsBetween(numbers).flatMap((value) => valuesLike({ kind, value }, like(number))),
        ];
      case 'string':
        return strings(tests);
      case 'no bytes':
        return [{ kind, text: '', certain: true }];
      case 'bytes':
        return valuesLike({ kind }, like(hexadecimal));
      case 'map':
        return [{ kind, broken: true, certain: true }, ...valuesLike({ kind }, like(object))];
      case 'slice':
        return [{ kind, broken: true, certain: true }, ...valuesLike({ kind }, like(array))];
      case 'other':
        return [{ kind, broken: true, certain: false }, ...valuesLike({ kind }, like(any))];
      default:
        return [{ kind, certain: true }];
    }
  });
}

/** With each text; whether a value has just this text is not known where it is asked for. */
function valuesLike(value: Omit<Representative, 'certain'>, texts: readonly (string | undefined)[]): Representative[] {
  return texts.length === 0 ? [{ ...value, certain: true }] : texts.map((text) => ({ ...value, text, certain: false }));
}

const any: Expression = { kind: 'repeat', part: anything, least: 0, most: Number.POSITIVE_INFINITY };
const wholeNumber = sequence(some('-', 0, 1), some('0123456789', 1));
const number = some('-+.eE0123456789', 1);
const digits = '0123456789abcdef';
const hexadecimal: Expression = {
  kind: 'repeat',
  part: some(digits, 2, 2),
  least: 1,
  most: Number.POSITIVE_INFINITY,
};
const object = sequence(some('{', 1, 1), any, some('}', 1, 1));
const array = sequence(some('[', 1, 1), any, some(']', 1, 1));

function some(characters: string, least: number, most = Number.POSITIVE_INFINITY): Expression {
  const of = [...characters].map((character): Range => {
    const point = character.codePointAt(0) as number;
    return [point, point];
  });
  return { kind: 'repeat', part: { kind: 'one', of }, least, most };
}

/** Texts of a shape, one for each way to match; none where nobody asks, and one unknown where there are too many. */
function textsLike(shape: Expression, matchers: readonly Recogniser[]): (string | undefined)[] {
  if (matchers.length === 0) return [];
  try {
    const shaped = wholly(shape);
    return separate([shaped, ...matchers]).filter((text) => recognises(shaped, text));
  } catch (error) {
    if (error instanceof TooLarge) return [undefined];
    throw error;
  }
}

function strings(tests: readonly ReadyTest[]): Representative[] {
  const names = new Set<string>();
  const patterns: Recogniser[] = [];
  for (const { test, recogniser } of tests) {
    if (recogniser !== undefined) patterns.push(recogniser);
    if (test.kind !== 'compare' || test.literal.kind !== 'string') continue;
    names.add(test.literal.value);
    if (test.operator !== '==') patterns.push(lessThan(test.literal.value));
  }
  const named = [...names].map((value): Representative => ({ kind: 'string', value, text: value, certain: true }));
  return [...named, ...unnamed(names, patterns)];
}

/** Strings that no condition names. */
function unnamed(names: ReadonlySet<string>, patterns: readonly Recogniser[]): Representative[] {
  const kind = 'string';
  const length = [...names].reduce((sum, name) => sum + name.length, 0);
  const exact = patterns.length === 0 || length <= mostNamed;
  try {
    if (patterns.length === 0) return [{ kind, value: other(names), text: other(names), certain: true }];
    if (!exact) {
      return separate(patterns).map((value) => ({
        kind,
        value,
        text: value,
        unnamed: true,
        certain: !names.has(value),
      }));
    }
    const texts = separate([members(names), ...patterns]).filter((text) => !names.has(text));
    return texts.map((value) => ({ kind, value, text: value, certain: true }));
  } catch (error) {
    if (error instanceof TooLarge) return [{ kind, certain: false }];
    throw error;
  }
}

function other(names: ReadonlySet<string>): string {
  for (let i = 0; ; i++) if (!names.has(`other${i}`)) return `other${i}`;
}
