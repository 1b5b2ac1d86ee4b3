import type { AnyValue, Attributes } from '../../telemetry/data';
import { copyMap } from './any-value';
import { holds } from './cell';
import type { Differences } from './differences';
import { goType } from './go-type';
import { OttlError, type OttlValue, Unsupported } from './value';

/** Replaces what a map of a record holds. Throws `OttlError` where the release refuses what is no map. */
export function setMap(target: Attributes, value: OttlValue, differences: Differences): void {
  if (value === target) {
    if (differences.clearsBytesOfItself) clearBytes(target);
    return;
  }
  if (!(value instanceof Map) && value !== null) {
    if (differences.refusesWrongTypes) throw new OttlError(`cannot set a map to a value of type ${goType(value)}`);
    return;
  }
  if (value !== null && differences.clearsBytesOfItself && isNested(value) && holds(target, value)) {
    throw new Unsupported('setting a map to a map in it that holds maps or lists');
  }
  const entries = value === null ? [] : copyMap(value);
  target.clear();
  for (const [key, item] of entries) target.set(key, item);
}

function isNested(map: Map<string, OttlValue>): boolean {
  return [...map.values()].some((item) => item instanceof Map || Array.isArray(item));
}

function clearBytes(value: AnyValue): void {
  if (value instanceof Uint8Array) value.fill(0);
  else if (value instanceof Map || Array.isArray(value)) for (const item of value.values()) clearBytes(item);
}
