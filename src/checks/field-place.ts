import { fieldAt } from '../catalog/definitions';
import type { ComponentFacts } from '../catalog/facts';
import type { FieldContext } from '../catalog/shared-keywords';
import { isConfigMap } from '../model/config';
import type { Keys } from '../model/keys';

/** An error of Ajv, with the value and the schema at hand (its option `verbose`). */
export interface FieldError {
  readonly keyword: string;
  /** The place in the body, as a JSON pointer. */
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** The keyword's own value. */
  readonly schema?: unknown;
  readonly parentSchema?: Readonly<Record<string, unknown>>;
  readonly data?: unknown;
  readonly propertyName?: string;
}

/** Where an error is, and in what. */
export interface Place {
  readonly facts: ComponentFacts;
  readonly type: string;
  readonly keys: readonly string[];
  readonly path: string;
  /** The same in the configuration. */
  readonly at: Keys;
  /** The field, as a sentence about it begins. */
  readonly subject: string;
  readonly context: FieldContext;
}

/** The fields of a section, by name. */
export function fieldsOf(schema: unknown): Readonly<Record<string, unknown>> {
  const properties = isConfigMap(schema) ? fieldAt(schema, [])?.properties : undefined;
  return isConfigMap(properties) ? properties : {};
}

/** A value, as a message shows it. */
export function shown(data: unknown): string {
  return typeof data === 'string' || typeof data === 'number' ? JSON.stringify(data) : kindOf(data);
}

/** What a value is, in a sentence. */
export function kindOf(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a map';
  return typeof value === 'string' ? 'a text' : typeof value === 'boolean' ? `${value}` : `the number ${value}`;
}
