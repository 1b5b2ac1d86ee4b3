/** A text whose line breaks depend on the width, as formatters of code lay it out. */
export type Doc =
  | string
  | readonly Doc[]
  /** All of its lines break, or none. */
  | { readonly kind: 'group'; readonly doc: Doc; readonly breaks: boolean }
  /** The first of several layouts whose first line fits; the last one anyway. */
  | { readonly kind: 'choice'; readonly docs: readonly Doc[] }
  | { readonly kind: 'indent'; readonly doc: Doc }
  /** A space, nothing, or always a new line. */
  | { readonly kind: 'line'; readonly flat: ' ' | '' | undefined }
  | { readonly kind: 'ifBreak'; readonly doc: Doc }
  /** As many on a line as fit. One with lines of its own above it begins on the next line. */
  | { readonly kind: 'fill'; readonly docs: readonly Doc[] }
  /** Text over several lines that is as it is. */
  | { readonly kind: 'verbatim'; readonly text: string }
  /** What stands behind the end of a line, however wide that is. */
  | { readonly kind: 'suffix'; readonly text: string }
  /** What only the compiler reads, and a program that runs does not have. */
  | { readonly kind: 'type'; readonly text: string };

export const line: Doc = { kind: 'line', flat: ' ' };
export const softline: Doc = { kind: 'line', flat: '' };
export const hardline: Doc = { kind: 'line', flat: undefined };

export function group(doc: Doc, breaks = false): Doc {
  return { kind: 'group', doc, breaks: breaks || willBreak(doc) };
}

export function indent(doc: Doc): Doc {
  return { kind: 'indent', doc };
}

export function join(separator: Doc, docs: readonly Doc[]): Doc {
  return docs.flatMap((doc, i) => (i === 0 ? [doc] : [separator, doc]));
}

/** Whether a layout has a line that breaks however wide the page is. */
export function willBreak(doc: Doc): boolean {
  if (typeof doc === 'string') return false;
  if (isList(doc)) return doc.some(willBreak);
  switch (doc.kind) {
    case 'group':
      return doc.breaks;
    case 'choice':
      return willBreak(doc.docs[0] ?? '');
    case 'indent':
      return willBreak(doc.doc);
    case 'line':
      return doc.flat === undefined;
    case 'fill':
      return doc.docs.some(willBreak);
    case 'suffix':
      return true;
    case 'verbatim':
      return doc.text.includes('\n');
    default:
      return false;
  }
}

/** A text, and the parts of it that only the compiler reads. */
export interface Laid {
  readonly text: string;
  readonly types: readonly (readonly [from: number, to: number])[];
}

interface Command {
  readonly indent: number;
  readonly flat: boolean;
  readonly doc: Doc;
}

/** The narrowest text that keeps to the width where it can. */
export function layOut(doc: Doc, width: number): Laid {
  const out: string[] = [];
  const types: (readonly [number, number])[] = [];
  let length = 0;
  let column = 0;
  const write = (text: string) => {
    out.push(text);
    length += text.length;
    column += widthOf(text);
  };
  const stack: Command[] = [{ indent: 0, flat: false, doc }];
  for (let command = stack.pop(); command !== undefined; command = stack.pop()) {
    const { indent, flat, doc } = command;
    const fits = (next: Doc, isFlat: boolean) => fitting({ indent, flat: isFlat, doc: next }, stack, width - column);
    if (typeof doc === 'string') write(doc);
    else if (isList(doc)) stack.push(...[...doc].reverse().map((inner) => ({ indent, flat, doc: inner })));
    else {
      switch (doc.kind) {
        case 'group':
          stack.push({ indent, flat: flat || (!doc.breaks && fits(doc.doc, true)), doc: doc.doc });
          break;
        case 'choice':
          stack.push(chosen(doc.docs, command, fits));
          break;
        case 'indent':
          stack.push({ indent: indent + 2, flat, doc: doc.doc });
          break;
        case 'ifBreak':
          if (!flat) stack.push({ indent, flat, doc: doc.doc });
          break;
        case 'line':
          if (flat && doc.flat !== undefined) write(doc.flat);
          else {
            write(`\n${' '.repeat(indent)}`);
            column = indent;
          }
          break;
        case 'fill':
          for (const next of filled(doc.docs, indent, width - column, width).reverse()) stack.push(next);
          break;
        case 'suffix':
          write(doc.text);
          break;
        case 'verbatim':
          write(doc.text);
          column = widthOf(doc.text.slice(doc.text.lastIndexOf('\n') + 1)) + (doc.text.includes('\n') ? 0 : column);
          break;
        case 'type':
          types.push([length, length + doc.text.length]);
          write(doc.text);
      }
    }
  }
  return { text: out.join(''), types };
}

