import { edited, type Outcome, type Plain } from './run';

interface Case extends Outcome {
  readonly statement: string;
  readonly attributes?: { readonly [key: string]: Plain };
}

/** Expectations are what the collector gives. */
const cases: readonly Case[] = [
  { statement: 'set(log.attributes["a"], nil)', attributes: { a: 1n }, value: { a: 1n } },
  { statement: 'set(log.attributes["b"], nil)', attributes: { a: 1n }, value: { a: 1n } },
  { statement: 'set(log.attributes["b"], log.time)', attributes: { a: 1n }, fails: 'record' },
  { statement: 'set(log.attributes["b"], [log.time,1])', attributes: { a: 1n }, value: { a: 1n, b: [null, 1n] } },
  {
    statement: 'merge_maps(log.attributes, log.attributes, "upsert")',
    attributes: { a: 1n, b: 2n },
    value: { a: null, b: null },
  },
  {
    statement: 'merge_maps(log.attributes, {"a":5,"c":1}, "insert")',
    attributes: { a: 1n, b: 2n },
    value: { a: 1n, b: 2n, c: 1n },
  },
  {
    statement: 'merge_maps(log.attributes, {"a":5,"c":1}, "update")',
    attributes: { a: 1n, b: 2n },
    value: { a: 5n, b: 2n },
  },
  { statement: 'merge_maps(log.attributes, {"a":5,"c":1}, "x")', attributes: { a: 1n, b: 2n }, fails: 'start' },
  {
    statement: 'merge_maps(log.attributes, log.attributes["m"], "upsert")',
    attributes: { m: { x: 1n, m: 2n } },
    value: { m: 2n, x: 1n },
  },
  { statement: 'merge_maps(log.attributes, nil, "upsert")', fails: 'start' },
  { statement: 'limit(log.attributes, 2, [])', attributes: { a: 1n, b: 2n, c: 3n, d: 4n }, value: { a: 1n, b: 2n } },
  { statement: 'limit(log.attributes, 2, ["d"])', attributes: { a: 1n, b: 2n, c: 3n, d: 4n }, value: { a: 1n, d: 4n } },
  { statement: 'limit(log.attributes, 2, ["z"])', attributes: { a: 1n, b: 2n, c: 3n, d: 4n }, value: { a: 1n, b: 2n } },
  { statement: 'limit(log.attributes, 0, ["z"])', attributes: { a: 1n }, fails: 'start' },
  { statement: 'limit(log.attributes["a"], 0, [])', attributes: { a: 1n }, fails: 'record' },
  {
    statement: 'truncate_all(log.attributes, 2)',
    attributes: { a: 'aé', b: 'éé', c: [1n], d: 'abc' },
    value: { a: 'a', b: 'é', c: [1n], d: 'ab' },
  },
  {
    statement: 'truncate_all(log.attributes, 4, true, "..")',
    attributes: { a: 'abcdé', b: 'abcd' },
    value: { a: 'ab..', b: 'abcd' },
  },
  { statement: 'truncate_all(log.attributes, 1, true, "..")', attributes: { a: 'abcdé' }, fails: 'start' },
  {
    statement: 'flatten(log.attributes)',
    attributes: { a: { b: { c: 1n } }, d: [1n, [2n, { x: 1n }], { y: [1n] }], e: [], f: {} },
    value: { 'a.b.c': 1n, 'd.0': 1n, 'd.10': 2n, 'd.11.x': 1n, 'd.2.y.0': 1n },
  },
  {
    statement: 'flatten(log.attributes,"p",1)',
    attributes: { a: { b: { c: 1n } }, d: [1n, [2n]] },
    value: { 'p.a.b': { c: 1n }, 'p.d.0': 1n, 'p.d.1': [2n] },
  },
  {
    statement: 'flatten(log.attributes, depth=2)',
    attributes: { a: { b: { c: 1n } }, d: [1n, [2n, [3n]]] },
    value: { 'a.b.c': 1n, 'd.0': 1n, 'd.10': 2n, 'd.11': [3n] },
  },
  {
    statement: 'flatten(log.attributes, resolveConflicts=true)',
    attributes: { a: { b: 1n }, 'a.b': 2n, d: [1n, 2n] },
    value: { 'a.b': 1n, 'a.b.0': 2n, d: 1n, 'd.0': 2n },
  },
  {
    statement: 'flatten(log.attributes, resolve_conflicts=true)',
    attributes: { a: { b: 1n }, 'a.b': 2n, d: [1n, 2n, 3n], 'd.0': 5n },
    value: { 'a.b': 1n, 'a.b.0': 2n, d: 1n, 'd.0': 2n, 'd.1': 3n, 'd.0.0': 5n },
  },
  { statement: 'flatten(log.attributes, depth=0)', attributes: { a: 1n }, fails: 'start' },
  { statement: 'append(log.attributes["a"], 1)', attributes: { a: 'x' }, value: { a: ['x', 1n] } },
  { statement: 'append(log.attributes["a"], 1)', value: { a: [1n] } },
  { statement: 'append(log.attributes["a"], 1)', attributes: { a: { m: 1n } }, fails: 'record' },
  {
    statement: 'append(log.attributes["a"], values=[1,"b",nil,[2],{"x":1}])',
    attributes: { a: [1n] },
    fails: 'record',
  },
  {
    statement: 'append(log.attributes["a"], values=[1,"b",nil,[2]])',
    attributes: { a: [1n] },
    value: { a: [1n, 1n, 'b', null, [2n]] },
  },
  { statement: 'append(log.attributes["a"], log.attributes["b"])', attributes: { a: [1n], b: [2n] }, fails: 'record' },
  { statement: 'append(log.attributes["a"])', attributes: { a: [1n] }, fails: 'start' },
  { statement: 'append(log.attributes["a"], log.time)', attributes: { a: [1n] }, fails: 'record' },
  {
    statement: 'append(log.attributes["a"],2)',
    attributes: { a: { bytes: '78' } },
    value: { a: [{ bytes: '78' }, 2n] },
  },
  { statement: 'delete_index(log.attributes["a"],0)', attributes: { a: [1n, 2n, 3n] }, value: { a: [2n, 3n] } },
  { statement: 'delete_index(log.attributes["a"],1,3)', attributes: { a: [1n, 2n, 3n] }, value: { a: [1n] } },
  { statement: 'delete_index(log.attributes["a"],0,3)', attributes: { a: [1n, 2n, 3n] }, value: { a: [] } },
  { statement: 'delete_index(log.attributes["a"],3)', attributes: { a: [1n, 2n, 3n] }, fails: 'record' },
  { statement: 'delete_index(log.attributes["a"],1,1)', attributes: { a: [1n, 2n, 3n] }, value: { a: [1n, 2n, 3n] } },
  { statement: 'delete_index(log.attributes["a"],2,1)', attributes: { a: [1n, 2n, 3n] }, fails: 'record' },
  { statement: 'delete_index(log.attributes["a"],0,0)', attributes: { a: [] }, value: { a: [] } },
  { statement: 'delete_index(log.attributes["a"],0)', attributes: { a: [1n] }, value: { a: [] } },
  { statement: 'delete_index(log.attributes["a"],-1)', attributes: { a: [1n] }, fails: 'record' },
  {
    statement: 'replace_pattern(log.attributes["a"],"(a)(b)","$2$1$$x${1}y$1y$9")',
    attributes: { a: 'zabz' },
    value: { a: 'zba$xayz' },
  },
  {
    statement: 'replace_pattern(log.attributes["a"],"(?P<n>a+)","<$n>",SHA1)',
    attributes: { a: 'baab' },
    value: { a: 'b4c132605d8e6c7a26dea4225544e8e23ef2a2511b' },
  },
  {
    statement: 'replace_pattern(log.attributes["a"],"a","x",SHA1,"h(%s)")',
    attributes: { a: 'baab' },
    value: { a: 'bh(11f6ad8ec52a2984abaafd7c3b516503785c2072)h(11f6ad8ec52a2984abaafd7c3b516503785c2072)b' },
  },
  {
    statement: 'replace_pattern(log.attributes["a"],"a","x",SHA1,"h(%d)")',
    attributes: { a: 'baab' },
    fails: 'record',
  },
  {
    statement: 'replace_pattern(log.attributes["a"],"a","x",SHA1,"%s %s")',
    attributes: { a: 'baab' },
    value: {
      a: 'b11f6ad8ec52a2984abaafd7c3b516503785c2072 %!s(MISSING)11f6ad8ec52a2984abaafd7c3b516503785c2072 %!s(MISSING)b',
    },
  },
  { statement: 'replace_pattern(log.attributes["a"],"a","x",SHA1,"%%s")', attributes: { a: 'baab' }, fails: 'record' },
  { statement: 'replace_pattern(log.attributes["a"],"a","x",ConvertCase)', attributes: { a: 'baab' }, fails: 'record' },
  { statement: 'replace_pattern(log.attributes["a"],"b*","-")', attributes: { a: 'abc' }, value: { a: '-a-c-' } },
  { statement: 'replace_pattern(log.attributes["a"],"a",nil)', attributes: { a: 'abc' }, fails: 'start' },
  { statement: 'replace_pattern(log.attributes["a"],"a","x",IsMatch)', attributes: { a: 'abc' }, fails: 'record' },
  { statement: 'replace_pattern(log.attributes["a"],"a","x",FNV)', attributes: { a: 'abc' }, fails: 'record' },
  { statement: 'replace_pattern(log.attributes["a"],"(","x")', attributes: { a: 'abc' }, fails: 'start' },
  { statement: 'replace_pattern(log.attributes["a"],"a","x")', attributes: { a: 1n }, value: { a: 1n } },
  {
    statement: 'replace_pattern(log.attributes["a"],"x","y",ToUpperCase,"a\\n%s")',
    attributes: { a: 'x' },
    fails: 'record',
  },
  {
    statement: 'replace_all_patterns(log.attributes,"value","a","x",SHA1)',
    attributes: { a: 'ab', b: 'b', c: 1n },
    value: { a: '11f6ad8ec52a2984abaafd7c3b516503785c2072b', b: 'b', c: 1n },
  },
  {
    statement: 'replace_all_patterns(log.attributes,"key","a","x")',
    attributes: { a: 'ab', b: 'b', x: 1n },
    value: { x: 1n, b: 'b' },
  },
  {
    statement: 'replace_all_patterns(log.attributes,"key","a|b","x")',
    attributes: { a: 'ab', b: 'b', x: 1n },
    value: { x: 1n },
  },
  {
    statement: 'replace_all_patterns(log.attributes,"key","a","x",FNV)',
    attributes: { a: 'ab', b: 'b' },
    value: { b: 'b' },
  },
  {
    statement: 'replace_all_patterns(log.attributes,"value","a","x",FNV)',
    attributes: { a: 'ab', b: 'b' },
    value: { a: 'ab', b: 'b' },
  },
  { statement: 'replace_all_patterns(log.attributes,"z","a","x")', attributes: { a: 'ab', b: 'b' }, fails: 'start' },
  { statement: 'replace_match(log.attributes["a"],"a*","x")', attributes: { a: 'abc' }, value: { a: 'x' } },
  {
    statement: 'replace_match(log.attributes["a"],"a*","x",SHA1)',
    attributes: { a: 'abc' },
    value: { a: '11f6ad8ec52a2984abaafd7c3b516503785c2072' },
  },
  {
    statement: 'replace_all_matches(log.attributes,"a*","x",SHA1,"<%s>")',
    attributes: { a: 'abc', b: 'b', c: 1n },
    value: { a: '<11f6ad8ec52a2984abaafd7c3b516503785c2072>', b: 'b', c: 1n },
  },
  { statement: 'replace_match(log.attributes["a"],"[","x")', attributes: { a: 'abc' }, fails: 'start' },
  {
    statement: 'stringify_all(log.attributes)',
    attributes: { a: 1n, b: 1.5, c: null, d: { x: '<' }, e: [1n, 'a'], f: { bytes: '6162' }, g: true },
    value: { a: '1', b: '1.5', c: '', d: '{"x":"<"}', e: '[1,"a"]', f: 'YWI=', g: 'true' },
  },
  { statement: 'keep_keys(log.attributes,["a","z"])', attributes: { a: 1n, b: 2n }, value: { a: 1n } },
  {
    statement: 'keep_matching_keys(log.attributes,"^a")',
    attributes: { a: 1n, ab: 2n, b: 3n },
    value: { a: 1n, ab: 2n },
  },
  { statement: 'delete_matching_keys(log.attributes,"^a")', attributes: { a: 1n, ab: 2n, b: 3n }, value: { b: 3n } },
  { statement: 'delete_key(log.attributes,"a")', attributes: { a: 1n, b: 3n }, value: { b: 3n } },
  { statement: 'delete_key(log.attributes["m"],"a")', attributes: { m: { a: 1n, b: 2n } }, value: { m: { b: 2n } } },
  { statement: 'delete_key(log.attributes["q"],"a")', attributes: { m: { a: 1n, b: 2n } }, fails: 'record' },
  { statement: 'keep_keys(log.attributes,[])', attributes: { a: 1n, b: 2n }, value: {} },
];

describe('what statements do to attributes', () => {
  test.each(cases)('$statement for $attributes', ({ statement, attributes, ...expected }) => {
    const { fails, value } = edited(statement, attributes);
    expect(fails).toBe(expected.fails);
    if (expected.fails === undefined) expect(value).toStrictEqual(expected.value);
  });
});
