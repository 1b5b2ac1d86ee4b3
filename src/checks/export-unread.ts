import type { CollectorModel } from '../model/collector';
import type { HubModel } from '../model/hub';
import type { Issue } from '../model/issue';
import { envReads, readsElsewhere } from './environment';
import { type Rule, warning } from './rule';

/** Exports of a hub that none of its collectors reads. Judged where all its collectors are known. */
export const exportUnread: Rule = (model) => {
  if (!model.closed) return [];
  const readers = new Map<string | undefined, CollectorModel[]>(model.hubs.map(({ name }) => [name, []]));
  for (const collector of model.collectors) readers.get(collector.hub)?.push(collector);
  return model.hubs.flatMap((hub) => [...unreadOf(hub, readers.get(hub.name) ?? [])]);
};

function* unreadOf(hub: HubModel, readers: readonly CollectorModel[]): Generator<Issue> {
  if (readers.some(readsElsewhere)) return;
  const read = new Set(readers.flatMap((collector) => [...envReads(collector).keys()]));
  for (const { key, exports } of hub.variables) {
    for (const { name } of exports) {
      if (read.has(name)) continue;
      const message = `no collector of the hub "${hub.name}" reads ${name}.`;
      yield warning(
        'export-unread',
        `${hub.path}/variables/${key}`,
        message,
        `Read it as \${env:${name}}, or remove the export.`,
      );
    }
  }
}
