import type { ConfigMap } from '../../../../src/model/config';
import { type DrawnSection, rulesOf } from '../rule';

const http = { endpoint: 'http://a' };
const pem = '-----BEGIN CERTIFICATE-----';
const withHttp = (name: string) => (section: ConfigMap) => ({ ...http, [name]: section });

const queue = withHttp('sending_queue');
const queues: Readonly<Record<string, DrawnSection>> = {
  'consumers are positive': {
    fields: {
      num_consumers: [undefined, 1, 100, 0, -1, -10],
      queue_size: [undefined, 1, 5000],
      enabled: [undefined, true, true, false],
    },
    within: queue,
  },
  'the size is positive': {
    fields: {
      queue_size: [undefined, 1, 5000, 0, -1, -500],
      sizer: [undefined, 'items', 'bytes', 'requests'],
      enabled: [undefined, true, true, false],
    },
    within: queue,
  },
  'what is kept is not waited for': {
    fields: {
      storage: [undefined, 'file_storage', 'file_storage', 'file_storage/a', 'a', 'b/c'],
      wait_for_result: [undefined, true, true, true, false],
      enabled: [undefined, true, true, true, false],
    },
    within: queue,
  },
  'a batch counts items or bytes': {
    base: { queue_size: 100_000 },
    fields: {
      sizer: [undefined, 'items', 'bytes', 'requests'],
      'batch.sizer': ['items', 'bytes', 'items', 'requests', 'requests', ''],
      'batch.flush_timeout': [undefined, '1s', '5m'],
    },
    within: queue,
  },
  'a batch is flushed after a while': {
    fields: {
      'batch.flush_timeout': [undefined, '1ms', '1s', '0s', '-1s', '-5m'],
      'batch.max_size': [undefined, 0, 10_000],
      'batch.enabled': [undefined, true, true, false],
    },
    within: queue,
  },
  'the sizes of a batch are in order': {
    fields: {
      'batch.min_size': [undefined, 0, 10, 100, -1],
      'batch.max_size': [undefined, 0, 5, 10, 50, 8191, 8192, -1],
      'batch.enabled': [undefined, true, true, false],
    },
    within: queue,
  },
  'the queue holds a batch': {
    fields: {
      sizer: ['items', 'items', 'items', 'bytes', undefined],
      queue_size: [undefined, 50, 100, 8192],
      'batch.sizer': [undefined, 'items', 'items', 'items', 'bytes'],
      'batch.min_size': [undefined, undefined, 100, 1001, 9000],
    },
    within: queue,
  },
  'partitions differ': {
    fields: {
      'batch.partition.metadata_keys': [[], ['a'], ['a', 'b'], ['a', 'a'], ['a', 'A'], ['X-Id', 'b', 'x-id']],
      'batch.flush_timeout': [undefined, '1s', '5m'],
    },
    within: queue,
  },
};

const retry = withHttp('retry_on_failure');
const retries: Readonly<Record<string, DrawnSection>> = {
  'nothing is negative': {
    fields: {
      initial_interval: [undefined, undefined, '0s', '1s', '-1s'],
      max_interval: [undefined, undefined, '0s', '10s', '-1ms'],
      max_elapsed_time: [undefined, undefined, '0s', '10m', '-1m'],
      multiplier: [undefined, undefined, 0, 2.5, -1],
      enabled: [undefined, true, false],
    },
    within: retry,
  },
  'the randomness is a share': {
    fields: {
      randomization_factor: [undefined, 0, 0.5, 1, -0.1, 1.1, 2, -1],
      multiplier: [undefined, 1, 2],
      enabled: [undefined, true, false],
    },
    within: retry,
  },
  'it goes on for as long as between two tries': {
    fields: {
      initial_interval: [undefined, '1s', '20s', '6m'],
      max_interval: [undefined, '1s', '20s', '6m'],
      max_elapsed_time: [undefined, '0s', '10s', '15s', '20s', '10m'],
    },
    within: retry,
  },
};

