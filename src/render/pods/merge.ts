/** The derived entries and the user's; one of the user's with a derived one's key takes its place. */
export function joined<T>(derived: readonly T[], given: readonly T[] | undefined, key: (entry: T) => unknown): T[] {
  const own = new Map((given ?? []).map((entry) => [key(entry), entry]));
  const kept = derived.map((entry) => {
    const replacement = own.get(key(entry));
    own.delete(key(entry));
    return replacement ?? entry;
  });
  return [...kept, ...own.values()];
}

export const byName = ({ name }: { readonly name?: string }) => name;

/** The fields that are set. */
export function defined<T extends object>(fields: T): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}

/** A list, or nothing in place of an empty one. */
export function listOf<T>(entries: readonly T[]): readonly T[] | undefined {
  return entries.length > 0 ? entries : undefined;
}
