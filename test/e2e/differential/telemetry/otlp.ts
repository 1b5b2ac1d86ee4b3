import type { Dice } from '../dice';
import { type AttributePool, ODD_VALUES, type PoolValue, RESOURCE_POOLS, SCHEMA_URLS, SCOPE_POOLS } from './pools';

/** A value as OTLP JSON writes it. */
export function anyValue(value: PoolValue): object {
  switch (value.type) {
    case 'string':
      return { stringValue: value.value };
    case 'int':
      return { intValue: value.value.toString() };
    case 'float':
      return { doubleValue: Number.isFinite(value.value) ? value.value : String(value.value) };
    case 'bool':
      return { boolValue: value.value };
    case 'bytes':
      return { bytesValue: Buffer.from(value.hex, 'hex').toString('base64') };
    case 'map':
      return {
        kvlistValue: { values: Object.entries(value.value).map(([key, one]) => ({ key, value: anyValue(one) })) },
      };
    case 'slice':
      return { arrayValue: { values: value.value.map(anyValue) } };
    case 'empty':
      return {};
  }
}

/** Some attributes: mostly what their pools say, at times something else. */
export function attributes(dice: Dice, pools: Readonly<Record<string, AttributePool>>, most: number): object[] {
  return dice.some(Object.entries(pools), dice.chance(15) ? 0 : Math.floor(most / 2), most).map(([key, pool]) => ({
    key,
    value: anyValue(dice.chance(88) ? dice.pick(pool.values) : dice.pick(ODD_VALUES)),
  }));
}

/** A count that is left out where it is 0. */
export function dropped(dice: Dice): object {
  return dice.chance(20) ? { droppedAttributesCount: dice.int(1, 3) } : {};
}

/** Resources and scopes around records. */
export function resources(
  dice: Dice,
  names: { readonly resources: string; readonly scopes: string; readonly records: string },
  record: (dice: Dice) => object,
): object {
  const several = (most: number, least = 1) => Array.from({ length: dice.int(dice.chance(4) ? 0 : least, most) });
  return {
    [names.resources]: Array.from({ length: dice.int(1, 4) }).map(() => ({
      resource: { attributes: attributes(dice, RESOURCE_POOLS, 6), ...dropped(dice) },
      schemaUrl: dice.pick(SCHEMA_URLS),
      [names.scopes]: several(2).map(() => ({
        scope: {
          name: dice.pick(['', 'lib', 'io.app']),
          version: dice.pick(['', '1.0', '2.0']),
          attributes: attributes(dice, SCOPE_POOLS, 2),
          ...dropped(dice),
        },
        schemaUrl: dice.pick(SCHEMA_URLS),
        [names.records]: several(4).map(() => record(dice)),
      })),
    })),
  };
}
