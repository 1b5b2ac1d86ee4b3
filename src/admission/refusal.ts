import type { Keys } from '../model/keys';

/** The kinds of reasons, which are codes of issues. */
export type RefusalCode = 'hub-field' | 'hub-value' | 'hub-undefined' | 'hub-duplicate';

/** Why the API server or the MDAI operator refuses an object. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly keys: Keys;
  readonly message: string;
  readonly fix: string;
  /** `warning` for what is taken, but hardly as meant. @default 'error' */
  readonly severity?: 'warning';
}

/** A place, as a sentence about it begins. */
export function subjectOf(keys: Keys): string {
  const last = keys[keys.length - 1];
  if (last === undefined) return 'the object';
  return typeof last === 'number' ? `entry ${last + 1} of ${subjectOf(keys.slice(0, -1))}` : `"${last}"`;
}

/** A value, as a message shows it. */
export function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (value === null || value === undefined) return 'empty';
  return typeof value === 'object' ? 'a map' : JSON.stringify(value);
}
