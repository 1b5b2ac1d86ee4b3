import { type Code, type Import, isNumber, type SourceFile, type Statement } from './code';
import { type Doc, group, hardline, indent, join, layOut, line, softline, willBreak } from './layout';

const width = 120;
const lineComment = 100;

/** A file as it is written. */
export interface Printed {
  readonly text: string;
  /** The same text without imports and exports, and without what only the compiler reads. */
  readonly program: string;
}

/** The text of a file, as this project's formatter would leave it. */
export function printFile({ imports, body }: SourceFile): Printed {
  const head = imports.flatMap((one) => [importDoc(one), hardline]);
  const { text, types } = layOut(statements(body), width);
  const kept = [0, ...types.map(([, to]) => to)].map((from, i) => text.slice(from, types[i]?.[0] ?? text.length));
  return { text: layOut([...head, ...(head.length > 0 ? [hardline] : [])], width).text + text, program: kept.join('') };
}

function importDoc({ module, names, types = [] }: Import): Doc {
  const all = [
    ...names.map((name) => [name, name]),
    ...types.map((name) => [name, names.length > 0 ? `type ${name}` : name]),
  ];
  const sorted = all.sort(([a = ''], [b = '']) => natural(a, b)).map(([, text = '']) => text);
  const open = names.length > 0 ? 'import {' : 'import type {';
  return [
    group([open, indent([line, join([',', line], sorted)]), ifBreak(','), line, '}']),
    ` from ${quoted(module)};`,
  ];
}

/** Names as the formatter's sorting of imports has them. */
export function natural(a: string, b: string): number {
  const [lowerA, lowerB] = [a.toLowerCase(), b.toLowerCase()];
  if (lowerA !== lowerB) return lowerA < lowerB ? -1 : 1;
  return a === b ? 0 : a < b ? -1 : 1;
}

function ifBreak(doc: Doc): Doc {
  return { kind: 'ifBreak', doc };
}

/** A function's statements have their empty lines without the indentation around them. */
function statements(body: readonly Statement[], inFunction = false): Doc {
  const docs: Doc[] = [];
  for (const statement of tidy(body)) {
    if (statement.kind === 'blank') docs.push(inFunction ? { kind: 'verbatim', text: '\n' } : hardline);
    else
      docs.push(
        ...(inFunction && docs.length > 0 ? [hardline] : []),
        statementDoc(statement),
        ...(inFunction ? [] : [hardline]),
      );
  }
  return docs;
}

/** Statements with one empty line where there are several, and none at the ends. */
function tidy(body: readonly Statement[]): readonly Statement[] {
  const single = body.filter(({ kind }, i) => kind !== 'blank' || (i > 0 && body[i - 1]?.kind !== 'blank'));
  return single[single.length - 1]?.kind === 'blank' ? single.slice(0, -1) : single;
}

function statementDoc(statement: Exclude<Statement, { readonly kind: 'blank' }>): Doc {
  switch (statement.kind) {
    case 'const':
      return [...remarks(statement), `const ${statement.name} =`, assigned(statement.value, false), ';'];
    case 'run':
      return [...remarks(statement), codeDoc(statement.value), ';'];
    case 'return':
      return ['return ', codeDoc(statement.value), ';'];
    case 'comment':
      return join(hardline, statement.notes.map(noteLine));
    case 'function':
      return functionDoc(statement);
  }
}

function functionDoc({ name, params, body }: Extract<Statement, { readonly kind: 'function' }>): Doc {
  const written = params.map(({ name, type }): Doc => [name, { kind: 'type', text: `: ${type}` }]);
  const head = group(['(', indent([softline, join([',', line], written)]), ifBreak(','), softline, ')']);
  return [
    { kind: 'type', text: 'export ' },
    `function ${name}`,
    head,
    ' {',
    indent([hardline, statements(body, true)]),
    hardline,
    '}',
  ];
}

interface Remarked {
  readonly comment?: string;
  readonly notes?: readonly string[];
}

/** What stands above a statement. */
function remarks({ comment, notes }: Remarked): Doc[] {
  const own = comment === undefined ? [] : commentLines(comment);
  return [...notesDoc(notes), ...own.flatMap((line) => [line, hardline])];
}

