import { objectName } from '../../model/collector-names';
import { at } from '../../model/config';
import type { ImportedObject } from './form';

/** Objects in an order in which collectors stand behind those that they may send to, and else as they were. */
export function targetsFirst(objects: readonly ImportedObject[]): ImportedObject[] {
  const services = new Map(
    objects.flatMap((object) => {
      const name = object.made?.name ?? at(object.content, 'metadata', 'name');
      const isCollector = object.made !== undefined || object.content.kind === 'OpenTelemetryCollector';
      return isCollector && typeof name === 'string' ? [[object, new RegExp(addressOf(name))] as const] : [];
    }),
  );
  if (services.size < 2) return [...objects];
  const done = new Set<ImportedObject>();
  const add = (object: ImportedObject, trail: readonly ImportedObject[]) => {
    if (done.has(object) || trail.includes(object)) return;
    // Only the order depends on it: what is no address of a Service does no harm.
    const text = services.has(object) ? JSON.stringify(object.content) : '';
    for (const [one, service] of services) {
      if (one !== object && service.test(text)) add(one, [...trail, object]);
    }
    done.add(object);
  };
  for (const object of objects) add(object, []);
  return [...done];
}

/** The names of a collector's Services, and nothing that ends or begins with them. */
function addressOf(name: string): string {
  const escaped = objectName({ name }).replace(/[^\w-]/g, '\\$&');
  return `(?<![\\w-])${escaped}(-headless)?(?![\\w-])`;
}
