type Plain = { readonly [key: string]: unknown };

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `over` on top of `under`: maps merge, everything else replaces; what is `undefined` was not said. */
export function merged<T>(under: T, over: T | undefined): T {
  if (over === undefined) return under;
  if (!isPlain(under) || !isPlain(over)) return over;
  const out: Record<string, unknown> = { ...under };
  for (const [key, value] of Object.entries(over)) out[key] = merged(out[key], value);
  return out as T;
}
