import type { Dice } from '../dice';
import { attributes, dropped, resources } from './otlp';
import { RECORD_POOLS, SPAN_EVENT_NAMES, SPAN_IDS, SPAN_NAMES, TIMES, TRACE_IDS, TRACE_STATES } from './pools';

const NAMES = { resources: 'resourceSpans', scopes: 'scopeSpans', records: 'spans' };

/** A batch of spans. */
export function traces(dice: Dice): object {
  return resources(dice, NAMES, span);
}

function span(dice: Dice): object {
  return {
    traceId: dice.pick(TRACE_IDS),
    spanId: dice.pick(SPAN_IDS),
    parentSpanId: dice.pick(SPAN_IDS),
    traceState: dice.pick(TRACE_STATES),
    name: dice.pick(SPAN_NAMES),
    kind: dice.int(0, 5),
    flags: dice.pick([0, 1, 257]),
    startTimeUnixNano: dice.pick(TIMES),
    endTimeUnixNano: dice.pick(TIMES),
    attributes: attributes(dice, RECORD_POOLS, 16),
    ...dropped(dice),
    events: Array.from({ length: dice.int(0, 2) }, () => ({
      timeUnixNano: dice.pick(TIMES),
      name: dice.pick(SPAN_EVENT_NAMES),
      attributes: attributes(dice, RECORD_POOLS, 12),
      ...dropped(dice),
    })),
    ...(dice.chance(20) && { droppedEventsCount: dice.int(1, 2) }),
    links: Array.from({ length: dice.chance(30) ? 1 : 0 }, () => ({
      traceId: dice.pick(TRACE_IDS),
      spanId: dice.pick(SPAN_IDS),
      traceState: dice.pick(TRACE_STATES),
      attributes: attributes(dice, RECORD_POOLS, 3),
      ...dropped(dice),
      flags: dice.pick([0, 1]),
    })),
    ...(dice.chance(20) && { droppedLinksCount: dice.int(1, 2) }),
    status: dice.pick([{}, { code: 1 }, { code: 2, message: 'failed' }, { message: 'odd' }]),
  };
}
