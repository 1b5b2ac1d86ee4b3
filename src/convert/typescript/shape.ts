import type { ComponentKind } from '../../model/component-id';
import type { OttlKind } from './ottl-code';

/**
 * What the compiler takes at a place, as `npm run shapes` reads it from the types. Numbers are places in the file's list
 * of shapes; in the fields of a section, `-n - 1` stands for one that is required.
 */
export type Shape =
  | 'any'
  | 'string'
  | 'number'
  | 'boolean'
  | 'never'
  /** `secret()`, `env()` and the like. */
  | 'ref'
  /** A pipeline of the same collector. */
  | 'pipeline'
  /** OTTL; a text takes its place. */
  | readonly ['ottl', OttlKind['kind'], OttlKind['context']]
  /** A literal. */
  | readonly ['=', string | number | boolean]
  /** A list. */
  | readonly ['[]', number]
  /** A map of any keys. */
  | readonly ['{}', number]
  /** A section, and what its further fields hold if it takes some. */
  | readonly ['{', Readonly<Record<string, number>>, number?]
  /** One of several. */
  | readonly ['|', ...number[]]
  /** An extension, and what it is to be good for. */
  | readonly ['extension', ...string[]];

/** The place of a configuration's shape, and the signals; of a connector those that it takes and gives, of an extension its roles. */
export type ComponentShape = readonly [config: number, signals: readonly string[], gives?: readonly string[]];

/** The file that `npm run shapes` writes. */
export interface ShapeFile {
  readonly components: Readonly<Record<ComponentKind, Readonly<Record<string, ComponentShape>>>>;
  /** The shapes of props, by the name of their type. */
  readonly types: Readonly<Record<string, number>>;
  readonly shapes: readonly Shape[];
}
