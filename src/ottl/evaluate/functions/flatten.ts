import { copyValue } from '../any-value';
import { OttlError, type OttlMap, type OttlValue } from '../value';
import { type Editor, editor } from './function';

/** Collects what stands in nested maps and lists under keys like `a.b.0`. */
class Flattener {
  readonly result: OttlMap = new Map<string, OttlValue>();
  readonly #conflicts = new Map<string, number>();
  readonly #resolves: boolean;
  readonly #depth: number;

  constructor(resolves: boolean, depth: number) {
    this.#resolves = resolves;
    this.#depth = depth;
  }

  map(map: OttlMap, prefix: string, depth: number): void {
    for (const [key, value] of map) this.#value(key, value, depth, prefix === '' ? '' : `${prefix}.`);
  }

  #value(key: string, value: OttlValue, depth: number, prefix: string): void {
    const path = prefix + key;
    if (value instanceof Map && depth < this.#depth) {
      this.map(value, path, depth + 1);
    } else if (Array.isArray(value) && depth < this.#depth) {
      value.forEach((item, index) => {
        this.#item(path, item, index, depth);
      });
    } else {
      this.#put(path, path, value);
    }
  }

  #item(path: string, item: OttlValue, index: number, depth: number): void {
    const isShallow = depth + 1 < this.#depth;
    if (item instanceof Map && isShallow) {
      this.map(item, `${path}.${index}`, depth + 2);
    } else if (Array.isArray(item) && isShallow) {
      // No dot stands before the index of a list in a list.
      item.forEach((inner, innerIndex) => {
        this.#value(String(innerIndex), inner, depth + 3, `${path}.${index}`);
      });
    } else {
      this.#put(path, `${path}.${index}`, item);
    }
  }

  /** Where conflicts are resolved, the items of a list conflict with the first of them. */
  #put(path: string, pathOfItem: string, value: OttlValue): void {
    const copy = copyValue(value);
    if (!this.#resolves) {
      this.result.set(pathOfItem, copy);
    } else if (this.result.has(path)) {
      const count = this.#conflicts.get(path) ?? 0;
      this.#conflicts.set(path, count + 1);
      this.result.set(`${path}.${count}`, copy);
    } else {
      this.#conflicts.set(path, 0);
      this.result.set(path, copy);
    }
  }
}

export const flattenEditors = {
  flatten: editor({
    parameters: {
      target: 'mapTarget',
      prefix: 'literalString?',
      depth: 'literalInt?',
      resolve_conflicts: 'literalBool?',
    },
    make: ({ target, prefix, depth, resolve_conflicts }) => {
      if (depth !== undefined && depth < 1n) throw new OttlError(`a depth of ${depth} is less than 1`);
      const levels = depth === undefined ? Number.POSITIVE_INFINITY : Number(depth);
      return (place) => {
        const flattener = new Flattener(resolve_conflicts ?? false, levels);
        flattener.map(target.get(place), prefix ?? '', 0);
        target.set(place, flattener.result);
      };
    },
  }),
} satisfies Record<string, Editor>;
