import type { CollectorModel } from '../model/collector';
import { at, type ConfigValue } from '../model/config';
import { isAtLeast, type Release } from '../model/release';
import type { Nameable } from './names';
import { suffixed, suffixedBefore } from './names';

/** How a collector serves its own metrics: a `pull` reader of `service.telemetry.metrics` with a Prometheus exporter. */
export interface OwnReader {
  /** Absent where it is read from elsewhere. */
  readonly port?: number;
  readonly withoutTypeSuffix: boolean;
  readonly withoutUnits: boolean;
  readonly withoutScopeInfo: boolean;
  /** Attributes of the collector's resource become labels. */
  readonly resourceLabels: boolean;
}

/** From this release of the collector on, what a reader does not say is without suffixes and scopes. */
const bareByDefault = '0.152.0';

/** From this release on, suffixes are either all there or all away. */
const allOrNothing = '0.152.0';

/** The readers that a collector serves its own metrics with; the default one where its configuration has none. */
export function ownReaders({ config, release }: Pick<CollectorModel, 'config' | 'release'>): readonly OwnReader[] {
  const readers = at(config, 'service', 'telemetry', 'metrics', 'readers');
  if (!Array.isArray(readers)) return [defaultReader];
  return readers.flatMap((reader: ConfigValue) => {
    const prometheus = at(reader, 'pull', 'exporter', 'prometheus');
    return prometheus == null ? [] : [readerOf(prometheus, release)];
  });
}

/** The collector's own: on localhost, so that nobody else reads it. */
const defaultReader: OwnReader = {
  port: 8888,
  withoutTypeSuffix: true,
  withoutUnits: true,
  withoutScopeInfo: true,
  resourceLabels: false,
};

function readerOf(prometheus: ConfigValue, release: Release): OwnReader {
  const flag = (name: string) => {
    const said = at(prometheus, name);
    return typeof said === 'boolean' ? said : isAtLeast(release, bareByDefault);
  };
  const port = at(prometheus, 'port');
  return {
    ...(typeof port === 'number' && { port }),
    withoutTypeSuffix: flag('without_type_suffix'),
    withoutUnits: flag('without_units'),
    withoutScopeInfo: flag('without_scope_info'),
    resourceLabels: at(prometheus, 'with_resource_constant_labels') != null,
  };
}

/** The name that a reader gives to a metric, before anything is escaped. */
export function ownName(metric: Nameable, reader: OwnReader, release: Release): string {
  const { withoutTypeSuffix, withoutUnits } = reader;
  if (!isAtLeast(release, allOrNothing)) return suffixedBefore(metric, !withoutTypeSuffix, !withoutUnits);
  return withoutTypeSuffix && withoutUnits ? metric.name : suffixed(metric);
}

/** What a setting of the reader's says in words. */
export function readerSettings({ withoutTypeSuffix, withoutUnits }: OwnReader): string {
  return `without_type_suffix: ${withoutTypeSuffix}, without_units: ${withoutUnits}`;
}
