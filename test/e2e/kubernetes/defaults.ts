import type { Manifest } from '../../../src/testing';

/** What the API server makes of a value: the defaults that a structural schema says, where a field is absent. */
export function withDefaults(schema: Manifest, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => withDefaults(schema.items ?? {}, item));
  if (typeof value !== 'object' || value === null) return value;
  const { properties = {}, additionalProperties } = schema;
  const written = Object.entries(value).map(([name, field]) => {
    const own = properties[name] ?? (typeof additionalProperties === 'object' ? additionalProperties : {});
    return [name, withDefaults(own, field)];
  });
  const absent = Object.entries(properties as Manifest)
    .filter(([name, property]) => property.default !== undefined && !(name in value))
    .map(([name, property]) => [name, withDefaults(property, structuredClone(property.default))]);
  return Object.fromEntries([...written, ...absent]);
}
