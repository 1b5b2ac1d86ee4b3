import type { DurationValue, Value } from '../../model/value';
import type { ClientAuthConfig, Compression, Headers, MiddlewareConfig, ServerAuthConfig } from './shared';
import type { TlsClientConfig, TlsServerConfig } from './shared-tls';

export type Transport =
  | 'tcp'
  | 'tcp4'
  | 'tcp6'
  | 'udp'
  | 'udp4'
  | 'udp6'
  | 'ip'
  | 'ip4'
  | 'ip6'
  | 'unix'
  | 'unixgram'
  | 'unixpacket'
  | 'npipe';

/** How a connection is opened. */
export interface DialerConfig {
  /** How long opening may take. @default no limit */
  readonly timeout?: DurationValue;
}

/** A gRPC client. */
export interface GrpcClientConfig {
  /** Where to send: `host:port`, or with a scheme such as `https://` or `dns:///`. */
  readonly endpoint: Value<string>;
  /** @default 'gzip' */
  readonly compression?: Value<Compression>;
  /** TLS of the connection; off with `insecure: true`. @default on, with the system's authorities */
  readonly tls?: TlsClientConfig;
  /** Pings that keep an idle connection open. @default none */
  readonly keepalive?: GrpcKeepaliveClientConfig;
  /** The buffer for reading, in bytes. @default gRPC's */
  readonly read_buffer_size?: Value<number>;
  /** The buffer for writing, in bytes. @default 524288 */
  readonly write_buffer_size?: Value<number>;
  /** Wait for a connection instead of failing at once. @default false */
  readonly wait_for_ready?: Value<boolean>;
  /** Headers of every request. */
  readonly headers?: Headers;
  /** What the client calls itself. Since 0.159.0. @default the collector's name and version */
  readonly user_agent?: Value<string>;
  /** How requests spread over the addresses of the endpoint. @default 'round_robin' */
  readonly balancer_name?: Value<GrpcBalancer>;
  /** The `:authority` of the requests. @default the endpoint's */
  readonly authority?: Value<string>;
  /** Credentials of every request. */
  readonly auth?: ClientAuthConfig;
  /** Extensions that see every request, first to last. */
  readonly middlewares?: readonly MiddlewareConfig[];
}

export type GrpcBalancer =
  | 'round_robin'
  | 'pick_first'
  | 'grpclb'
  | 'least_request_experimental'
  | 'outlier_detection_experimental'
  | 'priority_experimental'
  | 'ring_hash_experimental'
  | 'rls_experimental'
  | 'weighted_round_robin'
  | 'weighted_target_experimental';

/** Pings of a gRPC client. */
export interface GrpcKeepaliveClientConfig {
  /** How long nothing is heard before a ping. @default no pings */
  readonly time?: DurationValue;
  /** How long to wait for its answer. @default 20s */
  readonly timeout?: DurationValue;
  /** Ping while no request is under way. @default false */
  readonly permit_without_stream?: Value<boolean>;
  /** False leaves pings out. Since 0.159.0. @default true */
  readonly enabled?: Value<boolean>;
}

/** A gRPC server. */
export interface GrpcServerConfig {
  /** Where to listen, `host:port`. @default the component's port, on all addresses */
  readonly endpoint?: Value<string>;
  /** The kind of socket. @default 'tcp' */
  readonly transport?: Value<Transport>;
  /** Has no effect on a server. */
  readonly dialer?: DialerConfig;
  /** TLS of the connections. @default off */
  readonly tls?: TlsServerConfig;
  /** The largest message, in MiB. @default 4 */
  readonly max_recv_msg_size_mib?: Value<number>;
  /** The most requests at a time on one connection. @default no limit */
  readonly max_concurrent_streams?: Value<number>;
  /** The buffer for reading, in bytes. @default 524288 */
  readonly read_buffer_size?: Value<number>;
  /** The buffer for writing, in bytes. @default gRPC's */
  readonly write_buffer_size?: Value<number>;
  /** How connections are kept open, and how long. @default gRPC's */
  readonly keepalive?: GrpcKeepaliveServerConfig;
  /** Who may connect. @default everybody */
  readonly auth?: ServerAuthConfig;
  /** Pass the requests' headers on to processors and extensions. @default false */
  readonly include_metadata?: Value<boolean>;
  /** Extensions that see every request, first to last. */
  readonly middlewares?: readonly MiddlewareConfig[];
}

/** How a gRPC server keeps connections. */
export interface GrpcKeepaliveServerConfig {
  /** How long connections live, and when the server pings. */
  readonly server_parameters?: GrpcKeepaliveServerParameters;
  /** What pings of clients the server bears. */
  readonly enforcement_policy?: GrpcKeepaliveEnforcementPolicy;
  /** False leaves all of it to gRPC. Since 0.159.0. @default true */
  readonly enabled?: Value<boolean>;
}

/** How long connections live. Ages spread clients over the replicas of a server. */
export interface GrpcKeepaliveServerParameters {
  /** How long a connection may be idle. @default no limit */
  readonly max_connection_idle?: DurationValue;
  /** How old a connection may get. @default no limit */
  readonly max_connection_age?: DurationValue;
  /** How long an old connection may finish its requests. @default no limit */
  readonly max_connection_age_grace?: DurationValue;
  /** How long nothing is heard before the server pings. @default 2h */
  readonly time?: DurationValue;
  /** How long it waits for the answer. @default 20s */
  readonly timeout?: DurationValue;
  /** False leaves these to gRPC. Since 0.159.0. @default true */
  readonly enabled?: Value<boolean>;
}

/** When a server closes the connection of a client that pings too often. */
export interface GrpcKeepaliveEnforcementPolicy {
  /** The least time between two pings. @default 5m */
  readonly min_time?: DurationValue;
  /** Bear pings while no request is under way. @default false */
  readonly permit_without_stream?: Value<boolean>;
  /** False leaves these to gRPC. Since 0.159.0. @default true */
  readonly enabled?: Value<boolean>;
}
