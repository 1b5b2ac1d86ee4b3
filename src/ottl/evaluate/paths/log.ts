import type { LogRecord } from '../../../telemetry/data';
import { type Cell, putIn } from '../cell';
import { valueType } from '../go-type';
import { getInList, getInMap, setInList, setInMap } from '../keys';
import type { Place } from '../place';
import { asString } from '../text';
import { OttlError } from '../value';
import { id, idText, int, int32, map, type PathDefinition, type PathTable, scalar, time, uint32 } from './path';

const of = (place: Place) => place.log as LogRecord;

const when = time(
  (place) => of(place).time,
  (place, value) => {
    of(place).time = value;
  },
);

const observed = time(
  (place) => of(place).observedTime,
  (place, value) => {
    of(place).observedTime = value;
  },
);

const traceId = (place: Place) => of(place).traceId;
const setTraceId = (place: Place, hex: string) => {
  of(place).traceId = hex;
};
const spanId = (place: Place) => of(place).spanId;
const setSpanId = (place: Place, hex: string) => {
  of(place).spanId = hex;
};

function bodyOf(log: LogRecord): Cell {
  return {
    get: () => log.body,
    set: (value) => {
      log.body = value;
    },
  };
}

const body: PathDefinition = {
  target: (differences) => ({
    get: (place) => of(place).body,
    set: (place, value) => putIn(bodyOf(of(place)), value, differences),
  }),
  indexed: (keys, differences) => ({
    get: (place) => {
      const value = of(place).body;
      if (value instanceof Map) return getInMap(value, keys, place);
      if (Array.isArray(value)) return getInList(value, keys, place);
      throw new OttlError(`log bodies of type ${valueType(value)} cannot be indexed`);
    },
    set: (place, to) => {
      const value = of(place).body;
      if (value instanceof Map) setInMap(value, keys, place, to, differences);
      else if (Array.isArray(value)) setInList(value, keys, place, to, differences);
      else throw new OttlError(`log bodies of type ${valueType(value)} cannot be indexed`);
    },
  }),
};

const bodyString: PathDefinition = {
  target: (differences) => ({
    get: (place) => asString(of(place).body, differences.escapesHtmlInText),
    set: scalar('string', spanId, (place, value) => {
      of(place).body = value;
    }).target(differences).set,
  }),
};

export const logPaths: PathTable = {
  time: when.time,
  time_unix_nano: when.unixNano,
  observed_time: observed.time,
  observed_time_unix_nano: observed.unixNano,
  severity_number: scalar(
    'int',
    (place) => int(of(place).severityNumber),
    (place, value) => {
      of(place).severityNumber = int32(value);
    },
  ),
  severity_text: scalar(
    'string',
    (place) => of(place).severityText,
    (place, value) => {
      of(place).severityText = value;
    },
  ),
  event_name: scalar(
    'string',
    (place) => of(place).eventName,
    (place, value) => {
      of(place).eventName = value;
    },
  ),
  body,
  'body.string': bodyString,
  attributes: map((place) => of(place).attributes),
  dropped_attributes_count: scalar(
    'int',
    (place) => int(of(place).droppedAttributesCount),
    (place, value) => {
      of(place).droppedAttributesCount = uint32(value);
    },
  ),
  flags: scalar(
    'int',
    (place) => int(of(place).flags),
    (place, value) => {
      of(place).flags = uint32(value);
    },
  ),
  trace_id: id('trace', traceId, setTraceId),
  'trace_id.string': idText('trace', traceId, setTraceId),
  span_id: id('span', spanId, setSpanId),
  'span_id.string': idText('span', spanId, setSpanId),
};
