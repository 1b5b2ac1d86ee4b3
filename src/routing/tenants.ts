import type { Processor } from '../catalog/component';
import type { Target } from '../catalog/target';
import { MdaiError } from '../model/issue';
import type { Signal } from '../model/signal';
import type { Condition, Context } from '../ottl/condition';
import { namePart } from './names';
import type { Delivery, Drop } from './outcome';
import { type Carried, type Rule, type RuleProps, rule } from './rule';

/** What tells a tenant: `resource.attribute('tenant')`, `log.attribute('tenant')`, `client.metadata('x-tenant')`. */
export interface TenantKey<X extends Context> {
  /** It is this tenant. */
  equals(tenant: string): Condition<X>;
}

/** What happens to a tenant's records: they are delivered, or they are dropped. */
export type TenantOutcome = Delivery<Target<never>, Processor<never>> | Drop;

/** Tenants, and what happens to their records. */
export interface TenantsProps<X extends Context, O extends TenantOutcome> {
  /** What tells which tenant a record belongs to. */
  readonly by: TenantKey<X>;
  /** The outcome by tenant, whose name is compared as it stands here, capitals and all. */
  readonly to: Readonly<Record<string, O>>;
  /**
   * The name of a tenant's rule.
   * @default the tenant; where that is no name for a rule, letters that are, and a hash
   */
  readonly name?: (tenant: string) => string;
}

type TargetsOf<O> = O extends { readonly to: readonly (infer T)[] } ? T : never;
type ProcessorsOf<O> = O extends { readonly processors?: infer L }
  ? L extends readonly (infer P)[]
    ? P
    : never
  : never;

/** The signals of rules with these outcomes: what all of their targets take, and all of their processors process. */
export type TenantSignals<O> = [TargetsOf<O>] extends [never]
  ? Signal
  : Carried<TargetsOf<O>, [ProcessorsOf<O>] extends [never] ? Processor<Signal> : ProcessorsOf<O>>;

/**
 * A rule for each tenant: `...tenants({ by: resource.attribute('tenant'), to: { acme: { to: [a] }, globex: { to: [b] } } })`.
 * Records of other tenants, and of none, go on to the rules behind.
 *
 * @throws MdaiError for no tenant, for a name that no rule can have, and for one that two tenants would have
 */
export function tenants<X extends Context, O extends TenantOutcome>({
  by,
  to,
  name = namePart,
}: TenantsProps<X, O>): Rule<TenantSignals<O>, X>[] {
  const tenantOf = new Map<string, string>();
  const rules = Object.entries(to).map(([tenant, outcome]) => {
    const own = name(tenant);
    const other = tenantOf.get(own);
    if (other !== undefined) {
      throw new MdaiError(
        `The tenants "${other}" and "${tenant}" would both have the rule "${own}". Name each otherwise.`,
      );
    }
    tenantOf.set(own, tenant);
    const props = { when: by.equals(tenant), ...(outcome as TenantOutcome) } as RuleProps<
      X,
      Target<never>,
      Processor<never>
    >;
    return rule(own, props) as Rule<string, X> as Rule<TenantSignals<O>, X>;
  });
  if (rules.length === 0) throw new MdaiError('There is no tenant in "to". Name at least one.');
  return rules;
}
