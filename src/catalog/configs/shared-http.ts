import type { DurationValue, Value } from '../../model/value';
import type {
  ClientAuthConfig,
  Compression,
  CompressionParams,
  Headers,
  MiddlewareConfig,
  ServerAuthConfig,
} from './shared';
import type { DialerConfig, Transport } from './shared-grpc';
import type { TlsClientConfig, TlsServerConfig } from './shared-tls';

/** An HTTP client. */
export interface HttpClientConfig {
  /** The base URL to send to. */
  readonly endpoint?: Value<string>;
  /** The URL of a proxy. @default from the environment */
  readonly proxy_url?: Value<string>;
  /** TLS of the connection, for an `https://` URL. @default the system's authorities */
  readonly tls?: TlsClientConfig;
  /** The buffer for reading, in bytes. @default Go's */
  readonly read_buffer_size?: Value<number>;
  /** The buffer for writing, in bytes. @default 524288 */
  readonly write_buffer_size?: Value<number>;
  /** How long a request may take. @default 30s */
  readonly timeout?: DurationValue;
  /** Headers of every request. */
  readonly headers?: Headers;
  /** Credentials of every request. */
  readonly auth?: ClientAuthConfig;
  /** @default 'gzip' */
  readonly compression?: Value<Compression>;
  /** How hard to compress. */
  readonly compression_params?: CompressionParams;
  /** The most idle connections, to all hosts. @default 100 */
  readonly max_idle_conns?: Value<number>;
  /** The most idle connections to one host. @default Go's, 2 */
  readonly max_idle_conns_per_host?: Value<number>;
  /** The most connections to one host. @default no limit */
  readonly max_conns_per_host?: Value<number>;
  /** How long an idle connection stays open. @default 90s */
  readonly idle_conn_timeout?: DurationValue;
  /** Open a connection for every request. @default false */
  readonly disable_keep_alives?: Value<boolean>;
  /** How long nothing is heard on HTTP/2 before a ping. @default no pings */
  readonly http2_read_idle_timeout?: DurationValue;
  /** How long to wait for its answer. @default 15s */
  readonly http2_ping_timeout?: DurationValue;
  /** Keep cookies. @default off */
  readonly cookies?: CookiesConfig;
  /** Try HTTP/2 even with settings of one's own. Since 0.159.0. @default true */
  readonly force_attempt_http2?: Value<boolean>;
  /** Extensions that see every request, first to last. Since 0.159.0; `middleware` before. */
  readonly middlewares?: readonly MiddlewareConfig[];
  /** The name of `middlewares` until 0.159.0. */
  readonly middleware?: readonly MiddlewareConfig[];
}

/** Cookies of an HTTP client. */
export interface CookiesConfig {
  /** @default true since 0.159.0, false before */
  readonly enabled?: Value<boolean>;
}

/** An HTTP server. */
export interface HttpServerConfig {
  /** Where to listen, `host:port`. @default the component's port, on all addresses */
  readonly endpoint?: Value<string>;
  /** The kind of socket. Since 0.159.0. @default 'tcp' */
  readonly transport?: Value<Transport>;
  /** Has no effect on a server. Since 0.159.0. */
  readonly dialer?: DialerConfig;
  /** TLS of the connections. @default off */
  readonly tls?: TlsServerConfig;
  /** Which web pages may call the server. @default none of another origin */
  readonly cors?: CorsConfig;
  /** Who may connect. @default everybody */
  readonly auth?: HttpServerAuthConfig;
  /** The largest body, in bytes. @default 20971520 */
  readonly max_request_body_size?: Value<number>;
  /** Pass the requests' headers on to processors and extensions. @default false */
  readonly include_metadata?: Value<boolean>;
  /** Headers of every response. */
  readonly response_headers?: Headers;
  /** The compressions that the server reads. @default all that it knows */
  readonly compression_algorithms?: readonly Value<string>[];
  /** How long reading a request may take. @default no limit */
  readonly read_timeout?: DurationValue;
  /** How long reading a request's headers may take. @default 1m since 0.159.0, no limit before */
  readonly read_header_timeout?: DurationValue;
  /** How long writing a response may take. @default 30s since 0.159.0, no limit before */
  readonly write_timeout?: DurationValue;
  /** How long an idle connection stays open. @default 1m since 0.159.0, no limit before */
  readonly idle_timeout?: DurationValue;
  /** Keep connections open between requests. Since 0.159.0. @default true */
  readonly keep_alives_enabled?: Value<boolean>;
  /** Extensions that see every request, first to last. Since 0.159.0; `middleware` before. */
  readonly middlewares?: readonly MiddlewareConfig[];
  /** The name of `middlewares` until 0.159.0. */
  readonly middleware?: readonly MiddlewareConfig[];
}

/** Who may call an HTTP server. */
export interface HttpServerAuthConfig extends ServerAuthConfig {
  /** Query parameters that the extension sees besides the headers. */
  readonly request_params?: readonly Value<string>[];
}

/** Which web pages may call an HTTP server. */
export interface CorsConfig {
  /** Origins of the pages; `*` stands for any text. @default none */
  readonly allowed_origins?: readonly Value<string>[];
  /** Headers that the pages may send besides the safe ones. */
  readonly allowed_headers?: readonly Value<string>[];
  /** Headers of the response that the pages may read. Since 0.159.0. */
  readonly exposed_headers?: readonly Value<string>[];
  /** How long a browser remembers the answer, in seconds. @default the browser's, 5 */
  readonly max_age?: Value<number>;
  /** False leaves CORS out. Since 0.159.0. @default true */
  readonly enabled?: Value<boolean>;
}