/** Comments above something. */
function notesDoc(notes: readonly string[] = []): Doc[] {
  return notes.flatMap((note) => [noteLine(note), hardline]);
}

/** Comments behind the last of several. */
function endDoc(notes: readonly string[] = []): Doc[] {
  return notes.length === 0 ? [] : [indent(notes.flatMap((note) => [hardline, noteLine(note)]))];
}

/** One line of a comment as it was read: nothing in it ends the line, and nothing in it speaks to the compiler. */
function noteLine(note: string): string {
  const text = note.replace(unsafe, (char) => (char === '\t' ? char : hex(char))).trimEnd();
  const start = text === '' || /^\s/.test(text) ? text : ` ${text}`;
  return `//${start.replace(/^(\s*)(?=@ts-)/, '$1# ')}`;
}

// What an editor does not show, shows as a new line, or lets turn round what follows.
const unsafe = /[\p{Cc}\p{Cs}\u2028\u2029\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** A comment, wrapped at words. */
function commentLines(text: string): string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = [];
    let current = '//';
    for (const word of paragraph.split(' ')) {
      if (current.length + 1 + word.length > lineComment && current !== '//') {
        lines.push(current);
        current = '//';
      }
      current += word === '' ? '' : ` ${word}`;
    }
    return [...lines, current];
  });
}

/** What stands behind `=` or `:`. A text that is too long for the line goes to the next one. */
function assigned(value: Code, shortKey: boolean): Doc {
  if (value.kind === 'string' && !isMultiline(value.value) && !shortKey) return group(indent([line, codeDoc(value)]));
  return [' ', codeDoc(value)];
}

function codeDoc(code: Code): Doc {
  switch (code.kind) {
    case 'plain':
      return code.text;
    case 'string':
      return isMultiline(code.value) ? templateDoc('', [code.value]) : quoted(code.value);
    case 'template':
      return templateDoc(code.tag, code.parts);
    case 'object':
      return objectDoc(code);
    case 'array':
      return arrayDoc(code);
    case 'call':
      return callDoc(code);
  }
}

function isMultiline(text: string): boolean {
  return text.trimEnd().includes('\n');
}

type ObjectCode = Extract<Code, { readonly kind: 'object' }>;
type ArrayCode = Extract<Code, { readonly kind: 'array' }>;

function objectDoc(code: ObjectCode): Doc {
  if (code.entries.length === 0) return '{}';
  const fields = code.entries.map(([key, value]): Doc => {
    if (value.kind === 'plain' && value.text === key) return key;
    const name = propertyName(key);
    return [name, ':', assigned(value, name.length < 5)];
  });
  const values = code.entries.map(([, value]) => value);
  return group(['{', indent([line, listed(values, fields)]), ...endDoc(code.notesAtEnd), line, '}'], isTall(code));
}

/** Whether an object is read more easily with a line for each entry: it has several that hold more than a scalar. */
function isTall({ entries }: ObjectCode): boolean {
  const nested = entries.filter(([, value]) => isNested(value)).length;
  return (
    nested > 1 ||
    (nested > 0 && entries.length > 3) ||
    entries.some(([, value]) => value.kind === 'object' && isTall(value))
  );
}

function isNested(code: Code): boolean {
  return (code.kind === 'object' && code.entries.length > 0) || (code.kind === 'array' && code.items.some(isNested));
}

function arrayDoc({ items, notesAtEnd }: ArrayCode): Doc {
  if (items.length === 0) return '[]';
  if (isNumbers(items) && notesAtEnd === undefined) {
    const docs = items.map((item): Doc => [...notesDoc(item.notes), codeDoc(item)]);
    return group(['[', indent([softline, { kind: 'fill', docs }]), ifBreak(','), softline, ']']);
  }
  return group(
    ['[', indent([softline, listed(items, items.map(codeDoc))]), ...endDoc(notesAtEnd), softline, ']'],
    breaksItems(items),
  );
}

