import { isComponent } from '../catalog/component';
import { Through } from '../catalog/target';
import { MdaiError } from '../model/issue';
import { isRule } from '../routing/rule';
import { isRuleSet } from '../routing/rule-set';
import { isPipeline, type Pipeline, type PipelineOwner } from './pipeline';

/** Throws, naming both collectors, where something given to one holds a pipeline of another. */
export function assertOwn(owner: PipelineOwner, values: readonly unknown[]): void {
  for (const pipeline of pipelinesIn(values, new Set())) {
    if (pipeline.owner !== owner) {
      throw new MdaiError(
        `The pipeline ${pipeline.pipelineId} belongs to the collector ${pipeline.owner.path}, not to ${owner.path}. Send to another collector through its inlet().`,
      );
    }
  }
}

function* pipelinesIn(value: unknown, seen: Set<object>): Generator<Pipeline<string>> {
  if (typeof value !== 'object' || value === null || seen.has(value)) return;
  seen.add(value);
  if (isPipeline(value)) yield value;
  else if (value instanceof Through) yield* pipelinesIn([value.target, ...value.processors], seen);
  else if (isRule(value)) yield* pipelinesIn(value.outcome, seen);
  else if (isRuleSet(value)) yield* pipelinesIn(value.rules, seen);
  else if (isComponent(value)) yield* pipelinesIn(value.config, seen);
  else if (Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype) {
    for (const inner of Object.values(value)) yield* pipelinesIn(inner, seen);
  }
}
