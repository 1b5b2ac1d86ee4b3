/** Where something stands in a text, in UTF-16 code units. */
export interface TextRange {
  readonly start: number;
  /** Behind the last. */
  readonly end: number;
}

/** What is wrong with a text. */
export interface TextProblem {
  /** Where, in the text as it was given. */
  readonly range: TextRange;
  /** What is wrong, in one sentence. */
  readonly message: string;
  /** What to write instead, in one sentence. */
  readonly fix: string;
}

/** Ends the reading of a text; whoever began it catches it, and gives back the problem. */
export class TextRefusal extends Error {
  constructor(readonly problem: TextProblem) {
    super(problem.message);
  }
}

/** @throws TextRefusal always */
export function refuse(range: TextRange, message: string, fix: string): never {
  throw new TextRefusal({ range, message, fix });
}
