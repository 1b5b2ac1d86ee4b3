import type { Condition } from '../ottl/condition';
import type { RouteContexts } from './contexts';
import type { RuleEdit } from './edits';
import type { Outcome } from './outcome';
import type { RuleEntry } from './planned';
import type { Rule } from './rule';
import type { RuleSet } from './rule-set';
import { assertSample } from './sample';

/** Rules that a route for the signal `S` takes. */
type Entry<S extends string> = Rule<S, RouteContexts<S>> | RuleSet<S, RouteContexts<S>>;

/** No outcome: the rule keeps its own. */
interface SameOutcome {
  readonly to?: never;
  readonly drop?: never;
  readonly processors?: never;
  readonly sample?: never;
}

/** What changes of a rule. */
export type RuleOverride<S extends string> = {
  /** @default the rule's own */
  readonly when?: Condition<RouteContexts<S>> | 'always';
  /** @default the rule's own */
  readonly continue?: boolean;
} & (Outcome<S> | SameOutcome);

/** A rule of a route, by its name. Later calls change what earlier ones left. */
export class RuleHandle<S extends string> {
  /** @internal */
  constructor(
    private readonly edit: (edit: RuleEdit) => void,
    private readonly anchor: string,
  ) {}

  /** Changes its condition, or its outcome as a whole. A rule of a rule set stays within its guard. */
  override({ when, continue: copies, ...outcome }: RuleOverride<S>): this {
    if (outcome.sample) assertSample(outcome.sample);
    const given = outcome.to !== undefined || outcome.drop !== undefined;
    return this.done({
      kind: 'override',
      anchor: this.anchor,
      changes: {
        ...(when !== undefined && { when }),
        ...(copies !== undefined && { copies }),
        ...(given && { outcome: outcome as Outcome<string> }),
      },
    });
  }

  /** Puts rules before it. */
  before(...rules: readonly Entry<S>[]): this {
    return this.done({ kind: 'before', anchor: this.anchor, entries: rules as readonly RuleEntry[] });
  }

  /** Puts rules behind it. */
  after(...rules: readonly Entry<S>[]): this {
    return this.done({ kind: 'after', anchor: this.anchor, entries: rules as readonly RuleEntry[] });
  }

  /** Takes it out of the route. */
  remove(): this {
    return this.done({ kind: 'remove', anchor: this.anchor });
  }

  private done(edit: RuleEdit): this {
    this.edit(edit);
    return this;
  }
}
