import { telemetryReaders } from '../model/collector-defaults';
import type { ConfigMap } from '../model/config';
import { merged } from '../model/merge';

/** The section `service.telemetry` of a collector's configuration. */
export interface Telemetry {
  /** The collector's own logs. */
  readonly logs?: TelemetrySection;
  /** The collector's own metrics. */
  readonly metrics?: TelemetrySection;
  /** The collector's own traces. */
  readonly traces?: TelemetrySection;
  /** Attributes of the resource that the collector's own telemetry comes from. */
  readonly resource?: TelemetrySection;
}

/** A part of it, in the collector's own fields. */
export type TelemetrySection = ConfigMap;

/** The section: what the user said, over the defaults. Maps merge, lists replace. */
export function telemetrySection(on: boolean, said: Telemetry | undefined): ConfigMap | undefined {
  const defaults: ConfigMap = on ? { metrics: telemetryReaders } : {};
  const section = merged(defaults, said as ConfigMap | undefined);
  return Object.keys(section).length > 0 ? section : undefined;
}