function chosen(docs: readonly Doc[], { indent, flat }: Command, fits: (doc: Doc, flat: boolean) => boolean): Command {
  const [first = '', ...others] = docs;
  if (flat || (!willBreak(first) && fits(first, true))) return { indent, flat: true, doc: first };
  const rest = willBreak(first) ? docs : others;
  const found = rest.find((doc) => fits(doc, false)) ?? docs[docs.length - 1] ?? '';
  return { indent, flat: false, doc: found };
}

/** The items of a fill with the lines between them, each broken where the next item does not fit. */
function filled(docs: readonly Doc[], indent: number, left: number, width: number): Command[] {
  const out: Command[] = [];
  docs.forEach((doc, i) => {
    const item = [doc, ...(i < docs.length - 1 ? [','] : [])];
    const isBelow = willBreak(doc);
    const size = flatWidth(isBelow && isList(doc) ? [doc[doc.length - 1] ?? '', ...item.slice(1)] : item);
    if (i > 0) {
      const flat = !isBelow && 1 + size <= left;
      out.push({ indent, flat, doc: line });
      left = flat ? left - 1 : width - indent;
    }
    out.push({ indent, flat: !isBelow, doc: item });
    left -= size;
  });
  return out;
}

function flatWidth(doc: Doc): number {
  if (typeof doc === 'string') return widthOf(doc);
  if (isList(doc)) return doc.reduce<number>((sum, inner) => sum + flatWidth(inner), 0);
  return 0;
}

/** Whether what comes up to the next line that breaks is no wider than what is left. */
function fitting(next: Command, rest: readonly Command[], width: number): boolean {
  let left = width;
  let behind = rest.length;
  const stack: Command[] = [next];
  while (left >= 0) {
    const command = stack.pop() ?? rest[--behind];
    if (command === undefined) return true;
    const { indent, flat, doc } = command;
    if (typeof doc === 'string') left -= widthOf(doc);
    else if (isList(doc)) stack.push(...[...doc].reverse().map((inner) => ({ indent, flat, doc: inner })));
    else {
      switch (doc.kind) {
        case 'group':
          stack.push({ indent, flat: flat && !doc.breaks, doc: doc.doc });
          break;
        case 'choice':
          stack.push({ indent, flat, doc: (flat ? doc.docs[0] : doc.docs[doc.docs.length - 1]) ?? '' });
          break;
        case 'indent':
          stack.push({ indent, flat, doc: doc.doc });
          break;
        case 'ifBreak':
          if (!flat) stack.push({ indent, flat, doc: doc.doc });
          break;
        case 'line':
          if (!flat || doc.flat === undefined) return true;
          left -= doc.flat.length;
          break;
        case 'fill':
          stack.push({ indent, flat, doc: join([',', line], doc.docs) });
          break;
        case 'verbatim': {
          const [start = '', ...more] = doc.text.split('\n');
          left -= widthOf(start);
          if (more.length > 0) return left >= 0;
          break;
        }
        case 'type':
          left -= widthOf(doc.text);
      }
    }
  }
  return false;
}

function isList(doc: Doc): doc is readonly Doc[] {
  return Array.isArray(doc);
}

// Characters of East Asian scripts, and most pictures, take two columns.
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/gu;

function widthOf(text: string): number {
  if (/^[ -~]*$/.test(text)) return text.length;
  return [...text].length + (text.match(wide)?.length ?? 0);
}
