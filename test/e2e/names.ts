import { createSocket } from 'node:dgram';
import type { AddressInfo } from 'node:net';

const typeA = 1;

/** A DNS server that knows one name. */
export class NameServer {
  /** @param addresses IPv4 addresses that the name has */
  static start(name: string, addresses: readonly string[]): Promise<NameServer> {
    const socket = createSocket('udp4');
    socket.on('message', (query, { port, address }) => socket.send(answer(query, name, addresses), port, address));
    return new Promise((resolve, reject) => {
      socket.once('error', reject);
      socket.bind(0, '127.0.0.1', () => resolve(new NameServer(socket)));
    });
  }

  private constructor(private readonly socket: ReturnType<typeof createSocket>) {}

  get port(): number {
    return (this.socket.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    await new Promise<void>((resolve) => this.socket.close(() => resolve()));
  }
}

/** The answer to a query (RFC 1035, 4.1): the name has addresses, and nothing else; other names do not exist. */
function answer(query: Buffer, name: string, addresses: readonly string[]): Buffer {
  const { asked, type, end } = question(query);
  const isKnown = asked === name;
  const records = isKnown && type === typeA ? addresses : [];
  const header = Buffer.alloc(12);
  query.copy(header, 0, 0, 2);
  // A response, authoritative, to a recursion that was desired and is available; 3 is "no such name".
  header.writeUInt16BE(0x8580 | (isKnown ? 0 : 3), 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(records.length, 6);
  return Buffer.concat([header, query.subarray(12, end), ...records.map(record)]);
}

function question(query: Buffer): { readonly asked: string; readonly type: number; readonly end: number } {
  const labels: string[] = [];
  let at = 12;
  while (query[at] !== 0) {
    const length = query[at]!;
    labels.push(query.toString('latin1', at + 1, at + 1 + length));
    at += 1 + length;
  }
  return { asked: labels.join('.').toLowerCase(), type: query.readUInt16BE(at + 1), end: at + 5 };
}

/** An address of the name that was asked for, which stands at byte 12; it may be kept for no time. */
function record(address: string): Buffer {
  return Buffer.from([0xc0, 12, 0, typeA, 0, 1, 0, 0, 0, 0, 0, 4, ...address.split('.').map(Number)]);
}
