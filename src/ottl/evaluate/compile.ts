import type { Release } from '../../model/release';
import type { BooleanExpression, Statement, ValueExpression } from '../ast';
import { compileBooleanTree } from './boolean-expression';
import { compileEditor } from './call';
import { differencesOf } from './differences';
import { compileValueTree } from './expression';
import { contexts, type OttlContext, type Place } from './place';
import type { Scope } from './scope';
import { type OttlValue, Unsupported } from './value';

export interface EvaluationOptions {
  /** Of paths without a prefix, and of constants. */
  readonly context: OttlContext;
  readonly release: Release;
  /** The values of variables in string literals. One that is not given is empty. */
  readonly environment: (name: string) => string | undefined;
  /**
   * Nanoseconds since 1970.
   * @default the clock
   */
  readonly now?: () => bigint;
}

/**
 * Makes a condition into what says whether a record meets it.
 *
 * Throws `Unsupported` for what is not implemented, and `OttlError` for what the collector refuses at start. What is returned
 * throws `OttlError` where the collector raises an error for the record, `Panic` where it panics, and `Unsupported` where it is not
 * known what it does.
 */
export function compileCondition(tree: BooleanExpression, options: EvaluationOptions): (place: Place) => boolean {
  return compileBooleanTree(tree, scopeOf(options));
}

/** Makes a statement into what changes a record, and says whether its `where` held. Throws like `compileCondition`. */
export function compileStatement(tree: Statement, options: EvaluationOptions): (place: Place) => boolean {
  const scope = scopeOf(options);
  if (tree.editor.kind === 'opaque') throw new Unsupported(`the variable ${tree.editor.env} in place of a statement`);
  const edit = compileEditor(tree.editor, scope, compileValueTree);
  const where = tree.where === undefined ? () => true : compileBooleanTree(tree.where, scope);
  return (place) => {
    const holds = where(place);
    if (holds) edit(place);
    return holds;
  };
}

/** Makes a value expression into what gives its value for a record. Throws like `compileCondition`. */
export function compileValue(tree: ValueExpression, options: EvaluationOptions): (place: Place) => OttlValue {
  return compileValueTree(tree, scopeOf(options));
}

function scopeOf(options: EvaluationOptions): Scope {
  const { context, release } = options;
  if (!contexts.includes(context)) throw new Unsupported(`the context ${context}`);
  const now = options.now ?? (() => BigInt(Date.now()) * 1_000_000n);
  return {
    context,
    release,
    environment: options.environment,
    differences: differencesOf(release),
    tools: { release, now },
  };
}
