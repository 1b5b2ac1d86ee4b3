import { at } from '../model/config';
import { type Socket, sockets } from '../view/sockets';
import type { CollectorView, ComponentView } from '../view/view';
import type { PortNeed } from './needs';
import { PortNames } from './port-name';
import { appProtocolOf, roleOf, switchOf } from './port-table';

/** The sockets that other pods may connect to: a number and a transport stand once, under the first one's name. */
export function portsOf(view: CollectorView): readonly PortNeed[] {
  const open = [...sockets(view)].flatMap((socket) => openPort(socket) ?? []);
  const names = new PortNames();
  const metrics = open.find(({ socket }) => socket.binds === undefined);
  const reserved = metrics && names.name(['metrics'], metrics);
  const found = new Map<string, PortNeed>();
  for (const one of open) {
    const key = `${one.port}/${one.transport}`;
    if (found.has(key)) continue;
    const name = one === metrics && reserved !== undefined ? reserved : names.name(nameParts(one), one);
    found.set(key, portNeed(one, name));
  }
  return [...found.values()];
}

interface OpenPort {
  readonly port: number;
  readonly transport: 'TCP' | 'UDP';
  readonly socket: Socket;
}

const loopback = /^(localhost|127(\.\d+){3}|\[::1\]|\[::ffff:127(\.\d+){3}\])$/i;

/** `undefined` for a socket of which only the pod itself, or nobody, knows. */
function openPort(socket: Socket): OpenPort | undefined {
  const port = Number(socket.port);
  if (socket.port === '' || port < 1 || port > 65_535 || isOff(socket)) return undefined;
  if (loopback.test(socket.host)) return undefined;
  const transport = transportOf(socket);
  return transport && { port, transport, socket };
}

function isOff({ binds }: Socket): boolean {
  if (binds === undefined) return false;
  const { component, listen } = binds;
  const path = switchOf[`${component.kind} ${typeOf(component)} ${sectionOf(listen.path)}`];
  return path !== undefined && at(component.config, ...path) !== true;
}

function typeOf({ facts, type }: ComponentView): string {
  return facts?.type ?? type;
}

/** What the component's own field `transport` says, which stands beside the address. */
function transportOf({ transport, binds }: Socket): OpenPort['transport'] | undefined {
  const written = binds && at(binds.component.config, ...binds.listen.path.slice(0, -1), 'transport');
  const name = typeof written === 'string' ? written : transport;
  if (name.startsWith('tcp')) return 'TCP';
  if (name.startsWith('udp')) return 'UDP';
  return name.startsWith('unix') || name.startsWith('npipe') ? undefined : (transport.toUpperCase() as 'TCP' | 'UDP');
}

function nameParts({ socket: { binds }, transport, port }: OpenPort): readonly string[] {
  return binds === undefined ? ['metrics', String(port)] : portNameParts(binds, transport);
}

/** What a port is named after: the component's id, the section that listens, and for a second transport that. */
export function portNameParts(
  { component, listen }: NonNullable<Socket['binds']>,
  transport: string,
): readonly string[] {
  const section = sectionOf(listen.path);
  const others = component.inRelease?.listens.filter(({ path }) => path.join('.') === listen.path.join('.')) ?? [];
  // One address that is bound for both transports: the first is the one that everybody means.
  const second = others.length > 1 && others[0] !== listen ? [transport.toLowerCase()] : [];
  return [component.id, ...(section === undefined ? [] : [section]), ...second];
}

/** The section that listens: `grpc` of `protocols.grpc.endpoint`; none for the component itself. */
function sectionOf(path: readonly string[]): string | undefined {
  return path.slice(0, -1).find((key) => key !== 'protocols');
}

function portNeed({ port, transport, socket }: OpenPort, name: string): PortNeed {
  const { binds } = socket;
  if (binds === undefined) {
    return { name, port, transport, appProtocol: 'http', role: 'metrics', by: 'the collector’s own metrics' };
  }
  const { component, listen } = binds;
  const type = typeOf(component);
  const section = sectionOf(listen.path);
  const secure = at(component.config, ...listen.path.slice(0, -1), 'tls') != null;
  const appProtocol = transport === 'TCP' ? appProtocolOf(component.kind, type, section, secure) : undefined;
  return {
    name,
    port,
    transport,
    ...(appProtocol !== undefined && { appProtocol }),
    role: roleOf(component.kind, type, section),
    by: `${component.kind} ${component.id}`,
  };
}
