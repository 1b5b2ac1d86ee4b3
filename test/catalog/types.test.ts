import { join } from 'node:path';
import ts from 'typescript';
import { components } from '../../src/catalog/catalog';
import type { JsonSchema } from '../../src/catalog/facts';
import { shared } from '../../src/catalog/shared';
import { isConfigMap } from '../../src/model/config';

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

const maps = {
  receiver: 'KnownReceivers',
  processor: 'KnownProcessors',
  exporter: 'KnownExporters',
  connector: 'KnownConnectors',
  extension: 'KnownExtensions',
};

/** Fields that the types leave out on purpose. */
const left = new Set([
  // Metrics have no attributes to count by.
  'count/metrics/*: attributes',
  // The resolver gives the endpoint.
  'load_balancing/protocol/otlp: endpoint',
  // One resolver is always given.
  ...['static', 'dns', 'k8s', 'aws_cloud_map'].map((name) => `load_balancing/resolver/${name}: enabled`),
]);

// Values that have properties, but stand for a scalar.
const scalars = new Set(['Ref', 'DurationLike', 'Extension', 'Condition', 'PipelineRef']);

const rows = Object.values(components)
  .flat()
  .map((facts) => [`${facts.kind} ${facts.type}`, facts] as const);

test.each(rows)('the type of %s has the fields of its schema', (_, { kind, type, schema }) => {
  const config = propertyType(propertyType(mapType(maps[kind]), type), 'config');
  const differences = [...compare([config], schema, type)].filter((difference) => !left.has(difference));
  expect(differences).toEqual([]);
});

function mapType(name: string): ts.Type {
  const source = program.getSourceFile(file) as ts.SourceFile;
  const symbol = checker
    .getExportsOfModule(checker.getSymbolAtLocation(source) as ts.Symbol)
    .find((s) => s.name === name);
  return checker.getDeclaredTypeOfSymbol(symbol as ts.Symbol);
}

function propertyType(type: ts.Type, name: string): ts.Type {
  return checker.getTypeOfSymbol(checker.getPropertyOfType(type, name) as ts.Symbol);
}

function* compare(types: readonly ts.Type[], unresolved: unknown, path: string): Generator<string> {
  const schema = resolved(unresolved);
  const parts = types.flatMap(constituents);
  if (isConfigMap(schema.items)) {
    const elements = parts
      .filter((part) => checker.isArrayType(part))
      .flatMap((part) => checker.getTypeArguments(part as ts.TypeReference));
    if (elements.length > 0) yield* compare(elements, schema.items, `${path}/*`);
  }
  const objects = parts.filter((part) => !checker.isArrayType(part));
  if (isConfigMap(schema.additionalProperties)) {
    const values = objects.flatMap((part) => part.getStringIndexType() ?? []);
    yield* compare(values, schema.additionalProperties, `${path}/*`);
  }
  if (isConfigMap(schema.properties)) yield* fields(objects, schema.properties, path);
}

function* fields(
  types: readonly ts.Type[],
  properties: Readonly<Record<string, unknown>>,
  path: string,
): Generator<string> {
  const inTypes = new Set(types.flatMap((type) => checker.getPropertiesOfType(type).map(({ name }) => name)));
  for (const name of inTypes) if (!Object.hasOwn(properties, name)) yield `${path}: ${name} is not in the schema`;
  for (const [name, schema] of Object.entries(properties)) {
    if (!inTypes.has(name)) {
      yield `${path}: ${name}`;
      continue;
    }
    const values = types
      .filter((type) => checker.getPropertyOfType(type, name))
      .map((type) => propertyType(type, name));
    yield* compare(values, schema, `${path}/${name}`);
  }
}

/** The members of a union that are objects or lists. */
function constituents(type: ts.Type): readonly ts.Type[] {
  const members = type.isUnion() ? type.types : [type];
  return members.filter((one) => (one.flags & ts.TypeFlags.Object) !== 0 && !scalars.has(one.symbol?.name ?? ''));
}

function resolved(schema: unknown): JsonSchema {
  if (!isConfigMap(schema)) return {};
  const name = /^shared#\/\$defs\/(.*)$/.exec(String(schema.$ref))?.[1];
  if (name === undefined) return schema;
  return (shared.$defs as Readonly<Record<string, JsonSchema>>)[name] ?? {};
}
