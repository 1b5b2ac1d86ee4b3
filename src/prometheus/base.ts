import { ApiObject, Chart, type JsonPatch, Lazy } from 'cdk8s';
import { Construct, type IConstruct } from 'constructs';
import { Collector } from '../collector/collector';
import { MdaiError } from '../model/issue';
import type { PrometheusModel } from '../model/prometheus';
import type { ProberModel, ScrapeEndpoint, ScrapeModel, servesMetrics } from '../model/scrape';
import { type ModelDraft, Registry } from '../registry';
import { mainHeader } from '../render/prometheus/headers';
import type * as rendering from '../render/prometheus/render';
import { handWritten } from './hand-written';
import type { PrometheusCommonProps } from './props';
import {
  type FoundTargets,
  type LabelledTargets,
  podsOf,
  podTargets,
  serviceOf,
  serviceTargets,
} from './scrape-object';
import { changesOf, type ScrapeOptions } from './scrape-options';
import { collectorScrape } from './scrape-targets';

/** Something of this library whose pods serve metrics. */
export interface Scrapable {
  readonly [servesMetrics]: true;
  /** @internal */
  scrapeTarget(): ScrapeModel;
}

/** Which port of a Service serves metrics, and how it is read. */
export interface ServiceScrapeOptions extends ScrapeOptions {
  /** The name of the port; several for several. */
  readonly port: string | readonly [string, ...string[]];
}

/** Which port of pods serves metrics, and how it is read. */
export interface PodScrapeOptions extends ScrapeOptions {
  /** The name of a container’s port, or its number; several for several. */
  readonly port: string | number | readonly [string | number, ...(string | number)[]];
}

/** Addresses that are read as they are. */
export interface AddressScrapeOptions extends ScrapeOptions {
  /** `host:port` */
  readonly addresses: readonly [string, ...string[]];
  /** Labels of all that is read there. @default none */
  readonly labels?: Readonly<Record<string, string>>;
}

/** What a prober is asked about. */
export interface ProbeOptions extends ScrapeOptions {
  /** The prober, such as a blackbox exporter: `host:port`. */
  readonly prober: string;
  /** The prober’s module, e.g. `http_2xx`. @default the prober’s own */
  readonly module?: string;
  /** URLs or addresses. */
  readonly targets: readonly [string, ...string[]];
  /** Labels of all that comes of it. @default none */
  readonly labels?: Readonly<Record<string, string>>;
}

/** What a Prometheus is, whatever its mode. */
export type PrometheusIdentity = Pick<PrometheusModel, 'mode' | 'managed'> &
  Pick<PrometheusCommonProps, 'name' | 'namespace' | 'backend'>;

type Found = (draft: ModelDraft) => ScrapeModel | undefined;

/** What both modes of Prometheus have in common: what they read, and where they run. */
export abstract class PrometheusBase extends Construct {
  /** The name of the Kubernetes object. */
  readonly name: string;
  /** Its namespace; `undefined` where its chart has none. */
  readonly namespace: string | undefined;
  /** @internal */
  readonly backend: PrometheusModel['backend'];
  private readonly found = new Map<string | IConstruct | Scrapable, Found>();
  /** @internal */
  protected readonly registry: Registry;

  /** @internal */
  constructor(scope: Construct, id: string, identity: PrometheusIdentity) {
    super(scope, id);
    this.name = identity.name ?? id;
    this.namespace = identity.namespace ?? Chart.of(this).namespace;
    this.backend = identity.backend ?? 'operator';
    const registry = Registry.of(this);
    this.registry = registry;
    const model = () => registry.modelOf('prometheuses', this);
    if (identity.managed) {
      const { name, namespace, backend } = this;
      const own = { mode: identity.mode, name, backend, ...(namespace !== undefined && { namespace }) };
      const { header, metadata } = mainHeader(own);
      new ApiObject(this, 'Default', {
        ...header,
        metadata,
        spec: Lazy.any({ produce: () => renderers().mainSpec(model(), this.finalFiles()) }),
      });
    }
    registry.add(this, {
      // What it reads of collectors follows from their configuration.
      last: true,
      contribute: (draft) => {
        draft.monitoring ??= handWritten(this.node.root, (owner) => owner instanceof PrometheusBase);
        draft.prometheuses.push(this.model(draft));
      },
      derive: (whole) => renderers().besides(model(), whole),
    });
  }

  /** @internal */
  protected abstract model(draft: ModelDraft): PrometheusModel;

  /** @internal */
  protected scrapes(draft: ModelDraft): ScrapeModel[] {
    const scrapes = [...this.found.values()].map((find) => find(draft)).filter((scrape) => scrape !== undefined);
    return scrapes.map((scrape) => ({ ...scrape, name: this.monitorName(scrape) }));
  }

