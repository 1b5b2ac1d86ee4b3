import type { CustomResourceDefinition } from './schema';

/** The keywords of a definition's schema that decide whether an object is taken, and what is filled in. */
const scalars = [
  'type',
  'format',
  'nullable',
  'enum',
  'pattern',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'default',
  'required',
  'x-kubernetes-int-or-string',
  'x-kubernetes-list-type',
  'x-kubernetes-list-map-keys',
] as const;

/** What says nothing about the object, or says again what another keyword says. */
const passedOver = ['description', 'anyOf', 'x-kubernetes-map-type'];

const nested = ['properties', 'items', 'additionalProperties', 'x-kubernetes-validations'];

type Schema = Readonly<Record<string, unknown>>;

/**
 * The rules of a definition with one version: its schema without descriptions and messages, which are other people's
 * prose, and without the status, which nobody writes. Of a validation in CEL, the expression stays.
 *
 * @throws Error for a keyword that is not in the tables above
 */
export function definitionRules(definition: CustomResourceDefinition, version: string): Schema {
  const found = definition.spec.versions.find(({ name }) => name === version);
  if (!found) throw new Error(`${definition.spec.names.kind} has no version ${version}`);
  const { properties = {}, ...rest } = found.schema.openAPIV3Schema as Schema & { readonly properties?: Schema };
  const { apiVersion: _a, kind: _k, metadata: _m, status: _s, ...kept } = properties;
  return rulesOf({ ...rest, properties: kept });
}

function rulesOf(schema: Schema): Schema {
  const known: readonly string[] = [...scalars, ...passedOver, ...nested];
  const stranger = Object.keys(schema).find((keyword) => !known.includes(keyword));
  if (stranger !== undefined)
    throw new Error(`the schema has the keyword "${stranger}", which tools/crds/rules.ts does not know`);
  const rules: Record<string, unknown> = Object.fromEntries(
    scalars.filter((keyword) => keyword in schema).map((keyword) => [keyword, schema[keyword]]),
  );
  const { properties, items, additionalProperties } = schema;
  if (properties !== undefined) {
    rules.properties = Object.fromEntries(
      Object.entries(properties as Schema).map(([name, property]) => [name, rulesOf(property as Schema)]),
    );
  }
  if (items !== undefined) rules.items = rulesOf(items as Schema);
  if (additionalProperties !== undefined) rules.additionalProperties = rulesOf(additionalProperties as Schema);
  const validations = schema['x-kubernetes-validations'] as readonly { readonly rule: string }[] | undefined;
  if (validations !== undefined) rules['x-cel'] = validations.map(({ rule }) => rule);
  return rules;
}
