import type { Context } from '../ottl/condition';
import type { Outcome } from './outcome';
import { guarded, type PlannedRule, planned, type RuleEntry } from './planned';
import type { When } from './rule';

/** What changes of a rule. An outcome replaces the rule's own as a whole. */
export interface RuleChanges {
  readonly when?: When<Context>;
  readonly outcome?: Outcome<string>;
  readonly copies?: boolean;
}

/** A change to the rules of a route after it was made. */
export type RuleEdit =
  | { readonly kind: 'before' | 'after'; readonly anchor: string; readonly entries: readonly RuleEntry[] }
  | { readonly kind: 'override'; readonly anchor: string; readonly changes: RuleChanges }
  | { readonly kind: 'remove'; readonly anchor: string };

export interface EditedRules {
  readonly rules: readonly PlannedRule[];
  /** The edits whose rule the route did not have. */
  readonly missing: readonly RuleEdit[];
}

/** Applies edits in their order. */
export function editedRules(rules: readonly PlannedRule[], edits: readonly RuleEdit[]): EditedRules {
  const missing: RuleEdit[] = [];
  let here = rules;
  for (const edit of edits) {
    if (here.some(({ name }) => name === edit.anchor)) {
      here = here.flatMap((rule) => (rule.name === edit.anchor ? changed(rule, edit) : [rule]));
    } else missing.push(edit);
  }
  return { rules: here, missing };
}

function changed(rule: PlannedRule, edit: RuleEdit): readonly PlannedRule[] {
  switch (edit.kind) {
    case 'before':
      return [...planned(edit.entries), rule];
    case 'after':
      return [rule, ...planned(edit.entries)];
    case 'override':
      return [overridden(rule, edit.changes)];
    case 'remove':
      return [];
  }
}

function overridden(rule: PlannedRule, changes: RuleChanges): PlannedRule {
  const when = changes.when && guarded(changes.when, rule.set?.within);
  return { ...rule, ...changes, when: when ?? rule.when };
}
