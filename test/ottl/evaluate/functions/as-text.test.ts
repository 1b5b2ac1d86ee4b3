import { edited, type Outcome, type Plain } from './run';

interface Case extends Outcome {
  readonly statement: string;
  readonly attributes?: { readonly [key: string]: Plain };
}

/** Expectations are what the collector gives. */
const cases: readonly Case[] = [
  {
    statement: 'set(log.attributes["y"], ToKeyValueString(log.attributes, "=", " ", true))',
    attributes: { x: 1 },
    value: { x: 1, y: 'x=1' },
  },
  {
    statement: 'set(log.attributes["y"], ToKeyValueString(log.attributes, "=", " ", true))',
    attributes: { x: 1e21 },
    value: { x: 1e21, y: 'x=1e+21' },
  },
  {
    statement: 'set(log.attributes["y"], ToKeyValueString(log.attributes, "=", " ", true))',
    attributes: { x: 1e-7 },
    value: { x: 1e-7, y: 'x=1e-7' },
  },
  {
    statement: 'set(log.attributes["y"], ToKeyValueString(log.attributes, "=", " ", true))',
    attributes: { x: 1.5e-9 },
    value: { x: 1.5e-9, y: 'x=1.5e-9' },
  },
  {
    statement: 'set(log.attributes["y"], ToKeyValueString(log.attributes, "=", " ", true))',
    attributes: { x: 1e-10 },
    value: { x: 1e-10, y: 'x=1e-10' },
  },
  {
    statement: 'set(log.attributes["y"], ToKeyValueString(log.attributes, "=", " ", true))',
    attributes: { x: 123456789.125 },
    value: { x: 123456789.125, y: 'x=123456789.125' },
  },
  {
    statement: 'set(log.attributes["y"], ToKeyValueString(log.attributes, "=", " ", true))',
    attributes: { x: 1e20 },
    value: { x: 1e20, y: 'x=100000000000000000000' },
  },
  {
    statement: 'set(log.attributes["y"], ToKeyValueString(log.attributes, "=", " ", true))',
    attributes: { x: -0 },
    value: { x: -0, y: 'x=-0' },
  },
  {
    statement: 'set(log.attributes["y"], ToKeyValueString(log.attributes, "=", " ", true))',
    attributes: { x: Number.NaN },
    value: { x: Number.NaN, y: 'x=NaN' },
  },
  {
    statement: 'set(log.attributes["y"], ToKeyValueString(log.attributes, "=", " ", true))',
    attributes: { x: Number.POSITIVE_INFINITY },
    value: { x: Number.POSITIVE_INFINITY, y: 'x=Infinity' },
  },
  {
    statement: 'set(log.attributes["y"], ToKeyValueString(log.attributes, "=", " ", true))',
    attributes: { x: 'a<b>&\u2028\u0001\u0008\u000c\t"\\/é😀\u007f' },
    value: { x: 'a<b>&\u2028\u0001\u0008\u000c\t"\\/é😀\u007f', y: 'x=a<b>&\u2028\u0001\u0008\u000c\t\\"\\/é😀\u007f' },
  },
  {
    statement: 'set(log.attributes["y"], ToKeyValueString(log.attributes, "=", " ", true))',
    attributes: { x: { bytes: '01ff' } },
    value: { x: { bytes: '01ff' }, y: 'x="Af8="' },
  },
  {
    statement: 'set(log.attributes["y"], ToKeyValueString(log.attributes, "=", " ", true))',
    attributes: { x: true },
    value: { x: true, y: 'x=true' },
  },
  {
    statement: 'set(log.attributes["y"], ToKeyValueString(log.attributes, "=", " ", true))',
    attributes: { x: 12n },
    value: { x: 12n, y: 'x=12' },
  },
  {
    statement: 'set(log.attributes["y"], ToKeyValueString(log.attributes, "=", " ", true))',
    attributes: { x: 1152921504606846976n },
    value: { x: 1152921504606846976n, y: 'x=1152921504606846976' },
  },
  {
    statement: 'set(log.attributes["y"], ToKeyValueString(log.attributes, "=", " ", true))',
    attributes: { x: null },
    value: { x: null, y: 'x=' },
  },
  {
    statement: 'set(log.attributes["y"], ToKeyValueString(log.attributes, "=", " ", true))',
    attributes: { x: [1n, 1, '<', null, { bytes: '61' }, true, 1e-9] },
    value: { x: [1n, 1, '<', null, { bytes: '61' }, true, 1e-9], y: 'x="[1,1,\\"<\\",null,\\"YQ==\\",true,1e-9]"' },
  },
  {
    statement: 'set(log.attributes["y"], ToKeyValueString(log.attributes, "=", " ", true))',
    attributes: { x: { b: 1n, a: { z: 1n, 'a!': 2n, a: 3n, 'a b': 1n, é: 1n }, '<': 1n } },
    value: {
      x: { b: 1n, a: { z: 1n, 'a!': 2n, a: 3n, 'a b': 1n, é: 1n }, '<': 1n },
      y: 'x="{\\"<\\":1,\\"a\\":{\\"a\\":3,\\"a b\\":1,\\"a!\\":2,\\"z\\":1,\\"é\\":1},\\"b\\":1}"',
    },
  },
  {
    statement: 'set(log.attributes["y"], ToKeyValueString(log.attributes, "=", " ", true))',
    attributes: { x: [Number.NaN] },
    value: { x: [Number.NaN], y: 'x=' },
  },
  {
    statement: 'set(log.attributes["y"], ToKeyValueString(log.attributes, "=", " ", true))',
    attributes: { x: { a: Number.POSITIVE_INFINITY } },
    value: { x: { a: Number.POSITIVE_INFINITY }, y: 'x=' },
  },
  {
    statement: 'set(log.attributes["y"], ToKeyValueString(log.attributes, "=", " ", true))',
    attributes: { x: { bytes: '' } },
    value: { x: { bytes: '' }, y: 'x=' },
  },
  {
    statement: 'set(log.attributes["y"], ToKeyValueString(log.attributes, "=", " ", true))',
    attributes: { x: [{ bytes: '' }] },
    value: { x: [{ bytes: '' }], y: 'x=[null]' },
  },
  {
    statement: 'set(log.attributes["y"], ToKeyValueString(log.attributes, "=", " ", true))',
    attributes: { x: [[]] },
    value: { x: [[]], y: 'x=[[]]' },
  },
  {
    statement: 'set(log.attributes["y"], ToKeyValueString(log.attributes, "=", " ", true))',
    attributes: { x: [{}] },
    value: { x: [{}], y: 'x=[{}]' },
  },
  {
    statement: 'set(log.attributes["y"], ToKeyValueString(log.attributes, "=", " ", true))',
    attributes: { x: ['\u0008\u000c\u007f\u2028<\u001f\u00a0퟿'] },
    value: { x: ['\u0008\u000c\u007f\u2028<\u001f\u00a0퟿'], y: 'x=[\\"\\b\\f\u007f\\u2028<\\u001f\u00a0퟿\\"]' },
  },
  {
    statement: 'set(log.attributes["y"], ToKeyValueString(log.attributes, "=", " ", true))',
    attributes: { x: { 'k\u2028<\u0008\u000c': 1n } },
    value: { x: { 'k\u2028<\u0008\u000c': 1n }, y: 'x={\\"k\\u2028<\\b\\f\\":1}' },
  },
];

describe('values of a record as text', () => {
  test.each(cases)('$statement for $attributes', ({ statement, attributes, ...expected }) => {
    const { fails, value } = edited(statement, attributes);
    expect(fails).toBe(expected.fails);
    if (expected.fails === undefined) expect(value).toStrictEqual(expected.value);
  });
});
