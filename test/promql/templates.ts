import fc from 'fast-check';

/** Templates of alerts that Prometheus takes, with everything that templates may have. */
export const templates: readonly string[] = [
  'plain text',
  '{{ $labels.job }} is down, {{ $value }}',
  '{{ $value | humanize }}, {{ humanizePercentage $value }}',
  '{{ if gt $value 1.0 }}a{{ else if eq $labels.x "y" }}b{{ else }}c{{ end }}',
  '{{ range $i, $e := query "up" }}{{ $i }}{{ $e.Labels.job }}{{ else }}none{{ end }}',
  '{{ with $labels }}{{ .job }}{{ end }}',
  '{{ with query "up" }}{{ . | first }}{{ else with $labels }}{{ . }}{{ end }}',
  '{{- printf "%.2f" $value -}}',
  '{{/* a comment */}}x{{- /* another */ -}}',
  '{{ define "a" }}{{ . }}{{ end }}{{ template "a" $labels }}{{ template "a" }}',
  '{{ block "b" . }}x{{ end }}',
  '{{ $x := .Labels.a }}{{ $x = "b" }}{{ $x }}',
  '{{ (query "up" | first | value) }}',
  '{{ (index $labels "a.b").c }}',
  "{{ 'a' }} {{ '\\n' }} {{ 0x1F }} {{ 0b11 }} {{ 1e3 }} {{ 1_000 }} {{ .5 }} {{ -1 }} {{ 1+2i }} {{ 08+2i }}",
  '{{ true }} {{ nil | print }} {{ not false }}',
  '{{ range query "up" }}{{ break }}{{ continue }}{{ end }}',
  '{{ `raw` }} {{ "a\\n\\x41\\u00e9" }}',
  '{{ $externalLabels.cluster }} {{ $externalURL }} {{ .ExternalLabels.x }} {{ .Value }}',
  '{{ args 1 2 | len }}{{ reReplaceAll "a(b)" "$1" $labels.x }}',
  '}} { {x} {{ "{{" }}',
];

const pieces = /\{\{-?|-?\}\}|"(?:\\.|[^"\\])*"|\$?\.?\w+|\s+|:=|./gsu;

const inserted = [
  ...['{{', '}}', '{{- ', ' -}}', '{{ end }}', '{{ else }}', '{{ if true }}', '{{ range $x := . }}', '{{ with . }}'],
  ...['|', '(', ')', ' ', '.', ',', ':=', '=', ':', '#', 'é', '\n', '/*', '*/', '{{/* x */}}', '- ', ' -'],
  ...['$', '$x', '$labels', '$nope', '$x := 1', 'humanize', 'nofunc', '.a', '.a.b', 'nil', 'true'],
  ...['"s"', '"\\q"', "'c'", "'cc'", '`r`', '"open', '1', '1x', '08', '0b12', '1_0', '1e999', '0x'],
  ...['break', 'continue', 'end', 'else', 'define', 'template', 'block', 'if', 'range', 'with'],
];

/** A template with one or two of its pieces taken away, doubled, replaced or put elsewhere. */
export const mistakenTemplates: fc.Arbitrary<string> = fc.constantFrom(...templates).chain((text) => {
  const change = fc.record({
    at: fc.nat(),
    kind: fc.constantFrom('remove', 'repeat', 'replace', 'insert', 'swap'),
    piece: fc.constantFrom(...inserted),
  });
  return fc.array(change, { minLength: 1, maxLength: 2 }).map((changes) =>
    changes
      .reduce<readonly string[]>((all, { at, kind, piece }) => {
        const i = all.length === 0 ? 0 : at % all.length;
        const here = all[i] ?? '';
        const next = all[i + 1] ?? '';
        const [until, by]: [number, readonly string[]] = {
          remove: [i + 1, []] as [number, string[]],
          repeat: [i + 1, [here, here]] as [number, string[]],
          replace: [i + 1, [piece]] as [number, string[]],
          insert: [i, [piece]] as [number, string[]],
          swap: [i + 2, [next, here]] as [number, string[]],
        }[kind];
        return [...all.slice(0, i), ...by, ...all.slice(until)];
      }, text.match(pieces) ?? [])
      .join(''),
  );
});
