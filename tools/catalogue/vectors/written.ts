import type { ComponentKind } from '../../../src/model/component-id';
import type { ConfigValue } from '../../../src/model/config';
import { moreContribRules } from './rules/more';
import { contribRules } from './rules/well-known';

/** The configurations on both sides of a component's rules, and whether the newest release has to take them. */
export function written(kind: ComponentKind, type: string): ReadonlyMap<ConfigValue, boolean> {
  const rules = [...contribRules, ...moreContribRules].filter((one) => one.kind === kind && one.type === type);
  return new Map(
    rules.flatMap(({ keeps, breaks }) => [
      ...keeps.map((config) => [config as ConfigValue, true] as const),
      ...breaks.map((config) => [config as ConfigValue, false] as const),
    ]),
  );
}
