import { at } from '../../../model/config';
import { string } from '../code';
import type { ImportedObject, Place } from '../form';
import { Unfit } from '../unfit';
import type { Entries } from './entries';

/** What an object is called, and the props that say so where the construct would not. */
export interface Identity {
  readonly name: string;
  readonly namespace: string | undefined;
  readonly props: Entries;
}

/** Who an object is. @throws Unfit for one without a name */
export function identityOf({ content }: ImportedObject, id: string, place: Place): Identity {
  const [name, namespace] = [at(content, 'metadata', 'name'), at(content, 'metadata', 'namespace')];
  if (typeof name !== 'string') throw new Unfit('it has no name');
  const own = typeof namespace === 'string' ? namespace : undefined;
  return {
    name,
    namespace: own,
    props: [
      ['name', name === id ? undefined : string(name)],
      ['namespace', own === undefined || own === place.namespace ? undefined : string(own)],
    ],
  };
}
