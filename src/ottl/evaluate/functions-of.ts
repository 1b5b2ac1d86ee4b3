import type { Release } from '../../model/release';
import { language, otherReleases } from '../language';
import { OttlError, Unsupported } from './value';

/**
 * A function by its name. Throws `OttlError` for one that only other releases know, and `Unsupported` for one that is not
 * implemented.
 */
export function functionOf<T>(all: Readonly<Record<string, T>>, name: string, release: Release): T {
  if (!isKnown(name, release) && otherReleases(release).some((other) => isKnown(name, other))) {
    throw new OttlError(`${release} has no function ${name}`);
  }
  const found = Object.hasOwn(all, name) ? all[name] : undefined;
  if (found === undefined) throw new Unsupported(`the function ${name}`);
  return found;
}

function isKnown(name: string, release: Release): boolean {
  return Object.hasOwn(language(release).functions, name);
}
