import type { Span } from '../../../telemetry/data';
import { textOf } from '../keys';
import type { Place } from '../place';
import { parseTraceState, traceStateMember, withTraceStateMember } from '../trace-state';
import { OttlError } from '../value';
import {
  id,
  idText,
  int,
  int32,
  map,
  type PathDefinition,
  type PathTable,
  part,
  scalar,
  time,
  uint32,
  wrongType,
} from './path';
import { deprecatedName, spanKinds } from './span-kind';

const of = (place: Place) => place.span as Span;

const start = time(
  (place) => of(place).startTime,
  (place, value) => {
    of(place).startTime = value;
  },
);

const end = time(
  (place) => of(place).endTime,
  (place, value) => {
    of(place).endTime = value;
  },
);

/** A path of the three that hold an id, and its text. */
function ids(kind: 'trace' | 'span', field: 'traceId' | 'spanId' | 'parentSpanId'): [PathDefinition, PathDefinition] {
  const get = (place: Place) => of(place)[field];
  const set = (place: Place, hex: string) => {
    of(place)[field] = hex;
  };
  return [id(kind, get, set), idText(kind, get, set)];
}

/** A count of what was dropped. */
function dropped(field: 'droppedAttributesCount' | 'droppedEventsCount' | 'droppedLinksCount'): PathDefinition {
  return scalar(
    'int',
    (place) => int(of(place)[field]),
    (place, value) => {
      of(place)[field] = uint32(value);
    },
  );
}

/** A kind by its name, as one of the two ways to write it. */
function kindName(nameOf: (kind: number) => string): PathDefinition {
  return scalar(
    'string',
    (place) => nameOf(of(place).kind),
    (place, value) => {
      const kind = spanKinds.findIndex((_, i) => nameOf(i) === value);
      if (kind < 0) throw new OttlError(`unknown span kind ${JSON.stringify(value)}`);
      of(place).kind = kind;
    },
  );
}

const [traceId, traceIdText] = ids('trace', 'traceId');
const [spanId, spanIdText] = ids('span', 'spanId');
const [parentSpanId, parentSpanIdText] = ids('span', 'parentSpanId');

const traceState: PathDefinition = {
  target: scalar(
    'string',
    (place) => of(place).traceState,
    (place, value) => {
      of(place).traceState = value;
    },
  ).target,
  indexed: (keys, differences) => {
    const [key] = keys;
    if (keys.length !== 1 || key === undefined) throw new OttlError('trace_state takes exactly one key');
    // Here an expression is no key, not even one that gives text.
    const name = (place: Place) => {
      if ('of' in key) throw new OttlError('trace_state is indexed with text');
      return textOf(key, place);
    };
    return {
      get: (place) => {
        const state = parseTraceState(of(place).traceState);
        return state === undefined ? null : traceStateMember(state, name(place));
      },
      set: (place, value) => {
        if (typeof value !== 'string') return wrongType('string', value, differences);
        const state = parseTraceState(of(place).traceState);
        if (state === undefined) return;
        of(place).traceState = withTraceStateMember(state, name(place), value) ?? of(place).traceState;
      },
    };
  },
};

export const spanPaths: PathTable = {
  trace_id: traceId,
  'trace_id.string': traceIdText,
  span_id: spanId,
  'span_id.string': spanIdText,
  parent_span_id: parentSpanId,
  'parent_span_id.string': parentSpanIdText,
  trace_state: traceState,
  name: scalar(
    'string',
    (place) => of(place).name,
    (place, value) => {
      of(place).name = value;
    },
  ),
  kind: scalar(
    'int',
    (place) => int(of(place).kind),
    (place, value) => {
      of(place).kind = int32(value);
    },
  ),
  'kind.string': kindName((kind) => spanKinds[kind] ?? ''),
  'kind.deprecated_string': kindName(deprecatedName),
  start_time: start.time,
  start_time_unix_nano: start.unixNano,
  end_time: end.time,
  end_time_unix_nano: end.unixNano,
  attributes: map((place) => of(place).attributes),
  dropped_attributes_count: dropped('droppedAttributesCount'),
  events: part(
    'SpanEventSlice',
    (place) => of(place).events,
    (place, copy) => {
      of(place).events = copy;
    },
  ),
  dropped_events_count: dropped('droppedEventsCount'),
  links: part(
    'SpanLinkSlice',
    (place) => of(place).links,
    (place, copy) => {
      of(place).links = copy;
    },
  ),
  dropped_links_count: dropped('droppedLinksCount'),
  status: part(
    'Status',
    (place) => of(place).status,
    (place, copy) => {
      of(place).status = copy;
    },
  ),
  'status.code': scalar(
    'int',
    (place) => int(of(place).status.code),
    (place, value) => {
      of(place).status.code = int32(value);
    },
  ),
  'status.message': scalar(
    'string',
    (place) => of(place).status.message,
    (place, value) => {
      of(place).status.message = value;
    },
  ),
  flags: scalar(
    'int',
    (place) => int(of(place).flags),
    (place, value) => {
      if (value < 0n || value > 0xffff_ffffn) throw new OttlError(`value ${value} is out of range for uint32`);
      of(place).flags = Number(value);
    },
  ),
};
