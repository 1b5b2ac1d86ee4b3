import { ApiObject, Chart, type JsonPatch, Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import { Collector } from '../collector/collector';
import { MdaiError } from '../model/issue';
import type { PrometheusModel, RuleModel, ScrapeModel } from '../model/prometheus';
import { type PrometheusDuration, prometheusDuration } from '../model/value';
import { type ModelDraft, Registry } from '../registry';
import { prometheusHeader } from '../render/operator/headers';
import { derivedOfPrometheus, renderPrometheus } from '../render/operator/prometheus';
import type { Alertmanager } from './alertmanager';
import { expression, type Promql } from './promql';
import { collectorScrape } from './scrape-targets';

/** What a Prometheus is given. */
export interface PrometheusProps {
  /** @default the construct's id */
  readonly name?: string;
  /** @default the chart's namespace */
  readonly namespace?: string;
  /** @default '3.15.0'; in an `MdaiCluster`, the version that its MDAI hub ships */
  readonly version?: string;
  /** @default 1 */
  readonly replicas?: number;
  /** How long samples are kept. @default the Prometheus operator's, 24 hours */
  readonly retention?: PrometheusDuration;
  /** Labels that tell this Prometheus' samples and alerts from those of others. @default none */
  readonly externalLabels?: Readonly<Record<string, string>>;
  /** Feature flags, e.g. `promql-experimental-functions`. @default none */
  readonly enableFeatures?: readonly string[];
  /** Where alerts go. @default nowhere */
  readonly alertmanager?: Alertmanager;
}

/** What is known of a Prometheus that is there already. */
export interface ExistingPrometheusProps {
  /** Labels by which the Prometheus selects monitors and rules. */
  readonly selectorLabels: Readonly<Record<string, string>>;
  /** The namespace in which it looks for them. @default the chart's namespace */
  readonly namespace?: string;
}

/** What a recording rule says. */
export interface RecordProps {
  /** The PromQL expression. */
  readonly expr: Promql | string;
  /** @default none */
  readonly labels?: Readonly<Record<string, string>>;
}

/** What an alert of a Prometheus says. */
export interface PrometheusAlertProps extends RecordProps {
  /** The label `severity`. */
  readonly severity: string;
  /** How long the expression has to hold before the alert fires. @default it fires at once */
  readonly for?: PrometheusDuration;
  /** How long the alert keeps firing after the expression has stopped to hold. @default none */
  readonly keepFiringFor?: PrometheusDuration;
  /** @default none */
  readonly annotations?: Readonly<Record<string, string>>;
}

/** Something whose pods serve metrics. */
export interface Scrapable {
  /** @internal */
  scrapeTarget(): ScrapeModel;
}

/** A Prometheus, run by the Prometheus operator: what it reads, and the rules that it evaluates. */
export class Prometheus extends Construct {
  /** A Prometheus that is there already: monitors and rules for it are made, but not the Prometheus itself. */
  static existing(scope: Construct, id: string, props: ExistingPrometheusProps): Prometheus {
    return new Prometheus(scope, id, props, props.selectorLabels);
  }

  /** The name of the Kubernetes object. */
  readonly name: string;
  /** Its namespace; `undefined` where its chart has none. */
  readonly namespace: string | undefined;
  private readonly targets: (Collector | Scrapable)[] = [];
  private readonly rules: RuleModel[] = [];
  private readonly registry: Registry;

  /** @internal */
  constructor(scope: Construct, id: string, props: PrometheusProps, selectorLabels: Readonly<Record<string, string>>);
  constructor(scope: Construct, id: string, props?: PrometheusProps);
  constructor(
    scope: Construct,
    id: string,
    private readonly props: PrometheusProps = {},
    private readonly selectorLabels?: Readonly<Record<string, string>>,
  ) {
    super(scope, id);
    this.name = props.name ?? id;
    this.namespace = props.namespace ?? Chart.of(this).namespace;
    const registry = Registry.of(this);
    this.registry = registry;
    const model = () => registry.modelOf('prometheuses', this);
    if (selectorLabels === undefined) {
      new ApiObject(this, 'Default', {
        ...prometheusHeader,
        metadata: { name: this.name, namespace: this.namespace },
        spec: Lazy.any({ produce: () => renderPrometheus(model()).spec }),
      });
    }
    registry.add(this, {
      // What it reads of collectors follows from their configuration.
      last: true,
      contribute: (draft) => {
        draft.prometheuses.push(this.model(draft));
      },
      derive: () => derivedOfPrometheus(model()),
    });
  }

  /** Reads the metrics of these: their own telemetry, and what their Prometheus exporters serve. */
  scrape(...targets: readonly (Collector | Scrapable)[]): this {
    for (const target of targets) if (!this.targets.includes(target)) this.targets.push(target);
    this.registry.touch();
    return this;
  }

  /** Computes a metric from others, under a name such as `service:bytes:rate5m`. */
  record(name: string, props: RecordProps): this {
    return this.rule({
      kind: 'record',
      name,
      expr: expression(props.expr),
      labels: props.labels ?? {},
      annotations: {},
    });
  }

  /** Fires while an expression holds. */
  alert(name: string, props: PrometheusAlertProps): this {
    return this.rule({
      kind: 'alert',
      name,
      expr: expression(props.expr),
      ...(props.for !== undefined && { for: prometheusDuration(props.for) }),
      ...(props.keepFiringFor !== undefined && { keepFiringFor: prometheusDuration(props.keepFiringFor) }),
      labels: { ...props.labels, severity: props.severity },
      annotations: props.annotations ?? {},
    });
  }

  /**
   * Patches one of the Kubernetes objects of this Prometheus, also before it is made.
   *
   * @param id the object's construct id: the last part of its path
   */
  patch(id: string, ...patches: readonly JsonPatch[]): this {
    this.registry.patch(this, id, patches);
    return this;
  }

  private rule(rule: RuleModel): this {
    if (this.rules.some(({ kind, name }) => kind === rule.kind && name === rule.name)) {
      throw new MdaiError(`The Prometheus ${this.node.path} has a rule "${rule.name}" already. Choose another name.`);
    }
    this.rules.push(rule);
    this.registry.touch();
    return this;
  }

  private model(draft: ModelDraft): PrometheusModel {
    const { props } = this;
    const { alertmanager } = props;
    return {
      path: this.node.path,
      name: this.name,
      namespace: this.namespace,
      version: props.version ?? '3.15.0',
      replicas: props.replicas ?? 1,
      ...(props.retention !== undefined && { retention: prometheusDuration(props.retention) }),
      externalLabels: props.externalLabels ?? {},
      enableFeatures: props.enableFeatures ?? [],
      ...(alertmanager && { alertmanager: { name: alertmanager.name, namespace: alertmanager.namespace } }),
      managed: this.selectorLabels === undefined,
      selectorLabels: this.selectorLabels ?? {},
      scrapes: this.scrapes(draft),
      rules: [...this.rules],
    };
  }

  private scrapes(draft: ModelDraft): ScrapeModel[] {
    const collectors = new Map(draft.collectors.map((collector) => [collector.path, collector]));
    return this.targets.flatMap((target) => {
      if (!(target instanceof Collector)) return [target.scrapeTarget()];
      const collector = collectors.get(target.node.path);
      return collector ? [collectorScrape(collector)] : [];
    });
  }
}
