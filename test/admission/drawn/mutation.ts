import fc from 'fast-check';
import { type ConfigMap, type ConfigValue, isConfigMap } from '../../../src/model/config';
import { twists } from './twists';

/** The keys and indices that lead to a place. */
export type Keys = readonly (string | number)[];

/** A change of one place of an object; the place is a number that turns around after the last. */
export interface Mutation {
  readonly at: number;
  readonly how: (typeof ways)[number];
  readonly value: ConfigValue;
}

const ways = ['remove', 'replace', 'misspell', 'repeat', 'add', 'copy', 'twist', 'twist', 'twist'] as const;

/** Values that some field of the six kinds takes and another refuses. */
const values: readonly ConfigValue[] = [
  ...[null, true, false, 0, 1, -1, 1.5, 2 ** 31, 2 ** 40, [], {}, '', ' ', 'a', '9x', 'a b', 'a.b', 'x'.repeat(64)],
  ...[
    'manual',
    'computed',
    'meta',
    'string',
    'float',
    'set',
    'map',
    'metaHashSet',
    'metaPriorityList',
    'tier',
    'errors',
  ],
  ...[
    'firing',
    'added',
    'POST',
    'PUT',
    'GET',
    'slackAlertTemplate',
    'jsonTemplate',
    'join',
    'warning',
    'warn',
    'trace',
  ],
  ...['http://a', 'ftp://a', 'https://', '/path', 'http://a b', 'http://a#b', 'https://a/%zz', 'http://[::1', 'http:a'],
  ...[
    '1m',
    '1m1h',
    '1.5h',
    '10',
    '1h ',
    '2026-01-31',
    '2026-02-30',
    '2026-01-31T08:00:00',
    '2026-01-31 24:00',
    '2026-01-31T8:00:00Z',
  ],
  ...[
    'up ==',
    'sum(',
    'rate(up)',
    'up[5m]',
    'up @ end()',
    'limitk(1, up)',
    'us-east',
    'US-EAST-1',
    'ab',
    'Ab',
    'a/b',
    'äb',
  ],
  ...['1Mib', '1e1.5', '1Ki', 'aws', 'gcp', 'minute', 'logs', 'hourly', 'Always', 'ClusterIP'],
  ...[
    ['tier'],
    ['tier', 'owners', 'x'],
    [null],
    [''],
    ['a', 'a'],
    { name: 'A' },
    { value: 'a' },
    { Host: 'a' },
    { 'content-length': '1' },
  ],
  ...[{ value: 'a', valueFrom: {} }, { secretKeyRef: { key: 'a' } }, [{ name: 'a' }, { name: 'a' }], { memory: 'x' }],
];

/** Fields that belong elsewhere, or to another variant. */
const fields = [
  'status',
  'updateType',
  'variableUpdated',
  'alertName',
  'valueFrom',
  'value',
  'cleanUpReplay',
  'addToSet',
];
const more = [
  'variableRefs',
  'payloadTemplate',
  'unknown',
  'transformers',
  'Name',
  's3',
  'bytesMetricName',
  'description',
];

export const mutation: fc.Arbitrary<Mutation> = fc.record({
  at: fc.noBias(fc.nat()),
  how: fc.noBias(fc.constantFrom(...ways)),
  value: fc.noBias(fc.constantFrom(...values)),
});

/** The object with one place changed. */
export function mutate(object: ConfigMap, { at, how, value }: Mutation): ConfigMap {
  const everywhere = [...placesIn(object.spec, ['spec'])];
  const twisted = everywhere.filter((place) => twists[String(place[place.length - 1])] !== undefined);
  const places = how === 'twist' && twisted.length > 0 ? twisted : everywhere;
  const place = places[at % places.length] ?? ['spec'];
  const other = valueAt(object, places[Math.floor(at / places.length) % places.length] ?? ['spec']);
  const last = place[place.length - 1] as string | number;
  const parent = place.slice(0, -1);
  const own = valueAt(object, place);
  const nearly = twists[String(last)] ?? [];
  if (how === 'twist') return changed(object, place, nearly[Math.floor(at / places.length) % nearly.length] ?? value);
  if (how === 'replace') return changed(object, place, value);
  if (how === 'copy') return changed(object, place, other);
  if (how === 'remove') return without(object, parent, last);
  if (how === 'misspell' && typeof last === 'string') {
    return changed(without(object, parent, last), [...parent, `${last.slice(0, -1)}${last.slice(-1).repeat(2)}`], own);
  }
  const holder = isConfigMap(own) || Array.isArray(own) ? place : parent;
  const held = valueAt(object, holder);
  if (how === 'repeat' && Array.isArray(held)) return changed(object, holder, [...held, held[0] ?? null]);
  const all = [...fields, ...more];
  // A status is the operator's, and is not read.
  const name = holder.length === 0 ? 'specs' : (all[at % all.length] ?? '');
  return isConfigMap(held) ? changed(object, [...holder, name], value) : changed(object, place, value);
}

/** The places within a value, but for the value itself at the top. */
export function* placesIn(value: ConfigValue | undefined, keys: Keys): Generator<Keys> {
  if (keys.length > 1) yield keys;
  if (Array.isArray(value)) for (const [i, item] of value.entries()) yield* placesIn(item, [...keys, i]);
  else if (isConfigMap(value)) for (const [key, item] of Object.entries(value)) yield* placesIn(item, [...keys, key]);
}

function valueAt(value: ConfigValue, keys: Keys): ConfigValue {
  return keys.reduce<ConfigValue>(
    (here, key) => (here as Readonly<Record<string | number, ConfigValue>>)[key] ?? null,
    value,
  );
}

/** A copy of an object with another value at a place. */
export function changed(object: ConfigMap, keys: Keys, value: ConfigValue): ConfigMap {
  const copy = structuredClone(object);
  const holder = valueAt(copy, keys.slice(0, -1)) as Record<string | number, ConfigValue>;
  holder[keys[keys.length - 1] as string | number] = structuredClone(value);
  return copy;
}

function without(object: ConfigMap, parent: Keys, last: string | number): ConfigMap {
  const copy = structuredClone(object);
  const holder = valueAt(copy, parent);
  if (Array.isArray(holder)) holder.splice(last as number, 1);
  else delete (holder as Record<string, ConfigValue>)[last];
  return copy;
}
