import type { AnyValue, Attributes } from '../../telemetry/data';
import { copyValue } from './any-value';
import type { Differences } from './differences';
import { goType } from './go-type';
import { RawList } from './raw-list';
import { OttlError, type OttlValue, Unsupported } from './value';

/** A place in a record that holds a value. */
export interface Cell {
  readonly get: () => AnyValue;
  readonly set: (value: AnyValue) => void;
}

export function inMap(map: Attributes, key: string): Cell {
  return { get: () => map.get(key) ?? null, set: (value) => map.set(key, value) };
}

export function inList(list: AnyValue[], index: number): Cell {
  return {
    get: () => list[index] ?? null,
    set: (value) => {
      list[index] = value;
    },
  };
}

/** Puts a copy of a value in a cell. Throws `OttlError` where the release does; what was put until then stays. */
export function putIn(cell: Cell, value: OttlValue, differences: Differences): void {
  const error = put(cell, value, differences);
  if (error !== undefined) throw new OttlError(error);
}

/** Gives the error, because the one of a list is that of its last item alone. */
function put(cell: Cell, value: OttlValue, differences: Differences): string | undefined {
  if (value instanceof RawList && value.element !== 'uint') return putList(cell, value, differences);
  if (value instanceof Map || (Array.isArray(value) && !(value instanceof RawList))) {
    putContainer(cell, value);
    return undefined;
  }
  if (value === null || typeof value !== 'object' || value instanceof Uint8Array) {
    cell.set(copyValue(value));
    return undefined;
  }
  return differences.refusesWrongTypes ? `cannot set a value of type ${goType(value)}` : undefined;
}

/** Item by item, so that a list that holds what holds the cell sees how far it is, as in the collector. */
function putList(cell: Cell, items: RawList, differences: Differences): string | undefined {
  const list: AnyValue[] = [];
  cell.set(list);
  let error: string | undefined;
  items.forEach((item, i) => {
    list.push(null);
    error = put(inList(list, i), item, differences);
  });
  return error;
}

/** The cell is emptied first, unless it holds one of the same type: a map that is put into itself holds itself empty. */
function putContainer(cell: Cell, value: OttlValue[] | Map<string, OttlValue>): void {
  const current = cell.get();
  if (current === value) return;
  const isSame = value instanceof Map ? current instanceof Map : Array.isArray(current);
  if (isSame && holds(value, current)) throw new Unsupported('putting a map or list into a part of itself');
  if (!isSame) cell.set(value instanceof Map ? new Map() : []);
  cell.set(copyValue(value));
}

/** Whether a part, which is a map or a list, is a value or stands in it. */
export function holds(value: OttlValue, part: OttlValue): boolean {
  if (value === part) return true;
  if (value instanceof Map) return [...value.values()].some((item) => holds(item, part));
  return Array.isArray(value) && value.some((item) => holds(item, part));
}
