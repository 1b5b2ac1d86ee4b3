import type { CollectorMode, CollectorModel } from '../model/collector';
import { at, type ConfigMap, type ConfigValue, isConfigMap } from '../model/config';
import { isAtLeast, type Release } from '../model/release';
import type { ComponentKey, RunningComponent } from './component';

/** When a row of a table applies. The docs print what it says. */
export interface Condition {
  /** A clause that continues a sentence: `unless passthrough is set`. */
  readonly says: string;
  holds(config: ConfigMap, collector: CollectorModel): boolean;
}

/** What every row of every table has. */
export interface Row {
  readonly component: ComponentKey;
  /** @default always */
  readonly when?: Condition;
}

/** What a row takes out of a component's configuration. The docs print what it says. */
export interface Taken<T> {
  readonly says: string;
  /** None where the configuration does not say, or says it only when the collector starts. */
  from(config: ConfigMap, collector: CollectorModel): readonly T[];
}

/** The rows of a table that apply to a component. */
export function rowsFor<R extends Row>(
  rows: readonly R[],
  { key, config }: Pick<RunningComponent, 'key' | 'config'>,
  collector: CollectorModel,
): readonly R[] {
  return byComponent(rows, key).filter(({ when }) => when === undefined || when.holds(config, collector));
}

const indexes = new WeakMap<readonly Row[], ReadonlyMap<string, readonly Row[]>>();

function byComponent<R extends Row>(rows: readonly R[], key: ComponentKey): readonly R[] {
  let index = indexes.get(rows);
  if (index === undefined) {
    const made = new Map<string, Row[]>();
    for (const row of rows) made.set(row.component, [...(made.get(row.component) ?? []), row]);
    index = made;
    indexes.set(rows, index);
  }
  return (index.get(key) ?? []) as readonly R[];
}

/** The keys that lead to a field; as one text, with dots between them, where no key has a dot. */
export type Path = string | readonly string[];

export function keys(path: Path): readonly string[] {
  return typeof path === 'string' ? path.split('.') : path;
}

function shown(path: Path): string {
  return `\`${keys(path).join('.')}\``;
}

/** A field that holds something: neither absent, null, false nor empty. */
export function isSet(path: Path): Condition {
  return { says: `when ${shown(path)} is set`, holds: (config) => given(at(config, ...keys(path))) };
}

/** A field that holds nothing, or is absent. */
export function isUnset(path: Path): Condition {
  return { says: `unless ${shown(path)} is set`, holds: (config) => !given(at(config, ...keys(path))) };
}

/** A section that is there, whatever it holds, and is not switched off. */
export function isThere(path: Path): Condition {
  return {
    says: `when ${shown(path)} is there`,
    holds: (config) => at(config, ...keys(path)) !== undefined && at(config, ...keys(path), 'enabled') !== false,
  };
}

/** A switch, with the value that it has when it is absent. */
export function isOn(path: Path, byDefault: boolean): Condition {
  return {
    says: byDefault ? `unless ${shown(path)} is false` : `when ${shown(path)} is true`,
    holds: (config) => (at(config, ...keys(path)) ?? byDefault) !== false,
  };
}

/** A switch that is written as off. */
export function isOff(path: Path): Condition {
  return { says: `when ${shown(path)} is false`, holds: (config) => at(config, ...keys(path)) === false };
}

/** A field that holds one of some values. */
export function isOneOf(path: Path, ...values: readonly string[]): Condition {
  return {
    says: `when ${shown(path)} is ${values.map((value) => `\`${value}\``).join(' or ')}`,
    holds: (config) => values.includes(String(at(config, ...keys(path)))),
  };
}

/** A list that has one of some entries; an absent list has the entries that it has by default. */
export function lists(path: Path, values: readonly string[], byDefault: readonly string[] = []): Condition {
  return {
    says: `when ${shown(path)} has ${values.map((value) => `\`${value}\``).join(' or ')}`,
    holds: (config) => listAt(config, keys(path), byDefault).some((entry) => values.includes(entry)),
  };
}

/** A switch that is not on: a value that is read from elsewhere may be either. */
export function isNotOn(path: Path): Condition {
  return { says: `unless ${shown(path)} is true`, holds: (config) => at(config, ...keys(path)) !== true };
}

/** Conditions that hold together; the docs put semicolons between them. */
export function allOf(...conditions: readonly Condition[]): Condition {
  return {
    says: conditions.map(({ says }) => says).join('; '),
    holds: (config, collector) => conditions.every((condition) => condition.holds(config, collector)),
  };
}

export function anyOf(...conditions: readonly Condition[]): Condition {
  return {
    says: conditions.map(({ says }) => (says.includes('; ') ? `(${says})` : says)).join(' or '),
    holds: (config, collector) => conditions.some((condition) => condition.holds(config, collector)),
  };
}

export function inMode(mode: CollectorMode): Condition {
  return { says: `in a ${mode}`, holds: (_config, { pod }) => pod?.mode === mode };
}

export function since(release: Release): Condition {
  return { says: `from ${release} on`, holds: (_config, collector) => isAtLeast(collector.release, release) };
}

export function before(release: Release): Condition {
  return { says: `before ${release}`, holds: (_config, collector) => !isAtLeast(collector.release, release) };
}

/** The texts of a list; one text is a list of its comma-separated parts, as the collector's decoder has it. */
export function listAt(
  config: ConfigMap,
  path: readonly string[],
  byDefault: readonly string[] = [],
): readonly string[] {
  const value = at(config, ...path);
  if (typeof value === 'string') return value === '' ? [] : value.split(',');
  if (!Array.isArray(value)) return byDefault;
  return value.filter((entry) => typeof entry === 'string');
}

function given(value: ConfigValue | undefined): boolean {
  if (value === undefined || value === null || value === false || value === '') return false;
  if (Array.isArray(value)) return value.length > 0;
  return !isConfigMap(value) || Object.keys(value).length > 0;
}
