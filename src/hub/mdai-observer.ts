import { ApiObject, Chart, Lazy, type Size } from 'cdk8s';
import { Construct } from 'constructs';
import { MdaiError } from '../model/issue';
import type { ObserverModel, ResourcesModel } from '../model/observer';
import type { ScrapeModel, servesMetrics } from '../model/scrape';
import type { Toleration } from '../model/toleration';
import { observerScrape } from '../prometheus/scrape-targets';
import { Registry } from '../registry';
import { observerHeader } from '../render/operator/headers';
import { renderObserver } from '../render/operator/observer';
import { Measure, type MeasureProps } from './measure';

/** What an observer is given. */
export interface MdaiObserverProps {
  /**
   * The name of the Kubernetes object. The MDAI operator adds `-mdai-observer` to it for what it makes.
   * @default the construct's id
   */
  readonly name?: string;
  /** @default the chart's namespace */
  readonly namespace?: string;
  /** @default 1 */
  readonly replicas?: number;
  /** The image that runs it. @default the one that MDAI operator 0.2.12 defaults to */
  readonly image?: string;
  /** What each pod may use. @default 0.1 CPUs and 128 MiB, up to 0.5 CPUs and 256 MiB */
  readonly resources?: ResourcesModel;
  /** The largest message that it takes by gRPC. @default 32 MiB */
  readonly grpcReceiverMaxMsgSize?: Size;
  /** Where its own logs go: a URL for OTLP over HTTP. @default the hub monitor */
  readonly ownLogsOtlpEndpoint?: string;
  /** Taints of nodes that its pods bear with. @default none */
  readonly tolerations?: readonly Toleration[];
}

/** An `MdaiObserver`: counts what taps send to it, by resource attributes, for Prometheus to read. */
export class MdaiObserver extends Construct {
  declare readonly [servesMetrics]: true;
  /** The name of the Kubernetes object. */
  readonly name: string;
  /** Its namespace; `undefined` where its chart has none. */
  readonly namespace: string | undefined;
  private readonly measures = new Map<string, Measure>();
  private readonly registry: Registry;

  constructor(scope: Construct, id: string, props: MdaiObserverProps = {}) {
    super(scope, id);
    this.name = props.name ?? id;
    this.namespace = props.namespace ?? Chart.of(this).namespace;
    const registry = Registry.of(this);
    this.registry = registry;
    const pod = podOf(this.node.path, props);
    new ApiObject(this, 'Default', {
      ...observerHeader,
      metadata: { name: this.name, namespace: this.namespace },
      spec: Lazy.any({
        produce: () => renderObserver(registry.modelOf('observers', this)).spec,
      }),
    });
    registry.add(this, {
      contribute: (draft) => {
        const measures = [...this.measures.values()];
        draft.observers.push({
          path: this.node.path,
          name: this.name,
          namespace: this.namespace,
          replicas: props.replicas ?? 1,
          ...pod,
          measures: measures.map((measure) => measure.model(measures.length === 1)),
        });
      },
    });
  }

  /** A measurement, and a target for the taps that feed it. */
  measure(name: string, props: MeasureProps): Measure {
    if (!/^[a-zA-Z0-9_.-]+$/.test(name)) {
      throw new MdaiError(
        `${this.node.path}: "${name}" is no name of a measure. Use letters, digits, "-", "_" and ".".`,
      );
    }
    if (this.measures.has(name)) {
      throw new MdaiError(`The observer ${this.node.path} has a measure "${name}" already. Choose another name.`);
    }
    const domain = this.namespace === undefined ? '' : `.${this.namespace}.svc.cluster.local`;
    const measure = new Measure(this.name, `${this.name}-mdai-observer-service${domain}:4317`, name, props);
    this.measures.set(name, measure);
    this.registry.touch();
    return measure;
  }

  /** @internal */
  scrapeTarget(): ScrapeModel {
    return observerScrape({ path: this.node.path, name: this.name, namespace: this.namespace });
  }
}

/** @throws MdaiError for a size that is no whole number of MiB */
function podOf(path: string, props: MdaiObserverProps): Partial<ObserverModel> {
  const { image, resources, grpcReceiverMaxMsgSize, ownLogsOtlpEndpoint, tolerations } = props;
  const kibibytes = grpcReceiverMaxMsgSize?.toKibibytes();
  if (kibibytes !== undefined && (kibibytes % 1024 !== 0 || kibibytes === 0)) {
    throw new MdaiError(`${path}: grpcReceiverMaxMsgSize is counted in MiB. Write Size.mebibytes(64).`);
  }
  return {
    ...(image !== undefined && { image }),
    ...(resources && { resources }),
    ...(kibibytes !== undefined && { grpcReceiverMaxMsgSize: kibibytes / 1024 }),
    ...(ownLogsOtlpEndpoint !== undefined && { ownLogsOtlpEndpoint }),
    ...(tolerations && { tolerations }),
  };
}
