import { TextRefusal } from '../model/text-problem';
import type { PromqlExpression } from './ast';
import { convert } from './convert';
import { explain } from './explain';
import { readGrammar } from './grammar';
import { tokenize } from './lexer';
import type { ParsedPromql, PromqlProblem } from './problem';
import { defaultPromqlRelease, type PromqlRelease } from './release';

export interface PromqlOptions {
  /**
   * The release of Prometheus, which decides where the language differs.
   * @default the newest that this library knows
   */
  readonly release?: PromqlRelease;
}

/**
 * Reads an expression in PromQL. Ranges are offsets in the text; a bad text gives problems. Types, functions and what
 * needs a feature flag are the matter of `checkPromql`.
 */
export function parsePromql(
  text: string,
  { release = defaultPromqlRelease }: PromqlOptions = {},
): ParsedPromql<PromqlExpression> {
  try {
    const tokens = tokenize(text, release);
    const grammar = readGrammar(tokens, release);
    if (grammar.misfit === undefined) return { tree: convert(tokens, grammar, release) };
    return { errors: [tokens.length > mostTokens ? tooLong(text) : explain(tokens, grammar, grammar.misfit)] };
  } catch (error) {
    if (error instanceof TextRefusal) return { errors: [error.problem] };
    // The depth of the tree is that of the calls that read it.
    if (error instanceof RangeError) return { errors: [tooLong(text)] };
    throw error;
  }
}

// The upstream grammar gives up trees that are deeper, as chains of hundreds of operators are.
const mostTokens = 1000;

function tooLong({ length }: string): PromqlProblem {
  const message = 'The expression is longer, or deeper, than this library can read.';
  return { range: { start: 0, end: length }, message, fix: 'Write parts of it as recording rules.', uncertain: true };
}
