import { ApiObject, Chart, type JsonPatch, Lazy, type Size } from 'cdk8s';
import { Construct } from 'constructs';
import type { Config, GlobalConfig } from '../../imports/alertmanager/types';
import { compileAlertmanager } from '../alertmanager/compile';
import { type AlertFate, type AlertFateOptions, fateOf } from '../alertmanager/fate';
import type { Labels } from '../alertmanager/matcher';
import type { AlertInhibition, RootRoute } from '../alertmanager/values';
import { alertReceiver, mdaiGateway } from '../alertmanager/values';
import type { StorageProps } from '../collector/props';
import { type ServiceAccountProps, serviceAccountModel } from '../collector/service-account';
import { storageModel } from '../collector/storage';
import {
  type AlertmanagerModel,
  type AlertmanagerPod,
  alertmanagerService,
  defaultAlertmanager,
} from '../model/alertmanager';
import type { Backend } from '../model/collector';
import { MdaiError } from '../model/issue';
import type { AlertmanagerAddress } from '../model/prometheus';
import { readDuration } from '../model/prometheus-duration';
import { formatDuration, type PrometheusDuration, prometheusDuration } from '../model/value';
import { Registry } from '../registry';
import type * as rendering from '../render/alertmanager/render';

/** What an Alertmanager is given. */
export interface AlertmanagerProps {
  /** @default the construct's id */
  readonly name?: string;
  /** @default the chart's namespace */
  readonly namespace?: string;
  /**
   * What makes the pods: the Prometheus operator, out of an `Alertmanager`; or `workload`, plain Kubernetes objects
   * without an operator and without a custom resource.
   * @default 'operator'
   */
  readonly backend?: Backend;
  /** @default '0.34.2'; in an `MdaiCluster`, the version that its MDAI hub ships */
  readonly version?: string;
  /** @default `quay.io/prometheus/alertmanager` of the version */
  readonly image?: string;
  /** Pods that each get every alert, and tell each other what was notified. @default 1 */
  readonly replicas?: number;
  /**
   * Where alerts go.
   * @default all to the MDAI gateway, but `Watchdog`, which always fires, nowhere
   */
  readonly route?: RootRoute;
  /** Which alerts are not notified while others fire. @default none */
  readonly inhibitions?: readonly AlertInhibition[];
  /** What receivers have in common, in Alertmanager's own fields. @default none */
  readonly global?: GlobalConfig;
  /** Files of templates by name, e.g. `slack.tmpl`, for the texts of notifications. @default none */
  readonly templates?: Readonly<Record<string, string>>;
  /**
   * More of the configuration, in Alertmanager's own fields and merged over what the other props say: maps are merged,
   * lists replaced.
   * @default none
   */
  readonly config?: Config;
  /** How long silences, and what was notified, are kept. @default 120 hours */
  readonly retention?: PrometheusDuration;
  /** The volume claim of each pod. @default none: silences end with the last pod */
  readonly storage?: StorageProps;
  /** The memory limit of a pod, all of which is requested. @default 256 MiB */
  readonly memory?: Size;
  /** The CPU limit of a pod, in cores. A tenth of it is requested. @default 0.5 */
  readonly cpu?: number;
  /** The URL at which people reach it, for the links in notifications. @default none */
  readonly externalUrl?: string;
  /**
   * The service account of the pods: the name of one that exists, or what its own is given, such as the identity that
   * `sns_configs` needs.
   * @default one of its own, without a token
   */
  readonly serviceAccount?: string | ServiceAccountProps;
}

