/** The parts of a CustomResourceDefinition that matter here. */
export interface CustomResourceDefinition {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly spec: {
    readonly group: string;
    readonly names: { readonly kind: string; readonly plural: string };
    readonly versions: readonly { readonly name: string; readonly schema: { readonly openAPIV3Schema: Schema } }[];
  };
}

interface Schema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly additionalProperties?: Schema | boolean;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly 'x-kubernetes-int-or-string'?: boolean;
  readonly 'x-kubernetes-preserve-unknown-fields'?: boolean;
}

/**
 * A definition with one version, and of its schema only the names and types: no descriptions, which are other people's
 * prose, and no formats, patterns and rules, which a type cannot hold.
 */
export function reduceDefinition(definition: CustomResourceDefinition, version: string): CustomResourceDefinition {
  const { group, names, versions } = definition.spec;
  const found = versions.find(({ name }) => name === version);
  if (!found) throw new Error(`${names.kind} has no version ${version}, only ${versions.map(({ name }) => name)}`);
  return {
    apiVersion: definition.apiVersion,
    kind: definition.kind,
    metadata: { name: definition.metadata.name },
    spec: {
      group,
      names: { kind: names.kind, plural: names.plural },
      versions: [{ name: version, schema: { openAPIV3Schema: reduceSchema(found.schema.openAPIV3Schema) } }],
    },
  };
}

function reduceSchema(schema: Schema): Schema {
  // The one use of anyOf in a definition that a type can hold; it also stands where the definition leaves it out.
  if (schema['x-kubernetes-int-or-string']) return { anyOf: [{ type: 'integer' }, { type: 'string' }] };
  const { type, properties, required, items, additionalProperties } = schema;
  const open = schema['x-kubernetes-preserve-unknown-fields'];
  return defined({
    type,
    required,
    enum: schema.enum,
    items: items && reduceSchema(items),
    properties:
      properties &&
      Object.fromEntries(Object.entries(properties).map(([name, property]) => [name, reduceSchema(property)])),
    additionalProperties:
      typeof additionalProperties === 'object' ? reduceSchema(additionalProperties) : additionalProperties,
    'x-kubernetes-preserve-unknown-fields': open,
  });
}

function defined(schema: Schema): Schema {
  return Object.fromEntries(Object.entries(schema).filter(([, value]) => value !== undefined));
}
