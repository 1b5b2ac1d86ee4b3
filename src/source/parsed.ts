import { constructFromEvents, EVENT_ID } from 'js-yaml';
import type { ConfigValue } from '../model/config';
import { eventsOf } from './events';
import { schemaOf } from './schema';

/** What the first document of a text says, as the collector and its neighbours read it; nothing for a text that is no YAML. */
export function parsed(text: string): ConfigValue | undefined {
  try {
    const { text: source, events } = eventsOf(text);
    const options = { source, schema: schemaOf('collector', false), json: true, maxTotalMergeKeys: -1 };
    const value = (constructFromEvents(events, options) as ConfigValue[])[0];
    return events.some(({ type }) => type === EVENT_ID.ALIAS) && isEndless(value, []) ? undefined : value;
  } catch {
    return undefined;
  }
}

/** Whether a value holds itself, which nobody could walk to its end. */
function isEndless(value: ConfigValue | undefined, around: readonly ConfigValue[]): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (around.includes(value)) return true;
  return Object.values(value).some((member) => isEndless(member as ConfigValue, [...around, value]));
}
