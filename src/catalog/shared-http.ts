import type { JsonSchema } from './facts';
import { netAddress } from './shared-grpc';
import { bool, componentId, duration, enabled, type Fields, int, text, texts } from './shared-scalars';

// 0.131.0 had `middleware` for HTTP where gRPC had `middlewares`.
const httpMiddlewares: Fields = {
  middlewares: { $ref: 'shared#/$defs/middlewares', 'x-since': '0.159.0', 'x-instead': 'middleware' },
  middleware: { $ref: 'shared#/$defs/middlewares', 'x-until': '0.159.0', 'x-instead': 'middlewares' },
};

/** The fields of an HTTP client (confighttp.ClientConfig), which exporters have at their top level. */
export const httpClient: Fields = {
  endpoint: text,
  proxy_url: text,
  tls: { $ref: 'shared#/$defs/tlsClient' },
  read_buffer_size: int,
  write_buffer_size: int,
  timeout: duration,
  headers: { $ref: 'shared#/$defs/headers' },
  auth: { $ref: 'shared#/$defs/auth' },
  compression: { $ref: 'shared#/$defs/compression' },
  compression_params: { $ref: 'shared#/$defs/compressionParams' },
  max_idle_conns: int,
  max_idle_conns_per_host: int,
  max_conns_per_host: int,
  idle_conn_timeout: duration,
  disable_keep_alives: bool,
  http2_read_idle_timeout: duration,
  http2_ping_timeout: duration,
  cookies: {
    type: 'object',
    additionalProperties: false,
    properties: { enabled: { ...bool, 'x-from': { '0.159.0': { type: 'boolean', 'x-null': 'refused' } } } },
  },
  force_attempt_http2: { ...bool, 'x-since': '0.159.0' },
  ...httpMiddlewares,
};

const cors: JsonSchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    allowed_origins: texts,
    allowed_headers: texts,
    exposed_headers: { ...texts, 'x-since': '0.159.0' },
    max_age: int,
    enabled,
  },
};

/** The fields of an HTTP server (confighttp.ServerConfig). */
export const httpServer: Fields = {
  endpoint: text,
  transport: { ...netAddress.transport, 'x-since': '0.159.0' },
  dialer: { ...netAddress.dialer, 'x-since': '0.159.0' },
  tls: { $ref: 'shared#/$defs/tlsServer' },
  cors,
  auth: {
    type: 'object',
    additionalProperties: false,
    properties: { authenticator: componentId, request_params: texts, enabled },
  },
  max_request_body_size: int,
  include_metadata: bool,
  response_headers: { $ref: 'shared#/$defs/headers' },
  compression_algorithms: texts,
  read_timeout: duration,
  read_header_timeout: duration,
  write_timeout: duration,
  idle_timeout: duration,
  keep_alives_enabled: { ...bool, 'x-since': '0.159.0' },
  ...httpMiddlewares,
};
