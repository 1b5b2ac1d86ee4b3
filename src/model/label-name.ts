/** Which names a release takes: of ASCII letters, digits and underscores alone, or any in UTF-8. */
export type NameScheme = 'legacy' | 'utf8';

/** Whether this is the name of a label. */
export function isLabelName(name: string, scheme: NameScheme): boolean {
  return scheme === 'legacy' ? isPlainLabel(name) : isText(name);
}

/** Whether this is the name of a metric. */
export function isMetricName(name: string, scheme: NameScheme): boolean {
  return scheme === 'legacy' ? isPlainMetric(name) : isText(name);
}

/** Whether this is the name of a label in every release, and needs no quotes. */
export function isPlainLabel(name: string): boolean {
  return /^[a-zA-Z_][a-zA-Z0-9_]*$/.test(name);
}

/** Whether this is the name of a metric in every release, and needs no quotes. */
export function isPlainMetric(name: string): boolean {
  return /^[a-zA-Z_:][a-zA-Z0-9_:]*$/.test(name);
}

/** Whether UTF-8 has the text: it does not have half of a character. */
export function isUtf8(text: string): boolean {
  return !/\p{Cs}/u.test(text);
}

function isText(name: string): boolean {
  return name !== '' && isUtf8(name);
}

/** The name of a label as it stands in PromQL and in the text format: between quotes where it has to. */
export function labelText(name: string): string {
  return isPlainLabel(name) ? name : quotedText(name);
}

/** A text between quotes, with the escapes that PromQL, the text format and Alertmanager’s matchers have in common. */
export function quotedText(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n')}"`;
}
