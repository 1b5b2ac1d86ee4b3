import { readDocuments } from '../../src/source/read-file';

/** The YAML mistakes of a text, each with its place, and with what its line says from there. */
function mistakes(text: string): string[] {
  const { issues } = readDocuments({ path: 'file.yaml', text, binary: false });
  const lines = text.split(/\r?\n/);
  return issues.map(({ code, line, column }) => `${code}: ${(lines[line - 1] ?? '').slice(column - 1)}`);
}

const manifest = (text: string) => `apiVersion: v1\nkind: Unknown\nmetadata: { name: x }\n${text}`;
const config = (text: string) => `receivers:\nexporters:\nservice:\n${text}`;

describe('a text that is no YAML', () => {
  test.each([
    ['a mapping in a text', 'a: b: c\n', ': c'],
    ['a sign that texts cannot begin with', 'a: @b\n', '@b'],
    ['a template of Helm', 'a: 1\nb: {{ .Values.b }}\n', '{{ .Values.b }}'],
    ['a template of Helm that is none even by its braces', 'a: 1\n{{- if .x }}\nb: 2\n{{- end }}\n', '{{- if .x }}'],
    ['a tab', 'a:\n\tb: 1\n', '\tb: 1'],
    ['a quote that is not closed', 'a: "b\nc:\n  d: 1\ne: 2\n', '"b'],
    ['a bracket that is not closed', 'a: [b\nc:\n  d: 1\n', '[b'],
    ['a brace that is not closed', 'a:\n  b: {c: 1\n  d: 2\n', '{c: 1'],
    ['a text behind a quote', "a: 'it's'\n", "s'"],
    ['a list behind its key', 'a: - b\n', '- b'],
    ['an alias of nothing', 'a: *b\n', '*b'],
    ['a key without a space', 'a:b\nc: d\n', 'b'],
    ['a line between two depths', 'a:\n    b: 1\n  c: 2\n', 'c: 2'],
    ['a line without a key', 'a:\n  b: 1\n  __MORE__\n\n  c: 2\n', '__MORE__'],
    ['an item outside of its list', 'a:\n  - b\n - c\n', '- c'],
    ['marks of a merge conflict', 'a: 1\n<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> other\n', '<<<<<<< HEAD'],
    ['something behind the sign of a block', 'a: |b\n  c\n', 'b'],
  ])('is said where the mistake is: %s', (what, text, place) => {
    const code = what.includes('Helm') ? 'yaml-template' : 'yaml-syntax';
    expect(mistakes(text)).toEqual([`${code}: ${place}`]);
  });

  test('leaves the other documents of its file as they are', () => {
    const { documents, issues } = readDocuments({ path: 'x', text: 'a: 1\n---\nb: [\n---\nc: 1\n', binary: false });
    expect(documents.map(({ content }) => content)).toEqual([{ a: 1 }, { c: 1 }]);
    expect(issues).toMatchObject([{ code: 'yaml-syntax', line: 3, column: 4 }]);
  });

  test('is found in a text inside another', () => {
    const text = manifest('').replace('Unknown', 'ConfigMap');
    const data = 'data:\n  relay: |\n    receivers:\n      otlp: @x\n    service:\n    exporters:\n';
    expect(mistakes(`${text}${data}`)).toEqual(['yaml-syntax: @x']);
  });

  test('may be no text at all', () => {
    const { issues } = readDocuments({ path: 'x', text: 'PNG\0', binary: true });
    expect(issues).toMatchObject([{ code: 'yaml-syntax', line: 1, column: 1 }]);
  });

  test('is what Go refuses, although the parser does not', () => {
    expect(mistakes('a: &a { b: *a }\n')).toEqual(['yaml-syntax: *a }']);
    expect(mistakes('a: "\\/"\n')).toEqual(['yaml-syntax: "\\/"']);
    expect(mistakes('{ "a": "\\/", "apiVersion": "v1", "kind": "A" }\n')).toEqual([]);
    expect(mistakes(manifest('~: 1\n'))).toEqual(['yaml-syntax: ~: 1']);
    expect(mistakes(manifest('a: .inf\n'))).toEqual(['yaml-syntax: .inf']);
    expect(mistakes('%YAML 1.2\n---\na: 1\n')).toEqual(['yaml-syntax: %YAML 1.2']);
    expect(mistakes('a:\n  b: 1\n\t\n  c: 2\n')).toEqual(['yaml-syntax: \t']);
    expect(mistakes('a: |\n  \tb\n')).toEqual(['yaml-syntax: \tb']);
  });

  test('is not what Go takes, although the parser does not', () => {
    const text = 'a: [\n  b, # "why"\n  it\'s,\n]\nc: {\n\td: "e\nf",\n}\ng: |\n  [\n  x\n';
    const { documents, issues } = readDocuments({ path: 'x', text, binary: false });
    expect(issues).toEqual([]);
    expect(documents[0]?.content).toEqual({ a: ['b', "it's"], c: { d: 'e f' }, g: '[\nx\n' });
  });

  test('is a document that aliases make larger than anybody bears', () => {
    const lines = Array.from({ length: 9 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(9).fill(`*a${i}`)}]`);
    expect(mistakes(['a0: &a0 x', ...lines, ''].join('\n'))).toEqual(['yaml-syntax: a0: &a0 x']);
  });
});

describe('a key that is there twice', () => {
  test('is said at the second, for all readers', () => {
    expect(mistakes('a: 1\nb: { c: 1, "c": 2 }\na: 2\n')).toEqual(['yaml-duplicate: a: 2', 'yaml-duplicate: "c": 2 }']);
    expect(mistakes(manifest('a: 1\n"a": 2\n'))).toEqual(['yaml-duplicate: "a": 2']);
  });

  test('may be written in two ways', () => {
    expect(mistakes(manifest('"true": 1\non: 2\n'))).toEqual(['yaml-boolean: on: 2', 'yaml-duplicate: on: 2']);
  });
});

test('a merge below a key that it takes over is said for kubectl alone', () => {
  const text = 'a: &a { b: 1 }\nc:\n  b: 2\n  <<: *a\nd:\n  <<: *a\n  b: 2\n';
  expect(mistakes(manifest(text))).toEqual(['yaml-merge: <<: *a']);
  expect(mistakes(text)).toEqual([]);
});

describe('values that are not what they look like', () => {
  const collector = (value: string) =>
    manifest(
      `spec:\n  config:\n    processors:\n      resource: { attributes: [{ key: k, value: ${value} }] }\n`,
    ).replace('Unknown', 'OpenTelemetryCollector');

  test.each([
    ['on', 'yaml-boolean: on }] }'],
    ['No', 'yaml-boolean: No }] }'],
    ['1.10', 'yaml-number: 1.10 }] }'],
    ['0644', 'yaml-number: 0644 }] }'],
    ['1e3', 'yaml-number: 1e3 }] }'],
    ['1_000', 'yaml-number: 1_000 }] }'],
    ['0x1F', 'yaml-number: 0x1F }] }'],
  ])('are said where any type is taken: %s', (value, expected) => {
    expect(mistakes(collector(value))).toEqual([expected]);
  });

  test.each(['true', '"on"', '1.5', '10', '0', '-1', "'1.10'", '2026-11-22', '10s'])('pass: %s', (value) => {
    expect(mistakes(collector(value))).toEqual([]);
  });

  test('are others for the collector', () => {
    expect(mistakes(config('value: on\n'))).toEqual([]);
    expect(mistakes(config('any: 2026-11-22\n'))).toEqual(['yaml-date: 2026-11-22']);
    expect(mistakes('image: 2026-11-22\n')).toEqual([]);
  });

  test('are comments, anchors and tags', () => {
    expect(mistakes('a: #alerts\n')).toEqual(['yaml-comment: a: #alerts']);
    expect(mistakes('a: # a remark\nb: #\nc: ## here\n')).toEqual([]);
    expect(mistakes('a: set(b, "c #d")\n')).toEqual(['yaml-comment: set(b, "c #d")']);
    expect(mistakes('a: f("x") # why\nb: [1, 2] # "\nc: "( # "\n')).toEqual([]);
    expect(mistakes('a: &abc\nb: &used\nc: *used\nd: !x\ne: !!str\n')).toEqual([
      'yaml-sign: a: &abc',
      'yaml-sign: d: !x',
    ]);
  });
});

describe('objects of Kubernetes', () => {
  test('hold texts in labels, environments and data', () => {
    const pod =
      'spec:\n  template: { spec: { containers: [{ env: [{ name: A, value: 1 }, { name: B, value: "1" }] }] } }\n';
    expect(mistakes(manifest(pod).replace('Unknown', 'Deployment'))).toEqual([
      'yaml-text: 1 }, { name: B, value: "1" }] }] } }',
    ]);
    expect(
      mistakes('apiVersion: v1\nkind: ConfigMap\nmetadata:\n  labels: { a: on }\ndata:\n  b: 0644\n  c: text\n'),
    ).toEqual(['yaml-text: on }', 'yaml-text: 0644']);
  });

  test('have sections where they belong', () => {
    const resource = 'apiVersion: opentelemetry.io/v1beta1\nkind: OpenTelemetryCollector\nmetadata: { name: x }\n';
    expect(mistakes(`${resource}spec:\n  exporters: {}\nprocessors: {}\nstatus: {}\n`)).toEqual([
      'yaml-indent: processors: {}',
      'yaml-indent: exporters: {}',
    ]);
    expect(mistakes(manifest('processors: {}\n'))).toEqual([]);
  });
});

test('only the first document of a collector’s file is read', () => {
  const text = 'receivers:\nservice:\n---\nprocessors:\n---\napiVersion: v1\nkind: A\n';
  expect(mistakes(text)).toEqual(['yaml-document: ---']);
});

test.each([
  ['Alertmanager', 'route:\n  receiver: a\nreceivers:\n  - name: @a\n', '@a'],
  ['Prometheus', 'scrape_configs:\n  - job_name: a\n    job_name: b\n', 'job_name: b'],
  ['rules', 'groups:\n  - name: a\n    rules:\n      - alert: b: c\n', ': c'],
])('the configuration of %s is looked at in a ConfigMap and in a Secret', (_, text, place) => {
  const file = text.replace(/^/gm, '    ');
  for (const [kind, field] of [
    ['ConfigMap', 'data'],
    ['Secret', 'stringData'],
  ]) {
    const found = mistakes(`apiVersion: v1\nkind: ${kind}\n${field}:\n  file.yaml: |\n${file}`);
    expect(found.map((line) => line.replace(/^[a-z-]+: /, ''))).toEqual([place]);
  }
  expect(mistakes(`apiVersion: v1\nkind: ConfigMap\ndata:\n  notes: |\n    a: b: c\n`)).toEqual([]);
});
