import { Exporter, type Receiver } from '../catalog/component';
import { at, type ConfigValue } from '../model/config';
import { MdaiError } from '../model/issue';

/** How an inlet is reached. */
export interface InletOptions {
  /**
   * Sends what belongs together to one and the same pod: all spans of a trace, or all telemetry of a service.
   * @default none; requests go to all pods in turn
   */
  readonly balanceBy?: 'traceID' | 'service';
}

interface Destination {
  readonly name: string;
  readonly namespace: string | undefined;
  readonly node: { readonly path: string };
}

const defaultPort = 4317;

/** An exporter that reaches a collector's OTLP receiver through the headless Service that the operator makes for it. */
export function inlet<S extends string>(to: Destination, receiver: Receiver<S>, options: InletOptions): Exporter<S> {
  const port = grpcPort(to, receiver);
  const host = `${to.name}-collector-headless${to.namespace === undefined ? '' : `.${to.namespace}.svc.cluster.local`}`;
  // Within the Kubernetes cluster, between pods of one owner.
  const tls = { insecure: true };
  if (options.balanceBy === undefined) {
    // gRPC keeps one connection, so the client has to know all pods to use them all.
    const config = { endpoint: `dns:///${host}:${port}`, balancer_name: 'round_robin', tls };
    return new Exporter<S>('exporter', 'otlp_grpc', to.name, config);
  }
  return new Exporter<S>('exporter', 'load_balancing', to.name, {
    routing_key: options.balanceBy,
    protocol: { otlp: { tls } },
    resolver: { dns: { hostname: host, port: String(port) } },
  });
}

function grpcPort(to: Destination, receiver: Receiver<string>): number {
  const grpc = at(receiver.config as ConfigValue, 'protocols', 'grpc');
  if (receiver.type !== 'otlp' || grpc === undefined) {
    throw new MdaiError(
      `${to.node.path}: ${receiver.id} takes no OTLP over gRPC, so it is no inlet. Use receivers.otlp({ protocols: { grpc: {} } }).`,
    );
  }
  const endpoint = at(grpc, 'endpoint');
  const port = typeof endpoint === 'string' ? /:(\d+)$/.exec(endpoint)?.[1] : undefined;
  return port === undefined ? defaultPort : Number(port);
}