/** An Alertmanager, run by the Prometheus operator or by plain Kubernetes objects: who hears of which alerts. */
export class Alertmanager extends Construct {
  /** The name of the Kubernetes object. */
  readonly name: string;
  /** Its namespace; `undefined` where its chart has none. */
  readonly namespace: string | undefined;
  /** The Service by which a Prometheus finds all its pods, at the port `web`. */
  readonly service: string;
  /** @internal */
  readonly backend: Backend;
  private readonly version: string;
  private readonly registry: Registry;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: AlertmanagerProps = {},
  ) {
    super(scope, id);
    this.name = props.name ?? id;
    this.namespace = props.namespace ?? Chart.of(this).namespace;
    this.backend = props.backend ?? 'operator';
    this.version = props.version ?? defaultAlertmanager;
    this.service = alertmanagerService(this);
    assertReplicas(this.node.path, props.replicas);
    const registry = Registry.of(this);
    this.registry = registry;
    const model = () => registry.modelOf('alertmanagers', this);
    const { header, metadata } = renderers().mainHeader(this);
    new ApiObject(this, 'Default', {
      ...header,
      metadata,
      spec: Lazy.any({ produce: () => renderers().mainSpec(model(), podOf(model()), this.finalFiles()) }),
    });
    registry.add(this, {
      contribute: (draft) => {
        const { model: own, issues } = this.compiled();
        draft.alertmanagers.push(own);
        draft.issues.push(...issues);
      },
      derive: () => renderers().besides(model(), podOf(model())),
    });
  }

  /** @internal Where a Prometheus finds it. */
  get address(): AlertmanagerAddress {
    const { namespace, service } = this;
    return { path: this.node.path, service, ...(namespace !== undefined && { namespace }) };
  }

  /**
   * Patches one of the Kubernetes objects of this Alertmanager, also before it is made.
   *
   * @param id the object's construct id: the last part of its path
   */
  patch(id: string, ...patches: readonly JsonPatch[]): this {
    this.registry.patch(this, id, patches);
    return this;
  }

  /**
   * Who hears of an alert with these labels, in the order of the routes; a receiver to which several routes lead, as often.
   * Silences, times and inhibitions aside.
   */
  receiversOf(labels: Labels): readonly string[] {
    return this.fateOf(labels).arrivals.map(({ receiver }) => receiver);
  }

  /** What becomes of an alert with these labels, by the configuration as it is before patches of its objects. */
  fateOf(labels: Labels, options: AlertFateOptions = {}): AlertFate {
    return fateOf(this.registry.modelOf('alertmanagers', this).config, labels, options);
  }

  private compiled() {
    const { props, name, namespace, backend, version } = this;
    const { path } = this.node;
    const parts = {
      route: props.route ?? defaultRoute(),
      inhibitions: props.inhibitions ?? [],
      global: props.global,
      templates: props.templates ?? {},
      config: props.config,
    };
    const { config, secrets, configMaps, issues } = compileAlertmanager(parts, { path, namespace, version });
    const { storage, externalUrl, serviceAccount } = props;
    const given =
      typeof serviceAccount === 'string' ? serviceAccount : { name: `${name}-alertmanager`, ...serviceAccount };
    const pod: AlertmanagerPod = {
      image: props.image ?? `quay.io/prometheus/alertmanager:v${version}`,
      replicas: props.replicas ?? 1,
      secrets,
      configMaps,
      retention: goDuration(props.retention ?? '120h'),
      ...(storage && { storage: storageModel(storage) }),
      memoryMiB: props.memory?.toMebibytes() ?? 256,
      cpuMillis: Math.round((props.cpu ?? 0.5) * 1000),
      ...(externalUrl !== undefined && { externalUrl }),
      serviceAccount: serviceAccountModel(name, given),
    };
    const where = namespace === undefined ? {} : { namespace };
    const model: AlertmanagerModel = {
      path,
      name,
      ...where,
      backend,
      version,
      config,
      templates: parts.templates,
      pod,
    };
    return { model, issues };
  }

  /** The files of its ConfigMap as they will be, with what their user patched. */
  private finalFiles(): Readonly<Record<string, string>> {
    const object = this.node.tryFindChild('ConfigMap');
    return object === undefined
      ? {}
      : ((ApiObject.of(object).toJson() as { data?: Record<string, string> }).data ?? {});
  }
}

/** Alertmanager, and the operator, know no unit beyond the hour here. */
function goDuration(duration: PrometheusDuration): string {
  return formatDuration({ toMilliseconds: () => Number(readDuration(prometheusDuration(duration))) });
}

/** Every alert goes to the MDAI gateway; `Watchdog`, which always fires to show that alerting works, nowhere. */
function defaultRoute(): RootRoute {
  return {
    to: mdaiGateway(),
    group_by: ['cluster', 'alertname'],
    group_wait: '30s',
    group_interval: '5m',
    repeat_interval: '12h',
    routes: [{ when: { alertname: 'Watchdog' }, to: alertReceiver('null') }],
  };
}

function assertReplicas(path: string, replicas = 1): void {
  if (Number.isInteger(replicas) && replicas >= 1) return;
  throw new MdaiError(`${path} cannot have ${replicas} replicas. Write a whole number from 1.`);
}

function podOf({ path, pod }: AlertmanagerModel): AlertmanagerPod {
  if (pod === undefined) throw new Error(`${path} has no pods.`);
  return pod;
}

/** The renderers are loaded with the first Alertmanager, so that loading the library stays quick. */
function renderers(): typeof rendering {
  return require('../render/alertmanager/render') as typeof rendering;
}
