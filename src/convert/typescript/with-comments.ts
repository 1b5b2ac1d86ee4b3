import { at } from '../../model/config';
import type { CommentLine, SourceComment } from '../../source/comments/comment';
import type { Pointer } from '../../source/document';
import type { Statement } from './code';
import { Places, type Subject } from './places';
import { type Slot, Slots } from './slots';

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
  const notes = new Map<Slot | undefined, Notes>();
  for (const [i, subject] of subjects.entries()) {
    for (const comment of subject.comments ?? []) {
      const text = comment.text && at(subject.content, ...comment.text);
      if (typeof text === 'string' && slots.hasText(text)) continue;
      const { slot, lines } = placed(comment, i, subject, slots);
      notes.set(slot, together(notes.get(slot), comment, lines));
    }
  }
  const inPlace = [...notes].flatMap(([slot, { lines }]) => (slot === undefined ? [] : [[slot, lines] as const]));
  const out = slots.write(new Map(inPlace));
  const behind = notes.get(undefined);
  if (behind === undefined) return out;
  const last = out.findLastIndex(({ kind }) => kind !== 'blank');
  return [...out.slice(0, last + 1), { kind: 'comment', notes: behind.lines }, ...out.slice(last + 1)];
}

/** What stands in one place of the program. */
interface Notes {
  readonly lines: readonly string[];
  readonly last: SourceComment;
}

/** Paragraphs of what is one comment to a reader stay apart. */
function together(before: Notes | undefined, comment: SourceComment, lines: readonly string[]): Notes {
  if (before === undefined) return { lines, last: comment };
  const { last } = before;
  const end = last.lines[last.lines.length - 1]?.line ?? 0;
  const isOfSame = last.place === comment.place && last.pointer.join('\0') === comment.pointer.join('\0');
  const isApart = isOfSame && comment.place !== 'beside' && (comment.lines[0]?.line ?? 0) > end + 1;
  return { lines: [...before.lines, ...(isApart ? [''] : []), ...lines], last: comment };
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
  if (first !== undefined && place !== 'end' && inside.length > 0) return said(first, ...inside.slice(-1));
  for (let length = pointer.length; length > 0; length--) {
    const slot = slots.holding(pointer.slice(0, length));
    if (slot !== undefined) return said(slot, ...pointer.slice(Math.min(length, pointer.length - 1)));
  }
  // What a construct makes besides has no statement of its own.
  return said(slots.exactly([0]), title, ...inside);
}

function labelled(lines: readonly CommentLine[], label: Pointer): string[] {
  const texts = lines.map(({ text }) => text);
  const [first = '', ...others] = texts;
  const isNamed = label.length === 1 && first.toLowerCase().includes(String(label[0]).toLowerCase());
  if (label.length === 0 || isNamed) return texts;
  const name = label.map((key, i) => (typeof key === 'number' ? `[${key}]` : i === 0 ? key : `.${key}`)).join('');
  return others.length > 0 ? [`${name}:`, ...texts] : [`${name}: ${first.trimStart()}`];
}
