import fc from 'fast-check';
import type { ConfigMap, ConfigValue } from '../../../src/model/config';

type Drawn = ConfigValue | undefined;

/** A map of drawn fields, without those that turn out undefined. */
export function record(fields: Readonly<Record<string, fc.Arbitrary<Drawn>>>): fc.Arbitrary<ConfigMap> {
  return fc
    .record(fields)
    .map((all) =>
      Object.fromEntries(Object.entries(all).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]))),
    );
}

/** A field that is there in one of two cases. */
export function optional(value: fc.Arbitrary<ConfigValue>): fc.Arbitrary<Drawn> {
  return fc.option(value, { nil: undefined, freq: 2 });
}

/** A field that is nearly always there. */
export function maybe(value: fc.Arbitrary<ConfigValue>): fc.Arbitrary<Drawn> {
  return fc.option(value, { nil: undefined, freq: 8 });
}

/** One to three entries. */
export function some(value: fc.Arbitrary<ConfigValue>): fc.Arbitrary<readonly ConfigValue[]> {
  return fc.array(value, { minLength: 1, maxLength: 3 });
}
