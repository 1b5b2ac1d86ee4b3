import type { Release } from '../../model/release';
import { language } from '../language';
import type { ContextFacts, FunctionSet, LanguageFacts } from '../tables';

/** Whether paths say what they are read from: `log.body`, where `body` may do. */
export type Prefixes = 'required' | 'optional';

/** Where a condition, a statement or a value stands: what decides which functions and paths it may use. */
export interface OttlField {
  readonly release: Release;
  /** What a record of it is: `log`, `span`, `resource`, … */
  readonly context: string;
  /** The functions that the field knows: `conditions`, `transform`, `routing`, `signal_to_metrics`. */
  readonly functions: FunctionSet;
  /** @default 'required' */
  readonly prefixes?: Prefixes;
  /**
   * The collector's feature gates; lambdas need one.
   * @default none
   */
  readonly featureGates?: readonly string[];
}

/** A field with what the release says of it. */
export interface Environment extends OttlField {
  readonly facts: LanguageFacts;
  readonly own: ContextFacts;
  /** The names of the functions that may be called. */
  readonly known: ReadonlySet<string>;
}

/** The environment of a field; `undefined` where its release does not have the context, or not with these functions. */
export function environmentOf(field: OttlField): Environment | undefined {
  const facts = language(field.release);
  if (!Object.hasOwn(facts.contexts, field.context)) return undefined;
  const own = facts.contexts[field.context];
  const names = facts.sets[field.functions]?.[field.context];
  return own && names && { ...field, facts, own, known: new Set(names) };
}

const lambdaGate = 'ottl.functions.enableLambda';

/** Whether the collector reads functions that are given as arguments: `(x) => x`. */
export function hasLambdas({ featureGates = [] }: OttlField): boolean {
  return featureGates.some((gate) => gate.replace(/^\+/, '') === lambdaGate);
}
