import { at, type ConfigValue, isConfigMap } from '../../model/config';
import type { Signal } from '../../model/signal';
import type { MadeMetric } from '../made';
import type { Makes } from './connector';

const sections: Readonly<Record<string, Signal>> = {
  spans: 'traces',
  datapoints: 'metrics',
  logs: 'logs',
  profiles: 'profiles',
};

/** The metrics that it is told to make (signaltometricsconnector). */
export const signalToMetrics: Makes = ({ config, signals }) =>
  Object.entries(sections).flatMap(([field, signal]) => {
    const section = config[field];
    return signals.has(signal) && Array.isArray(section) ? section.flatMap(metricOf) : [];
  });

function metricOf(body: ConfigValue): MadeMetric[] {
  const name = at(body, 'name');
  if (!isConfigMap(body) || typeof name !== 'string') return [];
  const unit = typeof body.unit === 'string' ? body.unit : '';
  const listed = Array.isArray(body.attributes) ? body.attributes.map((entry) => at(entry, 'key')) : [];
  const attributes = listed.filter((key) => typeof key === 'string');
  // Attributes without a key have an expression that makes keys.
  return [{ name, kind: kindOf(body), unit, attributes, open: attributes.length < listed.length }];
}

function kindOf(body: ConfigValue): MadeMetric['kind'] {
  if (at(body, 'histogram') !== undefined) return 'histogram';
  if (at(body, 'exponential_histogram') !== undefined) return 'exponential';
  if (at(body, 'gauge') !== undefined) return 'gauge';
  return at(body, 'sum', 'monotonic') === true ? 'counter' : 'updowncounter';
}
