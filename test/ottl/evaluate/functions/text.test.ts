import { evaluated, type Outcome, type Plain } from './run';

interface Case extends Outcome {
  readonly expression: string;
  readonly attributes?: { readonly [key: string]: Plain };
}

/** Expectations are what the collector gives. */
const cases: readonly Case[] = [
  { expression: 'Concat([nil,1,1.5,true,"a",[1],{"a":1},0x0a],"-")', value: '<nil>-1-1.5-true-a-[1]-{"a":1}-0a' },
  { expression: 'Concat([],"-")', value: '' },
  { expression: 'Concat(["a"],1)', fails: 'start' },
  { expression: 'Split("","")', value: [] },
  { expression: 'Split("aéb","")', value: ['a', 'é', 'b'] },
  { expression: 'Split("a,b,",",")', value: ['a', 'b', ''] },
  { expression: 'Split("",",")', value: [''] },
  { expression: 'Substring("aéb",1,1,true)', value: '' },
  { expression: 'Substring("aéb",0,2,true)', value: 'a' },
  { expression: 'Substring("abc",0,0)', fails: 'record' },
  { expression: 'Substring("abc",3,1)', fails: 'record' },
  { expression: 'Substring("abc",-1,1)', fails: 'record' },
  { expression: 'Substring("abc",1,9223372036854775807)', fails: 'record' },
  { expression: 'Substring("aéb",2,2,true)', value: 'b' },
  { expression: 'Substring("aé",2,1,true)', value: '' },
  { expression: 'Trim("  a ")', value: 'a' },
  { expression: 'Trim("xxaxx","x")', value: 'a' },
  { expression: 'Trim("éaé","é")', value: 'a' },
  { expression: 'Trim("abcba","ab")', value: 'c' },
  { expression: 'Trim("abc","")', value: 'abc' },
  { expression: 'TrimPrefix("aa","a")', value: 'a' },
  { expression: 'TrimSuffix("aa","a")', value: 'a' },
];

describe('what is made of texts', () => {
  test.each(cases)('$expression for $attributes', ({ expression, attributes, ...expected }) => {
    expect(evaluated(expression, attributes)).toStrictEqual(expected);
  });
});
