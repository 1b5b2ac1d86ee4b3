import type { AnyValue } from '../../../telemetry/data';
import { copyValue, fromRaw, listFromRaw } from '../any-value';
import { RawList } from '../raw-list';
import { OttlError, type OttlValue } from '../value';
import { type Editor, editor, type Getter } from './function';

/** What stands at the target, as the beginning of a list. */
function itemsOf(value: OttlValue): AnyValue[] {
  if (value === null) return [];
  if (value instanceof RawList) return listFromRaw(value);
  if (Array.isArray(value)) return value.map(copyValue);
  return [fromRaw(value)];
}

function requireRange(start: bigint, end: bigint, length: bigint): void {
  if (start < 0n || start >= length) throw new OttlError(`a list of ${length} items has none at ${start}`);
  if (end < start) throw new OttlError(`the end ${end} comes before the start ${start}`);
  if (end > length) throw new OttlError(`a list of ${length} items has none before ${end}`);
}

/** What changes lists of a record. */
export const listEditors = {
  append: editor({
    parameters: { target: 'target', value: 'any?', values: 'anys?' },
    make: ({ target, value, values }) => {
      if (value === undefined && values === undefined) throw new OttlError('append needs a value, or values');
      const added: Getter[] = [...(value === undefined ? [] : [value]), ...(values ?? [])];
      return (place) => {
        const current = target.get(place);
        const given = added.map((get) => get(place));
        target.set(place, [...itemsOf(current), ...given.map(fromRaw)]);
      };
    },
  }),
  delete_index: editor({
    parameters: { target: 'sliceTarget', start_index: 'int', end_index: 'int?' },
    make:
      ({ target, start_index, end_index }) =>
      (place) => {
        const list = target.get(place);
        const start = start_index(place);
        const end = end_index?.(place) ?? start + 1n;
        const length = BigInt(list.length);
        // Nothing is removed from an empty list either.
        if (start !== 0n || end !== length) requireRange(start, end, length);
        target.set(place, [...list.slice(0, Number(start)), ...list.slice(Number(end))]);
      },
  }),
} satisfies Record<string, Editor>;
