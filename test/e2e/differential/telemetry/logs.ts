import type { Dice } from '../dice';
import { anyValue, attributes, dropped, resources } from './otlp';
import { BODIES, EVENT_NAMES, RECORD_POOLS, SEVERITIES, SPAN_IDS, TIMES, TRACE_IDS } from './pools';

const NAMES = { resources: 'resourceLogs', scopes: 'scopeLogs', records: 'logRecords' };

/** A batch of log records. */
export function logs(dice: Dice): object {
  return resources(dice, NAMES, record);
}

function record(dice: Dice): object {
  const [severityNumber, severityText] = dice.pick(SEVERITIES);
  return {
    timeUnixNano: dice.pick(TIMES),
    observedTimeUnixNano: dice.pick(TIMES),
    severityNumber,
    severityText: dice.chance(90) ? severityText : 'odd',
    body: anyValue(dice.pick(BODIES)),
    attributes: attributes(dice, RECORD_POOLS, 17),
    ...dropped(dice),
    flags: dice.pick([0, 1]),
    traceId: dice.pick(TRACE_IDS),
    spanId: dice.pick(SPAN_IDS),
    eventName: dice.pick(EVENT_NAMES),
  };
}
