import type { Signal } from './signal';
import { isSignal } from './signal';

export type ComponentKind = 'receiver' | 'processor' | 'exporter' | 'connector' | 'extension';

/** The configuration's section for each kind of component. */
export const sectionOf = {
  receiver: 'receivers',
  processor: 'processors',
  exporter: 'exporters',
  connector: 'connectors',
  extension: 'extensions',
} as const satisfies Record<ComponentKind, string>;

export type Section = (typeof sectionOf)[ComponentKind];

export interface ParsedId {
  readonly type: string;
  readonly name?: string;
}

/** The longest name that the collector takes. */
const maxNameLength = 1024;
// A letter, then up to 62 letters, digits or underscores (component.Type).
const typePattern = /^[a-zA-Z][0-9a-zA-Z_]{0,62}$/;
// No white space, control characters or symbols: the Unicode classes Z, C and S (component.ID).
const namePattern = /^[^\p{Z}\p{C}\p{S}]+$/u;

export function isComponentType(type: string): boolean {
  return typePattern.test(type);
}

export function isComponentName(name: string): boolean {
  return namePattern.test(name) && Buffer.byteLength(name) <= maxNameLength;
}

/** Splits `type` or `type/name`; spaces around the parts do not count. `undefined` where the collector refuses the id. */
export function parseComponentId(id: string): ParsedId | undefined {
  const slash = id.indexOf('/');
  if (slash === -1) {
    const type = id.trim();
    return isComponentType(type) ? { type } : undefined;
  }
  const type = id.slice(0, slash).trim();
  const name = id.slice(slash + 1).trim();
  return isComponentType(type) && isComponentName(name) ? { type, name } : undefined;
}

export function formatId(type: string, name?: string): string {
  return name === undefined ? type : `${type}/${name}`;
}

/** The id as the collector compares it, spaces around its parts removed; the text itself where it is no id. */
export function canonicalId(id: string): string {
  const parsed = parseComponentId(id);
  return parsed ? formatId(parsed.type, parsed.name) : id;
}

export interface ParsedPipelineId {
  readonly signal: Signal;
  readonly name?: string;
}

/** Splits `signal` or `signal/name`. `undefined` where the collector refuses the id. */
export function parsePipelineId(id: string): ParsedPipelineId | undefined {
  const parsed = parseComponentId(id);
  return parsed && isSignal(parsed.type) ? { signal: parsed.type, name: parsed.name } : undefined;
}
