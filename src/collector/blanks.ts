/** A value with the keys that have nothing behind them in another, where what they stand in is still there. */
export function withBlanks(value: unknown, like: unknown): unknown {
  if (Array.isArray(value) && Array.isArray(like)) return value.map((item, i) => withBlanks(item, like[i]));
  if (!isMap(value) || !isMap(like)) return value;
  const out: Record<string, unknown> = { ...value };
  for (const [key, inner] of Object.entries(like)) {
    if (Object.hasOwn(out, key)) out[key] = withBlanks(out[key], inner);
    else if (inner === null) out[key] = null;
  }
  return out;
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
