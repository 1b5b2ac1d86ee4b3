import { isAtLeast } from '../../../model/release';
import { removeKey } from '../../../telemetry/remove-key';
import { copyValue } from '../any-value';
import { differencesOf } from '../differences';
import { asString } from '../text';
import { OttlError, type OttlMap } from '../value';
import { type Editor, editor } from './function';
import { regexOf } from './regex';
import { byteLength, isAscii, isRuneStart, text, utf8 } from './utf8';

/** The release since which texts are cut between characters. */
const UTF8_SAFE_SINCE = '0.152.0';

function removeIf(map: OttlMap, unwanted: (key: string) => boolean): void {
  for (const key of [...map.keys()]) if (unwanted(key)) map.delete(key);
}

function byPattern(removes: (matches: boolean) => boolean): Editor {
  return editor({
    parameters: { target: 'mapTarget', pattern: 'string' },
    make: ({ target, pattern }) => {
      const regexAt = regexOf(pattern);
      return (place) => {
        const regex = regexAt(place);
        const map = target.get(place);
        removeIf(map, (key) => removes(regex.test(key)));
        target.set(place, map);
      };
    },
  });
}

/** How one map is put into another, by the names in OTTL. */
const STRATEGIES = {
  insert: (target, source) => {
    for (const [key, value] of source) if (!target.has(key)) target.set(key, copyValue(value));
  },
  update: (target, source) => {
    for (const [key, value] of source) if (target.has(key)) target.set(key, copyValue(value));
  },
  upsert: (target, source) => {
    // The collector empties each value before it is copied, onto itself here.
    const isSame = target === source;
    for (const [key, value] of [...source]) target.set(key, isSame ? null : copyValue(value));
  },
} as const satisfies Record<string, (target: OttlMap, source: OttlMap) => void>;

function isStrategy(name: string): name is keyof typeof STRATEGIES {
  return Object.hasOwn(STRATEGIES, name);
}

/** The beginning of a text in at most so many bytes, the marker behind it included. */
function truncate(value: string, limit: number, marker: string, safe: boolean): string {
  if (byteLength(value) <= limit) return value;
  let end = limit - byteLength(marker);
  if (isAscii(value)) return value.slice(0, end) + marker;
  const bytes = utf8(value);
  while (safe && end > 0 && !isRuneStart(bytes[end] ?? 0)) end--;
  return text(bytes.subarray(0, end), 'truncate_all') + marker;
}

/** What changes maps of a record. */
export const mapEditors = {
  delete_key: editor({
    parameters: { target: 'mapTarget', key: 'string' },
    make:
      ({ target, key }) =>
      (place) => {
        const map = target.get(place);
        removeKey(map, key(place));
        target.set(place, map);
      },
  }),
  delete_matching_keys: byPattern((matches) => matches),
  keep_matching_keys: byPattern((matches) => !matches),
  keep_keys: editor({
    parameters: { target: 'mapTarget', keys: 'strings' },
    make:
      ({ target, keys }) =>
      (place) => {
        const map = target.get(place);
        const kept = new Set(keys.map((key) => key(place)));
        removeIf(map, (key) => !kept.has(key));
        target.set(place, map);
      },
  }),
  limit: editor({
    parameters: { target: 'mapTarget', limit: 'literalInt', priority_keys: 'literalStrings' },
    make: ({ target, limit, priority_keys }) => {
      if (limit < 0n) throw new OttlError(`a map cannot be limited to ${limit} entries`);
      if (limit < BigInt(priority_keys.length))
        throw new OttlError(`a map of ${limit} entries has no room for ${priority_keys.length} keys`);
      const kept = new Set(priority_keys);
      return (place) => {
        const map = target.get(place);
        if (BigInt(map.size) <= limit) return;
        let count = BigInt(priority_keys.filter((key) => map.has(key)).length);
        removeIf(map, (key) => !kept.has(key) && ++count > limit);
        target.set(place, map);
      };
    },
  }),
  merge_maps: editor({
    parameters: { target: 'mapTarget', source: 'map', strategy: 'literalString' },
    make: ({ target, source, strategy }) => {
      if (!isStrategy(strategy))
        throw new OttlError(`the strategy "${strategy}" is none of ${Object.keys(STRATEGIES).join(', ')}`);
      const merge: (target: OttlMap, source: OttlMap) => void = STRATEGIES[strategy];
      return (place) => {
        const map = target.get(place);
        merge(map, source(place));
        target.set(place, map);
      };
    },
  }),
  stringify_all: editor({
    parameters: { target: 'mapTarget' },
    make: ({ target }, { release }) => {
      const { escapesHtmlInText } = differencesOf(release);
      return (place) => {
        const map = target.get(place);
        for (const [key, value] of map) map.set(key, asString(value, escapesHtmlInText));
        target.set(place, map);
      };
    },
  }),
  truncate_all: editor({
    parameters: {
      target: 'mapTarget',
      limit: 'literalInt',
      utf8_safe: 'literalBool?',
      truncation_marker: 'literalString?',
    },
    make: ({ target, limit, utf8_safe, truncation_marker = '' }, { release }) => {
      if (limit < 0n) throw new OttlError(`a text cannot be cut to ${limit} bytes`);
      if (BigInt(byteLength(truncation_marker)) > limit)
        throw new OttlError(`the marker "${truncation_marker}" is longer than ${limit} bytes`);
      const safe = utf8_safe ?? isAtLeast(release, UTF8_SAFE_SINCE);
      return (place) => {
        const map = target.get(place);
        for (const [key, value] of map) {
          if (typeof value === 'string') map.set(key, truncate(value, Number(limit), truncation_marker, safe));
        }
        target.set(place, map);
      };
    },
  }),
} satisfies Record<string, Editor>;
