import { readTemplate } from '../../src/promql/template';
import { templates } from './templates';

test.each(templates)('%s is read', (text) => expect(readTemplate(text).errors).toBeUndefined());

test.each([
  ['{{ $labels.job }}', ['labels.job']],
  ['{{ .Labels.job }} {{ .Value }}', ['labels.job', 'value']],
  ['{{ index $labels "my.label" }}', ['labels.my.label', 'labels']],
  ['{{ if $labels.a }}{{ $labels.b | toUpper }}{{ end }}', ['labels.a', 'labels.b']],
  ['{{ with $labels }}{{ .job }}{{ end }}', ['labels']],
  ['{{ .labels.job }}', ['root.labels.job']],
  ['{{ $externalLabels.cluster }}', ['externalLabels.cluster']],
  ['{{/* $labels.job */}}', []],
])('%s names %j', (text, expected) => {
  const { tree } = readTemplate(text);
  expect(tree?.uses.map(({ of, fields }) => [of, ...fields].join('.'))).toEqual(expected);
});

test.each([
  ['{{ $labels.job', '0-2 "{{" is not closed.'],
  ['{{ }}', '0-2 The braces are empty.'],
  ['{{ $label.job }}', '3-9 The variable "$label" is not set.'],
  ['{{ humanise $value }}', '3-11 There is no function "humanise".'],
  ['{{ value }}{{ labels.job }}', '14-20 There is no function "labels".'],
  ['{{ if $value }}a', '3-5 "if" is not ended.'],
  ['a{{ end }}', '4-7 "end" belongs to nothing that is open.'],
  ['{{ else }}', '3-7 "else" belongs to nothing that is open.'],
  ['{{ if }}a{{ end }}', '3-5 "if" has no value.'],
  ['{{ $value | 5 }}', '12-13 5 stands behind "|", and is no function.'],
  ['{{ "a".b }}', '6-8 ".b" stands behind "a", which has no fields.'],
  ["{{ 'ab' }}", '3-4 Single quotes hold one character.'],
  ['{{ 5m }}', '3-5 "5m" is no number.'],
  ['{{ (print 1 }}', '12-14 "(" is not closed before "}}".'],
  ['{{ $a, $b := query "up" }}', '3-5 Several variables are set at once.'],
  ['{{ break }}', '3-8 "break" stands outside of "range".'],
  ['{{/* a', '0-2 The comment is not closed.'],
  ['{{ define "x" }}{{ $labels }}{{ end }}', '19-26 The variable "$labels" is not set.'],
])('%s is refused: %s', (text, expected) => {
  const [problem] = readTemplate(text).errors ?? [];
  expect(problem && `${problem.range.start}-${problem.range.end} ${problem.message}`).toBe(expected);
  expect(problem?.fix).toMatch(/^[A-Z].*[.?]$/);
});
