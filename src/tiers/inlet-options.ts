import type { KnownExporters } from '../catalog/types';
import type { Override } from '../collector/override';

type Config<T extends keyof KnownExporters> = KnownExporters[T]['config'];

/** The signals of which a key of the `load_balancing` exporter says what belongs together. */
export interface BalancedSignals {
  /** All spans, or all logs, of a trace. */
  traceID: 'traces' | 'logs';
  /** All that has the same resource attribute `service.name`. */
  service: 'traces' | 'logs' | 'metrics';
  /** All of a resource. */
  resource: 'logs' | 'metrics';
  /** All data points of a metric. */
  metric: 'metrics';
  /** All data points of a series. */
  streamID: 'metrics';
  /** All that has the same values in some attributes. */
  attributes: 'traces' | 'logs' | 'metrics';
}

/** What belongs together, so that one pod gets all of it. */
export type BalanceKey = keyof BalancedSignals;

interface CommonInletOptions {
  /**
   * What comes behind the slash in the exporter's id.
   * @default the other collector's name; with a port or a key behind it that is not the usual one
   */
  readonly name?: string;
  /**
   * TLS, merged over what follows from the receiver: that of its issuer; where it has TLS by files of your own, the
   * system's authorities.
   * @default as the receiver has it
   */
  readonly tls?: Config<'otlp_grpc'>['tls'];
}

/** How an inlet is reached: by gRPC, or by HTTP where the receiver has no gRPC. Requests go to all pods in turn. */
export interface InletOptions extends CommonInletOptions {
  /** @default 'grpc' where the receiver has it, else 'http' */
  readonly protocol?: 'grpc';
  readonly balanceBy?: undefined;
  /** Further fields of the exporter, such as its queue, retries and compression; merged over what is derived. */
  readonly config?: Override<Config<'otlp_grpc'>>;
}

/** How an inlet is reached by HTTP. Kubernetes chooses a pod for each connection. */
export interface HttpInletOptions extends CommonInletOptions {
  readonly protocol: 'http';
  readonly balanceBy?: undefined;
  /** Further fields of the exporter, such as its queue, retries and compression; merged over what is derived. */
  readonly config?: Override<Config<'otlp_http'>>;
}

/** How an inlet is reached by the `load_balancing` exporter: what belongs together goes to one and the same pod. */
export interface BalancedInletOptions<K extends BalanceKey = BalanceKey> extends CommonInletOptions {
  readonly protocol?: 'grpc';
  /** What belongs together. */
  readonly balanceBy: K;
  /** The attributes that belong together, for `balanceBy: 'attributes'`. */
  readonly attributes?: readonly string[];
  /**
   * How the pods are found: by the headless Service's DNS name, asked every five seconds; or by the Kubernetes API, at
   * once, which needs rights that the collector is given.
   * @default 'dns'
   */
  readonly resolver?: 'dns' | 'k8s';
  /** Further fields of the exporter: queue and retries of each pod are under `protocol.otlp`. Merged over what is derived. */
  readonly config?: Override<Config<'load_balancing'>>;
}

export type AnyInletOptions = InletOptions | HttpInletOptions | BalancedInletOptions;
