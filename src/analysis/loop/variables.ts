/** What the hub keeps of a variable: the kind follows from what wrote it first, whatever the variable is declared as. */
export type Stored =
  | { readonly kind: 'text'; readonly text: string }
  /** In the order in which they came; what is read of a real set has no certain order. */
  | { readonly kind: 'set'; readonly members: readonly string[] }
  | { readonly kind: 'map'; readonly entries: ReadonlyMap<string, string> };

/** The value of a variable: a text, the members of a set, or the entries of a map; `undefined` where it was never set. */
export type VariableValue = string | readonly string[] | Readonly<Record<string, string>> | undefined;

/** All variables of all hubs, by `<hub>/<key>`. */
export type Variables = ReadonlyMap<string, Stored>;

/** A change that the store refuses. */
export class StoreError extends Error {}

export function storageKey(hub: string, variable: string): string {
  return `${hub}/${variable}`;
}

export function addMember(variables: Variables, key: string, member: string): Variables {
  const members = membersOf(variables, key);
  return members.includes(member) ? variables : put(variables, key, { kind: 'set', members: [...members, member] });
}

export function removeMember(variables: Variables, key: string, member: string): Variables {
  const members = membersOf(variables, key).filter((one) => one !== member);
  return members.length === 0 ? without(variables, key) : put(variables, key, { kind: 'set', members });
}

/** Whatever was there before. */
export function setText(variables: Variables, key: string, text: string): Variables {
  return put(variables, key, { kind: 'text', text });
}

export function setEntry(variables: Variables, key: string, field: string, value: string): Variables {
  return put(variables, key, { kind: 'map', entries: new Map([...entriesOf(variables, key), [field, value]]) });
}

export function removeEntry(variables: Variables, key: string, field: string): Variables {
  const entries = new Map(entriesOf(variables, key));
  entries.delete(field);
  return entries.size === 0 ? without(variables, key) : put(variables, key, { kind: 'map', entries });
}

/** The members of a set; none where it was never set. Throws `StoreError` where the key holds something else. */
export function membersOf(variables: Variables, key: string): readonly string[] {
  const stored = variables.get(key);
  if (stored === undefined) return [];
  if (stored.kind === 'set') return stored.members;
  throw wrongType(key, stored, 'set');
}

/** The entries of a map; none where it was never set. Throws `StoreError` where the key holds something else. */
export function entriesOf(variables: Variables, key: string): ReadonlyMap<string, string> {
  const stored = variables.get(key);
  if (stored === undefined) return new Map();
  if (stored.kind === 'map') return stored.entries;
  throw wrongType(key, stored, 'map');
}

/** A text; `undefined` where it was never set. Throws `StoreError` where the key holds something else. */
export function textOf(variables: Variables, key: string): string | undefined {
  const stored = variables.get(key);
  if (stored === undefined) return undefined;
  if (stored.kind === 'text') return stored.text;
  throw wrongType(key, stored, 'text');
}

export function storedValue(variables: Variables, key: string): VariableValue {
  const stored = variables.get(key);
  if (stored?.kind === 'set') return [...stored.members];
  if (stored?.kind === 'map') return Object.fromEntries(stored.entries);
  return stored?.text;
}

function put(variables: Variables, key: string, stored: Stored): Variables {
  return new Map(variables).set(key, stored);
}

/** The store forgets a set or a map that is empty. */
function without(variables: Variables, key: string): Variables {
  const rest = new Map(variables);
  rest.delete(key);
  return rest;
}

function wrongType(key: string, { kind }: Stored, wanted: Stored['kind']): StoreError {
  return new StoreError(`${key} holds a ${kind}, and not a ${wanted} (WRONGTYPE)`);
}
