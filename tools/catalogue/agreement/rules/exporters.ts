import type { ConfigMap } from '../../../../src/model/config';
import { type DrawnSection, rulesOf } from '../rule';
import { kafkaClientRules } from './kafka';

const otlpGrpc: Readonly<Record<string, DrawnSection>> = {
  'there is an endpoint': {
    fields: {
      endpoint: ['a:4317', 'b:4317', '', '', undefined, null, 'http://a:1'],
      compression: [undefined, 'gzip', 'none'],
    },
  },
};

const otlpHttp: Readonly<Record<string, DrawnSection>> = {
  'there is an endpoint': {
    fields: {
      endpoint: [undefined, undefined, '', '', 'http://a'],
      traces_endpoint: [undefined, undefined, undefined, '', '', 'http://a/t'],
      metrics_endpoint: [undefined, undefined, undefined, '', 'http://a/m'],
      logs_endpoint: [undefined, undefined, undefined, '', 'http://a/l'],
    },
  },
  'the encoding is known': {
    base: { endpoint: 'http://a' },
    fields: {
      encoding: [undefined, 'proto', 'json', 'JSON', 'protobuf', 'x', ''],
      timeout: [undefined, '1s', '5s'],
    },
  },
};

const debug: Readonly<Record<string, DrawnSection>> = {
  'the verbosity is known': {
    fields: {
      verbosity: [undefined, 'basic', 'normal', 'detailed', 'Normal', 'high', 'none', 'verbose', '', 'x'],
      sampling_initial: [undefined, 1, 5],
    },
  },
  'output paths are for a logger of its own': {
    fields: {
      use_internal_logger: [undefined, true, false, false],
      output_paths: [undefined, ['stderr'], ['stdout'], []],
      verbosity: [undefined, 'basic', 'detailed'],
    },
  },
};

const prometheus: Readonly<Record<string, DrawnSection>> = {
  'there is an endpoint': {
    fields: { endpoint: ['a:1', '0.0.0.0:9090', '', undefined, null], namespace: [undefined, 'a', 'b'] },
  },
  'the strategy is known': {
    base: { endpoint: 'a:1' },
    fields: {
      translation_strategy: [
        undefined,
        'UnderscoreEscapingWithSuffixes',
        'NoTranslation',
        'NoUTF8EscapingWithSuffixes',
        'none',
        'notranslation',
        'Underscore',
        'x',
      ],
      namespace: [undefined, 'a', 'b'],
    },
  },
};

const write = (fields: ConfigMap) => ({ endpoint: 'http://a', ...fields });
const remoteWrite: Readonly<Record<string, DrawnSection>> = {
  'the queue has a size': {
    fields: {
      queue_size: [undefined, 1, 100, 0, 0, -1],
      enabled: [undefined, true, false],
      num_consumers: [undefined, 5],
    },
    within: (queue) => write({ remote_write_queue: queue }),
  },
  'the queue has consumers': {
    fields: { num_consumers: [undefined, 0, 1, 10, -1, -2, -10], enabled: [undefined, true, false] },
    within: (queue) => write({ remote_write_queue: queue }),
  },
  'requests may go in parallel': {
    fields: {
      max_batch_request_parallelism: [undefined, 1, 10, 0, -1, -5],
      namespace: [undefined, 'a', 'b'],
    },
    within: write,
  },
  'the compression is known': {
    fields: {
      compression: [undefined, '', 'snappy', 'gzip', 'zstd', 'none', 'Snappy'],
      namespace: [undefined, 'a', 'b'],
    },
    within: write,
  },
  'the second message needs a gate': {
    fields: {
      protobuf_message: [
        undefined,
        'prometheus.WriteRequest',
        'prometheus.WriteRequest',
        'io.prometheus.write.v2.Request',
        'v2',
      ],
      namespace: [undefined, 'a', 'b'],
    },
    within: write,
  },
  'names fit the message': {
    fields: {
      translation_strategy: [
        undefined,
        'UnderscoreEscapingWithSuffixes',
        'UnderscoreEscapingWithoutSuffixes',
        'NoTranslation',
        'NoUTF8EscapingWithSuffixes',
        'x',
      ],
      protobuf_message: [undefined, 'prometheus.WriteRequest'],
      namespace: [undefined, 'a', 'b'],
    },
    within: write,
  },
  'there is no sending_queue': {
    fields: { sending_queue: [undefined, {}, { enabled: true }, undefined], namespace: [undefined, 'a', 'b'] },
    within: write,
  },
};

const produces = (producer: ConfigMap) => ({ producer });
const kafka: Readonly<Record<string, DrawnSection>> = {
  ...kafkaClientRules,
  'acknowledgements are known': {
    fields: {
      required_acks: [undefined, -1, 0, 1, 'all', 2, -2, 'none', 'All', 3],
      max_message_bytes: [undefined, 1, 1000],
    },
    within: produces,
  },
  'the compression is known': {
    fields: {
      compression: [undefined, 'none', 'gzip', 'snappy', 'lz4', 'zstd', 'brotli', '', 'GZIP', 'zlib', 'deflate'],
      max_message_bytes: [undefined, 1, 1000],
    },
    within: produces,
  },
  'logs are distributed in one way': {
    fields: {
      partition_logs_by_resource_attributes: [undefined, true, true, true, true, false],
      partition_logs_by_trace_id: [undefined, true, true, true, true, false],
      partition_traces_by_id: [undefined, true, false],
    },
  },
};

const pick = { static: { hostnames: ['a:1'] } };
const loadBalancing: Readonly<Record<string, DrawnSection>> = {
  'there is one resolver': {
    fields: {
      static: [undefined, undefined, { hostnames: ['a:1'] }, { hostnames: ['a:1', 'b:1'] }],
      dns: [undefined, undefined, undefined, { hostname: 'a' }],
      k8s: [undefined, undefined, undefined, null],
      aws_cloud_map: [undefined, undefined, undefined, { namespace: 'a', service_name: 'b' }],
    },
    within: (resolver) => ({ resolver }),
  },
  'a resolver has what it needs': {
    fields: {
      resolver: [
        pick,
        { static: { hostnames: ['b'] } },
        { dns: { hostname: 'a' } },
        { dns: { hostname: 'b', port: '4317' } },
        { static: {} },
        { static: { hostnames: [] } },
        { dns: {} },
        { dns: { hostname: '' } },
      ],
      routing_key: [undefined, 'service', 'traceID'],
    },
  },
  'attributes belong to the key "attributes"': {
    base: { resolver: pick },
    fields: {
      routing_key: [undefined, 'attributes', 'attributes', 'service'],
      routing_attributes: [undefined, [], ['a'], ['a', 'b']],
    },
  },
  'the key is one of a signal': {
    base: { resolver: pick },
    fields: {
      routing_key: [
        undefined,
        '',
        'service',
        'traceID',
        'resource',
        'x',
        'Service',
        'traceid',
        'name',
        'span',
        'trace',
      ],
      'protocol.otlp.timeout': [undefined, '1s', '5s'],
    },
  },
};

export const exporterRules = [
  ...rulesOf('exporter', 'otlp_grpc', otlpGrpc),
  ...rulesOf('exporter', 'otlp_http', otlpHttp),
  ...rulesOf('exporter', 'debug', debug),
  ...rulesOf('exporter', 'prometheus', prometheus, 'prometheus exporter'),
  ...rulesOf('exporter', 'prometheus_remote_write', remoteWrite),
  ...rulesOf('exporter', 'kafka', kafka, 'kafka exporter'),
  ...rulesOf('exporter', 'load_balancing', loadBalancing),
];
