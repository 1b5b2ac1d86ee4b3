import type { Issue } from '../model/issue';
import { type Socket, sockets } from '../view/sockets';
import { error, perCollector } from './rule';

/** Two sockets on one address. `validate` accepts that; the second one fails to bind, and the collector stops. */
export const portShared = perCollector(function* (view) {
  const bound = new Map<string, Socket[]>();
  for (const socket of sockets(view)) {
    const key = `${socket.transport} ${socket.port}`;
    const others = bound.get(key) ?? [];
    const other = others.find((one) => collide(one, socket));
    if (other) yield shared(socket, other);
    bound.set(key, [...others, socket]);
  }
});

function collide(one: Socket, other: Socket): boolean {
  // Two default addresses of one component are alternatives.
  if (one.by === other.by && !(one.written && other.written)) return false;
  return one.host === other.host || (one.port !== '' && (one.host === '' || other.host === ''));
}

function shared({ path, by, transport, host, port }: Socket, other: Socket): Issue {
  const address = port === '' ? host : `${host || '0.0.0.0'}:${port}`;
  const also = other.by === by ? 'it does already' : `${other.by} does`;
  const message = `${by} listens on ${address} (${transport}), as ${also}.`;
  return error('port-shared', path, message, 'Give one of them another port.');
}
