import { ApiObject, Chart, Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import { MdaiError } from '../model/issue';
import type { RuleFileModel, RuleGroupModel } from '../model/prometheus';
import { Registry } from '../registry';
import { prometheusRuleHeader } from '../render/operator/headers';
import { defined } from '../render/pods/merge';
import { ruleGroups } from '../render/prometheus/rule-groups';
import { RuleGroup, type RuleGroupProps } from './rules';

/** What a set of rules is given. */
export interface PrometheusRulesProps {
  /** @default the construct's id */
  readonly name?: string;
  /** @default the chart's namespace */
  readonly namespace?: string;
  /** Labels of the object, by which a Prometheus selects it. @default none */
  readonly labels?: Readonly<Record<string, string>>;
  /** Annotations of the object. @default none */
  readonly annotations?: Readonly<Record<string, string>>;
}

/**
 * Rules by themselves, a `PrometheusRule` of the Prometheus operator, for whichever Prometheus selects them: those of a
 * team that does not run it. Where it is in the program, its own `group`, `alert` and `record` need no labels.
 */
export class PrometheusRules extends Construct {
  /** The name of the Kubernetes object. */
  readonly name: string;
  /** Its namespace; `undefined` where its chart has none. */
  readonly namespace: string | undefined;
  private readonly groups = new Map<string, RuleGroup>();
  private readonly registry: Registry;

  constructor(scope: Construct, id: string, props: PrometheusRulesProps = {}) {
    super(scope, id);
    this.name = props.name ?? id;
    this.namespace = props.namespace ?? Chart.of(this).namespace;
    this.registry = Registry.of(this);
    const { labels, annotations } = props;
    new ApiObject(this, 'Default', {
      ...prometheusRuleHeader,
      metadata: defined({
        name: this.name,
        namespace: this.namespace,
        labels: labels && { ...labels },
        annotations: annotations && { ...annotations },
      }),
      spec: Lazy.any({ produce: () => ({ groups: ruleGroups([...this.groups.values()].map((one) => one.model())) }) }),
    });
    this.registry.add(this, {
      contribute: (draft) => {
        draft.ruleFiles = [...(draft.ruleFiles ?? []), this.model()];
      },
    });
  }

  /**
   * A group of rules, which are evaluated one after the other.
   *
   * @throws MdaiError for a name that a group has already
   */
  group(name: string, props: RuleGroupProps = {}): RuleGroup {
    if (this.groups.has(name)) {
      throw new MdaiError(`The rules ${this.node.path} have a group "${name}" already. Choose another name.`);
    }
    const group = new RuleGroup(name, props, () => this.registry.touch());
    this.groups.set(name, group);
    this.registry.touch();
    return group;
  }

  private model(): RuleFileModel {
    const { path } = this.node;
    return { path, groups: [...this.groups.values()].map((group) => placed(group.model(), path)) };
  }
}

/** A group whose rules have a place each: nobody knows the Prometheus below which they would have one. */
function placed(group: RuleGroupModel, within: string): RuleGroupModel {
  const path = `${within}/${group.name}`;
  const counts = new Map<string, number>();
  const rules = group.rules.map((rule) => {
    const count = (counts.get(rule.name) ?? 0) + 1;
    counts.set(rule.name, count);
    return { ...rule, path: `${path}/${rule.name}${count === 1 ? '' : ` (${count})`}` };
  });
  return { ...group, path, rules };
}
