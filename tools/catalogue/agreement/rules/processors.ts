import type { ConfigMap } from '../../../../src/model/config';
import { type DrawnSection, rulesOf } from '../rule';

const second = { check_interval: '1s' };
export const limiter: Readonly<Record<string, DrawnSection>> = {
  'the check has an interval': {
    fields: {
      check_interval: ['1s', '1ms', '1m', '0s', '-1s', undefined],
      limit_mib: [400, 4000],
      spike_limit_mib: [undefined, 50, 300],
    },
  },
  'there is a limit': {
    base: second,
    fields: { limit_mib: [undefined, 0, 0, 100], limit_percentage: [undefined, undefined, 0, 0, 50, 80] },
  },
  'percentages are at most 100': {
    base: second,
    fields: {
      limit_percentage: [10, 50, 90, 100, 101, 200],
      spike_limit_percentage: [undefined, undefined, 0, 5, 9, 101],
    },
  },
  'a spike is less than the limit, in MiB': {
    base: second,
    fields: {
      limit_mib: [50, 100, 200],
      limit_percentage: [undefined, 50],
      spike_limit_mib: [undefined, 0, 50, 100, 150, 300],
    },
  },
  'a spike is less than the limit, in percent': {
    base: second,
    fields: {
      limit_percentage: [20, 50, 80],
      limit_mib: [undefined, 100],
      spike_limit_percentage: [undefined, 0, 20, 50, 60, 80],
    },
  },
  'the least intervals of the garbage collection are in order': {
    base: { ...second, limit_mib: 100 },
    fields: {
      min_gc_interval_when_soft_limited: [undefined, '0s', '5s', '15s', '-1s'],
      min_gc_interval_when_hard_limited: [undefined, '0s', '5s', '10s', '11s'],
    },
  },
  'the longest intervals of the garbage collection are in order': {
    base: { ...second, limit_mib: 100 },
    fields: {
      min_gc_interval_when_soft_limited: [undefined, '5s', '40s'],
      max_gc_interval_when_soft_limited: [undefined, '0s', '20s', '1m', '-1s'],
      max_gc_interval_when_hard_limited: [undefined, '0s', '20s', '1m', '-1s'],
    },
  },
};

const batch: Readonly<Record<string, DrawnSection>> = {
  'the largest batch is not less than the usual one': {
    fields: {
      send_batch_size: [undefined, 100, 8192, 10_000],
      send_batch_max_size: [undefined, 0, 50, 99, 100, 8191, 8192, 9000],
    },
  },
  'keys differ': {
    fields: {
      metadata_keys: [[], ['a'], ['a', 'b'], ['a', 'a'], ['a', 'A'], ['X-Id', 'b', 'x-id']],
      metadata_cardinality_limit: [undefined, 0, 10],
    },
  },
  'the timeout is not negative': {
    fields: { timeout: [undefined, '0s', '1s', '5m', '-1s', '-1ms', '-5m'], send_batch_size: [undefined, 10, 100] },
  },
};

const acts = (action: ConfigMap) => ({ actions: [action] });
const setters = ['insert', 'update', 'upsert', 'INSERT'];
const attributes: Readonly<Record<string, DrawnSection>> = {
  'there are actions': {
    fields: {
      actions: [undefined, [], null, [{ key: 'a', action: 'delete' }], [{ key: 'a', action: 'hash' }]],
      include: [undefined, { match_type: 'strict', services: ['a'] }],
    },
  },
  'an action has a key': {
    fields: {
      action: ['delete', 'hash', 'delete', 'insert', 'convert'],
      key: [undefined, undefined, '', 'a'],
      pattern: [undefined, '', 'a.*'],
    },
    within: ({ action, ...rest }) =>
      acts({
        action,
        ...rest,
        ...(action === 'insert' && { value: 1, pattern: '' }),
        ...(action === 'convert' && { converted_type: 'int', pattern: '' }),
      } as ConfigMap),
  },
  'what is set has one source': {
    base: { key: 'a' },
    fields: {
      action: setters,
      value: [undefined, undefined, null, 1, ''],
      from_attribute: [undefined, undefined, '', 'b'],
      from_context: [undefined, undefined, 'metadata.b', 'auth.c'],
    },
    within: acts,
  },
  'what is set has no pattern and no type': {
    base: { key: 'a', value: 1 },
    fields: {
      action: setters,
      pattern: [undefined, undefined, '', 'a'],
      converted_type: [undefined, undefined, '', 'int'],
    },
    within: acts,
  },
  'what is deleted or hashed has no value': {
    base: { key: 'a' },
    fields: {
      action: ['delete', 'hash'],
      value: [undefined, undefined, undefined, 1],
      from_attribute: [undefined, undefined, undefined, 'b'],
      converted_type: [undefined, undefined, undefined, 'int'],
      pattern: [undefined, 'a.*'],
    },
    within: acts,
  },
  'what is extracted has a pattern with named groups': {
    base: { key: 'a', action: 'extract' },
    fields: {
      pattern: [
        '(?P<x>a)',
        '^(?P<x>.*)/(?:a|b)$',
        '\\((?P<x>\\d)',
        '(?P<x>a)(?P<y>b)',
        '[(](?P<x>a)',
        '(?P<x>a)(b)',
        '(a)',
        undefined,
      ],
      value: [undefined, undefined, undefined, undefined, 1],
    },
    within: acts,
  },
  'what is converted has a type and nothing else': {
    base: { key: 'a', action: 'convert' },
    fields: {
      converted_type: ['int', 'double', 'string', 'int', 'bool', undefined],
      value: [undefined, undefined, undefined, undefined, 1],
      pattern: [undefined, undefined, undefined, undefined, 'a'],
    },
    within: acts,
  },
  'a pattern compiles': {
    base: { key: 'a' },
    fields: {
      action: ['delete', 'hash'],
      pattern: ['a.*', '^a$', '[a-z]+', '(?i)a', '\\d', '(', '[a', 'a**', '(?!a)', '\\1'],
    },
    within: acts,
  },
  'an action is known': {
    base: { key: 'a' },
    fields: {
      action: ['delete', 'hash', 'Delete', 'HASH', 'remove', '', undefined, 'set', 'drop'],
      pattern: [undefined, '', 'a'],
    },
    within: acts,
  },
};

