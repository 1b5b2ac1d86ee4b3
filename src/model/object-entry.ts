import { MdaiError } from './issue';
import type { EntryRef, TextPart } from './value';

/** An entry of a Secret or a ConfigMap. */
export interface ObjectEntry {
  readonly kind: 'secret' | 'configMap';
  readonly name: string;
  readonly key: string;
}

/**
 * The entry that a reference is to.
 *
 * @param field what reads it, for the message
 * @throws MdaiError for what is no entry, which the type excludes
 */
export function objectEntry(field: string, ref: EntryRef): ObjectEntry {
  const parts: readonly TextPart[] = ref.parts();
  const [part] = parts;
  if (parts.length === 1 && typeof part === 'object') {
    if (part.kind === 'secret') return { kind: 'secret', name: part.secret, key: part.key };
    if (part.kind === 'file' && part.source.kind !== 'certificate') {
      return { kind: part.source.kind, name: part.source.name, key: part.key };
    }
  }
  throw new MdaiError(
    `${field} is read from an object of Kubernetes as a whole. Write secret('name', 'key'), secretFile(…) or configMapFile(…).`,
  );
}
