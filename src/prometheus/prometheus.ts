import { Size } from 'cdk8s';
import type { Construct } from 'constructs';
import { MdaiError } from '../model/issue';
import type { PrometheusModel, RuleGroupModel } from '../model/prometheus';
import { prometheusDuration } from '../model/value';
import type * as monitoring from '../monitoring/groups';
import type { MonitorCollectorsOptions } from '../monitoring/options';
import type { ModelDraft } from '../registry';
import { PrometheusBase } from './base';
import { commonModel } from './common-model';
import type { ExistingPrometheusProps, PrometheusProps } from './props';
import { remoteWriteModel } from './remote-write';
import { type PrometheusAlertProps, type RecordProps, RuleGroup, type RuleGroupProps } from './rules';

/** A Prometheus: what it reads, and the rules that it evaluates. */
export class Prometheus extends PrometheusBase {
  /** A Prometheus that is there already: monitors and rules for it are made, but not the Prometheus itself. */
  static existing(scope: Construct, id: string, props: ExistingPrometheusProps): Prometheus {
    return new Prometheus(scope, id, props, props.selectorLabels);
  }

  private readonly groups = new Map<string, RuleGroup>();
  private monitoring: MonitorCollectorsOptions | undefined;

  /** @internal */
  constructor(scope: Construct, id: string, props: PrometheusProps, selectorLabels: Readonly<Record<string, string>>);
  constructor(scope: Construct, id: string, props?: PrometheusProps);
  constructor(
    scope: Construct,
    id: string,
    private readonly props: PrometheusProps = {},
    private readonly selectorLabels?: Readonly<Record<string, string>>,
  ) {
    super(scope, id, { ...props, mode: 'server', managed: selectorLabels === undefined });
  }

  /**
   * A group of rules, which are evaluated one after the other.
   *
   * @throws MdaiError for a name that a group has already
   */
  group(name: string, props: RuleGroupProps = {}): RuleGroup {
    if (this.groups.has(name)) {
      throw new MdaiError(`The Prometheus ${this.node.path} has a group "${name}" already. Choose another name.`);
    }
    const group = new RuleGroup(name, props, () => this.registry.touch());
    this.groups.set(name, group);
    return group;
  }

  /** Computes a metric from others, under a name such as `service:bytes:rate5m`; in the group named after this Prometheus. */
  record(name: string, props: RecordProps): this {
    this.ownGroup().record(name, props);
    return this;
  }

  /** Fires while an expression holds; in the group named after this Prometheus. */
  alert(name: string, props: PrometheusAlertProps): this {
    this.ownGroup().alert(name, props);
    return this;
  }

  /**
   * Watches every collector that this Prometheus reads: alerts on what goes wrong in them, and recording rules of how much
   * passes by destination and by service. Once more takes other options.
   */
  monitorCollectors(options: MonitorCollectorsOptions = {}): this {
    this.monitoring = options;
    this.registry.touch();
    return this;
  }

  private ownGroup(): RuleGroup {
    return this.groups.get(this.name) ?? this.group(this.name);
  }

  /** @internal */
  protected override model(draft: ModelDraft): PrometheusModel {
    const { props } = this;
    const { alertmanager, retention, retentionSize, storage } = props;
    const managed = this.selectorLabels === undefined;
    const claimed = storage ? (storage.size ?? Size.gibibytes(1)).toMebibytes({}) : undefined;
    const most = retentionSize?.toMebibytes() ?? (claimed === undefined ? undefined : Math.floor(claimed * keptPart));
    const kept = retention === undefined ? (storage ? '15d' : '24h') : prometheusDuration(retention);
    const common = commonModel(this, props);
    const scrapes = this.scrapes(draft);
    const watching = this.monitoring && batteries().monitoringGroups(draft, { ...common, scrapes }, this.monitoring);
    return {
      ...common,
      mode: 'server',
      managed,
      selectorLabels: this.selectorLabels ?? {},
      evaluationInterval: prometheusDuration(props.evaluationInterval ?? '30s'),
      retention: kept,
      ...(most !== undefined && { retentionMiB: most }),
      remoteWrite: (props.remoteWrite ?? []).map(remoteWriteModel),
      ...(alertmanager && { alertmanager: alertmanager.address }),
      scrapes,
      groups: [...[...this.groups.values()].map((group): RuleGroupModel => group.model()), ...(watching ?? [])],
    };
  }
}

/** Loaded by who asks for it, so that loading the library stays quick. */
function batteries(): typeof monitoring {
  return require('../monitoring/groups') as typeof monitoring;
}

/** What Prometheus may fill of its storage: the log of what is not in blocks yet needs room, too. */
const keptPart = 0.8;
