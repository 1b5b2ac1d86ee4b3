import { OttlError, Unsupported } from '../../../src/ottl/evaluate/value';
import { emptyLog, fullLog, placeOf } from './records';
import { evaluate, holds } from './run';

const place = placeOf({ log: fullLog() });
/** Raises an error for a record whose body is text. */
const fails = 'log.body["a"]["b"] == 1';
const textual = placeOf({ log: emptyLog({ body: 'text' }) });

const conditions = [
  { text: 'true', result: true },
  { text: 'not true', result: false },
  { text: 'true and false or true', result: true },
  { text: 'true or false and false', result: true },
  { text: 'not (log.severity_number == 17)', result: false },
  { text: 'log.severity_number == SEVERITY_NUMBER_ERROR', result: true },
  { text: 'log.severity_number > 16 and log.severity_text == "ERROR"', result: true },
  { text: 'log.severity_number < 17 or log.severity_number >= 18 or log.flags == 2', result: false },
  { text: 'log.severity_number == "17"', result: false },
  { text: 'log.severity_number != "17"', result: true },
  { text: 'log.severity_number == 17.0', result: true },
  { text: 'log.attributes["missing"] == nil', result: true },
  { text: 'log.attributes["missing"] != "x"', result: true },
  { text: 'log.attributes["missing"] > 1', result: false },
  { text: '"/pub" == log.attributes["http.route"]', result: true },
  { text: '1 < 2', result: true },
  { text: 'log.attributes["list"] == ["a"]', result: false },
];

test.each(conditions)('$text', ({ text, result }) => {
  expect(holds(text, place)).toBe(result);
});

describe('an error', () => {
  test.each([
    fails,
    `not (${fails})`,
    `log.flags == 0 and ${fails}`,
    `log.flags == 1 or ${fails}`,
    `${fails} or log.flags == 0`,
  ])('is one of the whole in %s', (text) => {
    expect(() => holds(text, textual)).toThrow(OttlError);
  });

  test.each([
    { text: `log.flags == 1 and ${fails}`, result: false },
    { text: `log.flags == 0 or ${fails}`, result: true },
    { text: `log.flags == 0 or log.flags == 1 or ${fails}`, result: true },
  ])('does not come up behind what decides: $text', ({ text, result }) => {
    expect(holds(text, textual)).toBe(result);
  });
});

describe('a constant that decides', () => {
  const decided = [
    { text: `${fails} and false`, result: false },
    { text: `${fails} or 1 == 1`, result: true },
    { text: `${fails} and not true`, result: false },
    { text: `(${fails} or true) and log.flags == 0`, result: true },
  ];

  test.each(decided)('comes first in the newest release: $text', ({ text, result }) => {
    expect(holds(text, textual)).toBe(result);
  });

  test.each(decided)('waits for its turn in older ones: $text', ({ text }) => {
    expect(() => holds(text, textual, { release: '0.131.0' })).toThrow(OttlError);
  });

  test('comes first where it stands first', () => {
    expect(holds(`false and ${fails}`, textual, { release: '0.131.0' })).toBe(false);
  });
});

test('a converter in place of a condition must give a bool', () => {
  expect(holds('IsString(log.severity_text)', place)).toBe(true);
  expect(() => holds('Concat(["a"], "")', place)).toThrow('must give a bool');
});

describe('variables in text', () => {
  const text = 'log.severity_text == "${env:LEVEL}"';

  test('have their values', () => {
    expect(holds(text, place, { environment: { LEVEL: 'ERROR' } })).toBe(true);
  });

  test('are empty where they have none', () => {
    expect(holds(text, placeOf({ log: emptyLog() }))).toBe(true);
  });

  test('are not seen through where their value would end the text', () => {
    expect(() => holds(text, place, { environment: { LEVEL: '" or true' } })).toThrow(Unsupported);
  });
});

test('a variable in place of a condition is not seen through', () => {
  expect(() => holds('log.flags == 1 and ${env:MORE}', place)).toThrow(Unsupported);
});

test.each(['ERROR', 'STATUS_CODE_OK'])('%s is no constant of logs', (name) => {
  expect(() => evaluate(name, place)).toThrow(name);
});

test('a function that is not implemented is said', () => {
  expect(() => holds('IsSomething(log.body)', place)).toThrow(Unsupported);
});
