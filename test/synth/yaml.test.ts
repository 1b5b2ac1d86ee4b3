import { Yaml } from 'cdk8s';
import * as fc from 'fast-check';
import { yamlDocument, yamlStream } from '../../src/synth/yaml';
import { parseJsYaml, parseYaml } from './parsers';

// Strings that one parser or another takes for something else when they stand unquoted.
const words = (text: string) => text.split(' ');
const TRICKY = [
  ...words('y Y n N yes Yes YES no on On off OFF true True false null Null ~ = << < { } {} [ [] , # x#y'),
  ...words("--- ... .. . - + -. ._ ? : :x x: !x !!str &x *x | > |- %x @x `x ' \" it's \\ a\\nb"),
  ...words('0 -0 +1 0775 0o17 -0o17 0O17 0x10 0X1F 0b101 0B1 0b-1 08 0_8 1_000 1__ _1'),
  ...words('e1 1e3 1E3 1.e3 1_0e3 .5 5. -.5 1.5 1_0.5 .inf -.Inf +.INF .nan .NaN 12:30:45 1:30 190:20:30.15'),
  ...words('2001-01-01 2001-1-1 2001-02-30 2001-12-14t21:59:43.10-05:00 10.0.0.1 0.0.0.0:4317 10Mi 5m'),
  ...words('constructor é 日本語 😀 a\u0301 \u0000 \u001b \u007f \u0085 \u00a0 \ufeffx'),
  ...[
    '',
    ' ',
    '  x',
    'x ',
    '# x',
    'x #y',
    'x: y',
    '- x',
    '? x',
    '--- x',
    '... x',
    '2001-1-1 1:1:1',
    'word '.repeat(60),
  ],
  ...['\n', '\n\n', 'x\n', 'x\n\n', '\nx', ' \nx', 'x\n ', 'x\n y\n', ' x\ny', '\tx\ny', 'x\n\ty\n', 'x \ny', '\r'],
  ...['x\r\ny', 'x\u2028y\nz', `${'word '.repeat(60)}\nx`],
];

const UNITS = [...' \n\t#:-a01_.e+x"\'\\|>&*!%@`{}[],?~=<y', 'é', '😀', '\u2028', '\u0085', '\ufeff', '\r'];

const text = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...TRICKY) },
  { weight: 3, arbitrary: fc.string({ unit: fc.constantFrom(...UNITS), maxLength: 12 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
);

const json = fc.letrec<{ value: unknown; map: Record<string, unknown> }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    { weight: 5, arbitrary: text },
    { weight: 2, arbitrary: fc.oneof(fc.integer(), fc.double(), fc.boolean(), fc.constant(null)) },
    { weight: 2, arbitrary: fc.array(tie('value'), { maxLength: 4 }) },
    { weight: 2, arbitrary: tie('map') },
  ),
  map: fc.dictionary(
    text.filter((key) => key !== '__proto__'),
    tie('value'),
    { maxKeys: 4, noNullPrototype: true },
  ),
}));

describe('a document', () => {
  test.each(TRICKY)('keeps the string %j, as a value, an item and a key', (value) => {
    const document = { value, items: [value, [value]], [`${value}`]: { [value]: value }, last: value };
    expectSameEverywhere(document);
  });

  test('keeps every JSON value, whichever parser reads it', () => {
    fc.assert(fc.property(json.map, expectSameEverywhere), { numRuns: 1000 });
  });

  test('keeps its neighbours, whatever it ends in', () => {
    fc.assert(
      fc.property(fc.array(json.map, { minLength: 2, maxLength: 4 }), (documents) => {
        const all = yamlStream(documents);
        expect(parseYaml(all)).toEqual(documents);
        expect(parseJsYaml(all)).toEqual(documents);
        const chunks = all.split(/^---\n/m);
        expect(chunks).toHaveLength(documents.length);
      }),
      { numRuns: 300 },
    );
  });

  test('reads as people write it', () => {
    const script = 'if true\n\tthen\nfi\n';
    const document = {
      yes: 'no',
      port: '0775',
      list: [{ a: 1, b: [] }, 'x'],
      script,
      long: `${'word '.repeat(30)}end`,
      none: {},
    };
    expect(yamlDocument(document)).toMatchInlineSnapshot(`
"'yes': 'no'
port: '0775'
list:
  - a: 1
    b: []
  - x
script: |
  if true
  	then
  fi
long: word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word end
none: {}
"
`);
  });

  test('has no anchors: a repeated object is written out', () => {
    const shared = { a: [1] };
    expect(yamlDocument({ x: shared, y: shared })).toBe('x:\n  a:\n    - 1\n"y":\n  a:\n    - 1\n'.replace(/"/g, "'"));
  });

  test('turns undefined into null, and is empty when it is undefined, as stock cdk8s does', () => {
    for (const document of [{ a: undefined, b: [undefined] }, undefined, null]) {
      expect(parseYaml(yamlDocument(document))).toEqual(parseYaml(Yaml.stringify(document)));
    }
  });

  test.each([
    ['a big integer', 12345678901234567890n],
    ['a value with a toJSON', { toJSON: () => 'x' }],
    ['a text of several megabytes', 'abc '.repeat(1_500_000)],
  ])('goes through the stock emitter when it holds what js-yaml refuses: %s', (_, value) => {
    expect(yamlDocument({ value })).toBe(Yaml.stringify({ value }));
  });
});

function expectSameEverywhere(document: unknown): void {
  const written = yamlDocument(document);
  expect(parseYaml(written, '1.1')).toEqual([document]);
  expect(parseYaml(written, '1.2')).toEqual([document]);
  expect(parseJsYaml(written)).toEqual([document]);
}
