import { at, type ConfigMap, type ConfigValue, isConfigMap } from '../../model/config';
import type { Signal } from '../../model/signal';
import type { MadeMetric } from '../made';
import type { Makes } from './connector';

/** The sections of `count` and `sum`, with the signal of each, and what `count` makes where nothing is said. */
const sections: readonly { readonly field: string; readonly signal: Signal; readonly otherwise: string }[] = [
  { field: 'spans', signal: 'traces', otherwise: 'trace.span.count' },
  { field: 'spanevents', signal: 'traces', otherwise: 'trace.span.event.count' },
  { field: 'metrics', signal: 'metrics', otherwise: 'metric.count' },
  { field: 'datapoints', signal: 'metrics', otherwise: 'metric.datapoint.count' },
  { field: 'logs', signal: 'logs', otherwise: 'log.record.count' },
  { field: 'profiles', signal: 'profiles', otherwise: 'profile.count' },
];

/** A section that says nothing counts all, one by one. */
export const counts: Makes = ({ config, signals }) =>
  sections
    .filter(({ signal }) => signals.has(signal))
    .flatMap(({ field, otherwise }) => {
      const said = named(config, field);
      return said.length > 0 ? said : [counter(otherwise, null)];
    });

export const sums: Makes = ({ config, signals }) =>
  sections.filter(({ signal }) => signals.has(signal)).flatMap(({ field }) => named(config, field));

function named(config: ConfigMap, field: string): MadeMetric[] {
  const section = config[field];
  return isConfigMap(section) ? Object.entries(section).map(([name, body]) => counter(name, body)) : [];
}

function counter(name: string, body: ConfigValue): MadeMetric {
  const listed = at(body, 'attributes');
  const keys = Array.isArray(listed) ? listed.map((entry) => at(entry, 'key')) : [];
  const attributes = keys.filter((key) => typeof key === 'string');
  return { name, kind: 'counter', unit: '', attributes, open: attributes.length < keys.length };
}
