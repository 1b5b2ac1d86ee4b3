import { Cursor, eachPlace, type WalkedContext } from '../../../src/analysis/simulate/place';
import type { Release } from '../../../src/model/release';
import type { BooleanExpression } from '../../../src/ottl/ast';
import { compileCondition } from '../../../src/ottl/evaluate/compile';
import type { Place } from '../../../src/ottl/evaluate/place';
import { OttlError, Panic, Unsupported } from '../../../src/ottl/evaluate/value';
import { parseCondition } from '../../../src/ottl/parser';
import { readTelemetry } from '../../../src/telemetry/read';
import type { Case } from './case';

/** What conditions gave, on all records of their contexts. */
export interface ConditionCounts {
  evaluated: number;
  matched: number;
  /** Raised an error. */
  failed: number;
}

/** Evaluates each condition of a case, and each `where`, on the telemetry of the case as it was sent. */
export function countConditions(counts: ConditionCounts, one: Case, release: Release): void {
  const batches = readTelemetry(JSON.stringify(one.input));
  const cursor = new Cursor({ client: new Map(), sink: {}, hops: 0 });
  for (const { text, context } of one.expressions.flatMap(conditionOf)) {
    const { tree } = parseCondition(text, { form: 'plain', release });
    if (tree === undefined) continue;
    const holds = compiled(tree, context as WalkedContext, release);
    if (holds === undefined) continue;
    for (const batch of batches) {
      eachPlace(batch, context as WalkedContext, cursor, () => {
        const outcome = evaluated(() => holds(cursor));
        if (outcome === 'unknown') return;
        counts.evaluated++;
        if (outcome === 'true') counts.matched++;
        if (outcome === 'error') counts.failed++;
      });
    }
  }
}

/** Undefined where the simulator had no need to know the condition, and does not. */
function compiled(
  tree: BooleanExpression,
  context: WalkedContext,
  release: Release,
): ((place: Place) => boolean) | undefined {
  try {
    return compileCondition(tree, { context, release, environment: () => undefined });
  } catch (error) {
    if (error instanceof Unsupported) return undefined;
    throw error;
  }
}

function evaluated(run: () => boolean): 'true' | 'false' | 'error' | 'unknown' {
  try {
    return run() ? 'true' : 'false';
  } catch (error) {
    if (error instanceof Unsupported) return 'unknown';
    if (error instanceof OttlError || error instanceof Panic) return 'error';
    throw error;
  }
}

function conditionOf({ kind, context, text }: Case['expressions'][number]): { text: string; context: string }[] {
  if (kind === 'condition') return [{ text, context }];
  const where = text.indexOf(' where ');
  return where < 0 ? [] : [{ text: text.slice(where + ' where '.length), context }];
}

/** What is wrong with the counts: conditions that match too seldom, or too often, or raise too few errors, try too little. */
export function unbalanced({ evaluated, matched, failed }: ConditionCounts): string[] {
  const out: string[] = [];
  if (matched < 0.3 * evaluated || matched > 0.7 * evaluated) out.push(`${matched} of ${evaluated} conditions match`);
  if (failed < 0.05 * evaluated) out.push(`${failed} of ${evaluated} conditions raise an error`);
  return out;
}
