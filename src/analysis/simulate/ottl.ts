import type { BooleanExpression, Statement } from '../../ottl/ast';
import { compileCondition, compileStatement } from '../../ottl/evaluate/compile';
import { OttlError, Unsupported } from '../../ottl/evaluate/value';
import { parseCondition, parseStatement } from '../../ottl/parser';
import type { Parsed } from '../../ottl/problem';
import type { Cursor } from './place';
import type { Setup } from './setup';

/** What a component does when a condition or a statement raises an error: `silent` is `ignore` without a log line. */
export type ErrorMode = 'propagate' | 'ignore' | 'silent';

/** A condition or statement that runs. */
export interface Rule {
  /** As it is written, for messages. */
  readonly text: string;
  readonly run: (cursor: Cursor) => boolean;
}

/** Hears of the errors of single conditions and statements. */
export type OnError = (text: string, error: OttlError) => void;

/** Throws `Unsupported` where the text does not parse: the collector would not start. */
export function readCondition(setup: Setup, text: string): BooleanExpression {
  return treeOf(text, parseCondition(text, { form: 'plain', release: setup.collector.release }));
}

export function readStatement(setup: Setup, text: string): Statement {
  return treeOf(text, parseStatement(text, { form: 'plain', release: setup.collector.release }));
}

function treeOf<T>(text: string, parsed: Parsed<T>): T {
  if (parsed.errors === undefined) return parsed.tree;
  const [{ message, fix }] = parsed.errors;
  throw new Unsupported(`the collector refuses ${JSON.stringify(text)}: ${message} ${fix}`);
}

export function conditionRule(setup: Setup, text: string, context: string, tree = readCondition(setup, text)): Rule {
  return { text, run: naming(text, () => compileCondition(tree, optionsOf(setup, context))) };
}

export function statementRule(setup: Setup, text: string, context: string, tree = readStatement(setup, text)): Rule {
  return { text, run: naming(text, () => compileStatement(tree, optionsOf(setup, context))) };
}

function optionsOf(setup: Setup, context: string): Parameters<typeof compileCondition>[1] {
  const { now, environment, collector } = setup;
  return {
    context: context as Parameters<typeof compileCondition>[1]['context'],
    release: collector.release,
    environment: (name) => environment(name, false),
    now,
  };
}

/** Says in which text something is that cannot be compiled. */
function naming<T>(text: string, compile: () => T): T {
  try {
    return compile();
  } catch (error) {
    if (error instanceof Unsupported) throw new Unsupported(`in ${JSON.stringify(text)}: ${error.message}`);
    if (!(error instanceof OttlError)) throw error;
    throw new Unsupported(`the collector refuses ${JSON.stringify(text)}: ${error.message}`);
  }
}

/**
 * The first of several conditions that is true; `undefined` where none is. One that raises an error counts as false,
 * unless errors are propagated: then it throws.
 */
export function firstTrue(rules: readonly Rule[], mode: ErrorMode, cursor: Cursor, onError: OnError): Rule | undefined {
  for (const rule of rules) {
    try {
      if (rule.run(cursor)) return rule;
    } catch (error) {
      heard(error, rule, mode, onError);
    }
  }
  return undefined;
}

/** Runs statements in order; one that raises an error is skipped, unless errors are propagated: then it throws. */
export function runAll(rules: readonly Rule[], mode: ErrorMode, cursor: Cursor, onError: OnError): void {
  for (const rule of rules) {
    try {
      rule.run(cursor);
    } catch (error) {
      heard(error, rule, mode, onError);
    }
  }
}

function heard(error: unknown, rule: Rule, mode: ErrorMode, onError: OnError): void {
  if (!(error instanceof OttlError)) throw error;
  onError(rule.text, error);
  if (mode === 'propagate') throw new OttlError(`${rule.text}: ${error.message}`);
}
