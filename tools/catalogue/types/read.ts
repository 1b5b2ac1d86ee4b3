import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findComponent, knownTypes } from '../../../src/catalog/catalog';
import { normalized, resolveDefinition } from '../../../src/catalog/definitions';
import type { ExtensionRole, JsonSchema, ListenFacts } from '../../../src/catalog/facts';
import { type GeneratedComponent, type IndexRelease, readDefinitions, readIndex } from '../../../src/catalog/generated';
import type { ComponentKind } from '../../../src/model/component-id';
import { isConfigMap } from '../../../src/model/config';
import { type Release, releases } from '../../../src/model/release';

const folder = join(__dirname, '../../../imports/otelcol');

/** The newest of the target releases, and the oldest: what `Since` and `Until` speak of. */
export const newest: Release = releases[0];
export const oldest: Release = releases[releases.length - 1] ?? releases[0];

export const kinds: readonly ComponentKind[] = ['receiver', 'processor', 'exporter', 'connector', 'extension'];

/** A component's file, with what only the types read of it. */
export interface Described extends GeneratedComponent {
  readonly module: string;
  readonly version: string;
  readonly defaults: unknown;
  readonly optionals: readonly {
    readonly path: readonly string[];
    readonly flavor: 'none' | 'default' | 'some';
    readonly defaults?: unknown;
  }[];
}

/** A schema at a place of one release: with the overlays, and as it was generated, which still names its Go struct. */
export interface Source {
  readonly target: Release;
  /** The contrib release that was read. */
  readonly from: string;
  readonly schema: JsonSchema;
  readonly generated?: JsonSchema;
}

export interface ReadComponent {
  readonly kind: ComponentKind;
  readonly type: string;
  readonly alias?: string;
  readonly provides: readonly ExtensionRole[];
  /** By the target releases that have the component, the newest first. */
  readonly targets: ReadonlyMap<Release, Described>;
  readonly sources: readonly Source[];
  /** The sockets that it binds; without an address, on all addresses. */
  readonly listens: readonly ListenFacts[];
}

/** Every component of the index, by kind and name. */
export function readComponents(): readonly ReadComponent[] {
  return kinds.flatMap((kind) => knownTypes(kind).map((type) => readOne(kind, type)));
}

function readOne(kind: ComponentKind, type: string): ReadComponent {
  const facts = findComponent(kind, type);
  const entry = readIndex()[kind][type];
  if (!facts || !entry) throw new Error(`the index has no ${kind} ${type}`);
  const targets = new Map<Release, Described>();
  const sources: Source[] = [];
  for (const target of releases) {
    const place = entry.releases[target];
    const schema = facts.in(target)?.schema;
    if (!place || !schema) continue;
    const described = readFile(place);
    targets.set(target, described);
    sources.push({ target, from: place.from, schema, generated: normalized(described.schema, place.from) });
  }
  const listens = releases.flatMap((target) => facts.in(target)?.listens ?? []);
  const alias = entry.alias && { alias: entry.alias.name };
  return { kind, type, ...alias, provides: facts.provides, targets, sources, listens };
}

function readFile({ from, file }: IndexRelease): Described {
  return JSON.parse(readFileSync(join(folder, from, `${file}.json`), 'utf8')) as Described;
}

/** The contrib releases that describe components for a target release, that release itself first. */
export function readFrom(components: readonly ReadComponent[], target: Release): readonly string[] {
  const found = new Set([target as string]);
  for (const { sources } of components) for (const one of sources) if (one.target === target) found.add(one.from);
  return [target, ...[...found].filter((from) => from !== target).sort()];
}

const plain = new Map<string, Readonly<Record<string, JsonSchema>>>();

/** The structs of a contrib release as they were generated. */
export function generatedDefinitions(from: string): Readonly<Record<string, JsonSchema>> {
  let found = plain.get(from);
  if (!found) {
    found = Object.fromEntries(
      Object.entries(readDefinitions(from)).map(([name, schema]) => [name, normalized(schema, from)]),
    );
    plain.set(from, found);
  }
  return found;
}

/** The definition of a struct with the overlays, where a release has it. */
export function definitionOf(from: string, struct: string): Source['schema'] | undefined {
  if (!Object.hasOwn(generatedDefinitions(from), struct)) return undefined;
  return resolveDefinition(`${from}#/$defs/${struct.replaceAll('~', '~0').replaceAll('/', '~1')}`);
}

/** The name of the struct that a `$ref` leads to: its Go package and type. */
export function structName(ref: string): string {
  return decodeURIComponent(ref.split('#/$defs/')[1] ?? '')
    .replaceAll('~1', '/')
    .replaceAll('~0', '~');
}

/** What stands at a place, the references on the way followed. */
export function resolved(source: Source): { readonly schema: JsonSchema; readonly generated: JsonSchema } {
  const generated = source.generated ?? {};
  return { schema: follow(source.schema, resolveDefinition), generated: follow(generated, resolveGenerated) };
}

function resolveGenerated(ref: string): JsonSchema {
  return generatedDefinitions(ref.split('#')[0] ?? '')[structName(ref)] ?? {};
}

function follow(schema: JsonSchema, resolve: (ref: string) => JsonSchema): JsonSchema {
  const { $ref, ...rest } = schema;
  return typeof $ref === 'string' ? { ...follow(resolve($ref), resolve), ...rest } : schema;
}

/** The place behind a step: a field's name, or `*` for the items of a list or the values of a map. */
export function step(source: Source, of: JsonSchema, generatedOf: JsonSchema, key: string): Source | undefined {
  const inner = (schema: JsonSchema): unknown => {
    if (key === '*') return schema.items ?? schema.additionalProperties;
    return isConfigMap(schema.properties) && Object.hasOwn(schema.properties, key) ? schema.properties[key] : undefined;
  };
  const schema = inner(of);
  const generated = inner(generatedOf);
  if (!isConfigMap(schema)) return undefined;
  return { ...source, schema, generated: isConfigMap(generated) ? generated : undefined };
}
