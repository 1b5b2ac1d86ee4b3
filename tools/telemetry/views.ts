import type { TelemetryLevel } from '../../src/metrics/telemetry';
import { type GoPackages, sourceOf } from './packages';

/** The least level at which a metric is kept, given its scope and its name; `undefined` where it always is. */
export type LevelOf = (scope: string, metric: string) => TelemetryLevel | undefined;

const levels: Readonly<Record<string, TelemetryLevel>> = { LevelNormal: 'normal', LevelDetailed: 'detailed' };

interface Dropped {
  readonly below: TelemetryLevel;
  readonly scope: string;
  /** Matches the whole name. */
  readonly metric: RegExp;
}

/** The packages that have had the function which says what is dropped at which level. */
const places = ['go.opentelemetry.io/collector/service/internal/metricviews', 'go.opentelemetry.io/collector/service'];

/** What the service drops below a level, read from the function that builds its views. */
export function levelsOf(packages: GoPackages): LevelOf {
  const source = places
    .map((path) => packages.get(path))
    .filter((one) => one !== undefined)
    .map(sourceOf)
    .find((text) => text.includes('dropViewOption('));
  if (source === undefined) throw new Error('no package of the service builds views: teach tools/telemetry/views.ts');
  const dropped = read(source.slice(source.search(/func (DefaultViews|configureViews)\(/)));
  if (dropped.length === 0)
    throw new Error('no view drops anything: teach tools/telemetry/views.ts how they are written');
  return (scope, metric) => {
    const here = dropped.filter((one) => one.scope === scope && one.metric.test(metric));
    return here.find(({ below }) => below === 'detailed')?.below ?? here[0]?.below;
  };
}

/** Reads line by line: the level of the block, the variables with scopes, and what each view selects. */
function read(source: string): readonly Dropped[] {
  const dropped: Dropped[] = [];
  const variables = new Map<string, string>();
  let below: TelemetryLevel | undefined;
  let scope: string | undefined;
  let dropping = false;
  const drop = (metric: string) => {
    if (!dropping) return;
    if (below === undefined || scope === undefined)
      throw new Error('a view is not where tools/telemetry/views.ts looks');
    dropped.push({ below, scope, metric: glob(metric) });
    dropping = false;
  };
  for (const line of source.split('\n')) {
    if (/^}/.test(line)) break;
    const level = /level < configtelemetry\.(\w+)/.exec(line)?.[1];
    if (level !== undefined) below = levels[level];
    const [, variable, value] = /(\w+) := ptr\("([^"]*)"\)/.exec(line) ?? [];
    if (variable !== undefined && value !== undefined) variables.set(variable, value);
    if (line.includes('dropViewOption(')) dropping = true;
    const [, text, name] = /MeterName: +(?:ptr\("([^"]*)"\)|(\w+)),/.exec(line) ?? [];
    if (text !== undefined || name !== undefined) scope = text ?? variables.get(name as string);
    const metric = /InstrumentName: ptr\("([^"]*)"\)/.exec(line)?.[1];
    if (metric !== undefined) drop(metric);
    // A selector that ends without an instrument is for all of its scope.
    else if (/^\t*}\)/.test(line)) drop('*');
  }
  return dropped;
}

function glob(pattern: string): RegExp {
  return new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '.*')}$`);
}
