/** The type of a Kubernetes Service. */
export type ServiceType = 'ClusterIP' | 'NodePort' | 'LoadBalancer' | 'ExternalName';

/** A Service in front of a collector. */
export interface IngressServiceModel {
  readonly type: ServiceType;
  readonly annotations?: Readonly<Record<string, string>>;
}

/** An `MdaiIngress`: a load balancer of AWS in front of a collector. */
export interface IngressModel {
  readonly path: string;
  readonly name: string;
  readonly namespace?: string;
  /** The name of the `OpenTelemetryCollector`, in the same namespace. */
  readonly collector: string;
  readonly cloudType: 'aws';
  /** Annotations of the Ingress. */
  readonly annotations?: Readonly<Record<string, string>>;
  /** MDAI operator 0.2.12 takes the class of the collector instead. */
  readonly ingressClassName?: string;
  /** The Service for ports that speak gRPC. @default NodePort */
  readonly grpcService?: IngressServiceModel;
  /** The Service for all other ports. @default LoadBalancer */
  readonly nonGrpcService?: IngressServiceModel;
  /** The hosts by the receivers' ids; receivers that speak gRPC alone. */
  readonly hosts: Readonly<Record<string, string>>;
}

/** The types of receivers of which the MDAI operator knows a gRPC port (release 0.2.12, internal/components/receivers). */
export const grpcReceivers: readonly string[] = ['otlp', 'jaeger', 'skywalking', 'loki'];
