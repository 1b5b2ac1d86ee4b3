import { load } from 'js-yaml';
import type { MetricKind, TelemetryMetric } from '../../src/metrics/telemetry';
import { type GoPackage, metadataOf, sourceOf } from './packages';
import type { LevelOf } from './views';

/** What a package measures of itself. */
export interface Scope {
  /** The last part of the package's path. */
  readonly name: string;
  readonly metrics: Readonly<Record<string, TelemetryMetric>>;
  /** It makes others, whose names only the running program has. */
  readonly others: boolean;
}

interface Metadata {
  readonly attributes?: Readonly<Record<string, { readonly name_override?: string } | null>>;
  readonly telemetry?: { readonly metrics?: Readonly<Record<string, MetadataMetric>> };
}

interface MetadataMetric {
  readonly enabled?: boolean;
  readonly prefix?: string;
  readonly unit?: string;
  readonly attributes?: readonly (string | { readonly ref: string })[];
  readonly sum?: { readonly monotonic?: boolean };
  readonly gauge?: object;
  readonly histogram?: object;
}

/** Instruments that the code makes itself, not through what was generated from its metadata. */
const instrument = /[mM]eter\w*\.(Int64|Float64)(Observable)?(Counter|UpDownCounter|Gauge|Histogram)\(/;

/** What a package measures; `undefined` for one that measures nothing. */
export function scopeOf(one: GoPackage, levelOf: LevelOf): Scope | undefined {
  const metadata = load(metadataOf(one) ?? '{}') as Metadata;
  const described = Object.entries(metadata.telemetry?.metrics ?? {});
  const others = instrument.test(sourceOf(one));
  if (described.length === 0 && !others) return undefined;
  const metrics = described.map(([key, metric]) => {
    const name = `${metric.prefix ?? 'otelcol_'}${key}`;
    const attributes = (metric.attributes ?? []).map((entry) => {
      const attribute = typeof entry === 'string' ? entry : entry.ref;
      return metadata.attributes?.[attribute]?.name_override ?? attribute;
    });
    const level = levelOf(one.path, name);
    const made: TelemetryMetric = {
      kind: kindOf(name, metric),
      unit: metric.unit ?? '',
      ...(attributes.length > 0 && { attributes }),
      ...(level !== undefined && { level }),
    };
    return [name, made] as const;
  });
  return {
    name: one.path.slice(one.path.lastIndexOf('/') + 1),
    metrics: Object.fromEntries(metrics.sort(byName)),
    others,
  };
}

function kindOf(name: string, { sum, gauge, histogram }: MetadataMetric): MetricKind {
  if (sum) return sum.monotonic ? 'counter' : 'updowncounter';
  if (gauge) return 'gauge';
  if (histogram) return 'histogram';
  throw new Error(`${name} is neither a sum nor a gauge nor a histogram: teach tools/telemetry/scopes.ts its kind`);
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
