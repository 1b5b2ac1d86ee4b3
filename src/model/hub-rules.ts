import type { HubModel } from './hub';
import type { RuleGroupModel } from './prometheus';

/** The rules that the MDAI operator makes of a hub's alerts (release 0.2.12, internal/controller/hub_adapter.go). */
export function hubRuleGroup({ name: hub, evaluationInterval, alerts }: HubModel): RuleGroupModel {
  return {
    name: `mdai-${hub}-alert-rules`,
    ...(evaluationInterval !== undefined && { interval: evaluationInterval }),
    rules: alerts.map(({ name, expr, for: held, severity }) => ({
      kind: 'alert',
      name,
      expr,
      ...(held !== undefined && { for: held }),
      labels: { severity },
      annotations: {
        alert_name: name,
        hub_name: hub,
        current_value: '{{ $value | printf "%.2f" }}',
        expression: expr,
      },
    })),
  };
}
