import fc from 'fast-check';
import type { JsonSchema } from '../../../src/catalog/facts';
import type { ConfigMap, ConfigValue } from '../../../src/model/config';
import { type Place, places, typeOf } from '../vectors/places';
import { fitting, misfitting, withValue } from '../vectors/values';

/** A kind of change to a configuration that a component takes. */
export interface Class {
  readonly name: string;
  /** The share of all cases, in percent. */
  readonly share: number;
  /** The changed configurations; `undefined` where the component has no field for such a change. */
  readonly draw: (schema: JsonSchema, base: ConfigMap) => fc.Arbitrary<ConfigValue> | undefined;
}

const deepest = 4;

/** A change of one field out of those that a condition picks. */
function change(
  fits: (schema: JsonSchema) => boolean,
  values: (place: Place) => fc.Arbitrary<ConfigValue | undefined>,
): Class['draw'] {
  return (schema, base) => {
    const fields = places(schema, deepest).filter((place) => fits(place.schema) && !isOttl(place.schema));
    if (fields.length === 0) return undefined;
    return fc
      .constantFrom(...fields)
      .chain((place) => values(place).map((value) => withValue(base, place.path, value)));
  };
}

/** OTTL has a check of its own. */
const isOttl = (schema: JsonSchema) => schema['x-ottl'] !== undefined;
const isSection = (schema: JsonSchema) => schema.properties !== undefined;
const isScalar = (schema: JsonSchema) => ['string', 'integer', 'number', 'boolean'].includes(typeOf(schema));
const is = (type: string) => (schema: JsonSchema) => typeOf(schema) === type;

const durations = fc.constantFrom('0s', '1ms', '1s', '90m', '1m30s', '1.5h', '-1s', '5', '1d', '10S', '', 's');
const numbers = fc.constantFrom(-1, 0, 1, 2, 100, 1000, 70_000, 5_000_000_000);

/** Classes of changes; the rules that single components have are classes of their own. */
export const classes: readonly Class[] = [
  {
    name: 'unknown key',
    share: 6,
    draw: (schema, base) =>
      fc
        .constantFrom(
          [] as readonly string[],
          ...places(schema, deepest)
            .filter(({ schema }) => isSection(schema))
            .map(({ path }) => path),
        )
        .chain((path) =>
          fc
            .constantFrom('sample', 'Endpoint', 'enable', 'timeouts')
            .map((key) => withValue(base, [...path, key], 'x')),
        ),
  },
  {
    name: 'wrong type',
    share: 5,
    draw: change(
      (schema) => misfitting(schema) !== undefined,
      ({ schema }) => fc.constant(misfitting(schema)),
    ),
  },
  {
    name: 'fields that fit',
    share: 8,
    draw: (schema, base) => {
      const fields = places(schema, 2).filter(({ schema }) => isScalar(schema) && !isOttl(schema));
      if (fields.length === 0) return undefined;
      return fc
        .uniqueArray(fc.constantFrom(...fields), { minLength: 1, maxLength: 3 })
        .map((chosen) => chosen.reduce((config, { path, schema }) => withValue(config, path, fitting(schema)), base));
    },
  },
  {
    name: 'duration',
    share: 4,
    draw: change(
      ({ format }) => format === 'go-duration',
      () => durations,
    ),
  },
  {
    name: 'value of a closed set',
    share: 4,
    draw: change(
      (schema) => Array.isArray(schema.enum),
      ({ schema }) => {
        const known = fc.constantFrom(...(schema.enum as string[]));
        return fc.oneof(
          known,
          known.map((value) => value.toUpperCase()),
          fc.constantFrom('neither', 'x'),
        );
      },
    ),
  },
  { name: 'number', share: 4, draw: change(is('integer'), () => numbers) },
  {
    name: 'nothing in a field',
    share: 3,
    draw: change(
      (schema) => isScalar(schema) || isSection(schema),
      () => fc.constant(null),
    ),
  },
  {
    name: 'a field of the base left out',
    share: 3,
    draw: (_, base) => {
      const paths = keysOf(base);
      return paths.length === 0 ? undefined : fc.constantFrom(...paths).map((path) => withValue(base, path, undefined));
    },
  },
  {
    name: 'section switched on or off',
    share: 2,
    draw: change(
      (schema) => isSection(schema) && Object.hasOwn(schema.properties as object, 'enabled'),
      () => fc.constantFrom<ConfigValue>({}, { enabled: true }, { enabled: false }),
    ),
  },
  {
    name: 'list',
    share: 3,
    draw: change(is('array'), ({ schema }) =>
      fc.constantFrom<ConfigValue>([], 'a', 'a,b', ['a'], ['a', 'a'], [1], [{}], [null], fitting(schema)),
    ),
  },
];

function keysOf(config: ConfigMap, path: readonly string[] = []): readonly (readonly string[])[] {
  return Object.entries(config).flatMap(([key, value]) => {
    const here = [...path, key];
    const inner = typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as ConfigMap) : {};
    return [here, ...keysOf(inner, here)];
  });
}
