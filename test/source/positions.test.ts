import type { EntryPart, Pointer } from '../../src/source/document';
import { sources } from './files';

/** The text from where an entry stands to the end of its line. */
function seen(text: string, pointer: Pointer, part: EntryPart = 'key', nth = 0): string {
  const read = sources({ 'file.yaml': text });
  const document = read.documents[nth];
  if (document === undefined) throw new Error(`no document: ${JSON.stringify(read.issues)}`);
  const { line, column } = read.positionOf(document, pointer, part);
  return `${line}:${column} ${read.line('file.yaml', line).slice(column - 1)}`;
}

const config = `# A comment
receivers:
  otlp:
    protocols: { grpc: { endpoint: "0.0.0.0:4317" } }
processors:
  - one
  -
    two: 2
  - three: 'it''s'
`;

describe('a place in plain YAML', () => {
  test('is the key of an entry', () => {
    expect(seen(config, ['receivers', 'otlp'])).toBe('3:3 otlp:');
  });

  test('or its value, where a map begins with its first key', () => {
    expect(seen(config, ['receivers'], 'value')).toBe('3:3 otlp:');
    expect(seen(config, ['processors', 2, 'three'], 'value')).toBe("9:12 'it''s'");
  });

  test('is found in flow collections', () => {
    const pointer = ['receivers', 'otlp', 'protocols', 'grpc', 'endpoint'];
    expect(seen(config, pointer)).toBe('4:26 endpoint: "0.0.0.0:4317" } }');
    expect(seen(config, pointer, 'value')).toBe('4:36 "0.0.0.0:4317" } }');
    expect(seen(config, ['receivers', 'otlp', 'protocols'], 'value')).toBe(
      '4:16 { grpc: { endpoint: "0.0.0.0:4317" } }',
    );
  });

  test('is that of an item of a list', () => {
    expect(seen(config, ['processors', 0])).toBe('6:5 one');
    expect(seen(config, ['processors', 1])).toBe('8:5 two: 2');
    expect(seen(config, ['processors', 1, 'two'])).toBe('8:5 two: 2');
  });

  test('is the nearest thing around it for what is missing', () => {
    expect(seen(config, ['receivers', 'otlp', 'tls', 'insecure'])).toBe('3:3 otlp:');
    expect(seen(config, ['exporters'])).toBe('2:1 receivers:');
    expect(seen(config, ['processors', 7])).toBe('5:1 processors:');
    expect(seen(config, ['processors', 0, 'x'])).toBe('6:5 one');
  });

  test('of an empty value is its key', () => {
    expect(seen('a:\n  b:\n  c: 1\n', ['a', 'b'], 'value')).toBe('2:3 b:');
    expect(seen('- a\n-\n', [1], 'value')).toBe('1:1 - a');
  });

  test('of the whole is where the first thing stands', () => {
    expect(seen(config, [])).toBe('2:1 receivers:');
  });

  test('holds for keys that the reader changes', () => {
    const object = (more: string) => `apiVersion: v1\nkind: Unknown\n${more}`;
    expect(seen(object('on: { 8080: x }\n'), ['true', '8080'])).toBe('3:7 8080: x }');
    expect(seen('on: { 8080: x }\n', ['on', '8080'])).toBe('1:7 8080: x }');
    expect(seen('"quoted/key": 1\n', ['quoted/key'])).toBe('1:1 "quoted/key": 1');
  });

  test('is the last of two equal keys, as the reader takes it', () => {
    expect(seen('apiVersion: v1\nkind: A\na: 1\na: 2\n', ['a'])).toBe('4:1 a: 2');
  });
});

describe('lines', () => {
  test('end as Windows ends them, too', () => {
    expect(seen(config.replaceAll('\n', '\r\n'), ['processors', 1, 'two'])).toBe('8:5 two: 2');
  });

  test('begin behind a mark of the byte order', () => {
    expect(seen(`\ufeffreceivers:\n  otlp:\n`, ['receivers'])).toBe('1:1 receivers:');
    expect(seen(`\ufeffreceivers:\n  otlp:\n`, ['receivers', 'otlp'])).toBe('2:3 otlp:');
  });
});

