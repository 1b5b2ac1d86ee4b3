import { imported } from '../model/imported';
import { type Release, releases } from '../model/release';
import type { LanguageFacts } from './tables';

/** What the language is in a release, as tools/ottl wrote it. */
export const language = imported<Release, LanguageFacts>('ottl');

/** The other releases that this library knows, the newest first. */
export function otherReleases(release: Release): readonly Release[] {
  return releases.filter((other) => other !== release);
}
