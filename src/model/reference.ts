/** A `${…}` that the collector replaces when it loads its configuration. */
export interface Reference {
  /** What stands between the braces; an inner reference in it is the character U+FFFC. */
  readonly uri: string;
  /** From where what is read; absent for text that is no `scheme:…`. */
  readonly source?: { readonly scheme: string; readonly opaque: string };
}

/** An environment variable that a configuration reads. */
export interface EnvReference {
  /** With U+FFFC for what is itself read from elsewhere. */
  readonly name: string;
  readonly hasDefault: boolean;
}

/** Stands for what an inner reference is replaced by. */
export const placeholder = '\uFFFC';
// confmap's expand.go: a scheme is a letter, then at least one letter, digit, plus, period or hyphen; here also what an
// inner reference gives.
const uriPattern = /^([A-Za-z][A-Za-z0-9+.\uFFFC-]+|\uFFFC[A-Za-z0-9+.\uFFFC-]*):(.*)$/s;
// confmap gives up after as many rounds.
const maxRounds = 1000;

/**
 * The references in a text, innermost first, as the collector finds them (confmap's `findURI`): `${NAME}` means
 * `${env:NAME}`, `$$` is a plain `$`, and nothing behind an escaped `$${…}` is read any more.
 */
export function references(text: string): readonly Reference[] {
  return expand(text).found;
}

/** Whether a value is known only when the collector starts, in whole or in part. */
export function isReference(value: unknown): boolean {
  return typeof value === 'string' && references(value).length > 0;
}

/** Whether a value is read from elsewhere as it stands, so that it can have any type: `${env:PORT}`, not `:${env:PORT}`. */
export function isWholeReference(value: unknown): boolean {
  return typeof value === 'string' && expand(value).rest === placeholder;
}

function expand(text: string): { readonly found: readonly Reference[]; readonly rest: string } {
  const found: Reference[] = [];
  if (!text.includes('${')) return { found, rest: text };
  let rest = text;
  for (let round = 0; round < maxRounds; round++) {
    const span = nextSpan(rest);
    if (span === undefined || span.escaped) break;
    const expression = rest.slice(span.open, span.close + 1);
    const inside = expression.slice(2, -1);
    const uri = inside.includes(':') ? inside : `env:${inside}`;
    const [, scheme, opaque] = uriPattern.exec(uri) ?? [];
    found.push(scheme === undefined || opaque === undefined ? { uri } : { uri, source: { scheme, opaque } });
    rest = rest.replaceAll(expression, placeholder);
  }
  return { found, rest };
}

/** The variable of an `env:` reference; `undefined` for other sources. */
export function envOf(reference: Reference): EnvReference | undefined {
  if (reference.source?.scheme !== 'env') return undefined;
  const { opaque } = reference.source;
  const at = opaque.indexOf(':-');
  return { name: at === -1 ? opaque : opaque.slice(0, at), hasDefault: at !== -1 };
}

/** The first reference behind an escaped `$${…}`, which the collector leaves as it is. */
export function unreadReference(text: string): string | undefined {
  if (!text.includes('$${')) return undefined;
  const span = escapedSpan(text);
  if (span === undefined) return undefined;
  return /(?<!\$)(?:\$\$)*(\$\{env:[^{}]*\})/.exec(text.slice(span.close + 1))?.[1];
}

/** Where a `${…}` stands in a text: the index of its `$` and of its `}`. */
export interface Span {
  readonly open: number;
  readonly close: number;
  readonly escaped: boolean;
}

function escapedSpan(text: string): Span | undefined {
  let rest = text;
  let removed = 0;
  for (let span = nextSpan(rest); span !== undefined; span = nextSpan(rest)) {
    if (span.escaped) return { ...span, open: span.open + removed, close: span.close + removed };
    rest = rest.slice(span.close + 1);
    removed += span.close + 1;
  }
  return undefined;
}

/** The first closing brace that has an opening `${` before it, and the nearest one before it. */
export function nextSpan(text: string): Span | undefined {
  let from = 0;
  for (;;) {
    const close = text.indexOf('}', from);
    if (close === -1) return undefined;
    const open = text.lastIndexOf('${', close);
    if (open >= from) return { open, close, escaped: dollarsBefore(text, open) % 2 === 1 };
    from = close + 1;
  }
}

function dollarsBefore(text: string, index: number): number {
  let count = 0;
  while (text[index - 1 - count] === '$') count++;
  return count;
}
