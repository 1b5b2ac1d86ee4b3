import { at, type ConfigMap, type ConfigValue, isConfigMap } from '../model/config';
import { isReference } from '../model/reference';
import { isAtLeast } from '../model/release';
import { parseGoDuration } from './shared-formats';

/** A rule over several fields of one section, which stands under `x-rules` in a schema. */
export interface SectionRule {
  /** The field that the issue is about; none for the section itself. */
  readonly field?: string;
  /** Whether the section keeps the rule. */
  readonly holds: (section: Section) => boolean;
  /** What is wrong, as the rest of a sentence that begins with the field. */
  readonly message: string;
  readonly fix: string;
}

/** Thrown where a value is not known before the collector runs: no rule is broken then. */
const unknown = Symbol('unknown');

/** A section's values, as the component would read them. Values that only the running collector knows end the rule. */
export class Section {
  constructor(
    private readonly config: ConfigMap,
    readonly release: string,
    readonly featureGates: readonly string[] = [],
  ) {}

  /** Whether the collector runs this release, or a newer one. */
  since(release: string): boolean {
    return isAtLeast(this.release, release);
  }

  /** The value of a field; `undefined` when it is absent or null. The path's keys are separated by dots. */
  get(path: string): ConfigValue | undefined {
    const value = at(this.config, ...path.split('.'));
    if (typeof value === 'string' && isReference(value)) throw unknown;
    return value === null ? undefined : value;
  }

  /** Whether a field is there, and not null. */
  has(path: string): boolean {
    return this.get(path) !== undefined;
  }

  /** Whether a field holds more than Go's zero value. */
  given(path: string): boolean {
    const value = this.get(path);
    return Array.isArray(value)
      ? value.length > 0
      : value !== undefined && value !== '' && value !== 0 && value !== false;
  }

  number(path: string, otherwise = 0): number {
    return this.typed(path, otherwise, (value) => (typeof value === 'number' ? value : undefined));
  }

  text(path: string, otherwise = ''): string {
    return this.typed(path, otherwise, (value) => (typeof value === 'string' ? value : undefined));
  }

  flag(path: string, otherwise = false): boolean {
    return this.typed(path, otherwise, (value) => (typeof value === 'boolean' ? value : undefined));
  }

  /** A duration, in nanoseconds. */
  duration(path: string, otherwise = '0s'): number {
    return this.typed(path, parseGoDuration(otherwise) ?? 0, (value) =>
      typeof value === 'string' ? parseGoDuration(value) : typeof value === 'number' ? value : undefined,
    );
  }

  /** A list; one text is read as a list, separated by commas. */
  list(path: string): readonly ConfigValue[] {
    return this.typed<readonly ConfigValue[]>(path, [], (value) =>
      typeof value === 'string' ? value.split(',') : Array.isArray(value) ? value : undefined,
    );
  }

  /** A section below this one; empty when it is absent. */
  section(path: string): Section {
    const config = this.typed<ConfigMap>(path, {}, (value) => (isConfigMap(value) ? value : undefined));
    return new Section(config, this.release, this.featureGates);
  }

  /** The sections of a list. */
  sections(path: string): readonly Section[] {
    return this.list(path)
      .filter(isConfigMap)
      .map((config) => new Section(config, this.release, this.featureGates));
  }

  /** The keys that are there. */
  keys(): readonly string[] {
    return Object.keys(this.config);
  }

  private typed<T>(path: string, otherwise: T, read: (value: ConfigValue) => T | undefined): T {
    const value = this.get(path);
    if (value === undefined) return otherwise;
    const result = read(value);
    // Its type is wrong, which is an issue of its own.
    if (result === undefined) throw unknown;
    return result;
  }
}

/** The rules that a section breaks. */
export function brokenRules(
  rules: readonly SectionRule[],
  config: ConfigMap,
  release: string,
  featureGates: readonly string[],
): readonly SectionRule[] {
  const section = new Section(config, release, featureGates);
  return rules.filter((rule) => {
    try {
      return !rule.holds(section);
    } catch (thrown) {
      if (thrown === unknown) return false;
      throw thrown;
    }
  });
}
