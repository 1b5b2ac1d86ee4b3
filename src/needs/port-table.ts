import type { ComponentKind } from '../model/component-id';
import type { PortNeed } from './needs';

type Protocol = 'grpc' | 'http';

/** Sections whose name is the protocol. */
const bySection: Readonly<Record<string, Protocol>> = {
  grpc: 'grpc',
  http: 'http',
  thrift_http: 'http',
  webhook: 'http',
  logs: 'http',
  alerts: 'http',
  proxy_server: 'http',
  ingress: 'http',
  api_server: 'http',
};

/** Components that listen at their own level, and speak what a proxy understands. */
const byComponent: Readonly<Record<Protocol, readonly string[]>> = {
  grpc: ['receiver envoy_als', 'receiver stef'],
  http: [
    'exporter prometheus',
    'extension awsproxy',
    'extension health_check',
    'extension healthcheckv2',
    'extension pprof',
    'extension zpages',
    'processor remotetap',
    'receiver awsfirehose',
    'receiver collectd',
    'receiver datadog',
    'receiver faro',
    'receiver influxdb',
    'receiver libhoney',
    'receiver prometheus_remote_write',
    'receiver signalfx',
    'receiver splunk_hec',
    'receiver webhook_event',
    'receiver zipkin',
  ],
};

/** Sockets that are only bound when a switch beside them is on. */
export const switchOf: Readonly<Record<string, readonly string[]>> = {
  'receiver prometheus api_server': ['api_server', 'enabled'],
};

/** Sockets whose role is another than that of their kind. */
const otherRoles: Readonly<Record<string, PortNeed['role']>> = {
  // Applications ask these.
  'extension awsproxy': 'telemetry',
  'extension http_forwarder': 'telemetry',
  'extension jaegerremotesampling': 'telemetry',
  // A page about the scraping.
  'receiver prometheus api_server': 'extension',
};

const roleOfKind: Readonly<Record<ComponentKind, PortNeed['role']>> = {
  receiver: 'telemetry',
  exporter: 'scrape',
  connector: 'telemetry',
  processor: 'extension',
  extension: 'extension',
};

/** What is spoken on a TCP port, by the names that Kubernetes and its proxies know; none where they know none. */
export function appProtocolOf(
  kind: ComponentKind,
  type: string,
  section: string | undefined,
  secure: boolean,
): string | undefined {
  const protocol = section === undefined ? ofComponent(`${kind} ${type}`) : bySection[section];
  return protocol === 'http' && secure ? 'https' : protocol;
}

export function roleOf(kind: ComponentKind, type: string, section: string | undefined): PortNeed['role'] {
  return otherRoles[`${kind} ${type} ${section}`] ?? otherRoles[`${kind} ${type}`] ?? roleOfKind[kind];
}

function ofComponent(key: string): Protocol | undefined {
  return (Object.keys(byComponent) as Protocol[]).find((protocol) => byComponent[protocol].includes(key));
}