const resource: Readonly<Record<string, DrawnSection>> = {
  'there are attributes': {
    fields: {
      attributes: [
        undefined,
        [],
        null,
        [{ key: 'a', action: 'delete' }],
        [{ key: 'a', action: 'insert', value: 1 }],
        [{ key: 'b', action: 'hash' }],
      ],
    },
  },
  'an action has what it needs': {
    fields: {
      key: ['a', 'a', 'b', 'b', undefined],
      action: ['insert', 'update', 'delete', 'upsert', 'insert'],
      value: [undefined, 1, 'x'],
      from_attribute: [undefined, undefined, undefined, 'b'],
    },
    within: (action) => ({ attributes: [action] }),
  },
};

const k8s = (name: string) => (extract: ConfigMap) => ({ extract: { [name]: [extract] } });
const k8sAttributes: Readonly<Record<string, DrawnSection>> = {
  'the kind of access is known': {
    fields: {
      auth_type: [undefined, undefined, 'none', 'none', 'kubeConfig', 'serviceAccount', 'token', 'NONE', 'aws', ''],
      passthrough: [true, true, false],
    },
  },
  'an association has up to four sources': {
    fields: {
      count: [1, 2, 3, 4, 5, 6, 7, 8],
      from: ['connection', 'resource_attribute'],
      passthrough: [undefined, true, false],
    },
    within: ({ count, from = null, ...rest }) => ({
      ...rest,
      pod_association: [{ sources: Array.from({ length: Number(count) }, (_, i) => ({ from, name: `a${i}` })) }],
    }),
  },
  'a label has a key or a pattern': {
    base: { tag_name: 'a' },
    fields: {
      key: [undefined, '', 'a', 'b', 'c'],
      key_regex: [undefined, 'b', 'a.*', '(.*)'],
      from: [undefined, 'pod', 'namespace'],
    },
    within: k8s('labels'),
  },
  'a pattern compiles': {
    base: { tag_name: 'a' },
    fields: {
      key_regex: ['a.*', '^b$', '(.*)', '(?i)a', '(', '[a', 'a**', '(?!a)'],
      from: [undefined, 'pod', 'namespace'],
    },
    within: k8s('annotations'),
  },
  'what labels belong to is known': {
    base: { key: 'a' },
    fields: {
      from: [
        undefined,
        'pod',
        'namespace',
        'node',
        'deployment',
        'job',
        '',
        'cluster',
        'Pod',
        'pods',
        'replicaset',
        'x',
      ],
      tag_name: ['a', 'b', undefined],
    },
    within: k8s('labels'),
  },
  'metadata is known': {
    fields: {
      'extract.metadata': [
        undefined,
        [],
        ['k8s.pod.name'],
        ['k8s.node.uid', 'container.id'],
        ['service.name', 'k8s.pod.ip'],
        ['k8s.pod'],
        ['k8s.pod.name', 'x'],
        ['pod.name'],
        ['K8S.POD.NAME'],
        [''],
      ],
      passthrough: [undefined, true, false],
    },
  },
  'filters of labels are known': {
    base: { key: 'a', value: 'b' },
    fields: {
      op: [undefined, '', 'equals', 'not-equals', 'exists', 'does-not-exist', 'in', 'Equals', '=', 'not'],
      key: ['a', 'c', 'd'],
    },
    within: (label) => ({ filter: { labels: [label] } }),
  },
  'filters of fields are known': {
    base: { key: 'a', value: 'b' },
    fields: { op: [undefined, '', 'equals', 'not-equals', 'exists', 'does-not-exist', 'in'], key: ['a', 'c', 'd'] },
    within: (field) => ({ filter: { fields: [field] } }),
  },
};

const resourceDetection: Readonly<Record<string, DrawnSection>> = {
  'trying again has an end': {
    base: { detectors: ['env'] },
    fields: {
      timeout: [undefined, '0s', '0s', '0s', '0s', '1s'],
      'retry.enabled': [undefined, true, true, false],
      'retry.max_elapsed_time': [undefined, undefined, '0s', '0s', '1m'],
      'retry.initial_interval': [undefined, '1s'],
    },
  },
};

export const processorRules = [
  ...rulesOf('processor', 'memory_limiter', limiter),
  ...rulesOf('processor', 'batch', batch),
  ...rulesOf('processor', 'attributes', attributes),
  ...rulesOf('processor', 'resource', resource),
  ...rulesOf('processor', 'k8s_attributes', k8sAttributes),
  ...rulesOf('processor', 'resource_detection', resourceDetection),
];
