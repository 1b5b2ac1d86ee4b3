import { type ConfigMap, type ConfigValue, isConfigMap } from '../model/config';
import { listed } from '../model/listed';

/** What is wrong with a struct of a configuration. */
export interface Fault {
  /** The field that it is about; the struct itself where absent. */
  readonly field?: string;
  /** What is wrong, as the rest of a sentence about the struct. */
  readonly message: string;
  readonly fix: string;
}

/** What Alertmanager asks of a struct beyond the types of its fields, given the section `global`. */
export type StructRule = (fields: ConfigMap, global: ConfigMap) => Iterable<Fault>;

/** Whether a field has a value that Go does not take for none. */
export function isGiven(value: ConfigValue | undefined): boolean {
  return value !== undefined && value !== null && value !== '' && value !== 0 && value !== false;
}

/** The fields of a section, which may be absent. */
export function section(value: ConfigValue | undefined): ConfigMap {
  return isConfigMap(value) ? value : {};
}

/** The text of a field; empty where it has none. */
export function textOf(value: ConfigValue | undefined): string {
  return value === undefined || value === null || typeof value === 'object' ? '' : String(value);
}

/** All of these are needed. */
export function needs(...fields: readonly string[]): StructRule {
  return (given) =>
    fields
      .filter((field) => !isGiven(given[field]))
      .map((field) => ({ message: `needs "${field}".`, fix: `Add ${field}.` }));
}

/** One of these is needed. */
export function oneOf(...fields: readonly string[]): StructRule {
  return function* (given) {
    if (!fields.some((field) => isGiven(given[field]))) {
      yield { message: `needs one of ${listed(fields)}.`, fix: `Add ${fields[0]}.` };
    }
  };
}

/** At most one of these. */
export function notBoth(...fields: readonly string[]): StructRule {
  return function* (given) {
    const both = fields.filter((field) => isGiven(given[field]));
    if (both.length > 1) yield { field: both[1] ?? '', message: `has ${listed(both)}.`, fix: 'Keep one of them.' };
  };
}

/** A value and a file in its place: one of them. */
export function exactlyOne(field: string): StructRule {
  return all(oneOf(field, `${field}_file`), notWithFile(field));
}

/** A value, or a file in its place; where there is neither, those of the section `global`. */
export function orGlobal(field: string, globally: string, counts = isGiven): StructRule {
  return all(notWithFile(field, counts), function* (given, global) {
    const isThere = (fields: ConfigMap, name: string) => counts(fields[name]) || isGiven(fields[`${name}_file`]);
    if (isThere(given, field) || isThere(global, globally)) return;
    yield {
      message: `needs "${field}", or "${globally}" in global.`,
      fix: `Add ${field}, or global: { ${globally} }.`,
    };
  });
}

/** A value, or a file in its place, but not both. */
export function notWithFile(field: string, counts = isGiven): StructRule {
  return function* (given) {
    const file = `${field}_file`;
    if (!counts(given[field]) || !isGiven(given[file])) return;
    yield { field: file, message: `has ${listed([field, file])}.`, fix: 'Keep one of them.' };
  };
}

/** Whether a field is there, be it empty: Go tells it from an absent one in some. */
export function isPresent(value: ConfigValue | undefined): boolean {
  return value !== undefined && value !== null;
}

/** A value, or where it is absent that of the section `global`. */
export function inGlobal(field: string, globally: string): StructRule {
  return function* (given, global) {
    if (isGiven(given[field]) || isGiven(global[globally])) return;
    yield {
      message: `needs "${field}", or "${globally}" in global.`,
      fix: `Add ${field}, or global: { ${globally} }.`,
    };
  };
}

/** One of these texts, where the field has one. */
export function choice(field: string, values: readonly string[]): StructRule {
  return function* (given) {
    const value = textOf(given[field]);
    if (!isGiven(given[field]) || values.includes(value)) return;
    yield {
      field,
      message: `has the unknown ${field} "${value}".`,
      fix: `Write ${values.join(', ').replace(/, ([^,]*)$/, ' or $1')}.`,
    };
  };
}

/** All of these rules. */
export function all(...rules: readonly StructRule[]): StructRule {
  return (given, global) => rules.flatMap((rule) => [...rule(given, global)]);
}
