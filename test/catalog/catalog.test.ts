import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020';
import { components, findComponent, knownTypes, nameIn } from '../../src/catalog/catalog';
import type { ComponentFacts, JsonSchema } from '../../src/catalog/facts';
import { shared } from '../../src/catalog/shared';
import { addKeywords } from '../../src/catalog/shared-keywords';
import type {
  KnownConnectors,
  KnownExporters,
  KnownExtensions,
  KnownProcessors,
  KnownReceivers,
} from '../../src/catalog/types';
import { type ComponentKind, isComponentType, sectionOf } from '../../src/model/component-id';
import { isConfigMap } from '../../src/model/config';
import { releases } from '../../src/model/release';

const all = Object.values(components).flat();
const rows = all.map((facts) => [`${facts.kind} ${facts.type}`, facts] as const);

// The compiler holds these against the maps of types.ts, and the test against the facts.
const typed = {
  receiver: { fluent_forward: true, otlp: true } satisfies Record<keyof KnownReceivers, true>,
  processor: {
    attributes: true,
    batch: true,
    delta_to_cumulative: true,
    filter: true,
    groupbyattrs: true,
    memory_limiter: true,
    probabilistic_sampler: true,
    resource: true,
    tail_sampling: true,
    transform: true,
  } satisfies Record<keyof KnownProcessors, true>,
  exporter: {
    debug: true,
    file: true,
    load_balancing: true,
    nop: true,
    otlp_grpc: true,
    otlp_http: true,
    prometheus: true,
  } satisfies Record<keyof KnownExporters, true>,
  connector: { count: true, forward: true, routing: true } satisfies Record<keyof KnownConnectors, true>,
  extension: { bearertokenauth: true, file_storage: true, health_check: true, zpages: true } satisfies Record<
    keyof KnownExtensions,
    true
  >,
};

const kinds = Object.keys(sectionOf) as ComponentKind[];

test.each(kinds)('every %s has a type for its configuration', (kind) => {
  expect([...knownTypes(kind)].sort()).toEqual(Object.keys(typed[kind]).sort());
});

test.each(kinds)('every file of a %s is in the catalogue', (kind) => {
  const folder = join(__dirname, '../../src/catalog/components', sectionOf[kind]);
  const files = readdirSync(folder).map((file) => file.replace(/\.ts$/, '').replaceAll('-', '_'));
  expect(files.sort()).toEqual([...knownTypes(kind)].sort());
});

test.each(rows)('%s is found by its names', (_, facts) => {
  expect(isComponentType(facts.type)).toBe(true);
  expect(findComponent(facts.kind, facts.type)).toBe(facts);
  for (const release of releases) expect(findComponent(facts.kind, nameIn(release, facts))).toBe(facts);
});

test('each release has its own names', () => {
  const names = (release: string) =>
    Object.fromEntries(all.filter(({ renamed }) => renamed).map((facts) => [facts.type, nameIn(release, facts)]));
  expect(names('0.131.0')).toEqual({
    delta_to_cumulative: 'deltatocumulative',
    fluent_forward: 'fluentforward',
    load_balancing: 'loadbalancing',
    otlp_grpc: 'otlp',
    otlp_http: 'otlphttp',
  });
  expect(names('0.159.0')).toEqual(Object.fromEntries(Object.keys(names('0.159.0')).map((name) => [name, name])));
  expect(nameIn('0.152.0', findComponent('exporter', 'load_balancing') as ComponentFacts)).toBe('loadbalancing');
  expect(nameIn('0.153.0', findComponent('exporter', 'load_balancing') as ComponentFacts)).toBe('load_balancing');
});

test('a name of one kind is none of another', () => {
  expect(findComponent('receiver', 'otlp')?.kind).toBe('receiver');
  expect(findComponent('exporter', 'otlp')?.type).toBe('otlp_grpc');
  expect(findComponent('processor', 'otlp')).toBeUndefined();
});

test.each(rows)('the schema of %s compiles, and every $ref in it leads somewhere', (_, { schema }) => {
  const ajv = addKeywords(
    new Ajv2020({ strict: true, strictTypes: false, allowUnionTypes: true, strictRequired: false }),
  );
  ajv.addSchema(shared);
  expect(ajv.validateSchema(schema)).toBe(true);
  expect(ajv.validateSchema(shared)).toBe(true);
  expect(() => ajv.compile(schema)).not.toThrow();
});

test.each(rows)('the places that the facts of %s name are in its schema', (_, facts) => {
  const paths = [
    ...(facts.listens ?? []).flatMap(({ path, when }) => (when ? [path, when] : [path])),
    ...(facts.extensionRefs ?? []).map(({ path }) => path),
    ...(facts.pipelineRefs ?? []),
  ];
  for (const path of paths) expect([path, schemaAt(facts.schema, path)]).toEqual([path, expect.anything()]);
});

test.each(rows)('%s is closed: a map has named fields, or any', (_, { schema }) => {
  for (const part of partsOf(schema)) {
    if (!isConfigMap(part.properties) || part.type === undefined) continue;
    expect(part).toHaveProperty('additionalProperties', false);
  }
});

function resolved(schema: JsonSchema): JsonSchema {
  const name = /^shared#\/\$defs\/(.*)$/.exec(String(schema.$ref))?.[1];
  if (name === undefined) return schema;
  return (shared.$defs as Readonly<Record<string, JsonSchema>>)[name] ?? {};
}

function schemaAt(schema: JsonSchema, [key, ...rest]: readonly string[]): unknown {
  if (key === undefined) return schema;
  const here = resolved(schema) as { readonly properties?: Readonly<Record<string, JsonSchema>>; items?: JsonSchema };
  const next = key === '*' ? here.items : here.properties?.[key];
  return next && schemaAt(next, rest);
}

function* partsOf(schema: unknown): Generator<JsonSchema> {
  if (Array.isArray(schema)) for (const item of schema) yield* partsOf(item);
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) return;
  yield schema as JsonSchema;
  for (const part of Object.values(schema)) yield* partsOf(part);
}
