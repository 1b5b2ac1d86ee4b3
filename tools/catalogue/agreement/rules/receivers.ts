import type { ConfigMap } from '../../../../src/model/config';
import { type DrawnSection, rulesOf } from '../rule';
import { kafkaClientRules } from './kafka';

const otlp: Readonly<Record<string, DrawnSection>> = {
  'a protocol is on': {
    fields: {
      protocols: [undefined, null, {}, { grpc: null }, { http: {} }, { grpc: { enabled: false } }],
      'protocols.http': [undefined, undefined, { enabled: false }],
      'protocols.grpc.include_metadata': [undefined, undefined, undefined, true],
    },
  },
};

const ports = [undefined, '0.0.0.0:14250', 'a:1', ':65535', 'localhost:80'];
const noPorts = ['a', 'a:0', ':65536', 'a:http', ''];
const jaeger: Readonly<Record<string, DrawnSection>> = {
  'a protocol is there': {
    fields: {
      protocols: [undefined, null, {}, {}, { grpc: null }, { thrift_http: {} }, { thrift_compact: { endpoint: ':1' } }],
      'protocols.thrift_binary': [undefined, undefined, undefined, undefined, undefined, undefined, {}],
      'remote_sampling.host_endpoint': [undefined, undefined, undefined, undefined, 'a:1'],
    },
  },
  'addresses have a port': {
    fields: {
      'grpc.endpoint': [...ports, 'a', 'a:0'],
      'thrift_http.endpoint': [...ports, ':65536'],
      'thrift_compact.endpoint': [...ports, 'a:http'],
      'thrift_binary.endpoint': ports,
    },
    within: (protocols) => ({ protocols }),
  },
  'each address has a port': {
    fields: { 'thrift_binary.endpoint': [...ports, ...noPorts], 'thrift_binary.workers': [undefined, 1, 10] },
    within: (protocols) => ({ protocols }),
  },
};

const job = { job_name: 'a', static_configs: [{ targets: ['a:1'] }] };
const targets = (fields: ConfigMap) => ({ target_allocator: { interval: '30s', ...fields } });
const prometheus: Readonly<Record<string, DrawnSection>> = {
  'something is scraped': {
    fields: {
      'config.scrape_configs': [undefined, undefined, [], [job], [job, { job_name: 'b' }]],
      'config.global.scrape_interval': [undefined, '5s', '1m'],
      target_allocator: [undefined, undefined, { endpoint: 'http://a', interval: '30s', collector_id: 'a' }],
    },
  },
  'parts that it does not have': {
    base: { scrape_configs: [job] },
    fields: {
      remote_write: [undefined, undefined, undefined, [{ url: 'http://a' }], []],
      remote_read: [undefined, undefined, undefined, [{ url: 'http://a' }], []],
      rule_files: [undefined, undefined, undefined, ['/a'], []],
      alerting: [undefined, undefined, undefined, { alertmanagers: [{ static_configs: [{ targets: ['a'] }] }] }],
    },
    within: (config) => ({ config }),
  },
  'the target allocator has an address': {
    base: { collector_id: 'a' },
    fields: {
      endpoint: ['http://a', 'https://a:8080/b', 'a', '/a', '', undefined, 'a b', '1:2'],
      interval: [undefined, '1s', '5m'],
    },
    within: targets,
  },
  'the target allocator is asked again': {
    base: { endpoint: 'http://a', collector_id: 'a' },
    fields: { interval: ['1s', '30s', '1h', '0s', '-1s', '-1h'], timeout: [undefined, '1s', '5s'] },
    within: targets,
  },
  'the collector has a name': {
    base: { endpoint: 'http://a' },
    fields: { collector_id: ['a', 'b', 'pod-0', '', undefined], timeout: [undefined, '1s', '5s'] },
    within: targets,
  },
};

const kafka: Readonly<Record<string, DrawnSection>> = {
  ...kafkaClientRules,
  'the offset is known': {
    fields: {
      initial_offset: [undefined, 'latest', 'earliest', 'first', 'Latest', '', 'newest'],
      group_id: [undefined, 'a', 'b'],
    },
  },
  'fetches are in order': {
    fields: {
      min_fetch_size: [undefined, 0, 1, 100, 2_000_000, -1],
      max_fetch_size: [undefined, 100, 1000, 3_000_000, -1],
      max_partition_fetch_size: [undefined, undefined, 0, 100, 1000, -1],
    },
  },
};

