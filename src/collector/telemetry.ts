import { type ConfigMap, isConfigMap } from '../model/config';
import { telemetryReaders } from './defaults';

/** The section `service.telemetry` of a collector's configuration. */
export interface Telemetry {
  /** The collector's own logs. */
  readonly logs?: TelemetrySection;
  /** The collector's own metrics. */
  readonly metrics?: TelemetrySection;
  /** The collector's own traces. */
  readonly traces?: TelemetrySection;
  /** Attributes of the resource that the collector's own telemetry comes from. */
  readonly resource?: Readonly<Record<string, string>>;
}

/** A part of it, in the collector's own fields. */
export type TelemetrySection = ConfigMap;

/** The section: what the user said, over the defaults. Maps merge, lists replace. */
export function telemetrySection(on: boolean, said: Telemetry | undefined): ConfigMap | undefined {
  const defaults: ConfigMap = on ? { metrics: telemetryReaders } : {};
  const merged = merge(defaults, (said ?? {}) as ConfigMap);
  return Object.keys(merged).length > 0 ? merged : undefined;
}

/** `over` on top of `under`: maps merge, everything else replaces. */
function merge(under: ConfigMap, over: ConfigMap): ConfigMap {
  const out: Record<string, ConfigMap[string]> = { ...under };
  for (const [key, value] of Object.entries(over)) {
    if (value === undefined) continue;
    const below = out[key];
    out[key] = isConfigMap(below) && isConfigMap(value) ? merge(below, value) : value;
  }
  return out;
}
