import type { TextProblem } from '../model/text-problem';

/** What is wrong with a text. */
export interface OttlProblem extends TextProblem {
  /** Set where a variable outside of quotes may hold what makes the text right. */
  readonly uncertain?: true;
}

/** A tree, or what is wrong with the text: never both, and never neither. */
export type Parsed<T> =
  | { readonly tree: T; readonly errors?: undefined }
  | { readonly tree?: undefined; readonly errors: readonly [OttlProblem, ...OttlProblem[]] };
