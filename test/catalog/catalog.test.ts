import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020';
import { findComponent, knownTypes, nameIn } from '../../src/catalog/catalog';
import { definitions, fieldAt, normalized, resolveDefinition } from '../../src/catalog/definitions';
import type { ComponentFacts, JsonSchema, ReleaseFacts } from '../../src/catalog/facts';
import { readComponent, readDefinitions, readIndex } from '../../src/catalog/generated';
import { findOverlay } from '../../src/catalog/overlays/find';
import { structOverlays } from '../../src/catalog/overlays/structs';
import { addKeywords } from '../../src/catalog/shared-keywords';
import { type ComponentKind, isComponentType, sectionOf } from '../../src/model/component-id';
import { isConfigMap } from '../../src/model/config';
import { releases } from '../../src/model/release';

const index = readIndex();
const kinds = Object.keys(sectionOf) as ComponentKind[];
const all = kinds.flatMap((kind) => knownTypes(kind).map((type) => findComponent(kind, type) as ComponentFacts));
const rows = all.map((facts) => [`${facts.kind} ${facts.type}`, facts] as const);
const inReleases = all.flatMap((facts) =>
  releases.flatMap((release) => {
    const inRelease = facts.in(release);
    return inRelease ? [[`${facts.kind} ${facts.type} of ${release}`, inRelease] as const] : [];
  }),
);

test.each(kinds)('every %s of the index is found, and every overlay has a component', (kind) => {
  expect(knownTypes(kind)).toEqual(Object.keys(index[kind]));
  const types = readdirSync(join(__dirname, '../../src/catalog/overlays', sectionOf[kind])).map((file) =>
    file.replace(/\.ts$/, '').replaceAll('-', '_'),
  );
  expect(types.filter((type) => index[kind][type] === undefined)).toEqual([]);
});

test.each(rows)('%s is found by its names', (_, facts) => {
  expect(isComponentType(facts.type)).toBe(true);
  expect(findComponent(facts.kind, facts.type)).toBe(facts);
  for (const release of releases) expect(findComponent(facts.kind, nameIn(release, facts))).toBe(facts);
});

test('a release has its own names', () => {
  const names = (release: (typeof releases)[number]) =>
    Object.fromEntries(
      ['delta_to_cumulative', 'fluent_forward', 'load_balancing', 'otlp_grpc', 'otlp_http', 'debug']
        .flatMap((type) => all.filter((facts) => facts.type === type))
        .map((facts) => [facts.type, nameIn(release, facts)]),
    );
  expect(names('0.131.0')).toEqual({
    delta_to_cumulative: 'deltatocumulative',
    fluent_forward: 'fluentforward',
    load_balancing: 'loadbalancing',
    otlp_grpc: 'otlp',
    otlp_http: 'otlphttp',
    debug: 'debug',
  });
  expect(names('0.159.0')).toEqual(Object.fromEntries(Object.keys(names('0.159.0')).map((name) => [name, name])));
});

test('a name of one kind is none of another', () => {
  expect(findComponent('receiver', 'otlp')?.kind).toBe('receiver');
  expect(findComponent('exporter', 'otlp')?.type).toBe('otlp_grpc');
  expect(findComponent('processor', 'otlp')).toBeUndefined();
});

const compilers = new Map<string, Ajv2020>();

function compiler(from: string): Ajv2020 {
  let ajv = compilers.get(from);
  if (ajv === undefined) {
    ajv = addKeywords(
      new Ajv2020({ strict: true, strictTypes: false, allowUnionTypes: true, strictRequired: false }),
    ).addVocabulary(['x-text', 'x-pointer', 'x-optional', 'x-custom-unmarshal', 'x-adds']);
    ajv.addSchema(definitions(from));
    compilers.set(from, ajv);
  }
  return ajv;
}

test.each(inReleases)('the schema of %s compiles, and every $ref in it leads somewhere', (_, facts) => {
  const ajv = compiler(facts.readFrom);
  expect(ajv.validateSchema(facts.schema)).toBe(true);
  expect(() => ajv.compile(facts.schema)).not.toThrow();
});

test.each(inReleases)('the places that the facts of %s name are in its schema', (_, facts) => {
  for (const path of places(facts)) expect([path, fieldAt(facts.schema, path)]).toEqual([path, expect.anything()]);
});

function places({ listens, extensionRefs, pipelineRefs }: ReleaseFacts) {
  const sections = listens.flatMap(({ when }) => (when ? [when] : []));
  const paths = [...listens, ...extensionRefs].map(({ path }) => path);
  return [...paths, ...pipelineRefs, ...sections];
}

test.each(inReleases)('%s is closed: a map has named fields, or any', (_, { schema }) => {
  for (const part of partsOf(schema)) {
    if (!isConfigMap(part.properties) || part.type === undefined) continue;
    expect(part.additionalProperties).toBeDefined();
  }
});

// An overlay that names a field which no release has is a mistake, or outlived the field.
const described = kinds.flatMap((kind) =>
  Object.entries(index[kind]).flatMap(([type, entry]) => {
    const { schema } = findOverlay(kind, type);
    if (schema === undefined) return [];
    const generated = Object.values(entry.releases).map((place) => normalized(readComponent(place).schema, place.from));
    return [[`${kind} ${type}`, schema, generated] as const];
  }),
);

test.each(described)('the fields that the overlay of %s names are there', (_, overlay, generated) => {
  const lost = [...fieldPaths(overlay)].filter((path) => !generated.some((schema) => fieldAt(schema, path)));
  expect(lost).toEqual([]);
});

const froms = [
  ...new Set(
    kinds
      .flatMap((kind) => Object.values(index[kind]))
      .flatMap(({ releases }) => Object.values(releases))
      .map(({ from }) => from),
  ),
];
const structs = froms.flatMap((from) => Object.keys(readDefinitions(from)).map((name) => ({ from, name })));

test.each(structOverlays.flatMap(({ structs: names = [], schema }) => names.map((name) => [name, schema] as const)))(
  'the fields that the overlay of the struct %s names are there',
  (struct, overlay) => {
    const found = structs
      .filter(({ name }) => name.replace(/\]$/, '').endsWith(struct))
      .map(({ from, name }) => resolveDefinition(`${from}#/$defs/${encodeURIComponent(name).replaceAll('%2F', '~1')}`));
    expect(found).not.toEqual([]);
    const lost = [...fieldPaths(overlay)].filter((path) => !found.some((schema) => fieldAt(schema, path)));
    expect(lost).toEqual([]);
  },
);

/** The fields that an overlay names. */
function* fieldPaths(overlay: JsonSchema, path: readonly string[] = []): Generator<readonly string[]> {
  if (overlay['x-replaces'] === true) return;
  const { properties, items, additionalProperties } = overlay;
  if (isConfigMap(properties)) {
    for (const [name, part] of Object.entries(properties)) {
      yield [...path, name];
      if (isConfigMap(part) && part['x-adds'] !== true) yield* fieldPaths(part, [...path, name]);
    }
  }
  for (const part of [items, additionalProperties]) {
    if (isConfigMap(part)) yield* fieldPaths(part, [...path, '*']);
  }
}

function* partsOf(schema: unknown): Generator<JsonSchema> {
  if (Array.isArray(schema)) for (const item of schema) yield* partsOf(item);
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) return;
  yield schema as JsonSchema;
  for (const [key, part] of Object.entries(schema)) if (key !== 'x-rules') yield* partsOf(part);
}
