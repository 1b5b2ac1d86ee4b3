import { templateAdvice, templateProblem } from '../../src/alertmanager/template';

// test/e2e/alertmanager.test.ts compares with Go itself.
test.each([
  'plain text with { and }}',
  '{{ .Status | toUpper }}: {{ len .Alerts.Firing }}',
  '{{ range $i, $alert := .Alerts }}{{ $alert.Labels.alertname }}{{ if $i }}{{ break }}{{ end }}{{ else }}none{{ end }}',
  '{{- /* a comment */ -}}',
  '{{ with .CommonLabels }}{{ .x }}{{ else with .GroupLabels }}{{ .y }}{{ end }}',
  '{{ define "a" }}{{ template "b" . }}{{ end }}{{ block "b" . }}x{{ end }}',
  '{{ (index .Alerts 0).Labels.x }} {{ printf "%.2f" 1.5e3 }}',
])('%s can be read', (text) => {
  expect(templateProblem(text)).toBeUndefined();
});

test.each([
  ['{{ .Status', '"{{" is not closed.'],
  ['{{ if .x }}', '"if" is not ended.'],
  ['{{ end }}', '"end" belongs to nothing that is open.'],
  ['{{ .Status | upper }}', 'There is no function "upper".'],
  ['{{ $x }}', 'The variable "$x" is not set.'],
  ['{{ break }}', '"break" stands outside of "range".'],
  ['{{ "a" "b }}', 'The text is not closed.'],
  ['{{ (len . }}', '"(" is not closed before "}}".'],
  ['{{ if }}x{{ end }}', '"if" has no value.'],
  ['{{ "x" | 1 }}', '1 stands behind "|", and is no function.'],
  ['{{ define "a" }}x{{ end }}{{ define "a" }}y{{ end }}', 'The template "a" is defined twice.'],
])('%s is refused', (text, message) => {
  expect(templateProblem(text)?.message).toBe(message);
});

test('a template that Alertmanager reads before it has functions can call only those of Go', () => {
  const text = '{{ toUpper .Status }}';
  expect(templateAdvice(text, 'alertmanager')).toBeUndefined();
  expect(templateAdvice(text, 'go')).toBe(
    'There is no function "toUpper". Write a function of Go’s templates, such as print.',
  );
  expect(templateAdvice('{{ len .Alerts | printf "%d" }}', 'go')).toBeUndefined();
});
