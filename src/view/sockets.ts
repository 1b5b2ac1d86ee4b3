import type { ListenFacts } from '../catalog/facts';
import { at, type ConfigMap } from '../model/config';
import { isReference } from '../model/reference';
import { metricsLevel } from './telemetry-level';
import { type CollectorView, type ComponentView, running } from './view';

/** A socket that a collector binds. */
export interface Socket {
  readonly path: string;
  /** Who binds it, for people. */
  readonly by: string;
  readonly transport: 'tcp' | 'udp';
  /** Empty where the socket is bound on all addresses. */
  readonly host: string;
  /** Empty where host and port are read from one variable. */
  readonly port: string;
  /** Whether the address is written, not the component's default. */
  readonly written: boolean;
  /** The component that binds it, and what is known of that; absent for a reader of the collector's own metrics. */
  readonly binds?: { readonly component: ComponentView; readonly listen: ListenFacts };
}

// Most components bind this host when no address is written; so does the default reader of metrics.
const defaultHost = 'localhost';
const defaultReaderPort = 8888;

/** The sockets of a collector whose addresses are known: of running components, and of the readers of its own metrics. */
export function* sockets(view: CollectorView): Generator<Socket> {
  for (const component of running(view)) {
    for (const listen of component.inRelease?.listens ?? []) {
      const socket = socketOf(component, listen);
      if (socket) yield socket;
    }
  }
  yield* readers(view);
}

function socketOf(component: ComponentView, listen: ListenFacts): Socket | undefined {
  const { config, path, kind, id } = component;
  const section = listen.when === undefined ? config : at(config, ...listen.when);
  if (section === undefined || at(section, 'enabled') === false) return undefined;
  const written = at(config, ...listen.path);
  const host = listen.everywhere ? '' : defaultHost;
  const address = written ?? (listen.defaultPort === undefined ? undefined : `${host}:${listen.defaultPort}`);
  if (typeof address !== 'string') return undefined;
  const parsed = parseAddress(address);
  if (parsed === undefined) return undefined;
  const { transport } = listen;
  return {
    path: [path, ...listen.path].join('/'),
    by: `${kind} "${id}"`,
    transport,
    ...parsed,
    written: written != null,
    binds: { component, listen },
  };
}

function* readers({ service, path }: CollectorView): Generator<Socket> {
  const metrics = at(service, 'telemetry', 'metrics');
  if (metricsLevel(metrics) === 'none') return;
  const written = at(metrics, 'readers');
  const list: unknown = written ?? [
    { pull: { exporter: { prometheus: { host: defaultHost, port: defaultReaderPort } } } },
  ];
  if (!Array.isArray(list)) return;
  for (const [i, reader] of list.entries()) {
    const prometheus = at(reader as ConfigMap, 'pull', 'exporter', 'prometheus');
    const port = at(prometheus, 'port');
    const host = at(prometheus, 'host');
    if (typeof port !== 'number' || typeof host !== 'string') continue;
    const parsed = parseAddress(`${host}:${port}`);
    if (parsed === undefined) continue;
    const here = `${path}/service/telemetry/metrics/readers/${i}`;
    yield {
      path: here,
      by: 'the reader of the collector’s own metrics',
      transport: 'tcp',
      ...parsed,
      written: written != null,
    };
  }
}

/** The parts of an address, in one notation for all hosts and for this one; `undefined` for a path, and without a port. */
function parseAddress(address: string): { readonly host: string; readonly port: string } | undefined {
  const [, host = '', port = ''] = /^(.*):(\d+)$/.exec(address) ?? [];
  if (port === '') return isReference(address) ? { host: address, port } : undefined;
  if (address.startsWith('unix:') || Number(port) === 0) return undefined;
  return { host: aliases.get(host) ?? host, port };
}

const aliases = new Map([
  ['0.0.0.0', ''],
  ['[::]', ''],
  ['127.0.0.1', 'localhost'],
]);
