import { createHash } from 'node:crypto';

/** Values that stand together, from the first up to the first of the next chunk. */
export interface Chunk<T> {
  /** The least of its values, in the order of their bytes; for the first chunk of all, too. */
  readonly first: string;
  readonly items: readonly T[];
}

/** The average size of a chunk: about the square root of a thousand, so that a thousand values make two levels. */
const average = 32;

/**
 * Divides sorted values into chunks. Whether a value begins a chunk depends on the value alone, so that a value that is
 * added or removed changes its own chunk and no other.
 *
 * @param level 0 for the values themselves, 1 for the chunks made of them …
 */
export function chunksOf<T>(items: readonly T[], keyOf: (item: T) => string, level: number): Chunk<T>[] {
  const chunks: { first: string; items: T[] }[] = [];
  for (const item of items) {
    const value = keyOf(item);
    const last = chunks.at(-1);
    if (last === undefined || begins(value, level)) chunks.push({ first: value, items: [item] });
    else last.items.push(item);
  }
  return chunks;
}

/** Whether there are more values than one table should hold. */
export function tooMany(count: number): boolean {
  return count > 2 * average;
}

function begins(value: string, level: number): boolean {
  const digest = createHash('sha256').update(value).digest();
  // Each level looks at bytes of its own.
  return digest.readUInt32BE((level % 8) * 4) % average === 0;
}
