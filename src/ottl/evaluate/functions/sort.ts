import { fromRaw } from '../any-value';
import { goType } from '../go-type';
import { RawList } from '../raw-list';
import { asString } from '../text';
import { compareText } from '../utf8';
import { OttlError, type OttlValue } from '../value';

type Order = 'asc' | 'desc';

/** Go sorts NaN before every other number. */
function compareNumbers(a: number, b: number): number {
  if (Number.isNaN(a)) return Number.isNaN(b) ? 0 : -1;
  if (Number.isNaN(b)) return 1;
  return a < b ? -1 : Number(a > b);
}

const compareInts = (a: bigint, b: bigint): number => (a < b ? -1 : Number(a > b));

/**
 * The items in order: numbers by their value, everything as text as soon as there is a text, a bool or nil. A list with
 * maps, lists or bytes stays as it is.
 */
export function sorted(value: OttlValue, order: Order, escapesHtml: boolean): OttlValue {
  if (!Array.isArray(value)) throw new OttlError(`a value of type ${goType(value)} cannot be sorted`);
  if (value instanceof RawList && value.element === 'string')
    return RawList.make(
      'string',
      sortBy(value, order, (item) => String(item), compareText),
    );
  const items = value instanceof RawList ? value.map(fromRaw) : value;
  const comparing = comparisonOf(items, escapesHtml);
  if (comparing === undefined) return items;
  return RawList.make('any', comparing(items, order));
}

type Sort = (items: readonly OttlValue[], order: Order) => OttlValue[];

function sortBy<T>(
  items: readonly OttlValue[],
  order: Order,
  key: (item: OttlValue) => T,
  by: (a: T, b: T) => number,
): OttlValue[] {
  const keyed = Array.from(items, (item) => ({ item, key: key(item) }));
  keyed.sort((a, b) => (order === 'asc' ? by(a.key, b.key) : by(b.key, a.key)));
  return keyed.map(({ item }) => item);
}

const asTexts =
  (escapesHtml: boolean): Sort =>
  (items, order) =>
    sortBy(items, order, (item) => asString(item, escapesHtml), compareText);
const asNumbers: Sort = (items, order) => sortBy(items, order, Number, compareNumbers);
const asInts: Sort = (items, order) => sortBy(items, order, (item) => item as bigint, compareInts);

/** Undefined where there is nothing to sort by. */
function comparisonOf(items: readonly OttlValue[], escapesHtml: boolean): Sort | undefined {
  if (items.length === 0) return undefined;
  if (items.some((item) => typeof item === 'object' && item !== null)) return undefined;
  if (items.some((item) => typeof item === 'string' || typeof item === 'boolean' || item === null))
    return asTexts(escapesHtml);
  return items.every((item) => typeof item === 'bigint') ? asInts : asNumbers;
}
