import { at } from '../../model/config';
import type { ImportedObject } from './form';
import { collectorsNamedIn } from './named-collectors';

/** Objects in an order in which collectors stand behind those that they may send to, and else as they were. */
export function targetsFirst(objects: readonly ImportedObject[]): ImportedObject[] {
  const collectors = new Map<string, ImportedObject[]>();
  for (const object of objects) {
    const name = nameOf(object);
    if (name !== undefined) collectors.set(name, [...(collectors.get(name) ?? []), object]);
  }
  if (collectors.size < 2) return [...objects];
  const done = new Set<ImportedObject>();
  const begun = new Set<ImportedObject>();
  const add = (object: ImportedObject) => {
    if (begun.has(object)) return;
    begun.add(object);
    // Only the order depends on it: what is no address of a Service does no harm.
    const named = nameOf(object) === undefined ? [] : collectorsNamedIn(JSON.stringify(object.content));
    for (const name of named) for (const one of collectors.get(name) ?? []) add(one);
    done.add(object);
  };
  for (const object of objects) add(object);
  return [...done];
}

/** The name of the collector that an object is. */
function nameOf({ made, content }: ImportedObject): string | undefined {
  const name = made?.name ?? at(content, 'metadata', 'name');
  const isCollector = made !== undefined || content.kind === 'OpenTelemetryCollector';
  return isCollector && typeof name === 'string' ? name : undefined;
}
