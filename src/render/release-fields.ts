import type { ComponentKind } from '../model/component-id';
import { type ConfigMap, type ConfigValue, isConfigMap } from '../model/config';
import { isAtLeast, type Release } from '../model/release';

/** A component's configuration with the fields that a release has, where they have the same meaning. */
export function fieldsForRelease(kind: ComponentKind, type: string, config: ConfigMap, release: Release): ConfigMap {
  return (translations[`${kind}/${type}`] ?? [])
    .filter(({ until }) => !isAtLeast(release, until))
    .reduce((translated, { translate }) => translate(translated), config);
}

interface Translation {
  /** The release that brought the newer form. Older ones get the translation. */
  readonly until: string;
  readonly translate: (config: ConfigMap) => ConfigMap;
}

// Which of the releases in between brought each form is not known here; none of them is a target of this library.
const translations: Readonly<Record<string, readonly Translation[]>> = {
  'processor/filter': [{ until: '0.159.0', translate: groupedFilter }],
  'connector/count': [{ until: '0.159.0', translate: bareCount }],
};

/** Where a filter's flat lists of conditions went before: by signal, then by the record that they are asked about. */
const filterGroups: readonly FilterGroup[] = [
  { flat: 'log_conditions', signal: 'logs', records: {}, otherwise: 'log_record' },
  { flat: 'trace_conditions', signal: 'traces', records: { spanevent: 'spanevent' }, otherwise: 'span' },
  { flat: 'metric_conditions', signal: 'metrics', records: { datapoint: 'datapoint' }, otherwise: 'metric' },
];

interface FilterGroup {
  readonly flat: string;
  readonly signal: string;
  /** Contexts below the signal's own records, and the field of each. */
  readonly records: Readonly<Record<string, string>>;
  /** The field of the signal's own records. */
  readonly otherwise: string;
}

function groupedFilter(config: ConfigMap): ConfigMap {
  const out: Record<string, ConfigValue> = { ...config };
  for (const { flat, signal, records, otherwise } of filterGroups) {
    const conditions = out[flat];
    if (!Array.isArray(conditions)) continue;
    delete out[flat];
    const present = out[signal];
    const group: Record<string, ConfigValue> = { ...(isConfigMap(present) ? present : {}) };
    const contexts = Object.entries(records);
    for (const entry of conditions) {
      for (const { condition, context } of conditionsIn(entry)) {
        // The lowest context that a condition mentions; one about the resource alone is asked of each record.
        const field = contexts.find(([name]) => name === context || mentions(condition, name))?.[1] ?? otherwise;
        const before = group[field];
        group[field] = [...(Array.isArray(before) ? before : []), condition];
      }
    }
    out[signal] = group;
  }
  return out;
}

/** The conditions of an entry: itself, or those of a group that names their context. */
function conditionsIn(entry: ConfigValue): readonly { condition: ConfigValue; context?: ConfigValue }[] {
  if (!isConfigMap(entry) || !Array.isArray(entry.conditions)) return [{ condition: entry }];
  return entry.conditions.map((condition: ConfigValue) => ({ condition, context: entry.context }));
}

const countContexts = {
  spans: 'span',
  spanevents: 'spanevent',
  metrics: 'metric',
  datapoints: 'datapoint',
  logs: 'log',
};

function bareCount(config: ConfigMap): ConfigMap {
  const out: Record<string, ConfigValue> = { ...config };
  for (const [field, context] of Object.entries(countContexts)) {
    const metrics = out[field];
    if (!isConfigMap(metrics)) continue;
    out[field] = Object.fromEntries(
      Object.entries(metrics).map(([name, metric]) => {
        if (!isConfigMap(metric) || !Array.isArray(metric.conditions)) return [name, metric];
        return [name, { ...metric, conditions: metric.conditions.map((condition) => bare(condition, context)) }];
      }),
    );
  }
  return out;
}

// Strings, then path prefixes outside of them.
const token = /"(?:\\.|[^"\\])*"|(?<![\w.])[a-z]+\.(?=[a-z])/g;

function mentions(condition: ConfigValue, context: string): boolean {
  return typeof condition === 'string' && (condition.match(token)?.includes(`${context}.`) ?? false);
}

/** A condition whose own paths have no context in front, as parsers with a fixed context want it. */
function bare(condition: ConfigValue, context: string): ConfigValue {
  if (typeof condition !== 'string') return condition;
  return condition.replace(token, (found) => {
    if (found === `${context}.`) return '';
    return found === 'scope.' ? 'instrumentation_scope.' : found;
  });
}
