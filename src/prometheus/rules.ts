import type { RuleGroupModel, RuleModel } from '../model/prometheus';
import { type PrometheusDuration, prometheusDuration } from '../model/value';
import { expression, type Promql } from './promql';

/** What a recording rule says. */
export interface RecordProps {
  /** The PromQL expression. */
  readonly expr: Promql | string;
  /** @default none */
  readonly labels?: Readonly<Record<string, string>>;
}

/** What an alert of a Prometheus says. */
export interface PrometheusAlertProps extends RecordProps {
  /** The label `severity`; `false` for an alert without one, as `Watchdog` may be. */
  readonly severity: string | false;
  /** How long the expression has to hold before the alert fires. @default it fires at once */
  readonly for?: PrometheusDuration;
  /** How long the alert keeps firing after the expression has stopped to hold. @default none */
  readonly keepFiringFor?: PrometheusDuration;
  /** What happened, in a line: the annotation `summary`. @default none */
  readonly summary?: string;
  /** What it means: the annotation `description`. @default none */
  readonly description?: string;
  /** Where it says what to do: the annotation `runbook_url`. @default none */
  readonly runbook?: string;
  /** More annotations. @default none */
  readonly annotations?: Readonly<Record<string, string>>;
}

/** How the rules of a group are evaluated. */
export interface RuleGroupProps {
  /** How often. @default the Prometheus’ `evaluationInterval` */
  readonly interval?: PrometheusDuration;
  /** How far in the past they are evaluated, for metrics that come late. @default not */
  readonly queryOffset?: PrometheusDuration;
  /** The most alerts, or series, that a rule may make; one that makes more fails. @default no limit */
  readonly limit?: number;
}

/** Rules that are evaluated one after the other, at the same time. */
export class RuleGroup {
  private readonly rules: RuleModel[] = [];

  /** @internal */
  constructor(
    /** Unique in its Prometheus, or in its `PrometheusRules`. */
    readonly name: string,
    private readonly props: RuleGroupProps,
    private readonly touch: () => void,
  ) {}

  /** Computes a metric from others, under a name such as `service:bytes:rate5m`. */
  record(name: string, { expr, labels = {} }: RecordProps): this {
    return this.add({ kind: 'record', name, expr: expression(expr), labels, annotations: {} });
  }

  /** Fires while an expression holds. */
  alert(name: string, props: PrometheusAlertProps): this {
    const { summary, description, runbook, severity } = props;
    return this.add({
      kind: 'alert',
      name,
      expr: expression(props.expr),
      ...(props.for !== undefined && { for: prometheusDuration(props.for) }),
      ...(props.keepFiringFor !== undefined && { keepFiringFor: prometheusDuration(props.keepFiringFor) }),
      labels: { ...props.labels, ...(severity !== false && { severity }) },
      annotations: {
        ...props.annotations,
        ...(summary !== undefined && { summary }),
        ...(description !== undefined && { description }),
        ...(runbook !== undefined && { runbook_url: runbook }),
      },
    });
  }

  /** @internal */
  model(): RuleGroupModel {
    const { interval, queryOffset, limit } = this.props;
    return {
      name: this.name,
      ...(interval !== undefined && { interval: prometheusDuration(interval) }),
      ...(queryOffset !== undefined && { queryOffset: prometheusDuration(queryOffset) }),
      ...(limit !== undefined && { limit }),
      rules: [...this.rules],
    };
  }

  private add(rule: RuleModel): this {
    this.rules.push(rule);
    this.touch();
    return this;
  }
}
