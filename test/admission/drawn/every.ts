import fc from 'fast-check';
import type { ConfigValue } from '../../../src/model/config';
import { type HubKind, type HubManifest, hubKinds } from '../../../src/model/hub-manifest';
import { manifestOf } from './manifest';
import { changed, type Keys, placesIn } from './mutation';
import { twists } from './twists';

/** Each value that is nearly right, up to three times at each field of drawn objects, told apart by the names that lead to it. */
export function everyTwist(seed: number): readonly HubManifest[] {
  return hubKinds.flatMap((kind) => {
    const seen = new Map<string, number>();
    return fc.sample(fc.noBias(manifestOf(kind, { min: 0, max: 0 })), { numRuns: 60, seed }).flatMap((one) =>
      [...placesIn(one.content.spec, ['spec'])].flatMap((place) => {
        const name = place.filter((key) => typeof key === 'string').join('/');
        const times = seen.get(name) ?? 0;
        seen.set(name, times + 1);
        return times < 3 ? twisted(one, place, kind) : [];
      }),
    );
  });
}

function twisted({ path, content }: HubManifest, place: Keys, kind: HubKind): readonly HubManifest[] {
  const values: readonly ConfigValue[] = twists[String(place[place.length - 1])] ?? [];
  return values.map((value) => ({ path, kind, content: changed(content, place, value) }));
}
