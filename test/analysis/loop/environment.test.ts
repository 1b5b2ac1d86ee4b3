import { environmentOf } from '../../../src/analysis/loop/environment';
import type { Stored } from '../../../src/analysis/loop/variables';
import { yamlOfMap } from '../../../src/analysis/loop/yaml-map';
import { hub, loopOf, reader } from './models';

const set = (...members: string[]): Stored => ({ kind: 'set', members });
const text = (value: string): Stored => ({ kind: 'text', text: value });
const map = (entries: Record<string, string>): Stored => ({ kind: 'map', entries: new Map(Object.entries(entries)) });

function environment(variables: Parameters<typeof hub>[0], stored: Record<string, Stored>, refs: string[] = []) {
  const { variables: declared, ...rest } = hub(variables, {});
  const withRefs = declared.map((one) => (one.type === 'meta' ? { ...one, variableRefs: refs } : one));
  const kept = new Map(Object.entries(stored).map(([key, value]) => [`h/${key}`, value]));
  return environmentOf({ ...rest, variables: withRefs }, kept);
}

test('variables that were never set: sets and maps are empty, others are absent', () => {
  expect(
    environment(
      { a: 'computed set', b: 'computed map', c: 'computed string', d: 'manual int', e: 'manual boolean' },
      {},
    ),
  ).toEqual({ A: '', B: '{}\n' });
});

test('scalars are what was stored', () => {
  expect(
    environment(
      { a: 'computed string', b: 'computed int', c: 'computed boolean' },
      { a: text(''), b: text('x'), c: text('true') },
    ),
  ).toEqual({ A: '', B: 'x', C: 'true' });
});

test('a set is joined by each export, and not exported without a join', () => {
  const [variable] = hub({ a: 'computed set' }, {}).variables;
  const exports = [
    { name: 'A' },
    { name: 'A_CSV', join: ',' },
    { name: 'A_OR', join: '|' },
    { name: 'A_OR', join: ' ' },
  ];
  const given = { ...hub({}, {}), variables: [{ ...variable!, exports }] };
  expect(environmentOf(given, new Map([['h/a', set('x', 'y')]]))).toEqual({ A_CSV: 'x,y', A_OR: 'x|y' });
});

describe('meta variables', () => {
  const kinds = { list: 'meta metaPriorityList', a: 'computed set', b: 'computed set', c: 'computed string' } as const;

  test('a priority list is the first of its variables that holds something', () => {
    const refs = ['a', 'b', 'c'];
    expect(environment(kinds, {}, refs)).not.toHaveProperty('LIST');
    expect(environment(kinds, { c: text('z') }, refs).LIST).toBe('z');
    expect(environment(kinds, { b: set('x', 'y'), c: text('z') }, refs).LIST).toBe('x|y');
    expect(environment(kinds, { a: set('w'), b: set('x', 'y') }, refs).LIST).toBe('w');
  });

  test('a hash set is the entry of its map that its text names', () => {
    const variables = { meta: 'meta metaHashSet', key: 'computed string', map: 'computed map' } as const;
    const stored = { map: map({ gold: '10', silver: '1' }) };
    expect(environment(variables, stored, ['key', 'map'])).not.toHaveProperty('META');
    expect(environment(variables, { ...stored, key: text('gold') }, ['key', 'map']).META).toBe('10');
    expect(environment(variables, { ...stored, key: text('tin') }, ['key', 'map'])).not.toHaveProperty('META');
  });
});

// As the library yaml.v3 of Go writes them.
test.each<[Record<string, string>, string]>([
  [
    {
      number: '7',
      padded: '007',
      float: '1.50',
      large: '1234567.5',
      tiny: '0.00001',
      max: '99999999999999999999',
      hex: '0x1p-2',
      inf: 'inf',
      signed: '+5',
    },
    'float: 1.5\nhex: 0.25\ninf: .inf\nlarge: 1.2345675e+06\nmax: 1e+20\nnumber: 7\npadded: 7\nsigned: 5\ntiny: 1e-05\n',
  ],
  [
    {
      yes: 'yes',
      true: 'true',
      null: '',
      '12:30': '12:30',
      '2024-01-02': '2024-01-02',
      '2024-13-02': '2024-13-02',
      '1e3': '1e3x',
      '0x1F': '0x1F',
      '~': '~',
    },
    '"~": "~"\n"0x1F": "0x1F"\n"1e3": 1e3x\n"12:30": "12:30"\n"2024-01-02": "2024-01-02"\n2024-13-02: 2024-13-02\n"null": ""\n"true": "true"\n"yes": "yes"\n',
  ],
  [
    {
      'a: b': 'c: d',
      '#x': 'a #b',
      '-': '- a',
      "'": "it's",
      tab: 'a\tb',
      lines: 'a\nb',
      ends: 'a\n',
      space: ' a',
      emoji: '😀',
      quote: '"a"',
    },
    "'#x': 'a #b'\n'''': it's\n'-': '- a'\n'a: b': 'c: d'\nemoji: \"\\U0001F600\"\nends: |\n    a\nlines: |-\n    a\n    b\nquote: '\"a\"'\nspace: ' a'\ntab: \"a\\tb\"\n",
  ],
  [
    { a10: 'x', a9: 'x', a: 'x', A: 'x', '10': 'x', '9': 'x', 'b-1': 'x', b_1: 'x', b: 'x', é: 'x' },
    '"9": x\n"10": x\nA: x\na: x\na9: x\na10: x\nb: x\nb-1: x\nb_1: x\né: x\n',
  ],
])('a map is YAML: %j', (entries, yaml) => {
  expect(yamlOfMap(new Map(Object.entries(entries)))).toBe(yaml);
});

test('a collector gets nothing of a hub that it does not read', () => {
  const loop = loopOf(hub({ a: 'manual set' }, {}));
  expect(loop.environment({ ...reader, envFrom: [] })).toEqual({});
  const { hub: _, ...unlabelled } = reader;
  expect(loop.environment(unlabelled)).toEqual({});
});

test('what a collector sets itself stands before what it gets of the hub', () => {
  const own = { ...reader, env: { A: { kind: 'value', value: 'own' } } } as const;
  const loop = loopOf(hub({ a: 'manual set', b: 'manual set' }, {}), {}, { collectors: [own] });
  loop.request('h', 'a', { operation: 'add', data: ['x'] });
  expect(loop.collectors[0]?.env).toEqual({ A: { kind: 'value', value: 'own' }, B: { kind: 'value', value: '' } });
});

test.each([
  ['a reference to the environment', '${env:OTHER}', true],
  ['an escaped reference', '$${trigger:x}', true],
  ['a reference to nowhere', 'a|${trigger:x}', false],
  ['no reference', '$trigger:x {trigger:x}', true],
])('a collector starts with %s in a variable, or does not', (_, value, starts) => {
  const loop = loopOf(hub({ noisy: 'manual string', unread: 'manual string' }, {}));
  expect(loop.request('h', 'unread', { operation: 'add', data: value }).stopped).toEqual([]);
  expect(loop.request('h', 'noisy', { operation: 'add', data: value }).stopped).toHaveLength(starts ? 0 : 1);
});
