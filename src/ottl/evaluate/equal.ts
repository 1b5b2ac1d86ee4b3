import { compareBytes } from './bytes';
import { RawList } from './raw-list';
import { Duration, Id, Instant, type OttlMap, type OttlValue, Part, Unsupported } from './value';

/** Whether two values of records are of the same type and equal: an int never equals a double in here. */
export function sameValue(a: OttlValue, b: OttlValue): boolean {
  if (a instanceof Uint8Array) return b instanceof Uint8Array && compareBytes(a, b) === 0;
  if (Array.isArray(a)) return Array.isArray(b) && sameItems(a, b, sameValue);
  if (a instanceof Map) return b instanceof Map && sameEntries(a, b);
  return a === b;
}

/** Maps of records, whatever the order of their keys. */
export function sameEntries(a: OttlMap, b: OttlMap): boolean {
  if (a.size !== b.size) return false;
  for (const [key, value] of a) {
    const other = b.get(key);
    if (other === undefined || !sameValue(value, other)) return false;
  }
  return true;
}

function sameItems(
  a: readonly OttlValue[],
  b: readonly OttlValue[],
  same: (x: OttlValue, y: OttlValue) => boolean,
): boolean {
  return a.length === b.length && a.every((item, i) => same(item, b[i] ?? null));
}

/** Whether a list of a literal or function equals a list of a record, as `reflect.DeepEqual` sees it. */
export function rawEqualsRecord(raw: readonly OttlValue[], record: readonly OttlValue[]): boolean {
  return sameItems(raw, record, (a, b) => {
    if (a instanceof RawList) {
      return a.element === 'any' && Array.isArray(b) && rawEqualsRecord(a, b);
    }
    // What a literal holds of a record keeps its own type in Go, which is not the one that the record's list is turned into.
    if (Array.isArray(a) || a instanceof Map || isForeign(a)) return false;
    return sameValue(a, b);
  });
}

/** Whether two lists of literals or functions are equal, as `reflect.DeepEqual` sees it. */
export function rawEqualsRaw(a: RawList, b: RawList): boolean {
  if (a.element !== b.element || a.length !== b.length) return false;
  return sameItems(a, b, (x, y) => {
    if (x instanceof RawList) return y instanceof RawList && rawEqualsRaw(x, y);
    if (x instanceof Duration) return y instanceof Duration && x.nanoseconds === y.nanoseconds;
    if (x instanceof Id) return y instanceof Id && x.of === y.of && x.hex === y.hex;
    if (isByReference(x) && isByReference(y)) {
      throw new Unsupported('comparing two lists that both hold a map, a list or a time of a record');
    }
    return !isByReference(x) && !(y instanceof RawList) && sameValue(x, y);
  });
}

function isForeign(value: OttlValue): boolean {
  return value instanceof Instant || value instanceof Duration || value instanceof Id || value instanceof Part;
}

/** What Go compares down to its internals, which are not known here. */
function isByReference(value: OttlValue): boolean {
  return (
    value instanceof Map ||
    (Array.isArray(value) && !(value instanceof RawList)) ||
    value instanceof Instant ||
    value instanceof Part
  );
}
