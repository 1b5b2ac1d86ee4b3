import type { JsonSchema } from './facts';
import { bool, duration, enabled, type Fields, int, text, uint32 } from './shared-scalars';

/** A buffer's size in bytes; since 0.159.0 no server takes a negative one. */
const bufferSize: JsonSchema = { ...int, 'x-from': { '0.159.0': { minimum: 0 } } };

/** Load balancers that gRPC registers in a collector with all contrib components. */
const balancers = [
  '',
  'round_robin',
  'pick_first',
  'grpclb',
  'least_request_experimental',
  'outlier_detection_experimental',
  'priority_experimental',
  'ring_hash_experimental',
  'rls_experimental',
  'weighted_round_robin',
  'weighted_target_experimental',
];

/** Where a server listens (confignet.AddrConfig). */
export const netAddress: Fields = {
  endpoint: text,
  transport: {
    type: 'string',
    enum: ['tcp', 'tcp4', 'tcp6', 'udp', 'udp4', 'udp6', 'ip', 'ip4', 'ip6', 'unix', 'unixgram', 'unixpacket', 'npipe'],
    'x-enum-since': { npipe: '0.159.0' },
  },
  dialer: { type: 'object', additionalProperties: false, properties: { timeout: duration } },
};

/** The fields of a gRPC client (configgrpc.ClientConfig), which exporters have at their top level. */
export const grpcClient: Fields = {
  endpoint: { type: 'string', format: 'grpc-target' },
  compression: { $ref: 'shared#/$defs/compression' },
  tls: { $ref: 'shared#/$defs/tlsClient' },
  keepalive: {
    type: 'object',
    additionalProperties: false,
    properties: { time: duration, timeout: duration, permit_without_stream: bool, enabled },
  },
  read_buffer_size: int,
  write_buffer_size: int,
  wait_for_ready: bool,
  headers: { $ref: 'shared#/$defs/headers' },
  user_agent: { ...text, 'x-since': '0.159.0' },
  balancer_name: { type: 'string', enum: balancers },
  authority: text,
  auth: { $ref: 'shared#/$defs/auth' },
  middlewares: { $ref: 'shared#/$defs/middlewares' },
};

/** The fields of a gRPC server (configgrpc.ServerConfig). */
export const grpcServer: Fields = {
  ...netAddress,
  tls: { $ref: 'shared#/$defs/tlsServer' },
  max_recv_msg_size_mib: { ...int, 'x-from': { '0.159.0': { minimum: 0 } } },
  max_concurrent_streams: uint32,
  read_buffer_size: bufferSize,
  write_buffer_size: bufferSize,
  keepalive: {
    type: 'object',
    additionalProperties: false,
    properties: {
      server_parameters: {
        type: 'object',
        additionalProperties: false,
        properties: {
          max_connection_idle: duration,
          max_connection_age: duration,
          max_connection_age_grace: duration,
          time: duration,
          timeout: duration,
          enabled,
        },
      },
      enforcement_policy: {
        type: 'object',
        additionalProperties: false,
        properties: { min_time: duration, permit_without_stream: bool, enabled },
      },
      enabled,
    },
  },
  auth: { $ref: 'shared#/$defs/auth' },
  include_metadata: bool,
  middlewares: { $ref: 'shared#/$defs/middlewares' },
};
