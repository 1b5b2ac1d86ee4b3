import type { HubModel } from '../model/hub';
import type { Issue } from '../model/issue';
import type { Model } from '../model/model';
import { envReads, readsElsewhere } from './environment';
import { type Rule, warning } from './rule';

/** Exports of a hub that none of its collectors reads. Judged where all its collectors are known. */
export const exportUnread: Rule = (model) =>
  model.closed ? model.hubs.flatMap((hub) => [...unreadOf(hub, model)]) : [];

function* unreadOf(hub: HubModel, model: Model): Generator<Issue> {
  const readers = model.collectors.filter((collector) => collector.hub === hub.name);
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
