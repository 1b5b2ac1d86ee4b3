import type { Model } from '../model/model';
import { defaultRelease, type Release } from '../model/release';
import type { SourceDocument } from '../source/document';
import type { Origin } from '../source/origin';
import { readAlertmanagers } from './alertmanager';
import { foundIn } from './found';
import { withSends } from './links/sends';
import { readPrometheuses, rulesOfRulers } from './monitoring/prometheuses';
import { readersOf } from './readers';
import { newReading } from './reading';

export type { SourceDocument } from '../source/document';

/** A model, and where its parts were read. */
export interface ReadModel extends Model {
  /** By the paths of collectors, hubs, rules and all else that issues speak of. */
  readonly origins: ReadonlyMap<string, Origin>;
}

/**
 * What manifests and plain configurations say, as far as this library models it. Objects of other kinds pass. Links to
 * what is absent are not judged, because the documents may be a part of something larger.
 *
 * @param release of the collectors whose images name no release that this library knows
 */
export function readModel(documents: readonly SourceDocument[], release: Release = defaultRelease): ReadModel {
  const reading = newReading(foundIn(documents), release);
  for (const object of reading.objects) for (const read of readersOf(object)) read(object, reading);
  const { lists, origins } = reading;
  lists.alertmanagers.push(...readAlertmanagers(reading));
  lists.prometheuses.push(...readPrometheuses(reading));
  const elsewhere = rulesOfRulers(reading);
  const monitoring = lists.monitoring.filter(({ path }) => !elsewhere.has(path));
  return { ...lists, monitoring, collectors: withSends(reading), origins, closed: false };
}
