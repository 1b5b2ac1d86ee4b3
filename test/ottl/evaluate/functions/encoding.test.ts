import { evaluated, type Outcome, type Plain } from './run';

interface Case extends Outcome {
  readonly expression: string;
  readonly attributes?: { readonly [key: string]: Plain };
}

/** Expectations are what the collector gives. */
const cases: readonly Case[] = [
  { expression: 'Hex("ab")', value: '6162' },
  { expression: 'Hex(1)', value: '0000000000000001' },
  { expression: 'Hex(1.5)', value: '3ff8000000000000' },
  { expression: 'Hex(true)', value: '01' },
  { expression: 'Hex(nil)', value: '' },
  { expression: 'Hex([1])', fails: 'start' },
  { expression: 'Hex(log.attributes["x"])', value: '' },
  { expression: 'Base64Decode("YQ==")', value: 'a' },
  { expression: 'Base64Decode("YQ")', fails: 'record' },
  { expression: 'Base64Decode("Y\\nQ==")', value: 'a' },
  { expression: 'Base64Decode("YR==")', value: 'a' },
  { expression: 'Base64Encode("é","base64-raw-url")', value: 'w6k' },
  { expression: 'Base64Encode("é","x")', fails: 'record' },
  { expression: 'Decode("YQ==","base64")', value: 'a' },
  { expression: 'Decode("é","iso-8859-1")', value: 'Ã©' },
  { expression: 'Decode(0xe9,"iso-8859-1")', value: 'é' },
  { expression: 'Decode(0xe9,"utf-8")', value: '�' },
  { expression: 'Decode("a","UTF8")', value: 'a' },
  { expression: 'Decode(0x6100,"utf-16")', value: 'a' },
  { expression: 'Decode(1,"utf-8")', fails: 'record' },
  { expression: 'Decode(0x80,"windows-1252")', value: '€' },
  { expression: 'Decode("a","latin1")', value: 'a' },
  { expression: 'Decode("YQ==",log.attributes["x"])', fails: 'record' },
  { expression: 'Decode("a","ascii")', value: 'a' },
  { expression: 'Decode(0xe281,"utf-8")', value: '�' },
  { expression: 'Decode(0xefbbbf61,"utf-8")', value: '\ufeffa' },
  { expression: 'Decode(0xc0afe28241,"utf-8")', value: '���A' },
];

describe('what is written in another alphabet', () => {
  test.each(cases)('$expression for $attributes', ({ expression, attributes, ...expected }) => {
    expect(evaluated(expression, attributes)).toStrictEqual(expected);
  });
});