const files = (fields: ConfigMap) => ({ include: ['/a'], ...fields });
const fileLog: Readonly<Record<string, DrawnSection>> = {
  'files are named': {
    fields: {
      include: [undefined, [], null, ['/a'], ['/a', '/b/*.log'], '/a'],
      exclude: [undefined, ['/b'], []],
      start_at: [undefined, 'beginning', 'end'],
    },
  },
  'the start is known': {
    fields: {
      start_at: [undefined, 'beginning', 'end', 'middle', 'Beginning', 'start', ''],
      include_file_path: [undefined, true, false],
    },
    within: files,
  },
  'a line may be long': {
    fields: {
      max_log_size: [undefined, 1, '1MiB', '2KiB', '0', 0, -1, -100],
      include_file_name: [undefined, true, false],
    },
    within: files,
  },
  'several files are read': {
    fields: {
      max_concurrent_files: [undefined, 1, 2, 100, 0, -1, -5],
      include_file_name: [undefined, true, false],
    },
    within: files,
  },
  'a fingerprint is long enough': {
    fields: {
      fingerprint_size: [undefined, 16, 17, '1kb', 15, 1, 0, '15', '10b'],
      include_file_name: [undefined, true, false],
    },
    within: files,
  },
  'what is deleted or has a header is read from its beginning': {
    fields: {
      start_at: [undefined, 'beginning', 'beginning', 'beginning', 'end'],
      delete_after_read: [undefined, true, true, true, false],
      header: [undefined, { pattern: '^#', metadata_operators: [{ type: 'regex_parser', regex: '(?P<a>b)' }] }],
      include_file_name: [undefined, true, false],
    },
    within: files,
  },
  'lines have one pattern': {
    fields: {
      line_start_pattern: [undefined, '', '^a', '\\d+', '('],
      line_end_pattern: [undefined, '', 'a$', '[0-9]'],
      omit_pattern: [undefined, true, false],
    },
    within: (multiline) => files({ multiline }),
  },
  'the encoding is known': {
    fields: {
      encoding: [undefined, 'utf-8', 'utf-16le', 'nop', 'big5', 'ascii', 'utf-9', 'latin', 'x', 'unicode'],
      include_file_name: [undefined, true, false],
    },
    within: files,
  },
};

const objects = (object: ConfigMap) => ({ auth_type: 'none', objects: [{ name: 'pods', ...object }] });
const k8sObjects: Readonly<Record<string, DrawnSection>> = {
  'the mode is known': {
    fields: {
      mode: [undefined, 'pull', 'watch', '', 'poll', 'Watch', 'list', 'get'],
      namespaces: [undefined, ['a'], ['a', 'b']],
    },
    within: objects,
  },
  'types are excluded from what is watched': {
    fields: {
      mode: [undefined, 'pull', '', 'watch', 'watch'],
      exclude_watch_type: [undefined, [], ['DELETED'], ['ADDED', 'DELETED'], ['MODIFIED'], ['ADDED']],
    },
    within: objects,
  },
  'the error mode is known': {
    base: objects({}),
    fields: {
      error_mode: [undefined, 'propagate', 'ignore', 'silent', '', 'drop', 'Ignore', 'fail', 'none'],
      include_initial_state: [undefined, false],
    },
  },
};

const shares = ['k8s.pod.cpu.node.utilization', 'k8s.container.memory.node.utilization'] as const;
const kubeletStats: Readonly<Record<string, DrawnSection>> = {
  'groups are known': {
    base: { auth_type: 'none' },
    fields: {
      metric_groups: [
        undefined,
        [],
        ['pod'],
        ['pod', 'node'],
        ['volume', 'container'],
        ['pods'],
        ['pod', 'x'],
        ['Pod'],
        [''],
        ['nodes'],
        'x',
      ],
      collection_interval: [undefined, '1s', '5m'],
    },
  },
  'labels are known': {
    base: { auth_type: 'none', metric_groups: ['pod'] },
    fields: {
      extra_metadata_labels: [undefined, [], ['container.id'], ['container.name'], ['container.id', 'x'], ['k8s']],
      collection_interval: [undefined, '1s', '5m'],
    },
  },
  'shares of a node have one': {
    base: { auth_type: 'none' },
    fields: {
      node: [undefined, undefined, undefined, '', 'a', 'b'],
      metrics: [...shares.map((name) => ({ [name]: { enabled: true } })), { [shares[0]]: { enabled: false } }, {}],
    },
  },
};

export const receiverRules = [
  ...rulesOf('receiver', 'otlp', otlp),
  ...rulesOf('receiver', 'jaeger', jaeger),
  ...rulesOf('receiver', 'prometheus', prometheus, 'prometheus receiver'),
  ...rulesOf('receiver', 'kafka', kafka, 'kafka receiver'),
  ...rulesOf('receiver', 'file_log', fileLog),
  ...rulesOf('receiver', 'k8s_objects', k8sObjects),
  ...rulesOf('receiver', 'kubelet_stats', kubeletStats),
];
