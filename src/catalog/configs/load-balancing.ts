import type { DurationValue, Value } from '../../model/value';
import type { ExporterConfig, RetryOnFailureConfig, SendingQueueConfig } from './shared-exporter';
import type { GrpcClientConfig } from './shared-grpc';

/** Spreads data over collectors, so that what belongs together reaches the same one. */
export interface LoadBalancingExporterConfig {
  /** How the other collectors are found. */
  readonly resolver: LoadBalancingResolver;
  /** How data is sent to them. */
  readonly protocol?: LoadBalancingProtocol;
  /** What belongs together. @default 'traceID' for traces, 'service' for metrics and logs */
  readonly routing_key?: Value<LoadBalancingKey>;
  /** The attributes that belong together, for the key `attributes`. */
  readonly routing_attributes?: readonly Value<string>[];
  /** How long one attempt may take, over all backends. @default no limit */
  readonly timeout?: DurationValue;
  /** A queue in front of the balancing; each backend has its own under `protocol`. @default off */
  readonly sending_queue?: SendingQueueConfig;
  /** Further attempts, which may go to another backend. @default off */
  readonly retry_on_failure?: RetryOnFailureConfig;
}

/** `traceID` for traces and logs; `metric` and `streamID` for metrics; `resource` for metrics and logs. */
export type LoadBalancingKey = 'traceID' | 'service' | 'resource' | 'metric' | 'streamID' | 'attributes';

export interface LoadBalancingProtocol {
  /** OTLP by gRPC; the endpoint comes from the resolver. */
  readonly otlp?: LoadBalancingOtlp;
}

export interface LoadBalancingOtlp extends Omit<GrpcClientConfig, 'endpoint'>, ExporterConfig {}

/** How the other collectors are found: exactly one of these. */
export type LoadBalancingResolver =
  | { readonly static: StaticResolver }
  | { readonly dns: DnsResolver }
  | { readonly k8s: K8sResolver }
  | { readonly aws_cloud_map: AwsCloudMapResolver };

/** A fixed list. */
export interface StaticResolver {
  /** `host` or `host:port` of each; port 4317 if not given. */
  readonly hostnames: readonly Value<string>[];
}

/** The addresses of a DNS name, such as that of a headless Service. */
export interface DnsResolver {
  readonly hostname: Value<string>;
  /** The port, as text. @default '4317' */
  readonly port?: Value<string>;
  /** How often the name is looked up. @default 5s */
  readonly interval?: DurationValue;
  /** How long a look-up may take. @default 1s */
  readonly timeout?: DurationValue;
}

/** The endpoints of a Kubernetes Service. Needs permission to watch EndpointSlices. */
export interface K8sResolver {
  /** `name` or `name.namespace`. */
  readonly service: Value<string>;
  /** @default [4317] */
  readonly ports?: readonly Value<number>[];
  /** How long a request to Kubernetes may take. @default 1m */
  readonly timeout?: DurationValue;
  /** Use host names instead of addresses; for a StatefulSet with a headless Service. @default false */
  readonly return_hostnames?: Value<boolean>;
}

/** The instances that AWS Cloud Map knows. */
export interface AwsCloudMapResolver {
  readonly namespace: Value<string>;
  readonly service_name: Value<string>;
  /** Which instances count. @default 'HEALTHY' */
  readonly health_status?: Value<'HEALTHY' | 'UNHEALTHY' | 'ALL' | 'HEALTHY_OR_ELSE_ALL'>;
  /** How often instances are looked up. @default 30s */
  readonly interval?: DurationValue;
  /** How long a look-up may take. @default 5s */
  readonly timeout?: DurationValue;
  /** @default the port that the instance has */
  readonly port?: Value<number>;
  /** The account that owns the namespace. Since 0.159.0. @default that of the credentials */
  readonly owner_account?: Value<string>;
}
