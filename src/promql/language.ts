import { imported } from '../model/imported';
import { type PromqlRelease, promqlReleases } from './release';
import type { Keyword, PromqlFacts } from './tables';

/** What PromQL is in a release, as tools/promql wrote it. */
export const promqlFacts = imported<PromqlRelease, PromqlFacts>('promql');

/** The other releases that this library knows, the newest first. */
export function otherPromqlReleases(release: PromqlRelease): readonly PromqlRelease[] {
  return promqlReleases.filter((other) => other !== release);
}

/** The entry of a table, and nothing that every object has. */
export function entryOf<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

/** The keyword that a word is, in whatever case. */
export function keywordOf(release: PromqlRelease, word: string): Keyword | undefined {
  return entryOf(promqlFacts(release).keywords, word.toLowerCase());
}
