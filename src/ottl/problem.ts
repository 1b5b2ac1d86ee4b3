import type { TextRange } from './ast';

/** What is wrong with a text. */
export interface OttlProblem {
  /** Where, in the text as it was given. */
  readonly range: TextRange;
  /** What is wrong, in one sentence. */
  readonly message: string;
  /** What to write instead, in one sentence. */
  readonly fix: string;
  /** Set where a variable outside of quotes may hold what makes the text right. */
  readonly uncertain?: true;
}

/** A tree, or what is wrong with the text: never both, and never neither. */
export type Parsed<T> =
  | { readonly tree: T; readonly errors?: undefined }
  | { readonly tree?: undefined; readonly errors: readonly [OttlProblem, ...OttlProblem[]] };
