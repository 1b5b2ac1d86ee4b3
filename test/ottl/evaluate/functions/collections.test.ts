import { evaluated, type Outcome, type Plain } from './run';

interface Case extends Outcome {
  readonly expression: string;
  readonly attributes?: { readonly [key: string]: Plain };
}

/** Expectations are what the collector gives. */
const cases: readonly Case[] = [
  { expression: 'Len(nil)', fails: 'record' },
  { expression: 'Len("é")', value: 2n },
  { expression: 'Len([1,2])', value: 2n },
  { expression: 'Len({"a":1})', value: 1n },
  { expression: 'Len(0x0102)', value: 2n },
  { expression: 'Len(1)', fails: 'record' },
  { expression: 'Len(log.trace_id)', fails: 'record' },
  { expression: 'Len(TraceID(0x00000000000000000000000000000000))', fails: 'record' },
  { expression: 'Len(Split("a,b",","))', value: 2n },
  { expression: 'Len(log.time)', fails: 'record' },
  { expression: 'Index("abc","")', value: 0n },
  { expression: 'Index("aébc","b")', value: 3n },
  { expression: 'Index([1,2],2.0)', value: 1n },
  { expression: 'Index(nil,1)', fails: 'record' },
  { expression: 'Index("a",1)', fails: 'record' },
  { expression: 'Index({"a":1},1)', fails: 'record' },
  { expression: 'Index([nil,1],nil)', value: 0n },
  { expression: 'ContainsValue([1,2],2.0)', value: true },
  { expression: 'ContainsValue(["a"],"a")', value: true },
  { expression: 'ContainsValue([nil],nil)', value: true },
  { expression: 'ContainsValue(nil,1)', fails: 'start' },
  { expression: 'ContainsValue([log.attributes],1)', fails: 'record' },
  { expression: 'ContainsValue([0x01],0x01)', value: true },
  { expression: 'ContainsValue([log.time],1)', fails: 'record' },
  { expression: 'Values(log.attributes)', value: [] },
  { expression: 'Keys({"a":1})', value: ['a'] },
  { expression: 'Keys(nil)', fails: 'start' },
  { expression: 'Coalesce([nil,nil])', value: null },
  { expression: 'Coalesce([])', fails: 'start' },
  { expression: 'Coalesce([nil,1])', value: 1n },
  { expression: 'Sort([3,1,2])', value: [1n, 2n, 3n] },
  { expression: 'Sort([3,1.5,2])', value: [1.5, 2n, 3n] },
  { expression: 'Sort(["b","a"])', value: ['a', 'b'] },
  { expression: 'Sort([true,false,true])', value: [false, true, true] },
  { expression: 'Sort([1,"a",true,nil])', value: [null, 1n, 'a', true] },
  { expression: 'Sort([[1]])', value: [[1n]] },
  { expression: 'Sort(Split("b,a",","),"desc")', value: ['b', 'a'] },
  { expression: 'Sort(nil)', fails: 'record' },
  { expression: 'Sort("a")', fails: 'record' },
  { expression: 'Sort([])', value: [] },
  { expression: 'Sort([1,2],"x")', fails: 'start' },
  { expression: 'Sort([0x02,0x01])', value: [{ bytes: '02' }, { bytes: '01' }] },
  { expression: 'Sort([{"a":1}])', fails: 'record' },
  { expression: 'Sort([nil,nil])', value: [null, null] },
  { expression: 'Sort([log.time])', fails: 'record' },
  { expression: 'Sort([2.0,1,3.5],"desc")', value: [3.5, 2, 1n] },
  { expression: 'Sort(["é","z"])', value: ['z', 'é'] },
  { expression: 'Sort([1,2,"10"])', value: [1n, '10', 2n] },
  { expression: 'Sort([true,1.0,"0"])', value: ['0', 1, true] },
  { expression: 'SliceToMap(["a","b"])', value: { '0': 'a', '1': 'b' } },
  { expression: 'SliceToMap([{"k":"x","v":1}],["k"],["v"])', fails: 'start' },
  { expression: 'SliceToMap([{"k":"x"}],["k"])', fails: 'start' },
  { expression: 'SliceToMap([{"k":1}],["k"])', fails: 'start' },
  { expression: 'SliceToMap([{"k":"x"}],["z"])', fails: 'start' },
  { expression: 'SliceToMap([1],["k"])', fails: 'record' },
  { expression: 'SliceToMap([{"k":"x"}],[])', fails: 'start' },
  { expression: 'SliceToMap([{"a":{"b":"x"}}],["a","b"])', fails: 'start' },
  { expression: 'SliceToMap([{"a":1}],["a","b"])', fails: 'start' },
];

describe('what is asked of lists and maps', () => {
  test.each(cases)('$expression for $attributes', ({ expression, attributes, ...expected }) => {
    expect(evaluated(expression, attributes)).toStrictEqual(expected);
  });
});
