import type { Issue } from '../model/issue';
import { isScalar, valueAt } from './content';
import type { EntryPart, Pointer, PositionOf, SourceDocument } from './document';
import { follow } from './follow';
import { ofKey } from './key-codes';
import type { LocatedIssue } from './located';
import type { Origin } from './origin';

/** Where an issue is in the files of a user, and what to call that place in its file. */
export type Located = Pick<LocatedIssue, 'file' | 'line' | 'column' | 'path'>;

/** Where an issue is. One about something that was not read is at the beginning of what it calls a file. */
export function locate(issue: Issue, origins: ReadonlyMap<string, Origin>, positionOf: PositionOf): Located {
  const found = originAt(issue.path, origins);
  if (found === undefined) return { file: issue.path, line: 1, column: 1, path: '' };
  const { origin, rest } = found;
  const { document, pointer, part } = placeOf(issue, rest, origin);
  const offset = part === 'value' ? issue.offset : undefined;
  const path = [origin.called, ...rest].filter((one) => one !== '').join('/');
  return { file: document.path, ...positionOf(document, pointer, part, offset), path };
}

/** The document that an issue stands in; nothing for one about something that was not read. */
export function documentOf(issue: Issue, origins: ReadonlyMap<string, Origin>): SourceDocument | undefined {
  const found = originAt(issue.path, origins);
  return found && placeOf(issue, found.rest, found.origin).document;
}

interface OriginAt {
  readonly origin: Origin;
  readonly rest: readonly string[];
}

/** The nearest part of the model around a path, and what is left of the path inside of it. */
function originAt(path: string, origins: ReadonlyMap<string, Origin>): OriginAt | undefined {
  for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1)) {
    const origin = origins.get(path.slice(0, end));
    if (origin) return { origin, rest: end === path.length ? [] : path.slice(end + 1).split('/') };
  }
  return undefined;
}

/** A place in a document. */
export interface Place {
  readonly document: SourceDocument;
  readonly pointer: Pointer;
  readonly part: EntryPart;
}

/** The place of an issue in the documents of an origin: where its keys lead, or else its path. */
export function placeOf(issue: Issue, rest: readonly string[], origin: Origin): Place {
  const origins = [origin, ...(origin.also ?? [])];
  const { at } = issue;
  const told = at && best(origins, at.map(String));
  if (told && (told.missing === 0 || told.missing < (at?.length ?? 0))) return placed(issue, told);
  const found = best(origins, rest);
  return placed(issue, rest.length > 0 ? found : wholeOf(origin, found));
}

interface Candidate {
  readonly document: SourceDocument;
  readonly pointer: Pointer;
  readonly missing: number;
}

/** Where most of a path leads; of equals, the first. */
function best(origins: readonly Origin[], path: readonly string[]): Candidate {
  const [{ document } = noOrigin] = origins;
  let found: Candidate = { document, pointer: [], missing: path.length + 1 };
  for (const origin of origins) {
    for (const candidate of candidates(origin, path)) {
      if (candidate.missing < found.missing) found = candidate;
    }
  }
  return found;
}

const noOrigin = { document: { path: '', content: null } };

function* candidates({ document, bases, names = {} }: Origin, path: readonly string[]): Generator<Candidate> {
  const { content } = document;
  for (const base of bases) {
    const value = valueAt(content, base);
    if (value === undefined) continue;
    const { pointer, missing } = follow(value, path, names);
    yield { document, pointer: [...base, ...pointer], missing };
  }
}

/** The place, with what of it is meant: a value that one reads at once, or else its key. */
function placed({ code, part }: Issue, { document, pointer, missing }: Candidate): Place {
  const value = missing > 0 ? undefined : valueAt(document.content, pointer);
  const isKey = part === 'key' || ofKey.has(code) || value == null || !isScalar(value);
  return { document, pointer, part: isKey ? 'key' : 'value' };
}

/** What stands for a whole: its name, unless it is a part of an object, which has none. */
function wholeOf({ part, document }: Origin, whole: Candidate): Candidate {
  const name = ['metadata', 'name'];
  if (part === true || valueAt(document.content, name) === undefined) return whole;
  return { document, pointer: name, missing: 0 };
}
