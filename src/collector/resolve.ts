import { type Component, isComponent } from '../catalog/component';
import type { ConfigMap, ConfigValue } from '../model/config';
import {
  formatDuration,
  formatSize,
  isBlank,
  isDuration,
  isRef,
  isSize,
  partsToConfig,
  type TextPart,
} from '../model/value';
import { isCondition } from '../ottl/condition';
import { isField } from '../ottl/field';
import { conditionRefs, lowerCondition } from '../ottl/lower';
import { printCondition, printStatement, printValue } from '../ottl/print';
import { isStatement } from '../ottl/statement';
import { isPipeline, type Pipeline } from './pipeline';

/** What a configuration refers to besides itself. */
export interface Resolver {
  /** Takes note of what the text reads from the environment. */
  environment(parts: readonly TextPart[]): void;
  /** The id of an extension, which joins the collector. */
  extension(component: Component): string;
  /** The id of a pipeline of this collector. */
  pipeline(pipeline: Pipeline<string>): string;
  /** A value that YAML cannot hold. */
  unsupported(path: readonly string[], what: string): void;
}

/**
 * A component's configuration as plain data: references become `${env:NAME}`, extensions and pipelines their ids,
 * conditions, statements and fields OTTL, durations and sizes text. What is `undefined` was not given.
 */
export function resolveConfig(config: object, resolver: Resolver): ConfigMap {
  return resolveMap(config, resolver, []);
}

function resolveMap(config: object, resolver: Resolver, path: readonly string[]): ConfigMap {
  const entries: [string, ConfigValue][] = [];
  for (const [key, value] of Object.entries(config)) {
    if (value === undefined) continue;
    const resolved = resolveValue(value, resolver, [...path, key]);
    if (resolved !== undefined) entries.push([key, resolved]);
  }
  return Object.fromEntries(entries);
}

function resolveValue(value: unknown, resolver: Resolver, path: readonly string[]): ConfigValue | undefined {
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (isBlank(value)) return null;
  if (Array.isArray(value)) {
    return value.map((item, i) => resolveValue(item, resolver, [...path, String(i)]) ?? null);
  }
  if (typeof value === 'object' && value !== null) {
    if (isRef(value)) {
      resolver.environment(value.parts());
      return partsToConfig(value.parts());
    }
    if (isCondition(value)) {
      for (const ref of conditionRefs(value)) resolver.environment(ref.parts());
      return printCondition(lowerCondition(value));
    }
    if (isStatement(value)) {
      for (const ref of value.refs) resolver.environment(ref.parts());
      return printStatement(value.tree);
    }
    if (isField(value)) return printValue(value.place.path);
    if (isComponent(value)) return resolver.extension(value);
    if (isPipeline(value)) return resolver.pipeline(value);
    if (isDuration(value)) return formatDuration(value);
    if (isSize(value)) return formatSize(value);
    const prototype = Object.getPrototypeOf(value);
    if (prototype === Object.prototype || prototype === null) return resolveMap(value, resolver, path);
    resolver.unsupported(path, `an object of the class ${value.constructor?.name ?? 'unknown'}`);
    return undefined;
  }
  resolver.unsupported(path, value === null ? 'null' : typeof value === 'number' ? String(value) : `a ${typeof value}`);
  return undefined;
}
