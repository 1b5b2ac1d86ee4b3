import { at, type ConfigValue } from '../model/config';
import { isReference } from '../model/reference';

// configtelemetry.Level: the numbers from -1 that the collector takes instead of words.
const numbered = ['none', 'basic', 'normal', 'detailed'];
const defaultLevel = 'normal';

/** The level of the collector's own metrics, given their section; `undefined` when it is read from elsewhere. */
export function metricsLevel(metrics: ConfigValue | undefined): string | undefined {
  const written = at(metrics, 'level') ?? defaultLevel;
  if (isReference(metrics) || isReference(written)) return undefined;
  return typeof written === 'number' ? (numbered[written + 1] ?? 'other') : String(written).toLowerCase();
}
