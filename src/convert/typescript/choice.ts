import type { Change } from './form';

/** How an object is said: by which of its forms, with what changes behind it, and why not by a better one. */
export interface Choice {
  readonly form: number;
  readonly changes: readonly Change[];
  readonly reason?: string;
  /** The object whose construct makes this one, too. */
  readonly by?: string;
}

/** What was decided of each object and file, by its construct's id. */
export type Choices = ReadonlyMap<string, Choice>;
