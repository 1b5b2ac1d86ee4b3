import fc from 'fast-check';
import { fieldAt } from '../../../src/catalog/definitions';
import type { JsonSchema } from '../../../src/catalog/facts';
import type { ConfigMap, ConfigValue } from '../../../src/model/config';

const wrong: fc.Arbitrary<ConfigValue> = fc.constantFrom<ConfigValue>(
  true,
  5,
  -1,
  1.5,
  '',
  'x',
  '5',
  null,
  ['x'],
  {},
  [],
);

/** Configurations with fields of a schema: most values fit it, some do not. */
export function bodies(schema: JsonSchema, base: ConfigMap, count: number, seed: number): readonly ConfigMap[] {
  return fc.sample(object(schema, 3), { numRuns: count, seed }).map((fields) => ({ ...base, ...fields }));
}

function value(unresolved: JsonSchema, depth: number): fc.Arbitrary<ConfigValue> {
  const schema = fieldAt(unresolved, []) ?? unresolved;
  return fc.oneof({ weight: 6, arbitrary: fitting(schema, depth) }, { weight: 1, arbitrary: wrong });
}

function fitting(schema: JsonSchema, depth: number): fc.Arbitrary<ConfigValue> {
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (Array.isArray(schema.enum)) return word(schema.enum);
  if (schema.format === 'go-duration') return fc.constantFrom('1s', '0', '1m30s', '-1s', '5', '1d', '1.5h', '10S');
  if (schema.format === 'component-id') return fc.constantFrom('a', 'a/b', 'a b', '1a', 'a/');
  if (schema.format === 'pipeline-id') return fc.constantFrom('traces/out', 'traces out', 'x');
  if (type === 'string') return fc.constantFrom('a', 'a:1', '/a', '${env:TEXT}', 'a${env:NUMBER}');
  if (type === 'boolean') return fc.boolean();
  if (type === 'integer') return fc.constantFrom(0, 1, 100, 4317);
  if (type === 'number') return fc.constantFrom(0, 0.5, 10);
  if (type === 'array') return list(schema, depth);
  if (type === 'object') return object(schema, depth);
  return fc.constantFrom('a', 1, true);
}

function word(values: readonly string[]): fc.Arbitrary<string> {
  const known = fc.constantFrom(...values);
  return fc.oneof(
    { weight: 5, arbitrary: known },
    { weight: 1, arbitrary: known.map((one) => one.toUpperCase()) },
    { weight: 1, arbitrary: known.map((one) => `${one}x`) },
  );
}

function list(schema: JsonSchema, depth: number): fc.Arbitrary<ConfigValue> {
  // OTTL has a test of its own.
  if (schema['x-ottl'] !== undefined || depth === 0) return fc.constant([]);
  return fc.array(value((schema.items ?? {}) as JsonSchema, depth - 1), { maxLength: 2 });
}

function object(schema: JsonSchema, depth: number): fc.Arbitrary<ConfigMap> {
  const properties = Object.entries((schema.properties ?? {}) as Readonly<Record<string, JsonSchema>>);
  if (depth === 0 || properties.length === 0) return fc.constantFrom<ConfigMap>({}, { a: 'b' });
  const field = fc.constantFrom(...properties).chain(([name, one]) => {
    const key = fc.oneof(
      { weight: 12, arbitrary: fc.constant(name) },
      { weight: 1, arbitrary: fc.constantFrom(name.toUpperCase(), `${name}s`, name.replaceAll('_', '')) },
    );
    return fc.tuple(key, value(one, depth - 1));
  });
  return fc.array(field, { minLength: 1, maxLength: 2 }).map((fields) => Object.fromEntries(fields));
}
