import type { Release } from '../../../src/model/release';
import { compileArguments } from '../../../src/ottl/evaluate/arguments';
import { differencesOf } from '../../../src/ottl/evaluate/differences';
import { compileValueTree } from '../../../src/ottl/evaluate/expression';
import type { Getter, Parameters, Target } from '../../../src/ottl/evaluate/functions/function';
import { RawList } from '../../../src/ottl/evaluate/raw-list';
import { OttlError, Unsupported } from '../../../src/ottl/evaluate/value';
import { parseValue } from '../../../src/ottl/parser';
import { emptyLog, fullLog, placeOf } from './records';
import { evaluate, holds, run } from './run';

const place = placeOf({ log: fullLog() });

/** What a function with these parameters is made with. */
function made(text: string, parameters: Parameters, release: Release = '0.159.0'): Record<string, unknown> {
  const { tree } = parseValue(`F(${text})`, { release });
  if (tree?.kind !== 'call') throw new Error(`${text} is no list of arguments`);
  const scope = {
    context: 'log',
    release,
    environment: (name: string) => (name === 'SET' ? 'value' : undefined),
    differences: differencesOf(release),
    tools: { release, now: () => 0n },
  } as const;
  return compileArguments('F', tree.arguments, parameters, scope, compileValueTree);
}

const three: Parameters = { target: 'any', first_option: 'literalInt?', second: 'literalString?' };

test('arguments are given by position, then by name', () => {
  expect(made('log.body, 1, "a"', three)).toMatchObject({ first_option: 1n, second: 'a' });
  expect(made('log.body, second="a"', three)).toMatchObject({ second: 'a' });
  expect(made('log.body, second="a", first_option=2', three)).toMatchObject({ first_option: 2n, second: 'a' });
  expect(Object.keys(made('log.body', three))).toEqual(['target']);
});

test.each([
  { text: '', error: 'takes 3 arguments, and got 0' },
  { text: 'log.body, 1, "a", 2', error: 'got 4' },
  { text: 'log.body, third=1', error: 'no parameter third' },
  { text: 'second="a"', error: 'needs target' },
  { text: 'log.body, log.flags', error: 'literal int' },
  { text: 'log.body, 1, 2', error: 'literal string' },
])('F($text) is refused', ({ text, error }) => {
  expect(() => made(text, three)).toThrow(OttlError);
  expect(() => made(text, three)).toThrow(error);
});

test('literals are known at start', () => {
  const parameters: Parameters = {
    a: 'literalFloat',
    b: 'literalBool',
    c: 'enum',
    d: 'literalStrings',
    e: 'literalString',
  };
  const args = made('1.5, true, SEVERITY_NUMBER_INFO, ["x", "y"], "a ${env:SET}"', parameters);
  expect(args).toEqual({ a: 1.5, b: true, c: 9n, d: ['x', 'y'], e: 'a value' });
});

test('a getter says whether it is a literal', () => {
  const { a, b, c } = made('"x", log.severity_text, ["x", 1]', { a: 'string', b: 'string', c: 'any' });
  expect((a as Getter).literal).toEqual({ value: 'x' });
  expect((b as Getter).literal).toBeUndefined();
  expect((b as Getter)(place)).toBe('ERROR');
  expect((c as Getter).literal).toEqual({ value: RawList.make('any', ['x', 1n]) });
});

describe('a literal of the wrong type', () => {
  test('is refused at start', () => {
    expect(() => made('1', { a: 'string' })).toThrow('expected string but got int64');
  });

  test('is an error of each record in older releases', () => {
    const { a } = made('1', { a: 'string' }, '0.131.0');
    expect(() => (a as Getter)(place)).toThrow('expected string but got int64');
  });
});

test('lists are evaluated item by item', () => {
  const { items } = made('[log.severity_text, log.flags]', { items: 'strings' });
  const [first, second] = items as readonly Getter[];
  expect(first?.(place)).toBe('ERROR');
  expect(() => second?.(place)).toThrow(OttlError);
  expect(() => made('log.body', { items: 'strings' })).toThrow('must be a list');
});

describe('targets', () => {
  test('are paths', () => {
    expect(() => made('"a"', { target: 'target' })).toThrow('must be a path');
    expect(() => made('Concat([], "")', { target: 'mapTarget' })).toThrow('must be a path');
  });

  test('are read strictly where they are of a type', () => {
    const { map, slice } = made('log.attributes, log.body', { map: 'mapTarget', slice: 'sliceTarget' });
    expect((map as Target).get(place)).toBe(place.log?.attributes);
    expect(() => (slice as Target).get(place)).toThrow('expected pcommon.Slice but got pcommon.Map');
  });
});

describe('a function as an argument', () => {
  test('is called with text', () => {
    const { f } = made('SHA256', { f: 'function' });
    const hash = (f as (at: typeof place, input: string) => unknown)(place, 'a');
    expect(hash).toBe('ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb');
  });

  test('is a name', () => {
    expect(() => made('"SHA256"', { f: 'function' })).toThrow('name of a function');
    expect(() => made('NoSuchFunction', { f: 'function' })).toThrow(Unsupported);
  });
});

test('lambda expressions are not supported', () => {
  expect(() => made('log.body, (x) => x', { a: 'any', b: 'any' })).toThrow(Unsupported);
});

describe('a result', () => {
  test('is indexed', () => {
    expect(evaluate('Split("a,b", ",")[1]', place)).toBe('b');
    expect(evaluate('ParseJSON("{\\"a\\": {\\"b\\": true}}")["a"]["b"]', place)).toBe(true);
    expect(evaluate('Split("a,b", ",")[log.flags]', place)).toBe('b');
  });

  test.each([
    { text: 'Split("a,b", ",")[2]', error: 'out of bounds' },
    { text: 'Split("a,b", ",")["a"]', error: 'does not support string indexing' },
    { text: 'ParseJSON("{}")["a"]', error: 'not found' },
    { text: 'ParseJSON("{}")[0]', error: 'does not support int indexing' },
    { text: 'Split("a,b", ",")[log.attributes["missing"]]', error: 'text or an int' },
  ])('$text is an error', ({ text, error }) => {
    expect(() => evaluate(text, place)).toThrow(error);
  });

  test('is not indexed by expressions in older releases', () => {
    expect(() => evaluate('Split("a,b", ",")[log.flags]', place, { release: '0.131.0' })).toThrow(OttlError);
  });

  test('is no literal, even where all that it is made of is', () => {
    expect(() => holds('log.body["a"]["b"] == 1 and Int("1") == 2', placeOf({ log: emptyLog() }))).toThrow(OttlError);
  });
});

test('an editor that is not implemented is said', () => {
  expect(() => run('do_something(log.body)', place)).toThrow(Unsupported);
});

test('a function that the release does not have is refused', () => {
  expect(evaluate('Bool("true")', place)).toBe(true);
  expect(() => evaluate('Bool("true")', place, { release: '0.131.0' })).toThrow('0.131.0 has no function Bool');
});
