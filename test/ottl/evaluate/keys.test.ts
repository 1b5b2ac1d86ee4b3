import { OttlError } from '../../../src/ottl/evaluate/value';
import { emptyLog, placeOf } from './records';
import { evaluate } from './run';

const place = placeOf({
  log: emptyLog({
    body: ['first', new Map([['deep', 2n]])],
    attributes: new Map<string, never>([
      ['name', 'n'],
      ['nothing', null],
      ['key', 'map'],
      ['index', 1n],
      ['map', new Map([['n', [1n, 2n]]])],
      ['list', ['x', 'y']],
    ] as never),
  }),
});

const values = [
  { text: 'log.attributes["name"]', value: 'n' },
  { text: 'log.attributes["missing"]', value: null },
  { text: 'log.attributes["missing"]["deeper"][3]', value: null },
  { text: 'log.attributes["nothing"]', value: null },
  { text: 'log.attributes["map"]["missing"]', value: null },
  { text: 'log.attributes["map"]["n"][1]', value: 2n },
  { text: 'log.attributes["list"][0]', value: 'x' },
  { text: 'log.attributes[log.attributes["key"]]["n"][0]', value: 1n },
  { text: 'log.attributes["list"][log.attributes["index"]]', value: 'y' },
  { text: 'log.attributes["list"][log.attributes["index"] - 1]', value: 'x' },
  { text: 'log.body[0]', value: 'first' },
  { text: 'log.body[1]["deep"]', value: 2n },
];

test.each(values)('$text', ({ text, value }) => {
  expect(evaluate(text, place)).toBe(value);
});

const errors = [
  { text: 'log.attributes["name"]["x"]', error: 'type Str does not support string indexing' },
  { text: 'log.attributes["nothing"]["x"]', error: 'type Empty does not support string indexing' },
  { text: 'log.attributes["list"][2]', error: 'index 2 out of bounds' },
  { text: 'log.attributes["list"][-1]', error: 'index -1 out of bounds' },
  { text: 'log.attributes["list"]["x"]', error: 'indexed with an int' },
  { text: 'log.attributes["map"][0]', error: 'indexed with text' },
  { text: 'log.attributes[0]', error: 'indexed with text' },
  { text: 'log.attributes[log.attributes["missing"]]', error: 'not with nil' },
  { text: 'log.attributes["list"][log.attributes["key"]]', error: 'not with string' },
  { text: 'log.body["deep"]', error: 'indexed with an int' },
];

test.each(errors)('$text is an error', ({ text, error }) => {
  expect(() => evaluate(text, place)).toThrow(OttlError);
  expect(() => evaluate(text, place)).toThrow(error);
});

test.each([{ body: null }, { body: 'text' }])('a body that is $body has no keys', ({ body }) => {
  expect(() => evaluate('log.body["a"]', placeOf({ log: emptyLog({ body }) }))).toThrow('cannot be indexed');
});

test('the keys behind a missing one are not evaluated', () => {
  expect(evaluate('log.attributes["missing"][log.attributes["name"]["x"]]', place)).toBeNull();
});
