import type { ErrorObject, SchemaObject } from 'ajv/dist/2020';
import type { SchemaValidateFunction } from 'ajv/dist/types';
import type { ConfigMap } from '../model/config';
import { type HubKind, hubKinds } from '../model/hub-manifest';
import { brokenRules, type CelRule } from './cel';
import { definitionOf, type Structural } from './schema';

/** An error of Ajv, with the value and the schema at hand. */
export type Fault = Pick<ErrorObject, 'keyword' | 'instancePath' | 'params' | 'schema' | 'parentSchema' | 'data'>;

type Validate = (content: ConfigMap) => readonly Fault[];

const validators = new Map<HubKind, Validate>();

/** What the definition of a kind refuses in an object, unknown fields included. */
export function faultsOf(kind: HubKind, content: ConfigMap): readonly Fault[] {
  let validate = validators.get(kind);
  if (validate === undefined) {
    for (const [known, compiled] of compileAll()) validators.set(known, compiled);
    validate = validators.get(kind) as Validate;
  }
  return validate(content);
}

// Ajv takes longer to load than the rest of this library, and many programs have no hub.
function compileAll(): readonly (readonly [HubKind, Validate])[] {
  const { Ajv2020 } = require('ajv/dist/2020') as typeof import('ajv/dist/2020');
  const ajv = new Ajv2020({ allErrors: true, verbose: true, strict: false, validateSchema: false, meta: false });
  ajv.addFormat('int32', { type: 'number', validate: within(2 ** 31) });
  // The largest whole numbers of 64 bits are no numbers of JavaScript.
  ajv.addFormat('int64', { type: 'number', validate: within(2 ** 63) });
  ajv.addKeyword({ keyword: 'x-cel', type: 'object', errors: true, validate: cel });
  ajv.addKeyword({
    keyword: 'x-unique',
    type: 'array',
    validate: (fields: readonly string[], entries: readonly ConfigMap[]) => {
      const keys = entries.map((entry) => JSON.stringify(fields.map((field) => entry?.[field])));
      return new Set(keys).size === keys.length;
    },
  });
  return hubKinds.map((kind) => {
    const validate = ajv.compile(jsonSchema(definitionOf(kind), ['apiVersion', 'kind', 'metadata', 'status']));
    return [kind, (content) => (validate(content) ? [] : (validate.errors ?? []))] as const;
  });
}

function within(limit: number): (value: number) => boolean {
  return (value) => value >= -limit && value < limit;
}

const cel: SchemaValidateFunction = (expressions: readonly string[], data: unknown) => {
  const broken = brokenRules(expressions, data);
  cel.errors = broken.map((rule) => ({ keyword: 'x-cel', params: { rule } satisfies { rule: CelRule } }));
  return broken.length === 0;
};

/** A schema of a definition in JSON Schema, which takes no fields that it does not name. */
function jsonSchema(schema: Structural, others: readonly string[] = []): SchemaObject {
  const { properties, items, additionalProperties, ...rest } = schema;
  const own = Object.entries(properties ?? {}).map(([name, property]) => [name, jsonSchema(property)] as const);
  const keys = schema['x-kubernetes-list-map-keys'];
  return {
    ...rest,
    ...(schema['x-kubernetes-int-or-string'] && { type: ['integer', 'string'] }),
    ...(keys && { 'x-unique': keys }),
    ...(items && { items: jsonSchema(items) }),
    ...(schema.type === 'object' && {
      properties: Object.fromEntries([...others.map((name) => [name, {}] as const), ...own]),
      additionalProperties: additionalProperties === undefined ? false : jsonSchema(additionalProperties),
    }),
  };
}
