import { type ConfigMap, type ConfigValue, isConfigMap } from '../model/config';
import type { HubKind } from '../model/hub-manifest';
import type { Keys } from '../model/keys';
import { definitionOf, type Structural } from './schema';

/** An object as its definition and the validating webhooks get to see it. */
export interface Prepared {
  readonly content: ConfigMap;
  /** Texts that were not given, and that the operator filled in with nothing. */
  readonly filled: readonly Keys[];
}

/**
 * What the API server makes of an object before it is judged: what is null and need not be is taken out, defaults are filled in,
 * and the operator's mutating webhook has its turn.
 */
export function prepare(kind: HubKind, content: ConfigMap): Prepared {
  const schema = definitionOf(kind);
  const given = withDefaults(schema, withoutNulls(schema, content));
  if (!isConfigMap(given) || !mutated.has(kind)) return { content: isConfigMap(given) ? given : content, filled: [] };
  const whole = { ...given, spec: given.spec ?? {} };
  const filled: Keys[] = [];
  const written = zeroes(schema, kind === 'MdaiIngress' ? ingressDefaults(whole) : whole, [], filled);
  return { content: written as ConfigMap, filled };
}

/**
 * Kinds with a mutating webhook. It reads the object into a struct of Go and writes it again, so that required texts
 * that are missing are there, but empty.
 */
const mutated: ReadonlySet<HubKind> = new Set(['MdaiHub', 'MdaiIngress']);

function withoutNulls(schema: Structural | undefined, value: ConfigValue): ConfigValue {
  if (Array.isArray(value)) return value.map((item) => withoutNulls(schema?.items, item));
  if (!isConfigMap(value)) return value;
  const kept = Object.entries(value).flatMap(([key, item]) => {
    const own = fieldOf(schema, key);
    const isOut = item === null && own !== undefined && own.nullable !== true && own.default === undefined;
    return isOut ? [] : [[key, withoutNulls(own, item)] as const];
  });
  return Object.fromEntries(kept);
}

function withDefaults(schema: Structural | undefined, value: ConfigValue): ConfigValue {
  if (Array.isArray(value)) return value.map((item) => withDefaults(schema?.items, item));
  if (!isConfigMap(value)) return value;
  const all: Record<string, ConfigValue> = { ...value };
  for (const [key, { default: fallback }] of Object.entries(schema?.properties ?? {})) {
    if (fallback !== undefined && (all[key] === undefined || all[key] === null)) all[key] = fallback;
  }
  return Object.fromEntries(Object.entries(all).map(([key, item]) => [key, withDefaults(fieldOf(schema, key), item)]));
}

function fieldOf(schema: Structural | undefined, key: string): Structural | undefined {
  const { properties, additionalProperties } = schema ?? {};
  return properties !== undefined && Object.hasOwn(properties, key) ? properties[key] : additionalProperties;
}

/** What Go's structs hold where nothing was given: required texts and structs, and entries of lists that are null. */
function zeroes(schema: Structural, value: ConfigValue, keys: Keys, filled: Keys[]): ConfigValue {
  if (Array.isArray(value)) {
    const { items } = schema;
    if (items === undefined) return value;
    return value.map((item, i) =>
      zeroes(items, item ?? zeroOf(items, [...keys, i], filled) ?? null, [...keys, i], filled),
    );
  }
  if (!isConfigMap(value)) return value;
  const all: Record<string, ConfigValue> = { ...value };
  for (const name of schema.required ?? []) {
    const own = schema.properties?.[name];
    const zero = own && all[name] === undefined ? zeroOf(own, [...keys, name], filled) : undefined;
    if (zero !== undefined) all[name] = zero;
  }
  return Object.fromEntries(
    Object.entries(all).map(([key, item]) => {
      const own = fieldOf(schema, key);
      return [key, own === undefined ? item : zeroes(own, item, [...keys, key], filled)];
    }),
  );
}

function zeroOf({ type, additionalProperties }: Structural, keys: Keys, filled: Keys[]): ConfigValue | undefined {
  if (type === 'string') filled.push(keys);
  if (type === 'string') return '';
  return type === 'object' && additionalProperties === undefined ? {} : undefined;
}

/** What the webhook of ingresses fills in. */
function ingressDefaults(content: ConfigMap): ConfigMap {
  const { spec } = content;
  if (!isConfigMap(spec)) return content;
  return {
    ...content,
    spec: {
      ...spec,
      cloudType: spec.cloudType === undefined || spec.cloudType === '' ? 'aws' : spec.cloudType,
      grpcService: service(spec.grpcService, 'NodePort'),
      nonGrpcService: service(spec.nonGrpcService, 'LoadBalancer'),
    },
  };
}

function service(given: ConfigValue | undefined, type: string): ConfigValue {
  if (given === undefined) return { type };
  if (!isConfigMap(given)) return given;
  return given.type === undefined || given.type === '' ? { ...given, type } : given;
}
