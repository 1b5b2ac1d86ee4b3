import { isConfigMap } from '../model/config';
import type { JsonSchema } from './facts';

/** Finds what a `$ref` leads to. */
export type Resolve = (ref: string) => JsonSchema;

/**
 * A generated schema with what an overlay adds to it. Where the overlay reaches into a shared definition, that is copied
 * to its place. Fields that the generated schema does not have are not added, unless the overlay says so: the release
 * lacks them. Entries of lists, such as rules, are added to those of the definition.
 */
export function withOverlay(base: JsonSchema, overlay: JsonSchema, resolve: Resolve): JsonSchema {
  if (overlay['x-replaces'] === true) {
    const { 'x-replaces': _, ...rest } = overlay;
    return rest;
  }
  const { properties, items, additionalProperties, 'x-replaces': replaced, ...keywords } = overlay;
  const reaches = [properties, items, additionalProperties].some(isConfigMap) || Array.isArray(replaced);
  const here = reaches ? inlined(base, resolve) : base;
  const merged: Record<string, unknown> = { ...here, ...keywords };
  for (const key of listKeywords) {
    const isReplaced = Array.isArray(replaced) && replaced.includes(key);
    if (!isReplaced && Array.isArray(here[key]) && Array.isArray(keywords[key])) {
      merged[key] = [...here[key], ...keywords[key]];
    }
  }
  if (isConfigMap(properties)) merged.properties = withFields(here, properties, resolve);
  if (isConfigMap(items)) merged.items = child(here.items, items, resolve);
  if (isConfigMap(additionalProperties)) {
    merged.additionalProperties = child(here.additionalProperties, additionalProperties, resolve);
  } else if (additionalProperties !== undefined) merged.additionalProperties = additionalProperties;
  return merged;
}

// Both the shared definition's and the component's own entries count.
const listKeywords = ['allOf', 'x-rules'];

function inlined(schema: JsonSchema, resolve: Resolve): JsonSchema {
  const { $ref, ...rest } = schema;
  return typeof $ref === 'string' ? { ...inlined(resolve($ref), resolve), ...rest } : schema;
}

function withFields(base: JsonSchema, overlays: JsonSchema, resolve: Resolve): JsonSchema {
  const fields: Record<string, unknown> = { ...(isConfigMap(base.properties) ? base.properties : {}) };
  for (const [name, overlay] of Object.entries(overlays)) {
    if (Object.hasOwn(fields, name) || isAdded(overlay)) fields[name] = child(fields[name], overlay, resolve);
  }
  return fields;
}

/** Releases that lack the field take it nevertheless: the renderer writes it in another form. */
function isAdded(overlay: unknown): boolean {
  return isConfigMap(overlay) && overlay['x-adds'] === true;
}

function child(base: unknown, overlay: unknown, resolve: Resolve): unknown {
  return isConfigMap(overlay) ? withOverlay(isConfigMap(base) ? base : {}, overlay, resolve) : base;
}
