import type { ScopeRecords } from '../../../telemetry/data';
import type { Place } from '../place';
import { int, map, type PathTable, scalar, uint32 } from './path';

const of = (place: Place) => place.scope as ScopeRecords<unknown>;

export const scopePaths: PathTable = {
  name: scalar(
    'string',
    (place) => of(place).scope.name,
    (place, value) => {
      of(place).scope.name = value;
    },
  ),
  version: scalar(
    'string',
    (place) => of(place).scope.version,
    (place, value) => {
      of(place).scope.version = value;
    },
  ),
  attributes: map((place) => of(place).scope.attributes),
  dropped_attributes_count: scalar(
    'int',
    (place) => int(of(place).scope.droppedAttributesCount),
    (place, value) => {
      of(place).scope.droppedAttributesCount = uint32(value);
    },
  ),
  schema_url: scalar(
    'string',
    (place) => of(place).schemaUrl,
    (place, value) => {
      of(place).schemaUrl = value;
    },
  ),
};
