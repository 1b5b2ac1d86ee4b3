import { SCALAR_STYLE } from 'js-yaml';
import { plainValue } from '../scalars';
import { isPlain, type SourceNode, type TextNode, textOf } from '../tree';
import { readerNames, type Scene } from './finding';

/** Texts that are read as something else, or end before they look like it. */
export function textMistakes(node: TextNode, scene: Scene): void {
  if (!isPlain(node)) {
    if (hasSlashEscape(node, scene)) refusedEscape(node, scene);
    tabbedBlock(node, scene);
    return;
  }
  const first = scene.text.charAt(node.start);
  if ((first >= '0' && first <= '9') || first === '.' || first === '-' || first === '+') numberMistakes(node, scene);
  cutOff(node, scene);
}

/** Go's yaml knows all escapes but this one. Kubectl reads what begins with a brace as JSON, which has it. */
function hasSlashEscape({ start, event }: TextNode, { text, reader }: Scene): boolean {
  if (text.charAt(start) !== '"' || (reader === 'kubernetes' && /^\s*\{/.test(text))) return false;
  return /(?:^|[^\\])(?:\\\\)*\\\//.test(text.slice(event.valueStart, event.valueEnd));
}

function refusedEscape({ start }: TextNode, { reader, error }: Scene): void {
  error(start, 'yaml-syntax', `${readerNames[reader]} does not know the escape "\\/".`, 'Write "/".');
}

/** Go's yaml does not take a tab for a part of the indentation of a block, nor before it knows it. */
function tabbedBlock({ start, event }: TextNode, { text, reader, error }: Scene): void {
  if (event.style !== SCALAR_STYLE.LITERAL_BLOCK && event.style !== SCALAR_STYLE.FOLDED_BLOCK) return;
  const blank = /^(?:[ \t]*(?:\r?\n|$))*/.exec(text.slice(event.valueEnd))?.[0] ?? '';
  const lines = text.slice(event.valueStart, event.valueEnd) + blank;
  const isTold = /^.[-+]?[1-9]/.test(text.slice(start, start + 3));
  const first = isTold ? null : /^(?: *\r?\n)* *(?=\t)/.exec(lines);
  const later = new RegExp(`(?:^|\\n) {0,${Math.max(event.indent - 1, 0)}}(?=\\t)`).exec(lines);
  const found = first ?? (event.indent > 0 ? later : null);
  if (found === null) return;
  const message = `${readerNames[reader]} cannot take a tab in the indentation of this text.`;
  const fix = 'Remove it, or write how many spaces indent the text, e.g. "|2".';
  error(event.valueStart + found.index + found[0].length, 'yaml-syntax', message, fix);
}

function numberMistakes(node: TextNode, { text, reader, error }: Scene): void {
  const written = textOf(text, node);
  const { value } = plainValue(written, reader);
  if (reader === 'kubernetes' && typeof value === 'number' && !Number.isFinite(value)) {
    const message = `kubectl refuses the number ${written}: JSON does not have it.`;
    error(node.start, 'yaml-syntax', message, 'Write a number, or put it in quotes.');
  }
}

const pairs: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** A comment behind a text that opens what it does not close was hardly meant as one. */
function cutOff({ event }: TextNode, { text, warning }: Scene): void {
  if (text.charAt(event.valueEnd) !== ' ' && text.charAt(event.valueEnd) !== '\t') return;
  const comment = /^[ \t]+#[^\r\n]*/.exec(restOfLine(text, event.valueEnd))?.[0];
  if (comment === undefined) return;
  const written = text.slice(event.valueStart, event.valueEnd);
  if (!isOpen(written)) return;
  // A message holds no value: it may be a secret.
  const message = 'this text ends before " #", although something is open in it: the rest of the line is a comment.';
  warning(event.valueStart, 'yaml-comment', message, 'Put the whole text in quotes.');
}

function isOpen(written: string): boolean {
  const expected: string[] = [];
  let quote: string | undefined;
  for (const char of written) {
    if (quote !== undefined) quote = char === quote ? undefined : quote;
    else if (char === '"') quote = char;
    else if (pairs[char] !== undefined) expected.push(pairs[char]);
    else if (char === expected.at(-1)) expected.pop();
  }
  return quote !== undefined || expected.length > 0;
}

/** A value that is not written, although something stands in its place: a comment, an anchor that nobody uses, a tag. */
export function emptyMistakes({ event }: TextNode, key: SourceNode, { text, reader, warning }: Scene): void {
  if (key.kind !== 'text') return;
  const rest = restOfLine(text, key.event.valueEnd).replace(/^["']?[ \t]*:/, '');
  const comment = /^[ \t]+#(\S+)[ \t]*$/.exec(rest)?.[1];
  if (comment !== undefined && !comment.startsWith('#')) {
    const message = 'this is empty: what begins with "#" is a comment.';
    warning(key.start, 'yaml-comment', message, 'If it is the value, put it in quotes.');
  }
  const sign = /^[ \t]+([&!][^\s!]\S*)[ \t]*(?:#.*)?$/.exec(rest)?.[1];
  if (sign !== undefined && (event.anchorStart !== -1 || event.tagStart !== -1)) {
    const what = sign.startsWith('&') ? 'an anchor, which nothing refers to' : 'a tag';
    const message = `${readerNames[reader]} reads no value here: what begins with "${sign.charAt(0)}" is ${what}.`;
    warning(key.start, 'yaml-sign', message, 'If it is the value, put it in quotes.');
  }
}

function restOfLine(text: string, from: number): string {
  const end = text.indexOf('\n', from);
  return text.slice(from, end === -1 ? text.length : end).replace(/\r$/, '');
}
