import type { RuleCases } from '../../../tools/catalogue/vectors/rules/rule-cases';

const limiter = (fields: object) => ({ check_interval: '1s', limit_mib: 100, ...fields });
const share = (fields: object) => ({ check_interval: '1s', limit_percentage: 80, ...fields });
const http = (fields: object) => ({ endpoint: 'http://a', ...fields });
const queue = (fields: object) => http({ sending_queue: fields });
const tls = (fields: object) => http({ tls: fields });
const retry = (fields: object) => http({ retry_on_failure: fields });
const server = (tls: object) => ({ protocols: { grpc: { tls } } });
const balanced = (fields: object) => ({ resolver: { static: { hostnames: ['a:1'] } }, ...fields });
const act = (fields: object) => ({ actions: [{ key: 'a', ...fields }] });
const set = (fields: object) => act({ action: 'insert', ...fields });
const match = (include: object) => ({ include, actions: [{ key: 'a', action: 'delete' }] });
const route = (fields: object) => ({ table: [{ pipelines: ['traces/out'], ...fields }] });
const pem = '-----BEGIN CERTIFICATE-----';
const log = 'attributes["a"] == "b"';

/** What the real collector is asked of each rule. */
export const ruleCases: readonly RuleCases[] = [
  {
    kind: 'processor',
    type: 'memory_limiter',
    rule: 'a spike is less than the limit, in MiB',
    keeps: [limiter({ spike_limit_mib: 99 }), share({ spike_limit_mib: 99 }), limiter({ spike_limit_mib: 0 })],
    breaks: [limiter({ spike_limit_mib: 100 }), limiter({ spike_limit_mib: 101 })],
  },
  {
    kind: 'processor',
    type: 'memory_limiter',
    rule: 'a spike is less than the limit, in percent',
    keeps: [share({ spike_limit_percentage: 79 }), limiter({ spike_limit_percentage: 100 })],
    breaks: [share({ spike_limit_percentage: 80 }), share({ spike_limit_percentage: 90 })],
  },
  {
    kind: 'processor',
    type: 'memory_limiter',
    rule: 'the garbage is not collected more often under the soft limit',
    keeps: [
      limiter({ min_gc_interval_when_hard_limited: '10s' }),
      limiter({ min_gc_interval_when_soft_limited: '5s', min_gc_interval_when_hard_limited: '5s' }),
    ],
    breaks: [
      limiter({ min_gc_interval_when_hard_limited: '11s' }),
      limiter({ min_gc_interval_when_soft_limited: '5s', min_gc_interval_when_hard_limited: '6s' }),
      limiter({ min_gc_interval_when_soft_limited: '-1s' }),
    ],
  },
  {
    kind: 'processor',
    type: 'memory_limiter',
    rule: 'the longest interval is not less than the least',
    from: '0.159.0',
    keeps: [
      limiter({ max_gc_interval_when_soft_limited: '0s', min_gc_interval_when_soft_limited: '1m' }),
      limiter({ max_gc_interval_when_soft_limited: '1m', min_gc_interval_when_soft_limited: '1m' }),
      limiter({ max_gc_interval_when_hard_limited: '0s' }),
    ],
    breaks: [
      limiter({ min_gc_interval_when_soft_limited: '31s' }),
      limiter({ max_gc_interval_when_soft_limited: '9s', max_gc_interval_when_hard_limited: '5s' }),
      limiter({ max_gc_interval_when_soft_limited: '29s' }),
      limiter({ max_gc_interval_when_hard_limited: '31s' }),
      limiter({
        max_gc_interval_when_hard_limited: '4s',
        min_gc_interval_when_hard_limited: '5s',
      }),
    ],
  },
  {
    kind: 'processor',
    type: 'batch',
    rule: 'the largest batch is not less than the one that is sent',
    keeps: [
      { send_batch_max_size: 8192 },
      { send_batch_max_size: 0 },
      { send_batch_size: 10, send_batch_max_size: 10 },
      { send_batch_size: 0, send_batch_max_size: 1 },
      { send_batch_size: 10000 },
    ],
    breaks: [
      { send_batch_max_size: 8191 },
      { send_batch_size: 10, send_batch_max_size: 9 },
      { send_batch_size: 10000, send_batch_max_size: 9000 },
    ],
  },
  {
    kind: 'exporter',
    type: 'otlp_http',
    rule: 'a queue on disk is not waited for',
    keeps: [
      queue({ storage: 'file_storage' }),
      queue({ wait_for_result: true }),
      queue({ enabled: false, storage: 'file_storage', wait_for_result: true }),
    ],
    breaks: [queue({ storage: 'file_storage', wait_for_result: true })],
  },
  {
    kind: 'exporter',
    type: 'otlp_http',
    rule: 'the queue holds a batch',
    keeps: [
      queue({ batch: {} }),
      queue({ sizer: 'items', queue_size: 10000, batch: {} }),
      queue({ sizer: 'items', queue_size: 100, batch: { min_size: 100 } }),
      queue({ sizer: 'items', queue_size: 100, batch: { sizer: 'bytes', min_size: 1000 } }),
    ],
    breaks: [
      queue({ sizer: 'items', queue_size: 100, batch: { min_size: 101 } }),
      queue({ sizer: 'items', queue_size: 100, batch: { sizer: 'items', min_size: 101 } }),
      queue({ sizer: 'bytes', batch: { sizer: 'bytes', min_size: 1001 } }),
    ],
  },
  {
    kind: 'exporter',
    type: 'otlp_http',
    rule: 'the queue holds a batch of the size that it has of itself',
    from: '0.159.0',
    keeps: [
      queue({ sizer: 'items', batch: { enabled: false } }),
      queue({ batch: null }),
      queue({ batch: { min_size: 5000 } }),
      queue({ sizer: 'bytes', batch: null }),
    ],
    breaks: [
      queue({ sizer: 'items', batch: {} }),
      queue({ sizer: 'items', batch: null }),
      queue({ sizer: 'items', queue_size: 8191, batch: {} }),
    ],
  },
  {
    kind: 'exporter',
    type: 'otlp_http',
    rule: 'the largest batch is not less than the least',
    from: '0.159.0',
    keeps: [
      queue({ batch: { max_size: 8192 } }),
      queue({ batch: { max_size: 0 } }),
      queue({ batch: { min_size: 5, max_size: 5 } }),
      queue({ batch: { enabled: false, min_size: 5, max_size: 4 } }),
    ],
    breaks: [queue({ batch: { max_size: 8191 } }), queue({ batch: { min_size: 5, max_size: 4 } })],
  },
  {
    kind: 'exporter',
    type: 'otlp_http',
    rule: 'an export is tried for as long as between two tries',
    keeps: [
      retry({ max_elapsed_time: '30s' }),
      retry({ max_elapsed_time: '0s' }),
      retry({ initial_interval: '1s', max_interval: '2s', max_elapsed_time: '2s' }),
    ],
    breaks: [
      retry({ max_elapsed_time: '29s' }),
      retry({ max_interval: '6m' }),
      retry({ initial_interval: '6m' }),
      retry({ initial_interval: '3s', max_interval: '2s', max_elapsed_time: '2s' }),
    ],
  },
  {
    kind: 'exporter',
    type: 'otlp_http',
    rule: 'retry values count while it is off',
    from: '0.159.0',
    keeps: [retry({ enabled: false })],
    breaks: [retry({ enabled: false, max_elapsed_time: '29s' })],
  },
  {
    kind: 'exporter',
    type: 'otlp_http',
    rule: 'the authorities come from one source',
    keeps: [tls({ ca_file: '/x' }), tls({ ca_pem: pem })],
    breaks: [tls({ ca_file: '/x', ca_pem: pem })],
  },
  {
    kind: 'exporter',
    type: 'otlp_http',
    rule: 'certificate and key come from one source each, and together',
    from: '0.159.0',
    keeps: [
      tls({ cert_file: '/c', key_file: '/k' }),
      tls({ cert_pem: pem, key_file: '/k' }),
      tls({ cert_file: '', key_file: '' }),
    ],
    breaks: [
      tls({ cert_file: '/c' }),
      tls({ key_file: '/k' }),
      tls({ cert_file: '/c', cert_pem: pem, key_file: '/k' }),
    ],
  },
  {
    kind: 'exporter',
    type: 'otlp_http',
    rule: 'TLS versions are in order',
    keeps: [
      tls({ min_version: '1.3', max_version: '1.3' }),
      tls({ max_version: '1.2' }),
      tls({ min_version: '1.0', max_version: '1.1' }),
      tls({ min_version: '1.3', max_version: '' }),
    ],
    breaks: [tls({ max_version: '1.1' }), tls({ min_version: '1.3', max_version: '1.2' })],
  },
  {
    kind: 'exporter',
    type: 'otlp_http',
    rule: 'the level is one that the compression knows',
    keeps: [
      http({ compression_params: { level: -2 } }),
      http({ compression_params: { level: 9 } }),
      http({ compression: 'zlib', compression_params: { level: -1 } }),
      http({ compression: 'zstd', compression_params: { level: 11 } }),
      http({ compression: 'snappy', compression_params: { level: 0 } }),
      http({ compression: 'none', compression_params: { level: 50 } }),
      http({ compression: '', compression_params: { level: 50 } }),
    ],
    breaks: [
      http({ compression_params: { level: 10 } }),
      http({ compression: 'gzip', compression_params: { level: -3 } }),
      http({ compression: 'snappy', compression_params: { level: 1 } }),
      http({ compression: 'lz4', compression_params: { level: 1 } }),
      http({ compression: 'x-snappy-framed', compression_params: { level: 1 } }),
    ],
  },
  {
    kind: 'receiver',
    type: 'otlp',
    rule: 'TLS of a server has a certificate and its key',
    from: '0.159.0',
    keeps: [
      server({ cert_file: '/c', key_file: '/k' }),
      server({ enabled: false }),
      server({ enabled: false, cert_file: '/c' }),
    ],
    breaks: [server({}), server({ cert_file: '/c' }), server({ key_file: '/k' }), server({ client_ca_file: '/x' })],
  },
  {
    kind: 'receiver',
    type: 'otlp',
    rule: 'one of the protocols is on',
    from: '0.159.0',
    keeps: [{ protocols: { grpc: { enabled: false }, http: null } }, { protocols: { grpc: { enabled: true } } }],
    breaks: [
      { protocols: { grpc: { enabled: false } } },
      { protocols: { grpc: { enabled: false }, http: { enabled: false } } },
    ],
  },
  {
    kind: 'exporter',
    type: 'debug',
    rule: 'output paths are for a logger of its own',
    from: '0.159.0',
    keeps: [{ use_internal_logger: false, output_paths: ['stderr'] }, { use_internal_logger: false }],
    breaks: [
      { output_paths: ['stderr'] },
      { use_internal_logger: true, output_paths: ['stderr'] },
      { output_paths: [] },
    ],
  },
  {
    kind: 'exporter',
    type: 'file',
    rule: 'a file that is appended to is not rotated',
    keeps: [
      { path: '/tmp/x', append: true },
      { path: '/tmp/x', append: false, rotation: {} },
    ],
    breaks: [{ path: '/tmp/x', append: true, rotation: {} }],
  },
  {
    kind: 'exporter',
    type: 'file',
    rule: 'a file that is appended to is not compressed',
    until: '0.159.0',
    keeps: [
      { path: '/tmp/x', append: true, compression: '' },
      { path: '/tmp/x', compression: 'zstd' },
    ],
    breaks: [{ path: '/tmp/x', append: true, compression: 'zstd' }],
  },
  {
    kind: 'exporter',
    type: 'file',
    rule: 'groups have a place in the path',
    keeps: [
      { path: '/tmp/*/x', group_by: { enabled: true } },
      { path: '/tmp/x', group_by: { enabled: false } },
      { path: '/tmp/x', group_by: {} },
    ],
    breaks: [
      { path: '/tmp/x', group_by: { enabled: true } },
      { path: '/tmp/*/*', group_by: { enabled: true } },
      { path: '*/x', group_by: { enabled: true } },
    ],
  },
  {
    kind: 'exporter',
    type: 'file',
    rule: 'groups have an attribute',
    keeps: [{ path: '/tmp/*/x', group_by: { enabled: true, resource_attribute: 'a' } }],
    breaks: [{ path: '/tmp/*/x', group_by: { enabled: true, resource_attribute: '' } }],
  },
  {
    kind: 'exporter',
    type: 'file',
    rule: 'permissions are for a directory that is created',
    from: '0.159.0',
    keeps: [
      { path: '/tmp/x', create_directory: true, directory_permissions: '0700' },
      { path: '/tmp/x', create_directory: true, directory_permissions: '' },
      { path: '/tmp/x', directory_permissions: '' },
    ],
    breaks: [
      { path: '/tmp/x', directory_permissions: '0700' },
      { path: '/tmp/x', create_directory: true, directory_permissions: '0999' },
      { path: '/tmp/x', create_directory: true, directory_permissions: '07777' },
      { path: '/tmp/x', create_directory: true, directory_permissions: 'rwx' },
    ],
  },
  {
    kind: 'exporter',
    type: 'file',
    rule: 'the level is for a compression',
    from: '0.159.0',
    keeps: [
      { path: '/tmp/x', compression: 'zstd', compression_params: { level: 30 } },
      { path: '/tmp/x', compression_params: { level: 30 } },
    ],
    breaks: [{ path: '/tmp/x', compression: 'gzip', compression_params: { level: 1 } }],
  },
  {
    kind: 'exporter',
    type: 'prometheus',
    rule: 'a batch of a queue without defaults',
    from: '0.159.0',
    keeps: [
      {
        endpoint: 'a:1',
        sending_queue: { num_consumers: 1, queue_size: 5, sizer: 'items', batch: { flush_timeout: '1s', max_size: 3 } },
      },
    ],
    breaks: [
      {
        endpoint: 'a:1',
        sending_queue: {
          num_consumers: 1,
          queue_size: 5,
          sizer: 'items',
          batch: { flush_timeout: '1s', min_size: 4, max_size: 3 },
        },
      },
      {
        endpoint: 'a:1',
        sending_queue: { num_consumers: 1, queue_size: 5, sizer: 'items', batch: { flush_timeout: '1s', min_size: 6 } },
      },
    ],
  },
  {
    kind: 'exporter',
    type: 'load_balancing',
    rule: 'routing attributes belong to the key "attributes"',
    from: '0.159.0',
    keeps: [balanced({ routing_key: 'attributes', routing_attributes: ['a'] }), balanced({ routing_attributes: [] })],
    breaks: [
      balanced({ routing_key: 'attributes' }),
      balanced({ routing_key: 'attributes', routing_attributes: [] }),
      balanced({ routing_attributes: ['a'] }),
      balanced({ routing_key: 'service', routing_attributes: ['a'] }),
    ],
  },
  {
    kind: 'exporter',
    type: 'load_balancing',
    rule: 'one resolver is on',
    from: '0.159.0',
    keeps: [
      { resolver: { static: { enabled: true, hostnames: ['a:1'] } } },
      { resolver: { static: { hostnames: ['a:1'] }, dns: null } },
      balanced({ retry_on_failure: { max_elapsed_time: '5s' } }),
    ],
    breaks: [
      { resolver: { static: { hostnames: ['a:1'] }, dns: { hostname: 'a' } } },
      { resolver: { static: { enabled: false, hostnames: ['a:1'] } } },
      { resolver: {} },
    ],
  },
  {
    kind: 'processor',
    type: 'attributes',
    rule: 'an action has a key',
    keeps: [act({ action: 'delete' }), { actions: [{ pattern: 'a.*', action: 'delete' }] }],
    breaks: [
      { actions: [{ action: 'delete' }] },
      { actions: [{ action: 'insert', value: 1 }] },
      { actions: [{ action: 'extract', pattern: '(?P<x>.)' }] },
    ],
  },
  {
    kind: 'processor',
    type: 'attributes',
    rule: 'what is set has one source',
    keeps: [
      set({ value: 1 }),
      set({ value: '' }),
      set({ value: false }),
      set({ from_attribute: 'b' }),
      set({ from_context: 'metadata.b' }),
      set({ value: 1, from_attribute: '' }),
    ],
    breaks: [
      set({}),
      set({ value: null }),
      set({ value: 1, from_attribute: 'b' }),
      set({ value: 1, from_context: 'metadata.b' }),
      set({ from_attribute: 'b', from_context: 'metadata.b' }),
      act({ action: 'upsert' }),
      act({ action: 'update', from_attribute: '' }),
    ],
  },
  {
    kind: 'processor',
    type: 'attributes',
    rule: 'a default stands for a value',
    from: '0.159.0',
    keeps: [set({ default_value: 1 }), set({ from_attribute: 'b', default_value: 1 })],
    breaks: [set({ default_value: null })],
  },
  {
    kind: 'processor',
    type: 'attributes',
    rule: 'what is set has no pattern and no type',
    keeps: [set({ value: 1, pattern: '', converted_type: '' })],
    breaks: [set({ value: 1, pattern: 'a' }), set({ value: 1, converted_type: 'int' })],
  },
  {
    kind: 'processor',
    type: 'attributes',
    rule: 'what is deleted or hashed has no value',
    keeps: [
      act({ action: 'hash' }),
      act({ action: 'hash', pattern: '^a' }),
      act({ action: 'delete', from_context: 'x' }),
    ],
    breaks: [
      act({ action: 'delete', value: 1 }),
      act({ action: 'hash', from_attribute: 'b' }),
      act({ action: 'hash', converted_type: 'int' }),
      act({ action: 'delete', pattern: '(' }),
      act({ action: 'delete', pattern: '(?!a)' }),
    ],
  },
  {
    kind: 'processor',
    type: 'attributes',
    rule: 'what is extracted has a pattern with named groups',
    keeps: [
      act({ action: 'extract', pattern: '^/(?P<x>.*)/(?:a|b)' }),
      act({ action: 'extract', pattern: '\\((?P<x>[(]*)\\)' }),
    ],
    breaks: [
      act({ action: 'extract' }),
      act({ action: 'extract', pattern: 'a' }),
      act({ action: 'extract', pattern: '(a)' }),
      act({ action: 'extract', pattern: '(?P<x>a)(b)' }),
      act({ action: 'extract', pattern: '(?P<x>a', value: 1 }),
      act({ action: 'extract', pattern: '(?P<x>a)', value: 1 }),
      act({ action: 'extract', pattern: '(?P<x>a)', converted_type: 'int' }),
    ],
  },
  {
    kind: 'processor',
    type: 'attributes',
    rule: 'what is converted has a type and nothing else',
    keeps: [act({ action: 'convert', converted_type: 'double' }), act({ action: 'Convert', converted_type: 'string' })],
    breaks: [
      act({ action: 'convert' }),
      act({ action: 'convert', converted_type: 'int', value: 1 }),
      act({ action: 'convert', converted_type: 'int', pattern: 'a' }),
      act({ action: 'convert', converted_type: 'bool' }),
    ],
  },
  {
    kind: 'processor',
    type: 'attributes',
    rule: 'a match has fields of one signal',
    keeps: [
      match({ match_type: 'strict', services: ['a'] }),
      match({ match_type: 'strict', log_bodies: ['a'] }),
      match({ match_type: 'strict', metric_names: ['a'] }),
      match({ match_type: 'strict', resources: [{ key: 'a' }] }),
      match({ match_type: 'strict', services: ['a'], attributes: [{ key: 'a' }] }),
    ],
    breaks: [
      match({}),
      match({ match_type: 'strict' }),
      match({ match_type: 'strict', services: ['a'], log_bodies: ['a'] }),
      match({ match_type: 'strict', services: ['a'], metric_names: ['a'] }),
      match({ match_type: 'strict', metric_names: ['a'], attributes: [{ key: 'a' }] }),
    ],
  },
  {
    kind: 'processor',
    type: 'attributes',
    rule: 'texts are matched in a way',
    keeps: [match({ match_type: 'regexp', services: ['a'] })],
    breaks: [match({ services: ['a'] }), match({ log_bodies: ['a'] }), match({ metric_names: ['a'] })],
  },
  {
    kind: 'processor',
    type: 'resource',
    rule: 'an action has what it needs',
    keeps: [{ attributes: [{ key: 'a', action: 'delete' }] }],
    breaks: [{ attributes: [{ key: 'a', action: 'insert' }] }, { attributes: [{ action: 'delete' }] }],
  },
  {
    kind: 'processor',
    type: 'filter',
    rule: 'conditions do not stand beside older fields of the signal',
    from: '0.159.0',
    keeps: [
      { log_conditions: ['log.body == "a"'], traces: { span: ['name == "a"'] } },
      { trace_conditions: ['span.name == "a"'], spans: { include: { match_type: 'strict', services: ['a'] } } },
    ],
    breaks: [
      { log_conditions: [], logs: { log_record: ['body == "a"'] } },
      { log_conditions: ['log.body == "a"'], logs: { log_record: ['body == "a"'] } },
      { log_conditions: ['log.body == "a"'], logs: { include: { match_type: 'strict', bodies: ['a'] } } },
      { trace_conditions: ['span.name == "a"'], traces: { span: ['name == "a"'] } },
      { metric_conditions: ['metric.name == "a"'], metrics: { metric: ['name == "a"'] } },
      {
        metric_conditions: ['metric.name == "a"'],
        metrics: { exclude: { match_type: 'strict', metric_names: ['a'] } },
      },
    ],
  },
  {
    kind: 'processor',
    type: 'filter',
    rule: 'conditions do not stand beside what is included',
    keeps: [
      { logs: { log_record: ['body == "a"'] }, metrics: { include: { match_type: 'strict', metric_names: ['a'] } } },
    ],
    breaks: [
      { logs: { log_record: ['body == "a"'], include: { match_type: 'strict', bodies: ['a'] } } },
      { metrics: { metric: ['name == "a"'], exclude: { match_type: 'strict', metric_names: ['a'] } } },
      { traces: { span: ['name == "a"'] }, spans: { include: { match_type: 'strict', services: ['a'] } } },
    ],
  },
  {
    kind: 'processor',
    type: 'filter',
    rule: 'spans are matched by fields of spans',
    keeps: [{ spans: { include: { match_type: 'regexp', span_names: ['a.*'], span_kinds: ['SPAN_KIND_SERVER'] } } }],
    breaks: [
      { spans: { include: { match_type: 'strict' } } },
      { spans: { include: { match_type: 'strict', services: ['a'], metric_names: ['a'] } } },
      { spans: { exclude: { match_type: 'strict', log_bodies: ['a'] } } },
      { spans: { exclude: { services: ['a'] } } },
    ],
  },
  {
    kind: 'processor',
    type: 'tail_sampling',
    rule: 'names of policies differ',
    // Later releases look at them when they start, and then stop.
    until: '0.159.0',
    keeps: [
      {
        policies: [
          { name: 'a', type: 'always_sample' },
          { name: 'b', type: 'always_sample' },
        ],
      },
    ],
    breaks: [
      {
        policies: [
          { name: 'a', type: 'always_sample' },
          { name: 'a', type: 'always_sample' },
        ],
      },
    ],
  },
  {
    kind: 'processor',
    type: 'probabilistic_sampler',
    rule: 'a share is not too small',
    keeps: [{ sampling_percentage: 0 }, { sampling_percentage: 1e-10 }],
    breaks: [{ sampling_percentage: 1e-16 }, { sampling_percentage: -1 }],
  },
  {
    kind: 'processor',
    type: 'redaction',
    rule: 'a keyed hash has a key',
    from: '0.159.0',
    keeps: [
      { hash_function: 'hmac-sha256', hmac_key: '0123456789abcdef0123456789abcdef' },
      { hash_function: 'sha1' },
      { hash_function: 'HMAC-SHA256', hmac_key: '0123456789abcdef0123456789abcdef' },
    ],
    breaks: [
      { hash_function: 'hmac-sha256' },
      { hash_function: 'hmac-sha256', hmac_key: 'short' },
      { hash_function: 'hmac-sha512', hmac_key: '0123456789abcdef0123456789abcdef' },
    ],
  },
  {
    kind: 'connector',
    type: 'routing',
    rule: 'a route has a condition or a statement',
    keeps: [route({ condition: log }), route({ statement: `route() where ${log}` })],
    breaks: [route({}), route({ condition: log, statement: `route() where ${log}` })],
  },
  {
    kind: 'connector',
    type: 'routing',
    rule: 'a condition of the request compares one of its values',
    keeps: [
      route({ context: 'request', condition: 'request["X-Tenant"] == "a"' }),
      route({ context: 'request', condition: 'request["X-Tenant"] != "a"' }),
    ],
    breaks: [
      route({ context: 'request', condition: log }),
      route({ context: 'request', statement: `route() where ${log}` }),
    ],
  },
  {
    kind: 'extension',
    type: 'bearertokenauth',
    rule: 'tokens come from one field',
    keeps: [{ token: 'x' }, { tokens: ['x'] }, { token: 'x', tokens: [] }, { token: 'x', filename: '/tmp/x' }],
    breaks: [{ token: 'x', tokens: ['y'] }],
  },
  {
    kind: 'extension',
    type: 'file_storage',
    rule: 'permissions of a created directory are octal',
    keeps: [
      { directory: '/tmp', create_directory: true },
      { directory: '/tmp', directory_permissions: '999' },
    ],
    breaks: [
      { directory: '/tmp', create_directory: true, directory_permissions: '999' },
      { directory: '/tmp', create_directory: true, directory_permissions: '7777' },
      { directory: '/tmp', create_directory: true, directory_permissions: '' },
    ],
  },
  {
    kind: 'extension',
    type: 'file_storage',
    rule: 'what is compacted on rebound is looked at',
    keeps: [
      { directory: '/tmp', compaction: { directory: '/tmp', on_rebound: true } },
      { directory: '/tmp', compaction: { check_interval: '0s' } },
    ],
    breaks: [
      { directory: '/tmp', compaction: { directory: '/tmp', on_rebound: true, check_interval: '0s' } },
      { directory: '/tmp', compaction: { directory: '/tmp', on_rebound: true, check_interval: '-1s' } },
    ],
  },
  {
    kind: 'extension',
    type: 'file_storage',
    rule: 'thresholds fit in the largest size',
    from: '0.159.0',
    keeps: [
      { directory: '/tmp', max_size: 104857600, compaction: { directory: '/tmp', on_rebound: true } },
      { directory: '/tmp', max_size: 5, compaction: { on_rebound: false } },
    ],
    breaks: [
      { directory: '/tmp', max_size: 104857599, compaction: { directory: '/tmp', on_rebound: true } },
      {
        directory: '/tmp',
        max_size: 9000000,
        compaction: { directory: '/tmp', on_rebound: true, rebound_needed_threshold_mib: 1 },
      },
    ],
  },
];
