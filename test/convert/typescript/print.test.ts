import {
  array,
  blankLine,
  type Code,
  call,
  method,
  object,
  plain,
  type Statement,
  string,
} from '../../../src/convert/typescript/code';
import { printFile } from '../../../src/convert/typescript/print';

function printed(...body: readonly Statement[]): string {
  return printFile({ path: 'main.ts', imports: [], body }).text;
}

function value(code: Code): string {
  return printed({ kind: 'const', name: 'x', value: code });
}

const long = (letter: string) => string(letter.repeat(60));

test('a call stays on its line while it fits', () => {
  const code = call('receivers.otlp', object([['protocols', object([['grpc', object([])]])]]));
  expect(value(code)).toBe('const x = receivers.otlp({ protocols: { grpc: {} } });\n');
});

test('the last object of a call breaks first, and all arguments where that is not enough', () => {
  expect(
    value(
      call(
        'f',
        string('a'),
        object([
          ['one', long('a')],
          ['two', long('b')],
        ]),
      ),
    ),
  ).toBe(`const x = f('a', {\n  one: '${'a'.repeat(60)}',\n  two: '${'b'.repeat(60)}',\n});\n`);
  expect(value(call('f', long('a'), long('b')))).toBe(
    `const x = f(\n  '${'a'.repeat(60)}',\n  '${'b'.repeat(60)}',\n);\n`,
  );
});

test('objects that hold several others have a line for each', () => {
  const inner = object([['a', plain('1')]]);
  expect(
    value(
      object([
        ['first', inner],
        ['second', inner],
      ]),
    ),
  ).toBe('const x = {\n  first: { a: 1 },\n  second: { a: 1 },\n};\n');
});

test('lists of objects break, lists of numbers fill their lines', () => {
  const pair = object([
    ['a', plain('1')],
    ['b', plain('2')],
  ]);
  expect(value(array([pair, pair]))).toBe('const x = [\n  { a: 1, b: 2 },\n  { a: 1, b: 2 },\n];\n');
  const numbers = array(Array.from({ length: 30 }, (_, i) => plain(String(1000 + i))));
  const lines = value(numbers)
    .split('\n')
    .map((line) => line.length);
  expect(Math.max(...lines)).toBeLessThanOrEqual(120);
  expect(lines).toHaveLength(5);
});

test('a text that is too long goes to the next line, unless its key is short', () => {
  const text = string('t'.repeat(118));
  expect(value(object([['endpoint', text]]))).toContain(`endpoint:\n    '${'t'.repeat(118)}'`);
  expect(value(object([['to', text]]))).toContain(`to: '${'t'.repeat(118)}'`);
});

test.each([
  ["it's", `"it's"`],
  ['say "no"', `'say "no"'`],
  [`both ' and "`, `'both \\' and "'`],
  ['a\\b', `'a\\\\b'`],
  ['one line\n', `'one line\\n'`],
  ['two\nlines', '`two\nlines`'],
  ['`${x}`\n\\', '`\\`\\${x}\\`\n\\\\`'],
  ['bell\u0007', `'bell\\u0007'`],
  ['\u2028', `'\\u2028'`],
])('the text %j means itself', (text, expected) => {
  expect(value(string(text))).toBe(`const x = ${expected};\n`);
  const { program } = printFile({ path: 'main.ts', imports: [], body: [{ kind: 'return', value: string(text) }] });
  expect(new Function(program)()).toBe(text);
});

test('keys are in quotes where they have to be', () => {
  expect(
    value(
      object([
        ['a-b', plain('1')],
        ['c', plain('2')],
        ['1', plain('3')],
        ['d', plain('d')],
      ]),
    ),
  ).toBe("const x = { 'a-b': 1, c: 2, '1': 3, d };\n");
});

test('comments stand above what they speak of, and behind the last of several', () => {
  const noted = (text: string, ...notes: readonly string[]): Code => ({ ...plain(text), notes });
  const list: Code = { ...array([plain('1'), noted('2', ' of two'), plain('3')]), notes: [' of the list', '   more'] };
  const ended: Code = { ...array([plain('1'), plain('2')]), notesAtEnd: [' the end'] };
  const inner: Code = { ...object([['a', noted('1', 'of a')]]), notesAtEnd: [' of no entry', ''] };
  expect(
    printed({
      kind: 'run',
      notes: [' of all', '', ' of it'],
      comment: 'why it is so',
      value: call(
        'f',
        string('x'),
        object([
          ['list', list],
          ['ended', ended],
          ['inner', inner],
        ]),
      ),
    }),
  ).toMatchInlineSnapshot(`
"// of all
//
// of it
// why it is so
f('x', {
  // of the list
  //   more
  list: [
    1,
    // of two
    2, 3,
  ],
  ended: [
    1,
    2,
    // the end
  ],
  inner: {
    // of a
    a: 1,
    // of no entry
    //
  },
});
"
`);
});

test('many numbers fill their lines between comments', () => {
  const items = Array.from(
    { length: 40 },
    (_, i): Code => ({
      ...plain(String(1000 + i)),
      ...(i % 15 === 3 && { notes: [` of ${i}`] }),
    }),
  );
  expect(value(array(items))).toMatchInlineSnapshot(`
"const x = [
  1000, 1001, 1002,
  // of 3
  1003, 1004, 1005, 1006, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014, 1015, 1016, 1017,
  // of 18
  1018, 1019, 1020, 1021, 1022, 1023, 1024, 1025, 1026, 1027, 1028, 1029, 1030, 1031, 1032,
  // of 33
  1033, 1034, 1035, 1036, 1037, 1038, 1039,
];
"
`);
});

test.each([
  [' ends\u2028alert(1)', '// ends\\u2028alert(1)'],
  [' returns\ralert(1)', '// returns\\u000dalert(1)'],
  [' a\u202eb', '// a\\u202eb'],
  [' half \ud83d', '// half \\ud83d'],
  ['# @ts-nocheck', '// # @ts-nocheck'],
  [' @ts-ignore', '// # @ts-ignore'],
  ['/ <reference path="x" />', '// / <reference path="x" />'],
  [' 👩‍👩‍👧 \t tab  ', '// 👩‍👩‍👧 \t tab'],
])('the comment %j stays on its line, and says nothing to the compiler', (note, expected) => {
  expect(printed({ kind: 'comment', notes: [note] })).toBe(`${expected}\n`);
});

test('what only the compiler reads is not in the program that runs', () => {
  const file = printFile({
    path: 'gateway.ts',
    imports: [{ module: 'cdk8s', names: [], types: ['Chart'] }],
    body: [
      {
        kind: 'function',
        name: 'gateway',
        params: [{ name: 'chart', type: 'Chart' }],
        body: [
          { kind: 'run', value: { kind: 'call', callee: 'raw.exporter', types: "'logs'", args: [string('acme')] } },
          blankLine,
          { kind: 'run', value: method(plain('chart'), 'go') },
        ],
      },
    ],
  });
  expect(file.text).toBe(`import type { Chart } from 'cdk8s';

export function gateway(chart: Chart) {
  raw.exporter<'logs'>('acme');

  chart.go();
}
`);
  expect(file.program).toBe("function gateway(chart) {\n  raw.exporter('acme');\n\n  chart.go();\n}\n");
});