  /**
   * Reads the metrics of a collector, an observer or a hub monitor: their own telemetry, and what their Prometheus
   * exporters serve. Once more for the same target takes other options.
   */
  scrape(target: Collector | Scrapable, options: ScrapeOptions = {}): this {
    const change = changesOf(options);
    return this.read(target, (draft) => {
      const scrape = target instanceof Collector ? scrapeOf(target, draft) : target.scrapeTarget();
      return scrape && change(scrape);
    });
  }

  /**
   * Reads what is behind a Service.
   *
   * @param service a construct with a Service, whichever library made it, or labels of Services that are there
   * @throws MdaiError for a construct that is no Service
   */
  scrapeService(service: IConstruct | LabelledTargets, options: ServiceScrapeOptions): this {
    if (!Construct.isConstruct(service))
      return this.readPorts(service.name, () => labelled('services', service, this), options);
    const object = serviceOf(service);
    return this.readPorts(service, () => serviceTargets(object), options);
  }

  /**
   * Reads pods.
   *
   * @param pods a construct that runs pods, whichever library made it, or labels of pods that are there
   * @throws MdaiError for a construct that runs no pods
   */
  scrapePods(pods: IConstruct | LabelledTargets, options: PodScrapeOptions): this {
    if (!Construct.isConstruct(pods)) return this.readPorts(pods.name, () => labelled('pods', pods, this), options);
    const object = podsOf(pods);
    return this.readPorts(pods, () => podTargets(object), options);
  }

  /** Reads addresses. `name` becomes the label `job`. */
  scrapeAddresses(name: string, { addresses, labels = {}, ...options }: AddressScrapeOptions): this {
    const scrape: ScrapeModel = { name, find: { kind: 'addresses', addresses, labels }, endpoints: [plainEndpoint] };
    const changed = changesOf(options)(scrape);
    return this.read(name, () => changed);
  }

  /** Lets a prober ask about URLs or addresses. `name` becomes the label `job`. */
  probe(name: string, { prober, module, targets, labels = {}, path, scheme, ...options }: ProbeOptions): this {
    const by: ProberModel = { address: prober, path: path ?? '/probe', scheme: scheme ?? 'http' };
    const find = { kind: 'probe', prober: by, ...(module !== undefined && { module }), targets, labels } as const;
    const scrape = changesOf(options)({ name, find, endpoints: [plainEndpoint] });
    return this.read(name, () => scrape);
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

  /** Monitors stand beside the Prometheus, so that names from other namespaces need those of the namespaces. */
  private monitorName({ name, find }: ScrapeModel): string {
    const elsewhere = 'namespace' in find && find.namespace !== undefined && find.namespace !== this.namespace;
    return elsewhere ? `${find.namespace}-${name}` : name;
  }

  private readPorts(
    key: string | IConstruct,
    targets: () => FoundTargets,
    { port, ...options }: PodScrapeOptions,
  ): this {
    const ports = typeof port === 'object' ? port : [port];
    const endpoints = ports.map((one): ScrapeEndpoint => ({ ...plainEndpoint, port: one }));
    const change = changesOf(options);
    return this.read(key, () => change({ ...targets(), endpoints }));
  }

  private read(key: string | IConstruct | Scrapable, find: Found): this {
    if (typeof key === 'string' && this.found.has(key)) {
      throw new MdaiError(
        `The Prometheus ${this.node.path} reads something called "${key}" already. Choose another name.`,
      );
    }
    this.found.set(key, find);
    this.registry.touch();
    return this;
  }

  /** The files of its ConfigMaps as they will be, with what their user patched. */
  private finalFiles(): Readonly<Record<string, string>> {
    const maps = this.node.children.filter(ApiObject.isApiObject).filter(({ kind }) => kind === 'ConfigMap');
    return Object.assign({}, ...maps.map((map) => (map.toJson() as { data?: Record<string, string> }).data ?? {}));
  }
}

const plainEndpoint: ScrapeEndpoint = { honorLabels: false };

function scrapeOf(collector: Collector, draft: ModelDraft): ScrapeModel | undefined {
  const model = draft.collectors.find(({ path }) => path === collector.node.path);
  return model && collectorScrape(model);
}

function labelled(
  kind: 'pods' | 'services',
  { name, namespace, labels }: LabelledTargets,
  { namespace: own }: PrometheusBase,
): FoundTargets {
  const where = namespace ?? own;
  return { name, find: { kind, labels, ...(where !== undefined && { namespace: where }) } };
}

/** The renderers are loaded with the first synthesis, so that loading the library stays quick. */
function renderers(): typeof rendering {
  return require('../render/prometheus/render') as typeof rendering;
}
