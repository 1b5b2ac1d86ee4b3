import { ApiObject, Chart, JsonPatch } from 'cdk8s';
import type { Construct } from 'constructs';
import { Collector } from '../collector/collector';
import type { CollectorProps } from '../collector/props';
import { MdaiHub, type MdaiHubProps } from '../hub/hub';
import { HubMonitor, type HubMonitorProps } from '../hub/hub-monitor';
import { MdaiDal, type MdaiDalProps } from '../hub/mdai-dal';
import { MdaiIngress, type MdaiIngressProps } from '../hub/mdai-ingress';
import { MdaiObserver, type MdaiObserverProps } from '../hub/mdai-observer';
import { MdaiReplay, type MdaiReplayProps } from '../hub/mdai-replay';
import { hubAlertmanager } from '../model/alertmanager';
import { mdaiRelease, type Release } from '../model/release';
import { Alertmanager, type AlertmanagerProps } from '../prometheus/alertmanager';
import { Prometheus } from '../prometheus/prometheus';
import type { PrometheusProps } from '../prometheus/props';
import { core } from '../render/kubernetes/core';
import { hubMonitorTelemetry } from './telemetry';

/** What a cluster is given. */
export interface MdaiClusterProps {
  /** @default 'mdai' */
  readonly namespace?: string;
  /**
   * Whether the namespace itself is made.
   * @default true
   */
  readonly createNamespace?: boolean;
  /**
   * The collector release that collectors of this cluster run.
   * @default the release that MDAI hub 0.9 ships
   */
  readonly release?: Release;
  /**
   * The Prometheus that reads the cluster and evaluates its alerts: its properties, one that exists elsewhere, or
   * `false` for none.
   * @default one of the version that MDAI hub 0.9 ships
   */
  readonly prometheus?: false | PrometheusProps | Prometheus;
  /**
   * The Alertmanager that hands alerts to the MDAI gateway, or `false` for none.
   * @default one of the version that MDAI hub 0.9 ships
   */
  readonly alertmanager?: false | AlertmanagerProps;
  /** The collector of the hub's own logs, or `false` for none. @default one */
  readonly hubMonitor?: false | HubMonitorProps;
}

// What MDAI hub 0.9 ships, with the features that its Prometheus has switched on.
const hubPrometheus: PrometheusProps = {
  version: '2.54.1',
  enableFeatures: ['exemplar-storage', 'otlp-write-receiver', 'promql-experimental-functions'],
  externalLabels: { cluster: 'mdai-cluster' },
};

// The Service and the monitor of the exporter beside NATS, of MDAI hub 0.9.
const natsExporter = {
  name: 'nats-exporter',
  labels: { 'app.kubernetes.io/instance': 'nats', 'app.kubernetes.io/name': 'nats' },
} as const;
const natsScrape = { port: 'metrics', interval: '30s', timeout: '10s' } as const;

/**
 * An MDAI cluster: a chart whose parts are wired together. Prometheus reads every collector and observer, alerts go to
 * the MDAI gateway, and collectors send their own logs to the hub monitor. The operators, the gateway and the event hub
 * themselves come with MDAI's Helm chart.
 */
export class MdaiCluster extends Chart {
  /** The Prometheus; `undefined` where there is none. */
  readonly prometheus: Prometheus | undefined;
  /** The Alertmanager; `undefined` where there is none. */
  readonly alertmanager: Alertmanager | undefined;
  /** The hub monitor; `undefined` where there is none. */
  readonly hubMonitor: HubMonitor | undefined;
  private readonly release: Release;
  private readsNats = false;

  constructor(scope: Construct, id: string, props: MdaiClusterProps = {}) {
    const namespace = props.namespace ?? 'mdai';
    super(scope, id, { namespace });
    this.release = props.release ?? mdaiRelease;
    if (props.createNamespace !== false) makeNamespace(this, namespace);
    if (props.hubMonitor !== false) this.hubMonitor = new HubMonitor(this, 'hub-monitor', props.hubMonitor);
    if (props.alertmanager !== false) {
      this.alertmanager = new Alertmanager(this, 'alertmanager', { version: hubAlertmanager, ...props.alertmanager });
    }
    this.prometheus = this.makePrometheus(props.prometheus);
    if (this.hubMonitor) this.prometheus?.scrape(this.hubMonitor);
  }

  /** A collector of this cluster. */
  collector(name: string, props: CollectorProps = {}): Collector {
    const wired = this.hubMonitor && props.defaults !== false;
    const telemetry = wired ? hubMonitorTelemetry(this.hubMonitor, props.telemetry) : props.telemetry;
    const collector = new Collector(this, name, { release: this.release, ...props, ...(telemetry && { telemetry }) });
    this.prometheus?.scrape(collector);
    return collector;
  }

  /** A hub of this cluster. */
  hub(name: string, props: MdaiHubProps = {}): MdaiHub {
    this.scrapeNats();
    return new MdaiHub(this, name, props);
  }

  /** An observer of this cluster. */
  observer(name: string, props: MdaiObserverProps = {}): MdaiObserver {
    const observer = new MdaiObserver(this, name, props);
    this.prometheus?.scrape(observer);
    return observer;
  }

  /** Load balancers of AWS in front of a collector of this cluster. */
  ingress(name: string, props: MdaiIngressProps): MdaiIngress {
    return new MdaiIngress(this, name, props);
  }

  /** A data access layer of this cluster: `inlet()` is a target for pipelines. */
  dal(name: string, props: MdaiDalProps): MdaiDal {
    return new MdaiDal(this, name, props);
  }

  /** A replay that runs once, as soon as it is applied; `hub.replay` is for those that people ask for. */
  replay(name: string, props: MdaiReplayProps): MdaiReplay {
    return new MdaiReplay(this, name, props);
  }

  /** Hubs pass events on through NATS, whose exporter comes with the Helm chart. */
  private scrapeNats(): void {
    if (this.readsNats || this.prometheus === undefined) return;
    this.readsNats = true;
    const { namespace } = this;
    this.prometheus.scrapeService({ ...natsExporter, ...(namespace !== undefined && { namespace }) }, natsScrape);
  }

  private makePrometheus(given: MdaiClusterProps['prometheus']): Prometheus | undefined {
    if (given === false || given instanceof Prometheus) return given || undefined;
    const alertmanager = this.alertmanager;
    return new Prometheus(this, 'prometheus', { ...hubPrometheus, ...(alertmanager && { alertmanager }), ...given });
  }
}

function makeNamespace(scope: Construct, name: string): void {
  const namespace = new ApiObject(scope, 'Namespace', core().KubeNamespace.manifest({ metadata: { name } }));
  // A namespace is in no namespace, but cdk8s gives every object that of its chart.
  namespace.addJsonPatch(JsonPatch.remove('/metadata/namespace'));
}
