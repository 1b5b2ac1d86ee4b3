import type { Processor, Source } from '../catalog/component';
import type { Target } from '../catalog/target';
import { Pipeline, type PipelineOwner, type PipelineProps } from '../collector/pipeline';
import { MdaiError } from '../model/issue';
import type { ExplainedRow } from '../model/route';
import type { RouteContexts } from './contexts';
import { type EditedRules, editedRules, type RuleEdit } from './edits';
import type { Outcome } from './outcome';
import { planned, type RuleEntry } from './planned';
import type { Rule } from './rule';
import { RuleHandle } from './rule-handle';
import type { RuleSet } from './rule-set';
import { assertSample } from './sample';

/** What a route is made of. */
export interface RouteProps<S extends string> {
  /**
   * Where telemetry comes from: receivers and connectors.
   * @default nothing; a pipeline or another route sends to this one
   */
  readonly from?: readonly Source<S>[];
  /**
   * What happens to all of it before the rules, in this order. The memory limiter comes first of itself.
   * @default nothing
   */
  readonly processors?: readonly Processor<S>[];
  /** Their order is their meaning: the first rule that matches a record takes it. */
  readonly rules: readonly (Rule<S, RouteContexts<S>> | RuleSet<S, RouteContexts<S>>)[];
  /** What happens to records that no rule takes. */
  readonly otherwise: Outcome<S>;
  /**
   * Whether rules may share rows and tables where that means the same and is faster. `explain()` tells which rule became
   * which row.
   * @default true
   */
  readonly optimise?: boolean;
}

/** A route as it was given, its types left behind. */
export interface RouteDeclaration {
  readonly rules: readonly RuleEntry[];
  readonly otherwise: Outcome<string>;
  readonly optimise: boolean;
}

const routeMark: unique symbol = Symbol.for('cdk8s-mdai.Route') as never;

/** A pipeline that divides what it gets by rules, and a target for other pipelines of the same collector. */
export class Route<S extends string> extends Pipeline<S> {
  /** @internal */
  readonly declaration: RouteDeclaration;
  /** @internal In the order of the calls. */
  readonly ruleEdits: RuleEdit[] = [];
  /** @internal Recognised across two installed copies of this library. */
  readonly [routeMark]: true = true;

  /** @internal */
  constructor(owner: PipelineOwner, id: string, { rules, otherwise, optimise = true, ...props }: RouteProps<S>) {
    super(owner, id, { ...props, to: [] });
    // Programs in JavaScript have no compiler to tell them.
    if ((otherwise as unknown) === undefined) {
      throw new MdaiError(
        `The route ${id} of ${owner.path} does not say what happens to records that no rule takes. Write otherwise: { to: […] }, or otherwise: { drop: true }.`,
      );
    }
    if (otherwise.sample) assertSample(otherwise.sample);
    this.declaration = { rules: rules as readonly RuleEntry[], otherwise, optimise };
  }

  /**
   * A rule of this route, to change it. One that the route does not have is an issue.
   *
   * @param name its name; `owner.rule` for one of a rule set
   */
  rule(name: string): RuleHandle<S> {
    return new RuleHandle((edit) => {
      this.owner.assertOwn([edit]);
      this.ruleEdits.push(edit);
      this.owner.touch();
    }, name);
  }

  /** @internal The pipeline that telemetry enters: this one, with more behind its processors. */
  leading(processors: readonly Processor<string>[], to: readonly Target<string>[]): Pipeline<string> {
    const { from, processors: own = [] } = this.props as PipelineProps<string>;
    const entry = new Pipeline<string>(this.owner, this.pipelineId, { from, processors: [...own, ...processors], to });
    entry.taps.push(...(this.taps as Pipeline<string>['taps']));
    entry.edits.push(...this.edits);
    return entry;
  }

  /** Which rule became which row, in the order in which records meet them. */
  explain(): readonly ExplainedRow[] {
    const { expandRoute } = require('./expand') as typeof import('./expand');
    return expandRoute(this, this.edited().rules, this.owner.release).rows;
  }

  /** @internal The rules after the edits. */
  edited(): EditedRules {
    return editedRules(planned(this.declaration.rules), this.ruleEdits);
  }
}

export function isRoute(value: unknown): value is Route<string> {
  return typeof value === 'object' && value !== null && routeMark in value;
}
