import type { MatchIndexes, Regex } from './regex';

const NUMBER = /^(?:0|[1-9]\d{0,8})$/;
const REFERENCE = /\$(?:\$|\{([\p{L}\p{Nd}_]+)\}|([\p{L}\p{Nd}_]+))/gu;

/** What a template of Go is for a match: `$1`, `${name}`, `$$`. A group that is unknown or took no part is empty. */
export function expand(template: string, regex: Regex, text: string, match: MatchIndexes): string {
  if (!template.includes('$')) return template;
  return template.replace(REFERENCE, (_, braced?: string, plain?: string) => {
    const name = braced ?? plain;
    if (name === undefined) return '$';
    const group = NUMBER.test(name) ? Number(name) : regex.names.indexOf(name);
    const start = group < 0 ? -1 : (match[2 * group] ?? -1);
    return start < 0 ? '' : text.slice(start, match[2 * group + 1]);
  });
}

/** The position behind the character at a position. */
function after(text: string, position: number): number {
  return position + ((text.codePointAt(position) ?? 0) > 0xffff ? 2 : 1);
}

/** Every match, from the left; none is empty right behind another. */
export function findAll(regex: Regex, text: string): MatchIndexes[] {
  const found: MatchIndexes[] = [];
  let position = 0;
  let previousEnd = -1;
  while (position <= text.length) {
    const match = regex.find(text, position);
    if (match === undefined) break;
    const [start = 0, end = 0] = match;
    const isEmptyBehind = end === position && start === previousEnd;
    position = end === position ? after(text, position) : end;
    previousEnd = end;
    if (!isEmptyBehind) found.push(match);
  }
  return found;
}

/** The text with something else in the place of every match. */
export function replaceMatches(regex: Regex, text: string, replace: (match: MatchIndexes) => string): string {
  let written = '';
  let behind = 0;
  for (const match of findAll(regex, text)) {
    const [start = 0, end = 0] = match;
    written += text.slice(behind, start) + replace(match);
    behind = end;
  }
  return written + text.slice(behind);
}

/** The text with every match replaced by what the template is for it. */
export function replaceAll(regex: Regex, text: string, template: string): string {
  return replaceMatches(regex, text, (match) => expand(template, regex, text, match));
}
