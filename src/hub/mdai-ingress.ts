import { ApiObject, Chart, Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import type { Receiver } from '../catalog/component';
import type { Collector } from '../collector/collector';
import type { ServiceType } from '../model/ingress';
import { grpcReceivers } from '../model/ingress';
import { MdaiError } from '../model/issue';
import { Registry } from '../registry';
import { ingressHeader } from '../render/operator/headers';
import { renderIngress } from '../render/operator/ingress';

/** A Service in front of a collector. */
export interface IngressServiceOptions {
  /** @default 'NodePort' for gRPC, 'LoadBalancer' for all else */
  readonly type?: ServiceType;
  /** Annotations of the Service. @default none */
  readonly annotations?: Readonly<Record<string, string>>;
}

/** A host under which a receiver is reached. */
export interface IngressHost {
  /** A receiver of the collector that speaks gRPC: `otlp`, `jaeger`, `skywalking` or `loki`. */
  readonly receiver: Receiver<string>;
  /** The name by which clients know it, e.g. `otlp.example.com`. */
  readonly host: string;
}

/** What an ingress is given. */
export interface MdaiIngressProps {
  /**
   * The name of the Kubernetes object.
   * @default the construct's id
   */
  readonly name?: string;
  /** The collector behind it, whose namespace it shares. Only the OpenTelemetry operator's custom resource can be. */
  readonly collector: Collector;
  /** The hosts of the receivers that speak gRPC. One without a host gets no rule. */
  readonly hosts: readonly [IngressHost, ...IngressHost[]];
  /** Annotations of the Ingress, which win over those of the collector. @default none */
  readonly annotations?: Readonly<Record<string, string>>;
  /** The class of the Ingress. MDAI operator 0.2.12 takes it of the collector: `operator.ingress`. @default none */
  readonly ingressClassName?: string;
  /** The Service for ports that speak gRPC. */
  readonly grpcService?: IngressServiceOptions;
  /** The Service for all other ports. */
  readonly nonGrpcService?: IngressServiceOptions;
}

/** An `MdaiIngress`: the load balancers of AWS in front of a collector, one for gRPC and one for all else. */
export class MdaiIngress extends Construct {
  /** The name of the Kubernetes object. */
  readonly name: string;
  /** Its namespace: that of the collector. */
  readonly namespace: string | undefined;

  constructor(scope: Construct, id: string, props: MdaiIngressProps) {
    super(scope, id);
    const { collector, annotations, ingressClassName, grpcService, nonGrpcService } = props;
    this.name = props.name ?? id;
    this.namespace = collector.namespace ?? Chart.of(this).namespace;
    const registry = Registry.of(this);
    const hosts = hostsOf(this.node.path, props.hosts);
    new ApiObject(this, 'Default', {
      ...ingressHeader,
      metadata: { name: this.name, namespace: this.namespace },
      spec: Lazy.any({ produce: () => renderIngress(registry.modelOf('ingresses', this)).spec }),
    });
    registry.add(this, {
      contribute: (draft) => {
        draft.ingresses.push({
          path: this.node.path,
          name: this.name,
          namespace: this.namespace,
          collector: collector.name,
          cloudType: 'aws',
          ...(annotations && { annotations }),
          ...(ingressClassName !== undefined && { ingressClassName }),
          grpcService: { type: 'NodePort', ...grpcService },
          nonGrpcService: { type: 'LoadBalancer', ...nonGrpcService },
          hosts,
        });
      },
    });
  }
}

/** @throws MdaiError for a receiver that speaks no gRPC, or that has two hosts */
function hostsOf(path: string, given: readonly IngressHost[]): Record<string, string> {
  const hosts: Record<string, string> = {};
  for (const { receiver, host } of given) {
    if (!grpcReceivers.includes(receiver.type)) {
      throw new MdaiError(
        `${path}: the receiver ${receiver.id} gets no host, because it speaks no gRPC that the MDAI operator knows: ${grpcReceivers.join(', ')}.`,
      );
    }
    if (Object.hasOwn(hosts, receiver.id)) {
      throw new MdaiError(`${path}: the receiver ${receiver.id} has two hosts. Keep one of them.`);
    }
    hosts[receiver.id] = host;
  }
  return hosts;
}
