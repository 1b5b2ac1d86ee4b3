import { Exporter, type Receiver } from '../catalog/component';
import { overridden } from '../collector/override';
import type { CollectorMode } from '../model/collector';
import { headlessName, objectName } from '../model/collector-names';
import { at, type ConfigValue } from '../model/config';
import { MdaiError } from '../model/issue';
import type { AnyInletOptions, BalancedInletOptions } from './inlet-options';
import { type Entrance, entrance } from './inlet-way';
import { Issuer, issuerOf } from './issuer';

/** The collector that an inlet leads to. */
export interface Destination {
  readonly path: string;
  readonly name: string;
  readonly namespace: string | undefined;
  readonly mode: CollectorMode | undefined;
}

/**
 * An exporter that reaches a receiver of a collector, through the Services that both back ends make for it.
 *
 * @throws MdaiError for a receiver that nobody can send to, and for a sidecar
 */
export function inlet<S extends string>(
  to: Destination,
  receiver: Receiver<string>,
  options: AnyInletOptions,
): Exporter<S> {
  if (to.mode === 'sidecar') {
    throw new MdaiError(
      `${to.path}: a sidecar listens for its own pod alone, and no other collector reaches it. Use another mode.`,
    );
  }
  const balanced = options.balanceBy === undefined ? undefined : options;
  const way = entrance(to.path, receiver, balanced ? 'grpc' : options.protocol);
  const derived = balanced ? balancing(to, way, balanced) : direct(to, receiver, way, options);
  const type = balanced ? 'load_balancing' : way.exporter;
  return new Exporter<S>(
    'exporter',
    type,
    options.name ?? nameOf(to, way, balanced),
    options.config ? overridden(derived, [options.config]) : derived,
    { sendsTo: { to: to.path, receiver: receiver.id, port: way.port } },
  );
}

/** Two inlets of one collector that differ have different names, whatever their order. */
function nameOf({ name }: Destination, { usual, port }: Entrance, balanced: BalancedInletOptions | undefined): string {
  const key = balanced?.balanceBy ?? 'traceID';
  return [name, ...(usual ? [] : [port]), ...(key === 'traceID' ? [] : [key])].join('-');
}

function direct(to: Destination, receiver: Receiver<string>, way: Entrance, { tls }: AnyInletOptions): object {
  const secured = clientTls(way, tls);
  if (way.protocol === 'http') return byHttp(to, receiver, way, secured);
  // The Service of a daemon set leads to the pod on the sender's own node.
  if (to.mode === 'daemonset') return { endpoint: `${host(to, objectName(to))}:${way.port}`, tls: secured };
  // gRPC keeps one connection, so the client has to know all pods to use them all.
  const endpoint = `dns:///${host(to, headlessName(to))}:${way.port}`;
  return { endpoint, balancer_name: 'round_robin', tls: secured };
}

const urlPaths = ['traces', 'metrics', 'logs'];

function byHttp(to: Destination, { config }: Receiver<string>, way: Entrance, tls: object): object {
  const isPlain = at(tls as ConfigValue, 'insecure') === true;
  const base = `${isPlain ? 'http' : 'https'}://${host(to, objectName(to))}:${way.port}`;
  const own = urlPaths.flatMap((signal) => {
    const path = at(config as ConfigValue, ...way.section, `${signal}_url_path`);
    return typeof path === 'string' ? [[`${signal}_endpoint`, base + path]] : [];
  });
  const endpoint = base + (way.urlPath ?? '');
  return { endpoint, ...Object.fromEntries(own), ...(!isPlain && Object.keys(tls).length > 0 && { tls }) };
}

function balancing(to: Destination, way: Entrance, options: BalancedInletOptions): object {
  const { balanceBy, attributes, resolver = 'dns' } = options;
  const service = headlessName(to);
  // The pods are addressed by IP, which no certificate names.
  const tls = clientTls(way, options.tls, host(to, service));
  return {
    routing_key: balanceBy,
    ...(attributes && { routing_attributes: attributes }),
    protocol: { otlp: { tls } },
    resolver:
      resolver === 'k8s'
        ? { k8s: { service: [service, to.namespace].filter(Boolean).join('.'), ports: [way.port] } }
        : { dns: { hostname: host(to, service), port: String(way.port) } },
  };
}

/** The client's side of a receiver's TLS; within the Kubernetes cluster, plain where the receiver has none. */
function clientTls({ tls: server }: Entrance, given: object | undefined, name?: string): object {
  if (server === undefined) return given ?? { insecure: true };
  const issuer = issuerOf(server);
  const isMutual = at(server, 'client_ca_file') !== undefined;
  const derived = issuer ? new Issuer(issuer).clientTls({ certificate: isMutual }) : {};
  const named = { ...derived, ...(name !== undefined && { server_name_override: name }) };
  return given ? overridden(named, [given]) : named;
}

function host({ namespace }: Destination, service: string): string {
  return namespace === undefined ? service : `${service}.${namespace}.svc.cluster.local`;
}
