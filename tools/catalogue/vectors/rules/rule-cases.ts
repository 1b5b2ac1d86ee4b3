import type { ComponentKind } from '../../../../src/model/component-id';

/** A rule over several fields, with configurations on both sides of it. */
export interface RuleCases {
  readonly kind: ComponentKind;
  readonly type: string;
  readonly rule: string;
  /** The first release that has the rule, or the fields. @default - all have it */
  readonly from?: string;
  /** The first release without the rule. @default - all have it */
  readonly until?: string;
  readonly keeps: readonly object[];
  readonly breaks: readonly object[];
}
