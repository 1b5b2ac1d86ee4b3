import { evaluated, type Outcome, type Plain } from './run';

interface Case extends Outcome {
  readonly expression: string;
  readonly attributes?: { readonly [key: string]: Plain };
}

/** Expectations are what the collector gives. */
const cases: readonly Case[] = [
  { expression: 'IsString(1)', fails: 'start' },
  { expression: 'IsString("a")', value: true },
  { expression: 'IsString(nil)', fails: 'start' },
  { expression: 'IsInt("a")', fails: 'start' },
  { expression: 'IsMap({"a":1})', value: true },
  { expression: 'IsMap([1])', fails: 'start' },
  { expression: 'IsList([1])', value: true },
  { expression: 'IsList(nil)', value: false },
  { expression: 'IsEmpty(nil)', value: true },
  { expression: 'IsEmpty("")', value: true },
  { expression: 'IsEmpty(0)', value: true },
  { expression: 'IsEmpty([])', value: true },
  { expression: 'IsEmpty({})', value: true },
  { expression: 'IsEmpty(false)', value: true },
  { expression: 'IsEmpty(0.0)', value: true },
  { expression: 'IsEmpty(-0.0)', value: true },
  { expression: 'IsEmpty(TraceID(0x00000000000000000000000000000000))', value: true },
  { expression: 'IsEmpty(Duration("0s"))', value: true },
  { expression: 'IsEmpty(Unix(0))', value: false },
  { expression: 'IsEmpty(log.trace_id)', value: true },
  { expression: 'IsEmpty(Split("",""))', value: true },
  { expression: 'IsString(Concat(["a"],""))', value: true },
  { expression: 'IsString(HasPrefix(1,"a"))', fails: 'start' },
  { expression: 'IsString(HasPrefix(log.attributes["x"],"a"))', fails: 'record' },
  { expression: 'IsInt(ParseInt("x",10))', fails: 'record' },
  { expression: 'IsList(Split("a,b",","))', value: true },
  { expression: 'IsList(log.body)', value: false },
  { expression: 'IsDouble(log.attributes["x"])', value: false },
  { expression: 'IsValidLuhn("4111 1111 1111 1111")', value: true },
  { expression: 'IsValidLuhn(4111111111111111)', value: true },
  { expression: 'IsValidLuhn("a")', fails: 'record' },
  { expression: 'IsValidLuhn("")', value: false },
  { expression: 'IsValidLuhn(nil)', fails: 'record' },
  { expression: 'IsValidLuhn("0")', value: true },
  { expression: 'IsValidLuhn("é1")', fails: 'record' },
  { expression: 'IsValidLuhn("1\\t")', fails: 'record' },
  { expression: 'IsValidLuhn(1.5)', fails: 'record' },
  { expression: 'IsInCIDR("10.0.0.1",["10.0.0.0/8"])', value: true },
  { expression: 'IsInCIDR("::ffff:10.0.0.1",["10.0.0.0/8"])', value: true },
  { expression: 'IsInCIDR("10.0.0.1",["::ffff:10.0.0.0/104"])', value: true },
  { expression: 'IsInCIDR("x",["10.0.0.0/8"])', value: false },
  { expression: 'IsInCIDR("10.0.0.1",["x"])', fails: 'start' },
  { expression: 'IsInCIDR("10.0.0.1",[])', value: false },
  { expression: 'IsInCIDR("fe80::1%eth0",["fe80::/10"])', value: false },
  { expression: 'IsInCIDR("010.0.0.1",["10.0.0.0/8"])', value: false },
  { expression: 'IsInCIDR("10.0.0.1",["0.0.0.0/0"])', value: true },
  { expression: 'IsInCIDR("10.0.0.1",["::/0"])', value: false },
  { expression: 'IsInCIDR("::1",["0.0.0.0/0"])', value: false },
  { expression: 'IsInCIDR("10.0.0.1",["10.0.0.0/08"])', value: true },
  { expression: 'IsInCIDR("10.0.0.1",["10.0.0.0/33"])', fails: 'start' },
  { expression: 'IsInCIDR("1::ffff:1.2.3.4",["1::/16"])', value: true },
  { expression: 'IsInCIDR("x",[log.attributes["x"]])', value: false },
  { expression: 'IsInCIDR("10.0.0.1",["10.0.0.0/8",log.attributes["x"]])', value: true },
  { expression: 'IsInCIDR("11.0.0.1",["10.0.0.0/8",log.attributes["x"]])', fails: 'record' },
];

describe('what is asked of a value', () => {
  test.each(cases)('$expression for $attributes', ({ expression, attributes, ...expected }) => {
    expect(evaluated(expression, attributes)).toStrictEqual(expected);
  });
});
