import { type ConfigMap, type ConfigValue, isConfigMap } from '../model/config';
import { fieldType, type Structs, shapeOf } from './schema';

/** A value of a configuration, and what it should be. */
export interface Place {
  /** The keys and indices that lead to it. */
  readonly path: string;
  readonly value: ConfigValue;
  /** Its type; `undefined` for a field that its struct does not have. */
  readonly type: string | undefined;
  /** The struct that it is a field of, and the field. */
  readonly in?: { readonly struct: string; readonly field: string };
}

/** A map that is a struct. */
export interface StructAt {
  readonly path: string;
  readonly struct: string;
  readonly value: ConfigMap;
}

/** Every value of a configuration, the whole first; what is null was not given. */
export function* places(structs: Structs, config: ConfigMap): Generator<Place> {
  yield* within(structs, { path: '', value: config, type: 'Config' });
}

/** Every struct of a configuration that is a map. */
export function structsIn(structs: Structs, config: ConfigMap): readonly StructAt[] {
  return [...places(structs, config)].flatMap(({ path, value, type }) => {
    const shape = type === undefined ? undefined : shapeOf(structs, type);
    return shape?.kind === 'struct' && isConfigMap(value) ? [{ path, struct: shape.name, value }] : [];
  });
}

function* within(structs: Structs, place: Place): Generator<Place> {
  const { path, value, type } = place;
  yield place;
  if (type === undefined || value === null) return;
  const at = (key: string | number) => (path === '' ? String(key) : `${path}/${key}`);
  const shape = shapeOf(structs, type);
  if (shape.kind === 'list' && Array.isArray(value)) {
    for (const [i, item] of value.entries()) yield* within(structs, { path: at(i), value: item, type: shape.of });
  }
  if (shape.kind === 'map' && isConfigMap(value)) {
    for (const [key, item] of Object.entries(value))
      yield* within(structs, { path: at(key), value: item, type: shape.of });
  }
  if (shape.kind === 'struct' && isConfigMap(value)) {
    for (const [field, item] of Object.entries(value)) {
      const own = fieldType(structs, shape.name, field);
      yield* within(structs, { path: at(field), value: item, type: own, in: { struct: shape.name, field } });
    }
  }
}
