import { int, map, type PathTable, scalar, uint32 } from './path';

export const resourcePaths: PathTable = {
  attributes: map((place) => place.resource.resource.attributes),
  dropped_attributes_count: scalar(
    'int',
    (place) => int(place.resource.resource.droppedAttributesCount),
    (place, value) => {
      place.resource.resource.droppedAttributesCount = uint32(value);
    },
  ),
  schema_url: scalar(
    'string',
    (place) => place.resource.schemaUrl,
    (place, value) => {
      place.resource.schemaUrl = value;
    },
  ),
};
