import { isConfigMap } from '../model/config';
import { type Resolve, withOverlay } from './effective';
import type { FieldPath, JsonSchema } from './facts';
import { readDefinitions } from './generated';
import { structOverlays } from './overlays/structs';
import { textOverlays } from './overlays/texts';

/** The structs that components of a contrib release share, as a schema with `$defs`; its `$id` is the release. */
export function definitions(from: string): JsonSchema {
  let found = known.get(from);
  if (found === undefined) {
    found = makeDefinitions(from);
    known.set(from, found);
  }
  return found;
}

const known = new Map<string, JsonSchema>();

/** Follows a `$ref` to the definitions of any release. */
export function resolveDefinition(ref: string): JsonSchema {
  const [from = '', pointer = ''] = ref.split('#/$defs/');
  const { $defs } = definitions(from);
  const found = isConfigMap($defs) ? $defs[keyOf(pointer)] : undefined;
  if (!isConfigMap(found)) throw new Error(`no definition ${ref}`);
  return found;
}

/** The fields that a section names, by their names. */
export function fieldsIn(schema: JsonSchema): Readonly<Record<string, JsonSchema>> {
  const { $ref, properties } = schema;
  if (isConfigMap(properties)) return properties as unknown as Readonly<Record<string, JsonSchema>>;
  return typeof $ref === 'string' ? fieldsIn(resolveDefinition($ref)) : {};
}

/** The schema of a field, by the keys and indices that lead to it. */
export function fieldAt(schema: JsonSchema, [key, ...rest]: FieldPath): JsonSchema | undefined {
  const { $ref } = schema;
  const here = typeof $ref === 'string' ? { ...resolveDefinition($ref), ...schema } : schema;
  if (key === undefined) return here;
  const { properties, items, additionalProperties } = here;
  const own = isConfigMap(properties) && Object.hasOwn(properties, key) ? properties[key] : undefined;
  for (const next of [own, additionalProperties, items]) if (isConfigMap(next)) return fieldAt(next, rest);
  return undefined;
}

function keyOf(pointer: string): string {
  return decodeURIComponent(pointer).replaceAll('~1', '/').replaceAll('~0', '~');
}

function makeDefinitions(from: string): JsonSchema {
  const plain = readDefinitions(from);
  const $defs: Record<string, JsonSchema> = {};
  // A definition is made when it is asked for: an overlay that reaches into another one finds what is known of it.
  const make = (name: string): JsonSchema => {
    const found = $defs[name];
    if (found) return found;
    let schema = normalized(plain[name] ?? {}, from, resolve);
    if (isOptional(name)) schema = withOverlay(schema, switched, resolve);
    for (const { structs = [], schema: overlay } of structOverlays) {
      if (structs.some((struct) => structOf(name).endsWith(struct))) schema = withOverlay(schema, overlay, resolve);
    }
    $defs[name] = schema;
    return schema;
  };
  const resolve: Resolve = (ref) => make(keyOf(ref.split('#/$defs/')[1] ?? ''));
  for (const name of Object.keys(plain)) make(name);
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', $id: from, $defs };
}

const optional = /configoptional\.Optional\[(.*)\]$/;
/** The decoder of a section that may be absent wants to know whether it is there. */
const switched: JsonSchema = { properties: { enabled: { 'x-null': 'refused' } } };

function isOptional(name: string): boolean {
  return optional.test(name);
}

/** The struct that a definition stands for. */
function structOf(name: string): string {
  return optional.exec(name)?.[1] ?? name;
}

/** A generated schema as the decoder understands it, with references that lead to the definitions from everywhere. */
export function normalized(schema: unknown, from: string, resolve: Resolve = resolveDefinition): JsonSchema {
  return walk(schema, from, resolve) as JsonSchema;
}

function walk(part: unknown, from: string, resolve: Resolve): unknown {
  if (Array.isArray(part)) return part.map((item) => walk(item, from, resolve));
  if (!isConfigMap(part)) return part;
  const out: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(part)) {
    if (key === '$ref') out.$ref = `${from}${String(value).replace(/^[^#]*/, '')}`;
    // A number that Go's type is too narrow for is cut without a word: the format says so.
    else if (key === 'maximum' || (key === 'minimum' && value !== 0)) continue;
    else out[key] = walk(value, from, resolve);
  }
  const { type, items, additionalProperties } = out;
  // The decoder splits one text into a list of texts, but not of ids or secrets.
  if (type === 'array' && isConfigMap(items) && isPlainText(items)) {
    out.type = ['array', 'string'];
    out['x-split'] = true;
  }
  // Of values under names that the user chooses, such as headers, some are secret.
  if (isConfigMap(additionalProperties) && additionalProperties['x-secret'] === true) {
    out.additionalProperties = { ...additionalProperties, 'x-secret': 'by-name' };
  }
  return withKnown(out, resolve);
}

function isPlainText({ type, ...rest }: JsonSchema): boolean {
  return type === 'string' && Object.keys(rest).length === 0;
}

/** The part with what is known of its Go type, and of the structs that are embedded in it. */
function withKnown(part: JsonSchema, resolve: Resolve): JsonSchema {
  const text = textOverlays[String(part['x-text'])];
  let known: JsonSchema = text ? { ...part, ...text } : part;
  const { properties } = part;
  if (!isConfigMap(properties)) return known;
  for (const { fields, without = [], schema } of structOverlays) {
    const isEmbedded =
      fields?.every((name) => Object.hasOwn(properties, name)) &&
      !without.some((name) => Object.hasOwn(properties, name));
    if (isEmbedded) known = withOverlay(known, schema, resolve);
  }
  return known;
}
