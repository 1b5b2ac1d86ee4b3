import { resolveDefinition } from '../../../src/catalog/definitions';
import type { JsonSchema } from '../../../src/catalog/facts';
import { isConfigMap } from '../../../src/model/config';

/** A field of a component's configuration, reached through maps alone. */
export interface Place {
  readonly path: readonly string[];
  readonly schema: JsonSchema;
}

/** The fields of a schema, sections before what is in them. No deeper than `depth`, nor into lists. */
export function places(schema: JsonSchema, depth: number, path: readonly string[] = []): readonly Place[] {
  const { properties } = followed(schema);
  if (depth === 0 || !isConfigMap(properties)) return [];
  return Object.entries(properties).flatMap(([name, field]) => {
    const place: Place = { path: [...path, name], schema: followed(field as JsonSchema) };
    return [place, ...places(place.schema, depth - 1, place.path)];
  });
}

/** A schema with what its reference leads to. */
export function followed(schema: JsonSchema): JsonSchema {
  const { $ref, ...rest } = schema;
  return typeof $ref === 'string' ? { ...followed(resolveDefinition($ref)), ...rest } : schema;
}

/** The JSON type of a field, the first where it takes several; `any` where it takes all. */
export function typeOf({ type, enum: values }: JsonSchema): string {
  const first: unknown = Array.isArray(type) ? type[0] : type;
  return typeof first === 'string' ? first : Array.isArray(values) ? 'string' : 'any';
}
