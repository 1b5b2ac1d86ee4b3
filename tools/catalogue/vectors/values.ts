import type { JsonSchema } from '../../../src/catalog/facts';
import { type ConfigMap, type ConfigValue, isConfigMap } from '../../../src/model/config';
import { followed, typeOf } from './places';

/** A value that a field should take. */
export function fitting(unfollowed: JsonSchema, depth = 2): ConfigValue {
  const schema = followed(unfollowed);
  const { enum: values, format } = schema;
  // What is OTTL depends on its context.
  if (schema['x-ottl'] !== undefined) return typeOf(schema) === 'array' ? [] : 'true';
  if (Array.isArray(values)) return (values as ConfigValue[]).find((value) => value !== '') ?? '';
  if (format === 'go-duration') return '7s';
  if (format === 'component-id') return 'sample/one';
  if (format === 'pipeline-id') return 'traces/out';
  if (format === 'grpc-target') return 'sample:4317';
  if (format === 'url-path') return '/sample';
  switch (typeOf(schema)) {
    case 'string':
      return 'sample';
    case 'integer':
    case 'number':
      return number(schema);
    case 'boolean':
      return true;
    case 'array':
      return isConfigMap(schema.items) && depth > 0 ? [fitting(schema.items, depth - 1)] : [];
    case 'object':
      return section(schema, depth);
    default:
      return 'sample';
  }
}

function number({ minimum, exclusiveMinimum, maximum }: JsonSchema): number {
  const least = typeof exclusiveMinimum === 'number' ? exclusiveMinimum + 1 : typeof minimum === 'number' ? minimum : 0;
  return Math.min(Math.max(least, 1), typeof maximum === 'number' ? maximum : Number.POSITIVE_INFINITY);
}

function section(schema: JsonSchema, depth: number): ConfigMap {
  const { properties, required } = schema;
  if (!isConfigMap(properties) || !Array.isArray(required) || depth === 0) return {};
  return Object.fromEntries(
    required.map((name) => [name, fitting((properties[String(name)] ?? {}) as JsonSchema, depth - 1)]),
  );
}

/** A value of another JSON type than a field has; `undefined` where it takes every type. */
export function misfitting(schema: JsonSchema): ConfigValue | undefined {
  switch (typeOf(schema)) {
    case 'string':
      return 17;
    case 'integer':
    case 'number':
      return '17';
    case 'boolean':
      return 'true';
    case 'array':
      return { sample: true };
    case 'object':
      return 'sample';
    default:
      return undefined;
  }
}

/** A configuration with one field set; `undefined` for a value takes it away. */
export function withValue(
  config: ConfigMap,
  [key, ...rest]: readonly string[],
  value: ConfigValue | undefined,
): ConfigMap {
  if (key === undefined) return config;
  if (rest.length > 0) {
    const inner = config[key];
    return { ...config, [key]: withValue(isConfigMap(inner) ? inner : {}, rest, value) };
  }
  const { [key]: _, ...others } = config;
  return value === undefined ? others : { ...others, [key]: value };
}
