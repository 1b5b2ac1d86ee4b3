import { indexIn, type Key, textOf } from '../keys';
import type { Place } from '../place';
import { OttlError, type OttlMap, type OttlValue, Unsupported } from '../value';
import type { PathDefinition, PathTable } from './path';

type Metadata = ReadonlyMap<string, readonly string[]>;

const none: Metadata = new Map();

/** Metadata as a map, or the values of one name. It is read only. */
function metadata(name: string, of: (place: Place) => Metadata): PathDefinition {
  const set = () => {
    throw new OttlError(`${name} is read only`);
  };
  return {
    target: () => ({ get: (place) => asMap(of(place)), set }),
    indexed: (keys) => ({ get: (place) => valuesOf(of(place), keys, place), set }),
  };
}

function asMap(values: Metadata): OttlMap {
  return new Map<string, OttlValue>([...values].map(([name, list]) => [name, [...list]]));
}

/** All the values of a name, or one of them. */
function valuesOf(all: Metadata, keys: readonly Key[], place: Place): OttlValue {
  const [name, index, ...others] = keys;
  const values = all.get(textOf(name, place).toLowerCase());
  if (values === undefined || values.length === 0) return null;
  if (index === undefined) return [...values];
  if (others.length > 0) throw new OttlError('metadata is indexed by name and position only');
  return values[indexIn(values, index, place)] ?? null;
}

/** Which connection a request came from is nothing that can be simulated. */
function unknown(name: string): PathDefinition {
  const refuse = () => {
    throw new Unsupported(`the path ${name}`);
  };
  return { target: refuse, indexed: refuse };
}

export const otelcolPaths: PathTable = {
  'client.metadata': metadata('otelcol.client.metadata', (place) => place.client?.metadata ?? none),
  'grpc.metadata': metadata('otelcol.grpc.metadata', (place) => place.client?.grpc ?? none),
  'client.addr': unknown('otelcol.client.addr'),
  'client.auth.attributes': unknown('otelcol.client.auth.attributes'),
};
