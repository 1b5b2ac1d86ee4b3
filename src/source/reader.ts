import { EVENT_ID, getScalarValue } from 'js-yaml';
import type { EventText } from './events';
import type { Reader } from './scalars';

/** Who reads the documents of a text: what has a kind and a version of an API is a manifest. */
export function readerOf(parsed: EventText): Reader {
  const keys = new Set(rootKeys(parsed));
  return keys.has('kind') && keys.has('apiVersion') ? 'kubernetes' : 'collector';
}

/** The keys of the first document's map. */
function* rootKeys({ events, text }: EventText): Generator<string> {
  let depth = 0;
  let isKey = true;
  for (const event of events) {
    if (event.type === EVENT_ID.POP) depth--;
    if (depth === 2) {
      if (isKey && event.type === EVENT_ID.SCALAR) yield getScalarValue(text, event);
      isKey = !isKey || event.type === EVENT_ID.POP;
    }
    if (event.type === EVENT_ID.DOCUMENT || event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE) {
      depth++;
      if (depth === 2 && event.type !== EVENT_ID.MAPPING) return;
    }
    if (depth === 0) return;
  }
}
