import { isConfigMap } from '../../../src/model/config';
import { shortStruct } from './names';
import { newest, type ReadComponent, resolved, type Source, step, structName } from './read';

/** A named Go struct at a place; `optional` when it can be turned off with `enabled`. */
export interface StructAt {
  readonly name: string;
  readonly optional: boolean;
}

const optionalPrefix = 'go.opentelemetry.io/collector/config/configoptional.Optional[';

export function structAt({ schema, generated }: Source): StructAt | undefined {
  const ref = generated?.$ref ?? schema.$ref;
  if (typeof ref !== 'string') return undefined;
  const name = structName(ref);
  return name.startsWith(optionalPrefix)
    ? { name: name.slice(optionalPrefix.length, -1), optional: true }
    : { name, optional: false };
}

export function optionalOf(struct: string): string {
  return `${optionalPrefix}${struct}]`;
}

/** A place in a component's configuration, in the target releases that have it. */
export interface Place {
  readonly path: readonly string[];
  readonly sources: readonly Source[];
}

/** The struct that stands at a place, by its names in the newest and the older releases. */
export interface StructPair {
  readonly newer?: string;
  readonly older?: string;
  readonly optional: boolean;
}

export function pairAt(sources: readonly Source[]): StructPair | undefined {
  const found = sources.map((source) => ({ source, struct: structAt(source) }));
  if (found.some(({ struct }) => struct === undefined)) return undefined;
  return {
    newer: found.find(({ source }) => source.target === newest)?.struct?.name,
    older: found.find(({ source }) => source.target !== newest)?.struct?.name,
    optional: found.some(({ struct }) => struct?.optional),
  };
}

/** Every place of a component, those inside the structs that it refers to too. */
export function* placesOf(component: ReadComponent): Generator<Place & { readonly within: readonly Enclosing[] }> {
  yield* walk(component.sources, [], []);
}

/** A struct around a place, and where it begins. */
export interface Enclosing {
  readonly pair: StructPair;
  readonly depth: number;
}

function* walk(
  sources: readonly Source[],
  path: readonly string[],
  within: readonly Enclosing[],
): Generator<Place & { readonly within: readonly Enclosing[] }> {
  yield { path, sources, within };
  const pair = pairAt(sources);
  // A struct may hold itself.
  if (pair && within.some((outer) => samePair(outer.pair, pair))) return;
  const inside = pair ? [...within, { pair, depth: path.length }] : within;
  for (const [key, inner] of children(sources)) yield* walk(inner, [...path, key], inside);
}

function samePair(a: StructPair, b: StructPair): boolean {
  return a.newer === b.newer && a.older === b.older;
}

/** The fields of a place, and `*` for the items of a list or the values of a map. */
export function children(sources: readonly Source[]): ReadonlyMap<string, readonly Source[]> {
  const found = new Map<string, Source[]>();
  for (const source of sources) {
    const { schema, generated } = resolved(source);
    const { properties, items, additionalProperties } = schema;
    const keys = isConfigMap(properties) ? Object.keys(properties) : [];
    if (isConfigMap(items) || isConfigMap(additionalProperties)) keys.push('*');
    for (const key of keys) {
      const inner = step(source, schema, generated, key);
      if (inner) found.set(key, [...(found.get(key) ?? []), inner]);
    }
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

/** The structs of several releases that get one interface. */
export interface Group {
  readonly key: string;
  newer?: string;
  older?: string;
}

/**
 * Which structs are one: those of a name, and those that stand at the same places in the two target releases, unless
 * that would join structs which one release keeps apart.
 */
export class Groups {
  private readonly newer = new Map<string, Group>();
  private readonly older = new Map<string, Group>();
  private readonly apart = new Map<string, Group>();

  constructor(pairs: Iterable<StructPair>) {
    const unique = new Map([...pairs].map((pair) => [`${pair.newer ?? ''} ${pair.older ?? ''}`, pair]));
    for (const [, pair] of [...unique].sort(([a, x], [b, y]) => rank(x) - rank(y) || (a < b ? -1 : 1))) this.add(pair);
  }

  of(pair: StructPair): Group {
    const found = this.find(pair);
    if (found) return found;
    // Structs meet at places that only their union over all releases has.
    this.add(pair);
    return this.find(pair) ?? this.make(pair.newer, pair.older);
  }

  private find({ newer, older }: StructPair): Group | undefined {
    return (
      this.apart.get(`${newer} ${older}`) ??
      (newer === undefined ? undefined : this.newer.get(newer)) ??
      (older === undefined ? undefined : this.older.get(older))
    );
  }

  /** The group of a struct that is only inlined elsewhere. */
  named(struct: string): Group {
    return this.newer.get(struct) ?? this.older.get(struct) ?? this.make(struct, struct);
  }

  private add({ newer, older }: StructPair): void {
    const a = newer === undefined ? undefined : this.newer.get(newer);
    const b = older === undefined ? undefined : this.older.get(older);
    if (newer === undefined || older === undefined) {
      const name = newer ?? older ?? '';
      const other = (newer === undefined ? this.newer : this.older).get(name);
      if (a ?? b) return;
      if (other && other.newer === name && (other.older ?? name) === name) this.join(other, name, name);
      else this.make(newer, older);
    } else if (!a && !b) this.make(newer, older);
    else if (a && a === b) return;
    else if (a && !a.older && !b?.newer) this.join(a, newer, older);
    else if (b && !b.newer && !a) this.join(b, newer, older);
    else this.apart.set(`${newer} ${older}`, { key: `${newer} ${older}`, newer, older });
  }

  private make(newer: string | undefined, older: string | undefined): Group {
    const group = { key: shortStruct(newer ?? older ?? ''), newer, older };
    if (newer !== undefined) this.newer.set(newer, group);
    if (older !== undefined) this.older.set(older, group);
    return group;
  }

  private join(group: Group, newer: string, older: string): void {
    group.newer = newer;
    group.older = older;
    this.newer.set(newer, group);
    this.older.set(older, group);
  }
}

/** Structs that kept their names come first, then those that one release alone has, then those that moved. */
function rank({ newer, older }: StructPair): number {
  if (newer === older) return 0;
  if (newer === undefined || older === undefined) return 1;
  return lastPart(newer) === lastPart(older) ? 2 : 3;
}

function lastPart(struct: string): string {
  return struct.replace(/^.*\//, '');
}