describe('documents of one file', () => {
  const many = `# nothing here\n---\na: 1\n...\n---\n# only a comment\n---\nb: 2\n---\n--- { c: 3 }\n`;

  test('are those that are not empty, each with its places', () => {
    const { documents } = sources({ 'file.yaml': many });
    expect(documents.map(({ content }) => content)).toEqual([{ a: 1 }, { b: 2 }, { c: 3 }]);
    expect(seen(many, ['a'], 'key', 0)).toBe('3:1 a: 1');
    expect(seen(many, ['b'], 'key', 1)).toBe('8:1 b: 2');
    expect(seen(many, ['c'], 'key', 2)).toBe('10:7 c: 3 }');
  });

  test('without `---` between them, and with directives', () => {
    const text = '%YAML 1.1\n---\na: 1\n...\nb: 2\n';
    expect(seen(text, ['a'], 'key', 0)).toBe('3:1 a: 1');
    expect(seen(text, ['b'], 'key', 1)).toBe('5:1 b: 2');
  });

  test('are the items of a list that kubectl prints', () => {
    const list = `apiVersion: v1
items:
- apiVersion: v1
  kind: ConfigMap
  data: {}
- apiVersion: v1
  items:
  - apiVersion: v1
    kind: Secret
    type: Opaque
  kind: List
kind: List
`;
    const read = sources({ 'file.yaml': list });
    expect(read.documents.map(({ content }) => (content as { kind: string }).kind)).toEqual(['ConfigMap', 'Secret']);
    expect(seen(list, ['data'], 'key', 0)).toBe('5:3 data: {}');
    expect(seen(list, ['type'], 'key', 1)).toBe('10:5 type: Opaque');
    expect(seen(list, [], 'key', 1)).toBe('8:5 apiVersion: v1');
  });

  test('are read from JSON as well', () => {
    const list = JSON.stringify({ apiVersion: 'v1', kind: 'List', items: [{ apiVersion: 'v1', kind: 'A', b: '\t"' }] });
    expect(seen(list, ['b'])).toMatch(/^1:73 "b":/);
    expect(seen(JSON.stringify(JSON.parse(list), undefined, '\t'), ['b'])).toBe('8:4 "b": "\\t\\""');
  });
});

describe('aliases', () => {
  const aliased = `base: &base
  tls: { insecure: true }
one: *base
two:
  <<: [*base, { more: 1 }]
  own: 2
`;

  test('lead to the anchor', () => {
    expect(seen(aliased, ['one', 'tls', 'insecure'])).toBe('2:10 insecure: true }');
    expect(seen(aliased, ['one'], 'value')).toBe('3:6 *base');
  });

  test('and so do merge keys', () => {
    expect(seen(aliased, ['two', 'tls'])).toBe('2:3 tls: { insecure: true }');
    expect(seen(aliased, ['two', 'more'])).toBe('5:17 more: 1 }]');
    expect(seen(aliased, ['two', 'own'])).toBe('6:3 own: 2');
  });
});

describe('a text that is YAML itself', () => {
  const inner = ['data', 'relay', 'receivers', 'otlp', 'endpoint'];

  test.each([
    ['|', 'data:\n  relay: |\n    receivers:\n\n      otlp:\n        endpoint: here\n', '6:9 endpoint: here'],
    ['|-', 'data:\n  relay: |-\n   receivers:\n    otlp: {endpoint: here}', '4:12 endpoint: here}'],
    ['|2', 'data:\n  relay: |2 # why\n    receivers:\n      otlp:\n        endpoint: here\n', '5:9 endpoint: here'],
    ['>', 'data:\n  relay: >\n    receivers:\n      otlp:\n        endpoint: here\n', '5:9 endpoint: here'],
    ['"', 'data:\n  relay: "receivers:\\n  otlp:\\n    endpoint: here"\n', '2:36 endpoint: here"'],
    [
      '" \\x',
      'data:\n  relay: "\\x72eceivers: {\\u006ftlp: {\\U0001F600: 1,\\\n    \\ endpoint: here}}"\n',
      '3:7 endpoint: here}}"',
    ],
    ["'", "data:\n  relay: 'receivers: { \"it''s\": 1, otlp: { endpoint: here } }'\n", "2:44 endpoint: here } }'"],
    ['folded quotes', 'data:\n  relay: "receivers: {\n     otlp:\n     {endpoint: here}}"\n', '4:7 endpoint: here}}"'],
    [
      'CRLF',
      'data:\r\n  relay: |\r\n    receivers:\r\n      otlp:\r\n        endpoint: here\r\n',
      '5:9 endpoint: here',
    ],
  ])('is looked into: %s', (_, text, place) => {
    expect(seen(text, inner)).toBe(place);
  });

  test('and into a text in that', () => {
    const text = 'data:\n  out: |\n    in: |\n      a:\n        b: "x: {y: 1}"\n';
    expect(seen(text, ['data', 'out', 'in', 'a', 'b', 'x', 'y'])).toBe('5:17 y: 1}"');
  });

  test('is the place itself where it is no YAML', () => {
    expect(seen('data:\n  relay: "a: b: c: ["\n', ['data', 'relay', 'a'])).toBe('2:3 relay: "a: b: c: ["');
  });
});
