import { resolveDefinition } from '../../../src/catalog/definitions';
import type { JsonSchema } from '../../../src/catalog/facts';
import { isConfigMap } from '../../../src/model/config';

/** What may stand at a place, in one release. */
export type Part =
  | { readonly kind: 'section' | 'map' | 'list' | 'any'; readonly schema: JsonSchema }
  /** A scalar that may be a reference: what stands inside of `Value<…>`. */
  | { readonly kind: 'scalar'; readonly inner: string }
  /** A type by its name. */
  | { readonly kind: 'named'; readonly text: string };

/** The parts of a schema, its own `$ref` followed. */
export function partsOf(schema: JsonSchema): readonly Part[] {
  if (schema.not !== undefined && Object.keys(schema).every((key) => key === 'not' || key.startsWith('x-'))) return [];
  const ottlSuffix = ottlSuffixes.find(([what]) => String(schema['x-ottl'] ?? '').startsWith(what))?.[1];
  if (ottlSuffix !== undefined && isText(schema)) return ottl(schema, ottlSuffix);
  if (Array.isArray(schema.enum)) return literals(schema, schema.enum);
  if (schema.const !== undefined) return literals(schema, [schema.const]);
  const alternatives = [schema.anyOf, schema.oneOf].find(Array.isArray) as readonly JsonSchema[] | undefined;
  if (alternatives?.every(saysWhatItIs) && schema.type === undefined && schema.properties === undefined) {
    return alternatives.flatMap((one) => partsOf(follow(one)));
  }
  const types = typesOf(schema);
  if (types.length === 0) return [{ kind: 'any', schema }];
  return types.flatMap((type) => ofType(type, types, schema));
}

export function follow(schema: JsonSchema): JsonSchema {
  const { $ref, ...rest } = schema;
  return typeof $ref === 'string' ? { ...follow(resolveDefinition($ref)), ...rest } : schema;
}

function typesOf(schema: JsonSchema): readonly string[] {
  const { type, properties, additionalProperties, items } = schema;
  if (type !== undefined) return ([type].flat() as string[]).filter((one) => one !== 'null');
  if (isConfigMap(properties) || isConfigMap(additionalProperties)) return ['object'];
  return isConfigMap(items) ? ['array'] : [];
}

function saysWhatItIs(schema: unknown): boolean {
  return (
    isConfigMap(schema) && ['type', '$ref', 'enum', 'const', 'anyOf', 'oneOf'].some((key) => schema[key] !== undefined)
  );
}

function isText(schema: JsonSchema): boolean {
  return typesOf(schema).includes('string');
}

function ofType(type: string, types: readonly string[], schema: JsonSchema): readonly Part[] {
  switch (type) {
    case 'object': {
      const { properties, additionalProperties } = schema;
      if (isHeaders(schema)) return [{ kind: 'named', text: 'Headers' }];
      if (isConfigMap(properties) && (Object.keys(properties).length > 0 || additionalProperties === false)) {
        return [{ kind: 'section', schema }];
      }
      return [{ kind: 'map', schema }];
    }
    case 'array':
      // A list that stands for a map of secrets is part of its type.
      return types.includes('object') && isHeaders(schema) ? [] : [{ kind: 'list', schema }];
    case 'string':
      return text(types, schema);
    case 'integer':
    case 'number':
      // Written as text with a unit, or as a number of bytes.
      return isSize(schema) || schema.format === 'go-duration' ? [] : [{ kind: 'scalar', inner: 'number' }];
    case 'boolean':
      return [{ kind: 'scalar', inner: 'boolean' }];
    default:
      throw new Error(`a schema of type ${type}`);
  }
}

function text(types: readonly string[], schema: JsonSchema): readonly Part[] {
  // The decoder splits one text into a list: the list says it better.
  if (types.includes('array') && isConfigMap(schema.items) && typesOf(follow(schema.items)).includes('string'))
    return [];
  switch (schema.format) {
    case 'go-duration':
      return [{ kind: 'named', text: 'DurationValue' }];
    case 'pipeline-id':
      return [{ kind: 'named', text: 'PipelineRef' }];
    case 'component-id':
      return [{ kind: 'named', text: 'Extension' }];
    default:
      return isSize(schema) ? [{ kind: 'named', text: 'SizeValue' }] : [{ kind: 'scalar', inner: 'string' }];
  }
}

function isSize(schema: JsonSchema): boolean {
  return String(schema['x-text'] ?? '').endsWith('.ByteSize');
}

function isHeaders({ additionalProperties }: JsonSchema): boolean {
  return isConfigMap(additionalProperties) && additionalProperties['x-secret'] !== undefined;
}

function literals(schema: JsonSchema, values: readonly unknown[]): readonly Part[] {
  const scalars = values.filter((value) => value !== '' && value !== null);
  const written = scalars.map((value) =>
    typeof value === 'string' ? `'${value.replace(/['\\]/g, '\\$&')}'` : `${value}`,
  );
  // Only null or the empty text: nothing that a user would write.
  if (written.length === 0) return ofType('string', ['string'], { ...schema, enum: undefined });
  return written.map((inner) => ({ kind: 'scalar', inner }));
}

/** What a field holds, and how the names of its types end. */
const ottlSuffixes: readonly (readonly [what: string, suffix: string])[] = [
  ['condition', 'Condition'],
  ['statement', 'Statement'],
  ['expression', 'Expression'],
];

const ottlTypes: readonly (readonly [context: string, type: string, covers: readonly string[]])[] = [
  ['spanevent', 'SpanEvent', ['scope', 'resource']],
  ['span', 'Span', ['scope', 'resource']],
  ['datapoint', 'DataPoint', ['scope', 'resource']],
  ['metric', 'Metric', ['scope', 'resource']],
  ['log', 'Log', ['scope', 'resource']],
  ['scope', 'Scope', ['resource']],
  ['resource', 'Resource', []],
];

/** OTTL on some contexts; on those that have no types, text. */
function ottl(schema: JsonSchema, suffix: string): readonly Part[] {
  const contexts = (schema['x-ottl-contexts'] ?? []) as readonly string[];
  const covered = new Set(ottlTypes.flatMap(([context, , covers]) => (contexts.includes(context) ? covers : [])));
  const found = ottlTypes.filter(([context]) => contexts.includes(context) && !covered.has(context));
  const others = contexts.some((context) => !ottlTypes.some(([known]) => known === context));
  const text: readonly string[] =
    found.length === 0 || others ? [suffix === 'Expression' ? 'Value<string>' : 'string'] : [];
  const names = [...text, ...found.map(([, type]) => `${type}${suffix}`)];
  const type = names.join(' | ');
  if (!typesOf(schema).includes('array')) return names.map((name) => ({ kind: 'named', text: name }));
  return [{ kind: 'named', text: `readonly ${names.length > 1 ? `(${type})` : type}[]` }];
}
