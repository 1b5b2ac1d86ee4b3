import type { SpanEvent } from '../../../telemetry/data';
import type { Place } from '../place';
import { OttlError } from '../value';
import { int, map, type PathDefinition, type PathTable, scalar, time, uint32 } from './path';

const of = (place: Place) => place.spanevent as SpanEvent;

const when = time(
  (place) => of(place).time,
  (place, value) => {
    of(place).time = value;
  },
);

const eventIndex: PathDefinition = {
  target: () => ({
    get: (place) => {
      if (place.eventIndex === undefined) throw new OttlError('event_index is not known here');
      return int(place.eventIndex);
    },
    set: () => {
      throw new OttlError('event_index cannot be set');
    },
  }),
};

export const spanEventPaths: PathTable = {
  time: when.time,
  time_unix_nano: when.unixNano,
  name: scalar(
    'string',
    (place) => of(place).name,
    (place, value) => {
      of(place).name = value;
    },
  ),
  attributes: map((place) => of(place).attributes),
  dropped_attributes_count: scalar(
    'int',
    (place) => int(of(place).droppedAttributesCount),
    (place, value) => {
      of(place).droppedAttributesCount = uint32(value);
    },
  ),
  event_index: eventIndex,
};
