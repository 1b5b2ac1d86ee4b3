import { evaluated, type Outcome, type Plain } from './run';

interface Case extends Outcome {
  readonly expression: string;
  readonly attributes?: { readonly [key: string]: Plain };
}

/** Expectations are what the collector gives. */
const cases: readonly Case[] = [
  { expression: 'Format("%v",[log.time])', value: '2023-11-14 22:13:20.123456789 +0000 UTC' },
  { expression: 'Format("%v %s",[Duration("1.5s"),Duration("90m")])', value: '1.5s 1h30m0s' },
  { expression: 'Format("%v",[[1,"a",nil,true,1.5]])', value: '[1 a <nil> true 1.5]' },
  { expression: 'Format("%v",[nil])', value: '<nil>' },
  { expression: 'Format("%s",[1])', value: '%!s(int64=1)' },
  { expression: 'Format("%d",["a"])', value: '%!d(string=a)' },
  { expression: 'Format("%v",[log.trace_id])', value: '' },
  { expression: 'Format("%x %X %x",["hi",255,0x0aff])', value: '6869 FF 0aff' },
  { expression: 'Format("%v",[0x0aff])', value: '[10 255]' },
  { expression: 'Format("%!",[1])', value: '%!!(int64=1)' },
  { expression: 'Format("%d %d",[1])', value: '1 %!d(MISSING)' },
  { expression: 'Format("%d",[1,2])', value: '1%!(EXTRA int64=2)' },
  { expression: 'Format("%5d|%-5d|%05d|%+d|% d",[1,2,3,4,5])', value: '    1|2    |00003|+4| 5' },
  { expression: 'Format("%t %v",[true,false])', value: 'true false' },
  { expression: 'Format("%%",[])', value: '%' },
  { expression: 'Format("%v",[Split("a,b",",")])', value: '[a b]' },
  { expression: 'Format("%s",[["a","b"]])', value: '[a b]' },
  { expression: 'Format("%v",[Index("abc","c")])', value: '2' },
  { expression: 'Format("%d",[[1,2]])', value: '[1 2]' },
  { expression: 'Format("%6s|%-6s|%.2s|%6.1s|",["abc","abc","abcé","éa"])', value: '   abc|abc   |ab|     é|' },
  { expression: 'Format("%s %d %t",[nil,nil,nil])', value: '%!s(<nil>) %!d(<nil>) %!t(<nil>)' },
  { expression: 'Format("%d",[1.5])', value: '%!d(float64=1.5)' },
  { expression: 'Format("%f",[1])', value: '%!f(int64=1)' },
  { expression: 'Format("%s",[true])', value: '%!s(bool=true)' },
  { expression: 'Format("%t",[1])', value: '%!t(int64=1)' },
  { expression: 'Format("%x",[-255])', value: '-ff' },
  { expression: 'Format("%v",[SpanID(0x0102030405060708)])', value: '0102030405060708' },
  {
    expression: 'Format("%v|%s|%d",[Unix(1,5),log.time,Duration("1s")])',
    value: '1970-01-01 00:00:01.000000005 +0000 UTC|2023-11-14 22:13:20.123456789 +0000 UTC|1000000000',
  },
];

describe("formats of Go's fmt", () => {
  test.each(cases)('$expression for $attributes', ({ expression, attributes, ...expected }) => {
    expect(evaluated(expression, attributes)).toStrictEqual(expected);
  });
});
