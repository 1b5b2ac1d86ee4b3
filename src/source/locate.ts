import type { ConfigValue } from '../model/config';
import type { Issue } from '../model/issue';
import { isScalar, stepsIn, valueAt } from './content';
import type { EntryPart, Pointer, PositionOf, SourceDocument } from './document';
import { ofConfiguration, ofKey, parts } from './focus';
import { follow } from './follow';
import type { LocatedIssue } from './located';
import type { Origin } from './origin';
import { isSaid, namedIn } from './quoted';

/** Where an issue is in the files of a user, and what to call that place in its file. */
export type Located = Pick<LocatedIssue, 'file' | 'line' | 'column' | 'path'>;

/** Where an issue is. One about something that was not read is at the beginning of what it calls a file. */
export function locate(issue: Issue, origins: ReadonlyMap<string, Origin>, positionOf: PositionOf): Located {
  const found = originAt(issue.path, origins);
  if (found === undefined) return { file: issue.path, line: 1, column: 1, path: '' };
  const { origin, rest } = found;
  const { document, pointer, part } = placeOf(issue, rest, origin);
  const offset = part === 'value' ? offsetIn(valueAt(document.content, pointer), issue.message) : undefined;
  const path = [origin.called, ...rest].filter((one) => one !== '').join('/');
  return { file: document.path, ...positionOf(document, pointer, part, offset), path };
}

/** The character of a text that a message speaks of. */
function offsetIn(value: ConfigValue | undefined, message: string): number | undefined {
  const [, line = '1', column] = /^(?:line (\d+), )?column (\d+)\b/.exec(message) ?? [];
  if (typeof value !== 'string' || column === undefined) return undefined;
  const lines = value.split('\n').slice(0, Number(line) - 1);
  return lines.reduce((offset, { length }) => offset + length + 1, 0) + Number(column) - 1;
}

/** The document that an issue is about; nothing for one about something that was not read. */
export function documentOf({ path }: Issue, origins: ReadonlyMap<string, Origin>): SourceDocument | undefined {
  return originAt(path, origins)?.origin.document;
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

/** The place of an issue in the documents of an origin. */
export function placeOf(issue: Issue, rest: readonly string[], origin: Origin): Place {
  const origins = [origin, ...(origin.also ?? [])];
  const told = issue.at && best(origins, issue.at.map(String));
  if (told !== undefined && told.missing < (issue.at?.length ?? 0)) return detailed(issue, told);
  if (rest.length > 0) return detailed(issue, best(origins, rest));
  return partOf(issue, origins) ?? detailed(issue, wholeOf(issue, origin, best(origins, rest)));
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

/** The place, as closely as the issue tells it. */
function detailed(issue: Issue, { document, pointer, missing }: Candidate): Place {
  const { content } = document;
  const value = valueAt(content, pointer);
  if (value === undefined || missing > 0) return { document, pointer, part: 'key' };
  const inner = partUnder(issue, content, pointer);
  if (inner !== undefined) return placed(issue, document, [...pointer, ...inner]);
  const said = issue.at === undefined && !isScalar(value) ? namedIn(value, issue.message) : undefined;
  return said
    ? { document, pointer: [...pointer, ...said.pointer], part: said.part }
    : placed(issue, document, pointer);
}

function placed({ code }: Issue, document: SourceDocument, pointer: Pointer): Place {
  const isKey = ofKey.has(code) || !isWritten(valueAt(document.content, pointer));
  return { document, pointer, part: isKey ? 'key' : 'value' };
}

/** Whether a value is one that somebody reads at once: a scalar. */
function isWritten(value: ConfigValue | undefined): boolean {
  return value !== undefined && value !== null && isScalar(value);
}

/** What of a place a code is about, if that is there. */
function partUnder({ code }: Issue, content: ConfigValue, at: Pointer): Pointer | undefined {
  return parts[code]?.find((part) => valueAt(content, [...at, ...part]) !== undefined);
}

/** What of a whole a code is about: of several that are there, what the message speaks of. */
function partOf(issue: Issue, origins: readonly Origin[]): Place | undefined {
  const found = origins.flatMap(({ document, bases }) =>
    bases.flatMap((base) => {
      const inner = partUnder(issue, document.content, base);
      return inner === undefined ? [] : [{ document, base, pointer: [...base, ...inner] }];
    }),
  );
  const isMeant = ({ document, base }: (typeof found)[number]) =>
    stepsIn(valueAt(document.content, base) ?? null).some(({ value }) => isSaid(value, issue.message));
  const place = found.find(isMeant) ?? found[0];
  return place && placed(issue, place.document, place.pointer);
}

/** What stands for a whole: its configuration or, of an object, its name. */
function wholeOf({ code }: Issue, { part, document }: Origin, whole: Candidate): Candidate {
  if (part === true || ofConfiguration.has(code)) return whole;
  const name = ['metadata', 'name'];
  return valueAt(document.content, name) === undefined ? whole : { document, pointer: name, missing: 0 };
}
