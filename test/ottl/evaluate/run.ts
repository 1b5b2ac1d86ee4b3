import type { Release } from '../../../src/model/release';
import { compileCondition, compileStatement, compileValue } from '../../../src/ottl/evaluate/compile';
import type { OttlContext, Place } from '../../../src/ottl/evaluate/place';
import type { OttlValue } from '../../../src/ottl/evaluate/value';
import { parseCondition, parseStatement, parseValue } from '../../../src/ottl/parser';
import type { Parsed } from '../../../src/ottl/problem';

export interface Setup {
  readonly context?: OttlContext;
  readonly release?: Release;
  readonly environment?: Readonly<Record<string, string>>;
}

function treeOf<T>(parsed: Parsed<T>): T {
  if (parsed.errors !== undefined) throw new Error(parsed.errors[0]?.message);
  return parsed.tree;
}

function optionsOf({ context = 'log', release = '0.159.0', environment = {} }: Setup) {
  return { context, release, environment: (name: string) => environment[name], now: () => 42n };
}

/** The value of an expression for a record. */
export function evaluate(text: string, place: Place, setup: Setup = {}): OttlValue {
  const release = setup.release ?? '0.159.0';
  return compileValue(treeOf(parseValue(text, { release })), optionsOf(setup))(place);
}

export function holds(text: string, place: Place, setup: Setup = {}): boolean {
  const release = setup.release ?? '0.159.0';
  return compileCondition(treeOf(parseCondition(text, { release })), optionsOf(setup))(place);
}

/** Runs a statement on a record; whether its `where` held. */
export function run(text: string, place: Place, setup: Setup = {}): boolean {
  const release = setup.release ?? '0.159.0';
  return compileStatement(treeOf(parseStatement(text, { release })), optionsOf(setup))(place);
}
