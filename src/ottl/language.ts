import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Release, releases } from '../model/release';
import type { LanguageFacts } from './tables';

// What tools/ottl wrote: read when it is asked for, because many programs never come here.
const folder = join(__dirname, '../../imports/ottl');

const known = new Map<Release, LanguageFacts>();

/** What the language is in a release. */
export function language(release: Release): LanguageFacts {
  let facts = known.get(release);
  if (facts === undefined) {
    facts = JSON.parse(readFileSync(join(folder, `${release}.json`), 'utf8')) as LanguageFacts;
    known.set(release, facts);
  }
  return facts;
}

/** The other releases that this library knows, the newest first. */
export function otherReleases(release: Release): readonly Release[] {
  return releases.filter((other) => other !== release);
}
