import type { JsonSchema } from '../../../src/catalog/facts';
import type { ConfigMap, ConfigValue } from '../../../src/model/config';
import { type Place, places, typeOf } from './places';
import { fitting, misfitting, withValue } from './values';

const deepest = 3;

/**
 * Configurations that try a component's fields: the base and the base without each of its fields, unknown keys, and for
 * some fields, evenly taken from all, a value that fits and one that does not. The same for the same schema.
 */
export function samples(schema: JsonSchema, base: ConfigMap): readonly ConfigValue[] {
  const all = places(schema, deepest);
  const fields = all.filter(({ schema }) => !isSection(schema));
  const sections = all.filter(({ schema }) => isSection(schema));
  const found: ConfigValue[] = [
    base,
    {},
    ...Object.keys(base).map((key) => withValue(base, [key], undefined)),
    withValue(base, ['sample_field'], 'sample'),
    ...spread(sections, 2).map(({ path }) => withValue(base, [...path, 'sample_field'], 'sample')),
    ...spread(sections, 2).map(({ path }) => withValue(base, path, null)),
    ...spread(fields, 6).map(({ path, schema }) => withValue(base, path, fitting(schema))),
    ...spread(fields, 5, 1).flatMap(({ path, schema }) => {
      const value = misfitting(schema);
      return value === undefined ? [] : [withValue(base, path, value)];
    }),
    ...spread(fields, 1, 2).map(({ path }) => withValue(base, path, null)),
    ...spread(
      fields.filter(({ schema }) => schema.format === 'go-duration'),
      2,
    ).flatMap(({ path }, i) => [withValue(base, path, i === 0 ? '5 parsecs' : '-5s')]),
    ...spread(
      fields.filter(({ schema }) => Array.isArray(schema.enum)),
      2,
    ).map(({ path }) => withValue(base, path, 'neither')),
    ...spread(
      fields.filter(({ schema }) => typeOf(schema) === 'integer'),
      2,
    ).map(({ path }) => withValue(base, path, -1)),
  ];
  return [...new Map(found.map((one) => [JSON.stringify(one), one])).values()];
}

function isSection({ properties }: JsonSchema): boolean {
  return properties !== undefined;
}

/** So many of a list, evenly apart, the first after `offset`. */
function spread(list: readonly Place[], count: number, offset = 0): readonly Place[] {
  const rest = list.slice(offset);
  const step = Math.max(1, rest.length / count);
  return Array.from({ length: Math.min(count, rest.length) }, (_, i) => rest[Math.floor(i * step)] as Place);
}
