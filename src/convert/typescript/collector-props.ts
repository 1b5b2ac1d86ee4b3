import { isDeepStrictEqual } from 'node:util';
import type { CollectorMode } from '../../model/collector';
import { at, type ConfigMap, type ConfigValue } from '../../model/config';
import { array, type Code, string } from './code';
import type { HubVariables, Place } from './form';
import { namedShape } from './shapes';
import { noReferences, shapedValue } from './value';

/** Fields as props of a type, those alone that the type has. */
export function props(type: string, fields: ConfigMap): Map<string, Code> {
  const shape = namedShape(type);
  const found = new Map<string, Code>();
  for (const [key, value] of Object.entries(fields)) {
    const code = shapedValue(shape, { [key]: value }, noReferences);
    const only = code?.kind === 'object' ? code.entries[0] : undefined;
    if (only) found.set(...only);
  }
  return found;
}

/** Whether a value is a mode that a collector can have. */
export function isMode(value: ConfigValue | undefined): value is CollectorMode {
  return ['deployment', 'daemonset', 'statefulset', 'sidecar'].includes(String(value));
}

/** A text, where it is one. */
export function textOf(value: ConfigValue | undefined): Code | undefined {
  return typeof value === 'string' ? string(value) : undefined;
}

/** The feature gates, where they are all of the arguments. */
export function featureGates(args: ConfigValue | undefined): Code | undefined {
  const gates = at(args, 'feature-gates');
  if (typeof gates !== 'string' || gates === '' || Object.keys(args as ConfigMap).length > 1) return undefined;
  return array(gates.split(',').map(string));
}

/** The hub that a collector reads as our own constructs do, with its exports. */
export function hubOf(
  hub: ConfigValue | undefined,
  envFrom: ConfigValue | undefined,
  { hubs }: Place,
): HubVariables | undefined {
  const found = typeof hub === 'string' ? hubs.get(hub) : undefined;
  const expected = [{ configMapRef: { name: `${hub}-variables`, optional: true } }];
  return found && isDeepStrictEqual(envFrom, expected) ? found : undefined;
}
