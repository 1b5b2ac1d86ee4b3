/**
 * A map as kubectl reads it, for which a merge key is worth as much as what stands before it, and less than what follows. (For
 * the collector, what is written always wins.) Among several merged maps the first wins.
 *
 * The parser asks `has` before it adds a pair that is merged, and at no other time.
 */
export class OrderedMerge {
  readonly result: Record<string, unknown> = {};
  /** The keys that the present merge has brought. */
  private readonly merged = new Set<string>();
  private merging = false;

  has(key: string): boolean {
    this.merging = !this.merged.has(key);
    return !this.merging;
  }

  add(key: string, value: unknown): string {
    if (this.merging) this.merged.add(key);
    else this.merged.clear();
    this.merging = false;
    Object.defineProperty(this.result, key, { value, enumerable: true, configurable: true, writable: true });
    return '';
  }
}
