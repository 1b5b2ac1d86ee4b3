import { at } from '../../model/config';
import type { CommentLine, SourceComment } from '../../source/comments/comment';
import type { Pointer } from '../../source/document';
import type { Statement } from './code';
import { Places, type Subject } from './places';
import { type Notes, type Slot, Slots } from './slots';

/** What is imported, with the comments of what was read. */
export interface Commented extends Subject {
  readonly title: string;
  readonly comments?: readonly SourceComment[];
}

/**
 * Statements with the comments of what they make: each at what the commented entry became, and one that has no such place
 * above what is nearest around it, with its key. None is left out, and none stands twice.
 *
 * @param subjects what the statements make, the main thing first
 */
export function withComments(body: readonly Statement[], subjects: readonly Commented[]): readonly Statement[] {
  if (subjects.every(({ comments = [] }) => comments.length === 0)) return body;
  const slots = new Slots(body, new Places(subjects));
  const notes = new Map<Slot | undefined, Gathered>();
  for (const [i, subject] of subjects.entries()) {
    for (const comment of subject.comments ?? []) {
      const text = comment.text && at(subject.content, ...comment.text);
      if (typeof text === 'string' && slots.hasText(text)) continue;
      const { slot, lines } = placed(comment, i, subject, slots);
      const known = notes.get(slot) ?? { lines: [] };
      const isBeside =
        slot !== undefined && slots.isShort(slot) && known.besides === undefined && isWord(comment, lines);
      notes.set(slot, isBeside ? { ...known, besides: lines[0] } : together(known, comment, lines));
    }
  }
  const { lines: behind } = notes.get(undefined) ?? {};
  notes.delete(undefined);
  const out = slots.write(notes as ReadonlyMap<Slot, Gathered>);
  if (behind === undefined) return out;
  const last = out.findLastIndex(({ kind }) => kind !== 'blank');
  return [...out.slice(0, last + 1), { kind: 'comment', notes: behind }, ...out.slice(last + 1)];
}

/** What is gathered for one place of the program. */
interface Gathered extends Notes {
  readonly last?: SourceComment;
}

/** What stood behind something, and is short enough to do so again. */
const longestBeside = 60;

function isWord({ place, lines: said }: SourceComment, lines: readonly string[]): boolean {
  const isItself = lines.length === 1 && lines[0] === said[0]?.text;
  return place === 'beside' && isItself && (lines[0]?.length ?? 0) <= longestBeside;
}

/** Paragraphs of what is one comment to a reader stay apart. */
function together(before: Gathered, comment: SourceComment, lines: readonly string[]): Gathered {
  const { last } = before;
  const end = last?.lines[last.lines.length - 1]?.line ?? 0;
  const isOfSame = last?.place === comment.place && last.pointer.join('\0') === comment.pointer.join('\0');
  const isApart = isOfSame && comment.place !== 'beside' && (comment.lines[0]?.line ?? 0) > end + 1;
  return { ...before, lines: [...before.lines, ...(isApart ? [''] : []), ...lines], last: comment };
}

interface Placed {
  /** Nothing for what stands behind all statements. */
  readonly slot: Slot | undefined;
  readonly lines: readonly string[];
}

function placed(
  { pointer: inside, place, lines }: SourceComment,
  of: number,
  { title }: Commented,
  slots: Slots,
): Placed {
  const pointer = [of, ...inside];
  const said = (slot: Slot | undefined, ...label: Pointer): Placed => ({ slot, lines: labelled(lines, label) });
  if (place === 'end') {
    const end = slots.endOf(pointer);
    if (end !== undefined || (inside.length === 0 && of === 0)) return said(end);
  }
  const exact = slots.exactly(pointer);
  if (exact !== undefined) return said(exact);
  const first = slots.statementIn(pointer);
  if (first !== undefined && place !== 'end' && inside.length > 0)
    return said(first, ...endOf(pointer, pointer.length - 1));
  for (let length = pointer.length; length > 0; length--) {
    const slot = slots.holding(pointer.slice(0, length));
    if (slot !== undefined) return said(slot, ...endOf(pointer, Math.max(1, Math.min(length, pointer.length - 1))));
  }
  // What a construct makes besides has no statement of its own.
  const whose = inside.length === 0 ? title : `${title}, ${nameOf(inside)}`;
  return { slot: slots.exactly([0]), lines: under(whose, lines) };
}

/** The end of a way from a place on; the items of a list are named with their list. */
function endOf(pointer: Pointer, from: number): Pointer {
  return from > 1 && typeof pointer[from] === 'number' ? endOf(pointer, from - 1) : pointer.slice(from);
}

/** A comment with the key that it speaks of, unless it says that itself. */
function labelled(lines: readonly CommentLine[], label: Pointer): readonly string[] {
  const texts = lines.map(({ text }) => text);
  const [first = ''] = texts;
  const words = first.toLowerCase().split(/[^a-z0-9_]+/);
  const isNamed = label.length === 1 && words.includes(String(label[0]).toLowerCase());
  return label.length === 0 || isNamed ? texts : under(nameOf(label), lines);
}

/** A comment under a name: on its line, or below it where there are several lines. */
function under(name: string, lines: readonly CommentLine[]): readonly string[] {
  const [first = '', ...others] = lines.map(({ text }) => text);
  return others.length > 0 ? [`${name}:`, first, ...others] : [`${name}: ${first.trimStart()}`];
}

/** A way as a reader of programs writes it: `service.pipelines`, `processors[2]`. */
function nameOf(pointer: Pointer): string {
  return pointer.map((key, i) => (typeof key === 'number' ? `[${key}]` : i === 0 ? key : `.${key}`)).join('');
}
