import type { Receiver } from '../catalog/component';
import { at, type ConfigMap, type ConfigValue } from '../model/config';
import { MdaiError } from '../model/issue';
import { isRef, partsToConfig } from '../model/value';

/** A protocol of a type of receivers, and the exporter that speaks it. */
interface Way {
  readonly receiver: string;
  readonly protocol: 'grpc' | 'http';
  /** The section with its address and its TLS. */
  readonly section: readonly string[];
  /** Whether it is spoken only where its section is there. */
  readonly optional: boolean;
  /** Its port where no address is written. */
  readonly port: number;
  readonly exporter: string;
  /** What comes behind the address in the exporter's URL. */
  readonly urlPath?: string;
}

/** The ways into a collector, best first. Ports are those of the receivers' own defaults. */
const ways: readonly Way[] = [
  {
    receiver: 'otlp',
    protocol: 'grpc',
    section: ['protocols', 'grpc'],
    optional: true,
    port: 4317,
    exporter: 'otlp_grpc',
  },
  {
    receiver: 'otlp',
    protocol: 'http',
    section: ['protocols', 'http'],
    optional: true,
    port: 4318,
    exporter: 'otlp_http',
  },
  {
    receiver: 'otelarrow',
    protocol: 'grpc',
    section: ['protocols', 'grpc'],
    optional: false,
    port: 4317,
    exporter: 'otelarrow',
  },
  {
    receiver: 'zipkin',
    protocol: 'http',
    section: [],
    optional: false,
    port: 9411,
    exporter: 'zipkin',
    urlPath: '/api/v2/spans',
  },
];

/** How a receiver is reached. */
export interface Entrance extends Way {
  /** Whether it is the port of the default address. */
  readonly usual: boolean;
  /** The receiver's TLS, as it was given. */
  readonly tls: ConfigValue | undefined;
}

/**
 * The way into a receiver.
 *
 * @param path the path of its collector
 * @throws MdaiError for a receiver that nobody can send to
 */
export function entrance(path: string, receiver: Receiver<string>, protocol: 'grpc' | 'http' | undefined): Entrance {
  const config = receiver.config as ConfigMap;
  const spoken = ways.filter((way) => way.receiver === receiver.type && speaks(way, config));
  const way = spoken.find((one) => protocol === undefined || one.protocol === protocol);
  if (way === undefined) throw new MdaiError(`${path}: ${receiver.id} ${refusal(receiver, protocol, spoken)}`);
  const section = at(config, ...way.section);
  const port = portOf(path, receiver, way, section);
  return { ...way, port, usual: port === way.port, tls: tlsOf(section) };
}

function speaks({ section, optional }: Way, config: ConfigMap): boolean {
  const here = at(config, ...section);
  return at(here, 'enabled') !== false && (!optional || here !== undefined);
}

function refusal({ type }: Receiver<string>, protocol: string | undefined, spoken: readonly Way[]): string {
  const [other] = spoken;
  if (other) return `takes nothing by ${protocol}. Give it protocols: { ${protocol}: {} }, or leave protocol out.`;
  if (type === 'otlp') return 'speaks no protocol. Use receivers.otlp({ protocols: { grpc: {} } }).';
  return 'is no inlet: no exporter is known for it. Use receivers.otlp({ protocols: { grpc: {} } }).';
}

function tlsOf(section: ConfigValue | undefined): ConfigValue | undefined {
  const tls = at(section, 'tls');
  return tls === null || at(tls, 'enabled') === false ? undefined : tls;
}

function portOf(path: string, receiver: Receiver<string>, way: Way, section: ConfigValue | undefined): number {
  const endpoint: unknown = at(section, 'endpoint');
  if (endpoint === undefined) return way.port;
  const address = isRef(endpoint) ? partsToConfig(endpoint.parts()) : String(endpoint);
  const port = /:(\d+)$/.exec(address)?.[1];
  const transport = at(section, 'transport');
  if (port !== undefined && (typeof transport !== 'string' || transport.startsWith('tcp'))) return Number(port);
  throw new MdaiError(
    `${path}: what port ${receiver.id} listens on is not known: its endpoint is ${address}. Write a port behind the host: 0.0.0.0:${way.port}.`,
  );
}
