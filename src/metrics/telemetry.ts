import type { ComponentKind } from '../model/component-id';
import { imported } from '../model/imported';
import type { Release } from '../model/release';

/** How much a collector measures of itself, the least first. */
export const telemetryLevels = ['none', 'basic', 'normal', 'detailed'] as const;

export type TelemetryLevel = (typeof telemetryLevels)[number];

/** Whether a level is at least another. */
export function reaches(level: TelemetryLevel, least: TelemetryLevel): boolean {
  return telemetryLevels.indexOf(level) >= telemetryLevels.indexOf(least);
}

export type MetricKind = 'counter' | 'updowncounter' | 'gauge' | 'histogram';

/** A metric that a part of the collector makes of itself. */
export interface TelemetryMetric {
  readonly kind: MetricKind;
  /** As OpenTelemetry writes it: `By`, `s`, `{span}`; empty where there is none. */
  readonly unit: string;
  /** The attributes that its own description names; there may be others. */
  readonly attributes?: readonly string[];
  /** The least level of `service.telemetry.metrics` at which it is made. @default at each but `none` */
  readonly level?: TelemetryLevel;
}

/** What the collector of a release measures of itself: what `npm run telemetry` wrote. */
export interface Telemetry {
  /** Metrics by the Go package that makes them, and by their names in OpenTelemetry. */
  readonly scopes: Readonly<Record<string, Readonly<Record<string, TelemetryMetric>>>>;
  /** The packages that make further ones, whose names only the running program has. */
  readonly others: readonly string[];
  /** The packages that a component is built from, by kind and newest type. */
  readonly components: { readonly [kind in ComponentKind]?: Readonly<Record<string, readonly string[]>> };
}

/** What the collector of a release measures of itself. */
export const telemetryOf = imported<Release, Telemetry>('telemetry');
