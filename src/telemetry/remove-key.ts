/**
 * Removes a key as the collector does it: the last entry takes its place. The order shows where entries come to have the
 * same key, and where they are written as text.
 */
export function removeKey(map: Map<string, unknown>, key: string): void {
  if (!map.has(key)) return;
  const keys = [...map.keys()];
  const at = keys.indexOf(key);
  const last = keys.at(-1);
  const value = last === undefined ? undefined : map.get(last);
  map.delete(key);
  if (last === undefined || last === key) return;
  const behind = keys.slice(at + 1, -1).map((one) => [one, map.get(one)] as const);
  for (const one of keys.slice(at + 1)) map.delete(one);
  map.set(last, value);
  for (const [one, kept] of behind) map.set(one, kept);
}
