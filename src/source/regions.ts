/** A stretch of a text in which line ends and indentation mean less: collections in brackets, quotes, and blocks of text. */
export interface Region {
  readonly kind: 'flow' | 'quoted' | 'block';
  readonly start: number;
  readonly end: number;
}

/**
 * The regions of a YAML text, found without a parser, for texts that one parser takes and another does not. What is no
 * YAML gives no more than a guess.
 */
export function regionsOf(text: string): Region[] {
  const regions: Region[] = [];
  let at = 0;
  while (at < text.length) {
    const region = regionOnLine(text, at);
    if (region !== undefined) regions.push(region);
    const end = text.indexOf('\n', region?.end ?? at);
    at = end === -1 ? text.length : end + 1;
  }
  return regions;
}

/** What leads to a value: the items and keys before it, its anchor and its tag. */
const lead =
  /(?:[ ]*(?:-[ ]+|\?[ ]+|(?:"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[^\s#"'[\]{},&*!|>%@`-][^\n#]*?|-[^\s][^\n#]*?)[ ]*:[ \t]+|[&!][^\s]*[ ]+))*[ \t]*/y;

function regionOnLine(text: string, start: number): Region | undefined {
  lead.lastIndex = start;
  const at = start + (lead.exec(text)?.[0].length ?? 0);
  const sign = text.charAt(at);
  if (sign === '[' || sign === '{') return { kind: 'flow', start: at, end: flowEnd(text, at) };
  if (sign === '"' || sign === "'") return { kind: 'quoted', start: at, end: quoteEnd(text, at) };
  if (sign === '|' || sign === '>') return { kind: 'block', start: at, end: blockEnd(text, start, at) };
  return undefined;
}

/** Behind the bracket that closes the one at the place. */
function flowEnd(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '[' || char === '{') depth++;
    else if (char === ']' || char === '}') depth--;
    else if ((char === '"' || char === "'") && isBegin(text, at)) at = quoteEnd(text, at) - 1;
    else if (char === '#' && /\s/.test(text.charAt(at - 1))) at = lineEnd(text, at) - 1;
    if (depth === 0) return at + 1;
  }
  return text.length;
}

/** Whether a quote opens a text, rather than standing in one. */
function isBegin(text: string, at: number): boolean {
  return /[\s[{,:]/.test(text.charAt(at - 1));
}

function quoteEnd(text: string, start: number): number {
  const form = text.charAt(start) === '"' ? /"(?:[^"\\]|\\[\s\S])*"/y : /'(?:[^']|'')*'/y;
  form.lastIndex = start;
  return start + (form.exec(text)?.[0].length ?? text.length - start);
}

/** All lines that are empty, or indented more than the line that the block begins on. */
function blockEnd(text: string, lineStart: number, at: number): number {
  const before = text.slice(lineStart, at);
  const indent =
    (/^[ ]*(?:-[ ]+)*(?=\S+.*:[ ]+(?:[&!]\S*[ ]+)*$)/.exec(before) ?? /^[ ]*/.exec(before))?.[0].length ?? 0;
  let end = lineEnd(text, at);
  while (end < text.length) {
    const line = text.slice(end + 1, lineEnd(text, end + 1));
    if (line.trim() !== '' && line.length - line.replace(/^ +/, '').length <= indent) break;
    end = lineEnd(text, end + 1);
  }
  return end;
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
}
