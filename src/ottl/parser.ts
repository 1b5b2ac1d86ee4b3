import { defaultRelease } from '../model/release';
import type { BooleanExpression, Statement, ValueExpression } from './ast';
import { Cursor } from './cursor';
import { dialectOf } from './dialect';
import { explain } from './explain';
import { Grammar } from './grammar';
import { tokenize } from './lexer';
import { misplaced } from './misplaced';
import type { OttlProblem, Parsed } from './problem';
import { readSource, type Source, type TextForm } from './source';
import type { OttlNode } from './walk';

export interface ParseOptions {
  /**
   * The collector's release, which decides where the language differs.
   * @default the newest that this library knows
   */
  readonly release?: string;
  /**
   * How the text is written.
   * @default 'config'
   */
  readonly form?: TextForm;
}

/** Reads a condition, as `filter` takes them. Ranges are offsets in the text as given; a bad text gives problems. */
export function parseCondition(text: string, options: ParseOptions = {}): Parsed<BooleanExpression> {
  return parseConditionSource(readSource(text, options.form ?? 'config'), options.release);
}

/** Reads a statement, as `transform` takes them: an editor, and the condition behind `where`. */
export function parseStatement(text: string, options: ParseOptions = {}): Parsed<Statement> {
  return parseStatementSource(readSource(text, options.form ?? 'config'), options.release);
}

/** Reads a value expression: a path, a literal, a converter or mathematics. */
export function parseValue(text: string, options: ParseOptions = {}): Parsed<ValueExpression> {
  const source = readSource(text, options.form ?? 'config');
  return parse(source, options.release, 'value', (grammar) => grammar.value() as ValueExpression | undefined);
}

export function parseConditionSource(source: Source, release?: string): Parsed<BooleanExpression> {
  return parse(source, release, 'condition', (grammar) => grammar.condition());
}

export function parseStatementSource(source: Source, release?: string): Parsed<Statement> {
  return parse(source, release, 'statement', (grammar) => grammar.statement());
}

function parse<T extends OttlNode>(
  source: Source,
  release: string = defaultRelease,
  kind: 'condition' | 'statement' | 'value',
  rule: (grammar: Grammar) => T | undefined,
): Parsed<T> {
  const dialect = dialectOf(release);
  const tokens = tokenize(source, dialect);
  if ('message' in tokens) return { errors: [tokens] };
  const cursor = new Cursor(tokens);
  const grammar = new Grammar(cursor, dialect);
  const tree = rule(grammar);
  if (tree !== undefined && cursor.token.type === 'end') {
    const [first, ...others]: readonly OttlProblem[] = misplaced(tree, source, dialect);
    return first === undefined ? { tree } : { errors: [first, ...others] };
  }
  if (tree !== undefined) cursor.missing('the end');
  return { errors: [explain(source, cursor, grammar, kind)] };
}