/** Entries or items, with the commas and the comments between them. */
function listed(codes: readonly Code[], docs: readonly Doc[]): Doc {
  return codes.flatMap(({ notes, besides }, i): Doc[] => {
    const isLast = i === codes.length - 1;
    const suffix: Doc[] = besides === undefined ? [] : [{ kind: 'suffix', text: ` ${noteLine(besides)}` }];
    return [...notesDoc(notes), docs[i] ?? '', isLast ? ifBreak(',') : ',', ...suffix, ...(isLast ? [] : [line])];
  });
}

function isNumbers(items: readonly Code[]): boolean {
  return items.length > 1 && items.every(isNumber);
}

/** Several objects, or several lists, of more than one entry each stand on lines of their own. */
function breaksItems(items: readonly Code[]): boolean {
  const [first] = items;
  if (items.length < 2 || first === undefined) return false;
  return items.every((item) => item.kind === first.kind && sizeOf(item) > 1);
}

function sizeOf(code: Code): number {
  if (code.kind === 'object') return code.entries.length;
  return code.kind === 'array' ? code.items.length : 0;
}

type CallCode = Extract<Code, { readonly kind: 'call' }>;

function callDoc({ callee, on, types, args }: CallCode): Doc {
  const head: Doc = [
    ...(on === undefined ? [callee] : [codeDoc(on), `.${callee}`]),
    ...(types === undefined ? [] : [{ kind: 'type', text: `<${types}>` } as const]),
  ];
  return [head, argumentsDoc(args)];
}

function argumentsDoc(args: readonly Code[]): Doc {
  if (args.length === 0) return '()';
  const docs = args.map(codeDoc);
  const spread: Doc = ['(', indent([softline, join([',', line], docs)]), ifBreak(','), softline, ')'];
  const [last, beforeLast] = [args[args.length - 1], args[args.length - 2]];
  const lastDoc = docs[docs.length - 1];
  if (last === undefined || lastDoc === undefined || !isHugged(last, beforeLast, args.length)) return group(spread);
  const before = docs.slice(0, -1);
  if (before.some(willBreak)) return group(spread, true);
  const start: Doc = ['(', ...before.flatMap((doc) => [doc, ', '])];
  const open: Doc = [start, opened(lastDoc), ')'];
  const broken = group(spread, true);
  return { kind: 'choice', docs: willBreak(lastDoc) ? [open, broken] : [[start, lastDoc, ')'], open, broken] };
}

/** Whether the brackets of the last argument stand beside those of the call. */
function isHugged(last: Code, before: Code | undefined, count: number): boolean {
  if (sizeOf(last) === 0 || before?.kind === last.kind) return false;
  return !(count > 1 && last.kind === 'array' && isNumbers(last.items));
}

function opened(doc: Doc): Doc {
  return typeof doc === 'object' && 'kind' in doc && doc.kind === 'group' ? group(doc.doc, true) : doc;
}

/** A text in the quotes that need fewer escapes. */
export function quoted(text: string): string {
  const singles = text.split("'").length;
  const doubles = text.split('"').length;
  const quote = singles > doubles ? '"' : "'";
  // JSON escapes what must not stand in a text as it is.
  const escaped = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll(quote, `\\${quote}`);
  return `${quote}${escaped.replace(invisible, hex)}${quote}`;
}

// What an editor does not show, or shows as a new line.
const invisible = /\p{Cc}|[\u2028\u2029\ufeff]/gu;

function hex(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function templateDoc(tag: string, parts: readonly (string | Code)[]): Doc {
  const inner = parts.map((part): Doc => {
    if (typeof part !== 'string')
      return ['${', { kind: 'verbatim', text: layOut(codeDoc(part), Number.MAX_SAFE_INTEGER).text }, '}'];
    // OTTL is read as it is written.
    const text = tag.startsWith('ottl.')
      ? part
      : part.replace(/\\|`|\$\{/g, '\\$&').replace(invisible, (char) => (/[\n\t]/.test(char) ? char : hex(char)));
    return { kind: 'verbatim', text };
  });
  return [tag, '`', ...inner, '`'];
}

/** A key of an object, in quotes where it is no name. */
function propertyName(key: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : quoted(key);
}