const tls = withHttp('tls');
const client: Readonly<Record<string, DrawnSection>> = {
  'authorities come from one source': {
    fields: {
      ca_file: [undefined, '/a', '/a', '/b', '/c', ''],
      ca_pem: [undefined, pem, pem, pem, pem, ''],
      insecure: [undefined, true, false],
    },
    within: tls,
  },
  'the certificate comes from one source': {
    base: { key_file: '/k' },
    fields: {
      cert_file: ['/a', '/a', undefined],
      cert_pem: [undefined, pem, pem, ''],
      insecure: [undefined, true, false],
      server_name_override: [undefined, 'a', 'b'],
    },
    within: tls,
  },
  'the key comes from one source': {
    base: { cert_file: '/c' },
    fields: {
      key_file: ['/a', '/a', undefined],
      key_pem: [undefined, pem, pem, ''],
      insecure: [undefined, true, false],
      server_name_override: [undefined, 'a', 'b'],
    },
    within: tls,
  },
  'certificate and key go together': {
    fields: {
      cert_file: [undefined, undefined, '/c', ''],
      cert_pem: [undefined, undefined, undefined, pem],
      key_file: [undefined, undefined, '/k', ''],
      key_pem: [undefined, undefined, undefined, pem],
    },
    within: tls,
  },
  'versions are in order': {
    fields: {
      min_version: [undefined, '', '1.0', '1.1', '1.2', '1.3', '2.0'],
      max_version: ['', '1.0', '1.1', '1.2', '1.3', '1.4'],
    },
    within: tls,
  },
};

const overGrpc = (section: ConfigMap) => ({ protocols: { grpc: section } });
const server: Readonly<Record<string, DrawnSection>> = {
  'a server has a certificate and its key': {
    fields: {
      cert_file: ['/c', '/c', '/d', undefined],
      key_file: ['/k', '/k', '/l', undefined],
      client_ca_file: [undefined, '/x'],
      enabled: [undefined, true, true, true, false],
    },
    within: (tls) => overGrpc({ tls }),
  },
};

const hosts = ['a:4317', '127.0.0.1:4317', '[::1]:4317', 'http://a:4317', 'https://a', 'dns:///a:4317', ':4317'];
const noHosts = ['a', 'a:http', 'a:', 'a:4317:1', 'http://', '::1'];

/** What several components have in common, asked of one of them. */
export const sharedRules = [
  ...rulesOf('exporter', 'otlp_http', queues, 'sending_queue'),
  ...rulesOf('exporter', 'otlp_http', retries, 'retry_on_failure'),
  ...rulesOf(
    'exporter',
    'otlp_grpc',
    {
      'is not negative': {
        base: { endpoint: 'a:4317' },
        fields: {
          timeout: [undefined, '0s', '1ms', '2h', '-1s', '-1ms', '-2h'],
          compression: [undefined, 'gzip', 'zstd', 'none'],
        },
      },
    },
    'timeout',
  ),
  ...rulesOf('exporter', 'otlp_http', client, 'tls'),
  ...rulesOf('receiver', 'otlp', server, 'tls'),
  ...rulesOf(
    'exporter',
    'otlp_grpc',
    {
      'the endpoint has a port': {
        fields: { endpoint: [...hosts, ...noHosts], wait_for_ready: [undefined, true, false] },
      },
      'a socket has a path': {
        fields: { endpoint: ['unix:///a', 'unix:///run/b', 'unix://', 'unix://'], wait_for_ready: [undefined, true] },
      },
      'the balancer is known': {
        base: { endpoint: 'a:4317' },
        fields: {
          balancer_name: [undefined, '', 'round_robin', 'pick_first', 'random', 'least_conn', 'Round_Robin', 'x'],
          wait_for_ready: [undefined, true, false],
        },
      },
    },
    'gRPC client',
  ),
  ...rulesOf(
    'receiver',
    'otlp',
    {
      'the transport is known': {
        base: { endpoint: '0.0.0.0:4317' },
        fields: {
          transport: [undefined, 'tcp', 'tcp4', 'udp6', 'unix', 'ip', 'unixpacket', '', 'TCP', 'tcp5', 'http', 'grpc'],
          include_metadata: [undefined, true, false],
        },
        within: overGrpc,
      },
    },
    'net address',
  ),
  ...rulesOf(
    'exporter',
    'otlp_http',
    {
      'the compression is known': {
        base: http,
        fields: {
          compression: [
            undefined,
            '',
            'none',
            'gzip',
            'zlib',
            'lz4',
            'x-snappy-framed',
            'GZIP',
            'br',
            'lzma',
            'xz',
            'bz',
          ],
          timeout: [undefined, '1s', '0s'],
        },
      },
      'the level is one of the compression': {
        base: http,
        fields: {
          compression: [undefined, 'gzip', 'zlib', 'deflate', 'snappy', 'lz4', 'zstd', 'none', 'x-snappy-framed'],
          'compression_params.level': [undefined, -3, -2, 0, 1, 9, 10, 30],
        },
      },
    },
    'HTTP client',
  ),
];
