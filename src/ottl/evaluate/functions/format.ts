import { goType } from '../go-type';
import { Id, Instant, type OttlValue, Unsupported } from '../value';
import { type Directive, write } from './format-verb';
import { type Converter, converter } from './function';

const DIRECTIVE = /%([-+# 0]*)(\d*)(?:(\.)(\d*))?(.|$)/gsu;

/** The largest width and precision of Go. */
const MAX_NUMBER = 1_000_000;

function directiveOf([all, flags = '', width = '', point, precision = '', verb = '']: RegExpExecArray): Directive {
  if (verb === '[' || verb === '*' || Number(width) > MAX_NUMBER || Number(precision) > MAX_NUMBER)
    throw new Unsupported(`"${all}" in a format`);
  const directive = { verb, flags, width: Number(width) };
  return point === undefined ? directive : { ...directive, precision: Number(precision) };
}

/** What Go adds for values that no verb takes. */
function extra(values: readonly OttlValue[]): string {
  const written = values.map((value) =>
    value === null ? '<nil>' : `${typeName(value)}=${write(value, { verb: 'v', flags: '', width: 0 })}`,
  );
  return `%!(EXTRA ${written.join(', ')})`;
}

/** The type of a value that a verb does not fit, which is written in the text. */
export function typeName(value: OttlValue): string {
  if (value instanceof Instant || value instanceof Id) throw new Unsupported(`a ${goType(value)} in a wrong verb`);
  return goType(value);
}

/** A text by a format of Go's `fmt.Sprintf`. Throws `Unsupported` for what Go writes for debugging only. */
export function format(template: string, values: readonly OttlValue[]): string {
  let written = '';
  let behind = 0;
  let next = 0;
  for (const match of template.matchAll(DIRECTIVE)) {
    written += template.slice(behind, match.index);
    behind = match.index + match[0].length;
    const directive = directiveOf(match);
    if (directive.verb === '') written += '%!(NOVERB)';
    else if (directive.verb === '%') written += '%';
    else if (next >= values.length) written += `%!${directive.verb}(MISSING)`;
    else written += write(values[next++] ?? null, directive);
  }
  written += template.slice(behind);
  return next < values.length ? written + extra(values.slice(next)) : written;
}

export const formats = {
  Format: converter({
    parameters: { format: 'literalString', vals: 'anys' },
    make:
      ({ format: template, vals }) =>
      (place) =>
        format(
          template,
          vals.map((get) => get(place)),
        ),
  }),
} satisfies Record<string, Converter>;
