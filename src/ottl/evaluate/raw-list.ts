import type { OttlValue } from './value';

/** Of what a list in Go is: `[]any`, `[]string`, … */
export type RawElement = 'any' | 'string' | 'bool' | 'int' | 'float' | 'uint';

/**
 * A list that a literal or a function made (in Go a slice like `[]any` or `[]string`), in contrast to one of the
 * record (`pcommon.Slice`), which is a plain array. They are compared, stringified and set differently.
 * `map`, `filter` and the like give plain arrays.
 */
export class RawList extends Array<OttlValue> {
  static override get [Symbol.species](): ArrayConstructor {
    return Array;
  }

  private constructor(readonly element: RawElement) {
    super();
  }

  static make(element: RawElement, items: readonly OttlValue[]): RawList {
    const list = new RawList(element);
    for (const item of items) list.push(item);
    return list;
  }
}
