import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ComponentKind } from '../model/component-id';
import type { Release } from '../model/release';
import type { ExtensionRole, FieldPath, JsonSchema } from './facts';

// What tools/catalogue wrote: read when it is asked for, because no program needs all of it.
const folder = join(__dirname, '../../imports/otelcol');

/** The component types by kind and newest name. */
export type GeneratedIndex = Readonly<Record<ComponentKind, Readonly<Record<string, IndexEntry>>>>;

export interface IndexEntry {
  /** The older name, and the first of this library's releases that knows the newer one. */
  readonly alias?: { readonly name: string; readonly until: Release };
  /** Where the component is described, by the releases that this library knows. */
  readonly releases: { readonly [release in Release]?: IndexRelease };
}

export interface IndexRelease {
  /** The contrib release that was read. */
  readonly from: string;
  /** The file in its folder, without `.json`: the section and the name that the type has there. */
  readonly file: string;
}

/** A component's file. */
export interface GeneratedComponent {
  readonly stability: string | Readonly<Record<string, string>> | readonly GeneratedPair[];
  readonly schema: JsonSchema;
  readonly references: readonly GeneratedReference[];
  /** Sections that are on or off by themselves: `some` is on unless it is switched off. */
  readonly optionals?: readonly { readonly path: FieldPath; readonly flavor: 'none' | 'default' | 'some' }[];
  readonly listenPaths?: readonly GeneratedListen[];
}

export interface GeneratedPair {
  readonly from: string;
  readonly to: string;
  readonly stability: string;
}

export interface GeneratedReference {
  readonly path: FieldPath;
  readonly to: 'component' | 'pipeline';
  readonly role?: ExtensionRole;
  /** The keys of a map hold the ids. */
  readonly keys?: boolean;
}

export interface GeneratedListen {
  readonly path: FieldPath;
  readonly transport: 'tcp' | 'udp';
  /** The address that the component has of itself. */
  readonly default?: string;
}

export function readIndex(): GeneratedIndex {
  return read('index.json');
}

export function readComponent({ from, file }: IndexRelease): GeneratedComponent {
  return read(`${from}/${file}.json`);
}

/** The structs that the components of a contrib release share, by Go package and name. */
export function readDefinitions(from: string): Readonly<Record<string, JsonSchema>> {
  return read<{ readonly $defs: Readonly<Record<string, JsonSchema>> }>(`${from}/defs.json`).$defs;
}

function read<T>(file: string): T {
  return JSON.parse(readFileSync(join(folder, file), 'utf8')) as T;
}
