import { type TextProblem, TextRefusal } from '../model/text-problem';
import type { TemplateDialect } from './dialect';
import { TemplateGrammar } from './grammar';
import { templateTokens } from './lexer';
import type { TemplateUse } from './pipeline';

/** Which data a template names; or why Go does not read it. */
export type ReadTemplate =
  | { readonly uses: readonly TemplateUse[]; readonly problem?: undefined }
  | { readonly uses?: undefined; readonly problem: TextProblem };

/**
 * Reads a template of Go's text/template: text, and actions between double braces. What Go refuses when it reads one gives
 * a problem; what fails only when it is filled in does not.
 */
export function readGoTemplate(text: string, dialect: TemplateDialect): ReadTemplate {
  try {
    const grammar = new TemplateGrammar(templateTokens(text), dialect);
    grammar.template();
    return { uses: grammar.uses };
  } catch (error) {
    if (error instanceof TextRefusal) return { problem: error.problem };
    throw error;
  }
}
