import type { RuleGroupModel } from '../../src/model/prometheus';

/** A group as Prometheus reads it from a file. */
export function plainGroup({ name, interval, rules }: RuleGroupModel): object {
  return {
    name,
    ...(interval !== undefined && { interval }),
    rules: rules.map(({ kind, name: called, expr, for: wait, keepFiringFor, labels, annotations }) => ({
      [kind]: called,
      expr,
      ...(wait !== undefined && { for: wait }),
      ...(keepFiringFor !== undefined && { keep_firing_for: keepFiringFor }),
      labels,
      ...(kind === 'alert' && { annotations }),
    })),
  };
}
