import type { TemplateDialect } from '../../src/templates/dialect';
import { readGoTemplate } from '../../src/templates/read';

const plain: TemplateDialect = {
  functions: [],
  variables: [],
  advice: { function: 'Write print.', variable: 'Write $.' },
};
const own: TemplateDialect = { ...plain, functions: ['shout'], variables: ['$given'] };

/** The problem with its place, or nothing. */
function problemOf(text: string, dialect = plain): string | undefined {
  const { problem } = readGoTemplate(text, dialect);
  return problem && `${problem.range.start}-${problem.range.end} ${problem.message} ${problem.fix}`;
}

test('a dialect adds functions and variables to those of Go', () => {
  const text = '{{ $given | shout | print }}';
  expect(problemOf(text, own)).toBeUndefined();
  expect(problemOf(text)).toBe('3-9 The variable "$given" is not set. Write $.');
  expect(problemOf('{{ shout . }}')).toBe('3-8 There is no function "shout". Write print.');
  expect(problemOf('{{ prnt . }}')).toBe('3-7 There is no function "prnt". Did you mean "print"?');
  expect(problemOf('{{ given }}', own)).toBe('3-8 There is no function "given". Write "$given".');
});

test('what a template names is told where it is still that of the whole', () => {
  const { uses } = readGoTemplate(
    '{{ .a.b }}{{ $given.c }}{{ with .d }}{{ .e }}{{ $.f }}{{ end }}{{ index $given "g\\x2eh" }}{{ $x := .i }}{{ $x.j }}',
    own,
  );
  expect(uses?.map(({ of, fields }) => [of, ...fields].join(' '))).toEqual([
    ...['root a b', 'given c', 'root d', 'root f', 'given g.h', 'given', 'root i'],
  ]);
});

test.each([
  ['{{ define "a" }}x{{ end }}{{ define `a` }}y{{ end }}', '36-39 The template `a` is defined twice.'],
  ['{{ define "a" }}x{{ end }}{{ block "\\x61" . }}y{{ end }}', '35-41 The template "\\x61" is defined twice.'],
  ['{{ define "a" }}{{ define "b" }}{{ end }}{{ end }}', '19-25 "define" belongs to nothing that is open.'],
])('%s is refused', (text, expected) => {
  expect(problemOf(text)).toContain(expected);
});

test.each([
  '{{ define "a" }}x{{ end }}{{ define "a" }} {{/* nothing */}} {{ end }}',
  '{{ define "a" }}{{ end }}{{ define "a" }}x{{ end }}',
  '{{ define "a" }}x{{ end }}{{ define "A" }}y{{ end }}',
])('%s defines nothing twice', (text) => {
  expect(problemOf(text)).toBeUndefined();
});

test('nothing inside can have the name of the template itself', () => {
  const named = { ...plain, name: 'main' };
  expect(problemOf('{{ define "main" }}x{{ end }}y', named)).toContain('10-16 The template "main" is defined twice.');
  expect(problemOf('{{ define "main" }}x{{ end }}\n', named)).toBeUndefined();
  expect(problemOf('{{ define "main" }}x{{ end }}y')).toBeUndefined();
});

test.each(["'a'", "'ä'", "'😀'", "'\\''", "'\\\\'", "'\\xff'", "'\\u00e9'", "'\\101'"])('%s is a character', (text) => {
  expect(problemOf(`{{ ${text} }}`)).toBeUndefined();
});

test.each(["''", "'ab'", "'\\\"'", "'\\q'", "'\\xc3\\xa9'", "'\\x4'", "'\\ud800'"])('%s is none', (text) => {
  expect(problemOf(`{{ ${text} }}`)).toBe(
    '3-4 Single quotes hold one character. Write texts between double quotes: "…".',
  );
});
