import type { TextProblem } from '../model/text-problem';

/** What is wrong with a text. */
export interface PromqlProblem extends TextProblem {
  /** Set where the text is too long for this library, and may well be right. */
  readonly uncertain?: true;
}

/** A tree, or what is wrong with the text: never both, and never neither. */
export type ParsedPromql<T> =
  | { readonly tree: T; readonly errors?: undefined }
  | { readonly tree?: undefined; readonly errors: readonly [PromqlProblem, ...PromqlProblem[]] };
