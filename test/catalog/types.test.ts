import { join } from 'node:path';
import ts from 'typescript';
import { findComponent, knownTypes } from '../../src/catalog/catalog';
import { resolveDefinition } from '../../src/catalog/definitions';
import type { JsonSchema } from '../../src/catalog/facts';
import { readIndex } from '../../src/catalog/generated';
import { exporters, processors, raw, receivers } from '../../src/index';
import type { ComponentKind } from '../../src/model/component-id';
import { isConfigMap } from '../../src/model/config';
import { releases } from '../../src/model/release';

// What users write is checked by types, and what the YAML holds by schemas: both must name the same fields.

const file = join(__dirname, '../../src/catalog/types.ts');
const program = ts.createProgram([file], {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.Node20,
  types: [],
});
const checker = program.getTypeChecker();

const maps: Readonly<Record<ComponentKind, string>> = {
  receiver: 'KnownReceivers',
  processor: 'KnownProcessors',
  exporter: 'KnownExporters',
  connector: 'KnownConnectors',
  extension: 'KnownExtensions',
};
const kinds = Object.keys(maps) as ComponentKind[];

/** Fields that the types leave out on purpose. */
const left = new Set([
  // A struct that other fields of the component have whole.
  'kafka/profiles: topic is not in the schema',
]);

// Values that have properties, but stand for a scalar.
const scalars = new Set([
  'Ref',
  'DurationLike',
  'SizeLike',
  'Extension',
  'Condition',
  'OttlStatement',
  'Field',
  'PipelineRef',
]);

const rows = kinds.flatMap((kind) => knownTypes(kind).map((type) => [kind, type] as const));

test.each(rows)('the type of the %s %s has the fields of its schemas', (kind, type) => {
  const config = propertyType(propertyType(mapType(maps[kind]), type), 'config');
  const schemas = releases.flatMap((release) => findComponent(kind, type)?.in(release)?.schema ?? []);
  const differences = [...compare([config], schemas, type)].filter((difference) => !left.has(difference));
  expect(differences).toEqual([]);
});

test.each(kinds)('the types know every %s, by its older name too, and no other', (kind) => {
  const names = checker.getPropertiesOfType(mapType(maps[kind])).map(({ name }) => name);
  const known = Object.entries(readIndex()[kind]).flatMap(([type, { alias }]) => [
    type,
    ...(alias ? [alias.name] : []),
  ]);
  expect(names.sort()).toEqual([...new Set(known)].sort());
});

test('a component under an older name is one of the newest', () => {
  expect(exporters.otlphttp('vendor', { endpoint: 'https://a' }).id).toBe('otlp_http/vendor');
  expect(exporters.otlp({ endpoint: 'a:4317' }).type).toBe('otlp_grpc');
  expect(processors.deltatocumulative().id).toBe('delta_to_cumulative');
  expect(raw.exporter('loadbalancing/spread').id).toBe('load_balancing/spread');
  expect(receivers.otlp({ protocols: {} }).type).toBe('otlp');
});

function mapType(name: string): ts.Type {
  const source = program.getSourceFile(file) as ts.SourceFile;
  const symbol = checker
    .getExportsOfModule(checker.getSymbolAtLocation(source) as ts.Symbol)
    .find((s) => s.name === name) as ts.Symbol;
  return checker.getDeclaredTypeOfSymbol(checker.getAliasedSymbol(symbol));
}

function propertyType(type: ts.Type, name: string): ts.Type {
  return checker.getTypeOfSymbol(checker.getPropertyOfType(type, name) as ts.Symbol);
}

function* compare(types: readonly ts.Type[], unresolved: readonly unknown[], path: string): Generator<string> {
  // A struct may hold itself.
  if (path.split('/').length > 12) return;
  const schemas = unresolved.map(resolved);
  const parts = types.flatMap(constituents);
  const elements = parts
    .filter((part) => checker.isArrayType(part))
    .flatMap((part) => checker.getTypeArguments(part as ts.TypeReference));
  const items = schemas.map((schema) => schema.items).filter(isConfigMap);
  if (items.length > 0 && elements.length > 0) yield* compare(elements, items, `${path}/*`);
  const objects = parts.filter((part) => !checker.isArrayType(part));
  const values = objects.flatMap((part) => part.getStringIndexType() ?? []);
  const further = schemas.map((schema) => schema.additionalProperties).filter(isConfigMap);
  if (further.length > 0) yield* compare(values, further, `${path}/*`);
  const properties = schemas.map((schema) => schema.properties).filter(isConfigMap);
  if (properties.length > 0) yield* fields(objects, properties, path);
}

function* fields(
  types: readonly ts.Type[],
  properties: readonly Readonly<Record<string, unknown>>[],
  path: string,
): Generator<string> {
  const inTypes = new Map(
    types.flatMap((type) => checker.getPropertiesOfType(type).map((property) => [property.name, property] as const)),
  );
  const inSchemas = new Set(properties.flatMap((schema) => Object.keys(schema)));
  for (const [name, property] of inTypes) {
    if (!inSchemas.has(name) && !isShared(property)) yield `${path}: ${name} is not in the schema`;
  }
  for (const name of inSchemas) {
    const schemas = properties.flatMap((schema) => (Object.hasOwn(schema, name) ? [schema[name]] : []));
    if (!inTypes.has(name)) {
      if (!schemas.every(holdsNothing)) yield `${path}: ${name}`;
      continue;
    }
    const values = types
      .filter((type) => checker.getPropertyOfType(type, name))
      .map((type) => propertyType(type, name));
    yield* compare(values, schemas, `${path}/${name}`);
  }
}

/** A struct's type has the fields of all releases, also where a component is described in one of them alone. */
function isShared(property: ts.Symbol): boolean {
  const files = property.declarations?.map((declaration) => declaration.getSourceFile().fileName) ?? [];
  return files.some((name) => /\/imports\/otelcol\/types\/shared\/|\/special\/auth\.ts$/.test(name));
}

/** A function or a channel of Go: nothing in YAML. */
function holdsNothing(schema: unknown): boolean {
  return isConfigMap(schema) && schema.not !== undefined;
}

/** The members of a union that are objects or lists. */
function constituents(type: ts.Type): readonly ts.Type[] {
  const members = type.isUnion() ? type.types : [type];
  return members.filter((one) => (one.flags & ts.TypeFlags.Object) !== 0 && !scalars.has(one.symbol?.name ?? ''));
}

function resolved(schema: unknown): JsonSchema {
  if (!isConfigMap(schema)) return {};
  const { $ref, ...rest } = schema;
  return typeof $ref === 'string' ? { ...resolved(resolveDefinition($ref)), ...rest } : schema;
}
