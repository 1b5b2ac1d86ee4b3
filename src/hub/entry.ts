import type { KeyRefModel } from '../model/hub-action';
import { MdaiError } from '../model/issue';
import type { EntryRef, TextPart } from '../model/value';

/** The entry of a Secret or a ConfigMap that a reference is to. */
export function entryOf(ref: EntryRef): KeyRefModel {
  const [part]: readonly TextPart[] = ref.parts();
  if (typeof part === 'object' && part.kind === 'secret') return { kind: 'secret', name: part.secret, key: part.key };
  if (typeof part === 'object' && part.kind === 'file' && part.source.kind !== 'certificate') {
    return { kind: part.source.kind, name: part.source.name, key: part.key };
  }
  throw new MdaiError("The event hub reads Secrets and ConfigMaps alone: secret('name', 'key'), or configMapFile(…).");
}
