import { addMember, setEntry, setText, storageKey, type Variables } from '../../../src/analysis/loop/variables';
import type { HubModel } from '../../../src/model/hub';
import type { Redis } from './redis';

/** Sets every variable of a hub to some value of its type, as other programs do; returns what the model takes them to be. */
export async function setAll(store: Redis, { name: hub, variables }: HubModel): Promise<Variables> {
  let values: Variables = new Map();
  for (const { key, dataType } of variables) {
    const own = storageKey(hub, key);
    const real = `variable/${hub}/${key}`;
    if (dataType === 'set') {
      for (const member of ['cart', 'search']) {
        await store.ask('SADD', real, member);
        values = addMember(values, own, member);
      }
    } else if (dataType === 'map') {
      for (const [field, value] of Object.entries({ cart: '0.5', search: '10', shop: 'a: b' })) {
        await store.ask('HSET', real, field, value);
        values = setEntry(values, own, field, value);
      }
    } else {
      const text = dataType === 'boolean' ? 'true' : '12';
      await store.ask('SET', real, text);
      values = setText(values, own, text);
    }
  }
  return values;
}

/** An environment with the letters of each value in their order: that of the members of a set is not certain. */
export function orderless(environment: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(environment).map(([name, text]) => [name, [...text].sort().join('')]));
}
