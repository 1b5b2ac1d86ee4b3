import type { CollectorModel } from '../model/collector';
import { placeholder, references } from '../model/reference';
import { knownText } from './known-text';

/** Where a connection goes; what cannot be known is absent. */
export interface Target {
  readonly host?: string;
  readonly port?: number;
  readonly transport: 'TCP' | 'UDP';
}

/** The ports that a scheme stands for when none is written. */
const portOfScheme: Readonly<Record<string, number>> = {
  amqp: 5672,
  amqps: 5671,
  clickhouse: 9000,
  http: 80,
  https: 443,
  mongodb: 27_017,
  mysql: 3306,
  postgres: 5432,
  postgresql: 5432,
  pulsar: 6650,
  'pulsar+ssl': 6651,
  redis: 6379,
  sqlserver: 1433,
  ws: 80,
  wss: 443,
};
const loopback = /^(localhost|127(\.\d+){3}|0\.0\.0\.0|\[::1?\])$/i;
// A host in what a URL, an address or a gRPC target leaves once scheme, user and path are off.
const hostAndPort = /^(\[[^\]]*\]|[^:]*)(?::(.*))?$/;
// What an observer fills in when it has found an endpoint.
const template = /`[^`]*`/g;

/**
 * Where an address leads: `host:port`, a URL with or without a port, or gRPC's `dns:///host:port`. `undefined` for what
 * never leaves the pod: a socket in the file system, and the pod itself.
 *
 * @param byDefault the port where neither the address nor its scheme has one
 */
export function targetOf(
  address: string,
  collector: CollectorModel,
  { port: byDefault, transport: usual = 'TCP' }: Partial<Pick<Target, 'port' | 'transport'>> = {},
): Target | undefined {
  const text = (knownText(address, collector) ?? withPlaceholders(address)).trim().replaceAll(template, placeholder);
  const [, scheme = '', afterScheme = text] = /^([a-z][a-z0-9+.-]*):\/\/(.*)$/is.exec(text) ?? [];
  if (/^(unix|unixgram|npipe|file)\b/i.test(scheme || text)) return undefined;
  const transport = /^udp/i.test(scheme) ? 'UDP' : /^tcp/i.test(scheme) ? 'TCP' : usual;
  const [host = '', port = ''] = split(scheme, afterScheme);
  if (loopback.test(host)) return undefined;
  const known =
    port === ''
      ? (portOfScheme[scheme.toLowerCase()] ?? (host.includes(placeholder) ? undefined : byDefault))
      : Number(port);
  return {
    ...(host !== '' && !host.includes(placeholder) && { host: host.replace(/^\[(.*)\]$/, '$1') }),
    ...(known !== undefined && Number.isInteger(known) && known > 0 && { port: known }),
    transport,
  };
}

function split(scheme: string, rest: string): readonly (string | undefined)[] {
  // gRPC writes whom it asks before the path: `dns://8.8.8.8/host:port`.
  const isTarget = /^(dns|passthrough|xds)$/i.test(scheme);
  const authority = isTarget ? rest.slice(rest.indexOf('/') + 1) : (rest.split(/[/?#]/)[0] ?? '');
  return hostAndPort.exec(authority.slice(authority.lastIndexOf('@') + 1))?.slice(1) ?? [];
}

function withPlaceholders(text: string): string {
  let out = text;
  for (const { uri, source } of references(text)) {
    out = out.replaceAll(`\${${uri}}`, placeholder);
    if (source) out = out.replaceAll(`\${${source.opaque}}`, placeholder);
  }
  // What is left of a reference had another one inside.
  return out.includes('${') ? placeholder : out;
}
