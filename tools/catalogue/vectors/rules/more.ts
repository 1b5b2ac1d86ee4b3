import type { RuleCases } from './rule-cases';

const topics = (fields: object) => ({ logs: fields });
const object = (fields: object) => ({ auth_type: 'none', objects: [{ name: 'pods', ...fields }] });
const hook = (fields: object) => ({ endpoint: 'localhost:8080', ...fields });
const hec = (fields: object) => ({ endpoint: 'http://a', token: 'b', ...fields });
const client = (fields: object) => ({ client_id: 'a', client_secret: 'b', token_url: 'http://a', ...fields });
const header = (fields: object) => ({ headers: [{ key: 'a', ...fields }] });
const bucket = (fields: object) => ({ s3uploader: { s3_bucket: 'a', ...fields } });
const search = (fields: object) => ({ endpoint: 'http://a', ...fields });
const metric = (fields: object) => ({ spans: [{ name: 'a', ...fields }] });
const transform = (fields: object) => ({ transforms: [{ include: 'a', action: 'update', new_name: 'b', ...fields }] });
const generated = (fields: object) => ({ rules: [{ name: 'a', type: 'scale', metric1: 'b', scale_by: 2, ...fields }] });
const log = 'attributes["a"] == "b"';

/** Of components that come from other releases' modules. */
export const moreContribRules: readonly RuleCases[] = [
  {
    kind: 'receiver',
    type: 'kafka',
    rule: 'offsets and sizes',
    keeps: [{}, { initial_offset: 'earliest' }, { min_fetch_size: 5, max_fetch_size: 5 }],
    breaks: [{ initial_offset: 'first' }, { min_fetch_size: 5, max_fetch_size: 4 }, { min_fetch_size: -1 }],
  },
  {
    kind: 'receiver',
    type: 'kafka',
    rule: 'topics are excluded from those that match',
    keeps: [topics({ topics: ['^a.*'], exclude_topics: ['ab'] }), topics({ topics: ['a'] })],
    breaks: [
      topics({ topics: ['a'], exclude_topics: ['ab'] }),
      topics({ topics: ['^a'], exclude_topics: [''] }),
      topics({ topics: ['^a'], exclude_topics: ['('] }),
    ],
  },
  {
    kind: 'receiver',
    type: 'k8s_objects',
    rule: 'what is watched, and what is pulled',
    keeps: [
      object({}),
      object({ mode: 'watch', exclude_watch_type: ['DELETED'] }),
      { ...object({ mode: 'watch' }), include_initial_state: true },
    ],
    breaks: [
      object({ mode: 'poll' }),
      object({ exclude_watch_type: ['DELETED'] }),
      object({ mode: 'pull', exclude_watch_type: ['DELETED'] }),
      object({ namespaces: ['a'], exclude_namespaces: ['b'] }),
      { ...object({}), include_initial_state: true },
      { ...object({}), error_mode: 'drop' },
    ],
  },
  {
    kind: 'receiver',
    type: 'jaeger',
    rule: 'a protocol with a port',
    keeps: [
      { protocols: { grpc: {} } },
      { protocols: { grpc: null, thrift_http: { endpoint: '0.0.0.0:14268' } } },
      { protocols: { thrift_compact: { endpoint: ':6831' } } },
    ],
    breaks: [
      {},
      { protocols: {} },
      { protocols: { grpc: { endpoint: 'a' } } },
      { protocols: { thrift_http: { endpoint: 'a:0' } } },
      { protocols: { thrift_binary: { endpoint: 'a:65536' } } },
      { protocols: { grpc: {} }, remote_sampling: { host_endpoint: 'a:1' } },
    ],
  },
  {
    kind: 'receiver',
    type: 'webhook_event',
    rule: 'timeouts, a header and one way to split',
    keeps: [hook({}), hook({ read_timeout: '10s' }), hook({ required_header: { key: 'a', value: 'b' } })],
    breaks: [
      {},
      hook({ read_timeout: '11s' }),
      hook({ write_timeout: 'soon' }),
      hook({ required_header: { key: 'a' } }),
      hook({ split_logs_at_newline: true, split_logs_at_json_boundary: true }),
      hook({ header_attribute_regex: '(' }),
    ],
  },
  {
    kind: 'receiver',
    type: 'http_check',
    rule: 'targets have addresses',
    keeps: [{ targets: [{ endpoint: 'http://a' }] }, { targets: [{ endpoints: ['http://a', 'https://b'] }] }],
    breaks: [
      {},
      { targets: [] },
      { targets: [{}] },
      { targets: [{ endpoint: 'a' }] },
      { targets: [{ endpoints: ['a'] }] },
    ],
  },
  {
    kind: 'receiver',
    type: 'loki',
    rule: 'a protocol',
    keeps: [{ protocols: { http: {} } }],
    breaks: [{}, { protocols: {} }],
  },
  {
    kind: 'exporter',
    type: 'splunk_hec',
    rule: 'an address, a token and something to send',
    keeps: [hec({}), hec({ log_data_enabled: false })],
    breaks: [
      {},
      { endpoint: 'http://a' },
      hec({ log_data_enabled: false, profiling_data_enabled: false }),
      hec({ max_content_length_logs: 838860801 }),
      hec({ max_event_size: 838860801 }),
    ],
  },
  {
    kind: 'exporter',
    type: 'awss3',
    rule: 'a bucket, and known values',
    keeps: [bucket({}), { s3uploader: { endpoint: 'http://a' } }, bucket({ compression: 'gzip', acl: 'private' })],
    breaks: [
      {},
      bucket({ region: '' }),
      bucket({ storage_class: 'COLD' }),
      bucket({ acl: 'mine' }),
      bucket({ compression: 'snappy' }),
      bucket({ retry_mode: 'never' }),
      bucket({ unique_key_func_name: 'uuid' }),
    ],
  },
  {
    kind: 'exporter',
    type: 'elasticsearch',
    rule: 'one target, one index, one limit',
    keeps: [
      search({}),
      { endpoints: ['https://a', 'http://b'] },
      search({ logs_index: 'a' }),
      search({ compression: 'none', retry: { max_retries: 2 } }),
    ],
    breaks: [
      search({ endpoints: ['http://b'] }),
      { endpoints: ['a'] },
      search({ compression: 'zstd' }),
      search({ compression_params: { level: 100 } }),
      search({ retry: { max_requests: 2, max_retries: 2 } }),
      search({ retry: { max_retries: -1 } }),
      search({ logs_index: 'a', logs_dynamic_index: { enabled: true } }),
      search({ metadata_keys: ['a', 'A'] }),
    ],
  },
  {
    kind: 'exporter',
    type: 'clickhouse',
    rule: 'an address',
    keeps: [{ endpoint: 'tcp://a:9000' }],
    breaks: [{}],
  },
  {
    kind: 'exporter',
    type: 'syslog',
    rule: 'an address, and known values',
    keeps: [{ endpoint: 'a' }, { endpoint: 'a', network: 'UDP' }, { endpoint: '/a', network: 'unix', port: 0 }],
    breaks: [
      {},
      { endpoint: 'a', port: 0 },
      { endpoint: 'a', network: 'sctp' },
      { endpoint: 'a', protocol: 'rfc1' },
      { endpoint: 'a', protocol: 'rfc3164', enable_octet_counting: true },
    ],
  },
  {
    kind: 'connector',
    type: 'failover',
    rule: 'levels, and an interval',
    keeps: [{ priority_levels: [['traces/a']] }],
    breaks: [{}, { priority_levels: [] }, { priority_levels: [['traces/a']], retry_interval: '0s' }],
  },
  {
    kind: 'connector',
    type: 'signal_to_metrics',
    rule: 'each metric has a name and one type, with a value',
    keeps: [
      metric({ sum: { value: '1' } }),
      metric({ histogram: { buckets: [1], value: '1' } }),
      metric({ gauge: { value: '1' }, conditions: [`span.${log}`] }),
    ],
    breaks: [
      {},
      { spans: [{ sum: { value: '1' } }] },
      metric({}),
      metric({ sum: {} }),
      metric({ sum: { value: '1' }, gauge: { value: '1' } }),
      metric({ sum: { value: '1' }, attributes: [{ optional: true }] }),
    ],
  },
  {
    kind: 'connector',
    type: 'sum',
    rule: 'each metric has a source',
    keeps: [{ spans: { a: { source_attribute: 'b', conditions: [log] } } }],
    breaks: [
      { spans: { a: {} } },
      { spans: { '': { source_attribute: 'b' } } },
      { spans: { a: { source_attribute: 'b', attributes: [{ key: '' }] } } },
      { metrics: { a: { source_attribute: 'b', attributes: [{ key: 'c' }] } } },
    ],
  },
  {
    kind: 'processor',
    type: 'log_dedup',
    rule: 'fields are of one list, and of what a log record has',
    keeps: [{}, { exclude_fields: ['body.a', 'attributes.b'] }, { include_fields: ['attributes.b'] }],
    breaks: [
      { interval: '0s' },
      { log_count_attribute: '' },
      { exclude_fields: ['body'] },
      { exclude_fields: ['resource.a'] },
      { exclude_fields: ['body.a'], include_fields: ['body.b'] },
    ],
  },
  {
    kind: 'processor',
    type: 'metrics_transform',
    rule: 'an action has what it needs',
    keeps: [transform({}), transform({ action: 'group', group_resource_labels: { a: 'b' } })],
    breaks: [
      { transforms: [{ action: 'update' }] },
      { transforms: [{ include: 'a' }] },
      { transforms: [{ include: 'a', action: 'insert' }] },
      transform({ action: 'combine' }),
      transform({ action: 'group' }),
      transform({ match_type: 'regexp', include: '(' }),
      transform({ operations: [{ action: 'add_label', new_label: 'a' }] }),
      transform({ operations: [{ action: 'update_label' }] }),
    ],
  },
  {
    kind: 'processor',
    type: 'metricsgeneration',
    rule: 'a rule has what it needs',
    keeps: [generated({}), generated({ type: 'calculate', metric2: 'c', operation: 'add' })],
    breaks: [
      generated({ scale_by: 0 }),
      generated({ type: 'calculate' }),
      generated({ metric1: 'a' }),
      generated({ operation: 'power' }),
      generated({ name: '' }),
    ],
  },
  {
    kind: 'processor',
    type: 'metric_start_time',
    rule: 'a strategy, and what belongs to it',
    keeps: [{}, { strategy: 'start_time_metric', start_time_metric_regex: '^a' }],
    breaks: [{ strategy: 'first' }, { start_time_metric_regex: '^a' }, { gc_interval: '0s' }],
  },
  {
    kind: 'extension',
    type: 'oauth2client',
    rule: 'who asks, and where',
    keeps: [
      client({}),
      client({ client_id: '', client_id_file: '/a' }),
      client({ client_secret: '', client_secret_file: '/a' }),
    ],
    breaks: [{}, client({ token_url: '' }), client({ client_id: '' }), client({ client_secret: '' })],
  },
  {
    kind: 'extension',
    type: 'basicauth',
    rule: 'a server or a client',
    keeps: [{ htpasswd: { inline: 'a:b' } }, { client_auth: { username: 'a', password: 'b' } }],
    breaks: [{}, { htpasswd: {} }, { htpasswd: { inline: 'a:b' }, client_auth: { username: 'a', password: 'b' } }],
  },
  {
    kind: 'extension',
    type: 'headers_setter',
    rule: 'a header has one source',
    keeps: [header({ value: 'b' }), header({ from_context: 'b' }), header({ action: 'delete' })],
    breaks: [{}, { headers: [{ value: 'b' }] }, header({}), header({ value: 'b', from_context: 'c' })],
  },
];
