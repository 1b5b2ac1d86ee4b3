import type { ConfigMap } from '../../../../src/model/config';
import { type DrawnSection, rulesOf } from '../rule';

const logs = ['log.body == "a"'];
const spans = ['span.name == "a"'];
const strict = { match_type: 'strict', metric_names: ['a'] };
const filter: Readonly<Record<string, DrawnSection>> = {
  'conditions have one style': {
    fields: {
      log_conditions: [undefined, logs, [{ context: 'log', conditions: logs }]],
      'logs.log_record': [undefined, undefined, ['body == "a"'], ['body == "b"']],
      trace_conditions: [undefined, undefined, spans],
      'traces.span': [undefined, undefined, ['name == "a"']],
    },
  },
  'conditions are flat or grouped': {
    fields: {
      first: [...logs, 'log.body == "c"', { context: 'log', conditions: logs }, { conditions: logs }],
      second: ['log.body == "b"', { context: 'log', conditions: logs }],
      error_mode: [undefined, 'ignore', 'propagate'],
    },
    within: ({ first, second, ...rest }) => ({
      ...rest,
      log_conditions: [first, second].filter((one) => one !== undefined),
    }),
  },
  'conditions do not stand beside what is included': {
    fields: {
      'metrics.metric': [undefined, ['name == "a"'], ['name == "b"']],
      'metrics.include': [undefined, undefined, strict],
      'metrics.exclude': [undefined, undefined, strict],
      error_mode: [undefined, 'ignore'],
    },
  },
  'severities have names': {
    base: { match_type: 'strict' },
    fields: {
      'severity_number.min': ['INFO', 'info', 'WARN2', 'FATAL4', 'DEBUG', 'FATAL5', 'WARNING', 'x', 'ERR', 'CRITICAL'],
      'severity_number.match_undefined': [undefined, true, false],
    },
    within: (include) => ({ logs: { include } }),
  },
};

const grouped = { context: 'span', statements: ['set(span.name, "a")'] };
const transform: Readonly<Record<string, DrawnSection>> = {
  'statements are flat or grouped': {
    fields: {
      first: ['set(span.name, "b")', 'set(span.name, "d")', 'set(span.name, "e")', grouped],
      second: ['set(span.name, "c")', grouped, grouped, { statements: grouped.statements }],
      error_mode: [undefined, 'ignore', 'propagate'],
    },
    within: ({ first, second, ...rest }) => ({
      ...rest,
      trace_statements: [first, second].filter((one) => one !== undefined),
    }),
  },
  'a group has a context of its signal': {
    fields: {
      context: ['log', 'resource', 'scope', 'LOG', 'span', 'metric', 'datapoint', 'x', 'logs'],
      error_mode: [undefined, 'ignore', 'propagate'],
    },
    within: (group) => ({ log_statements: [{ ...group, statements: ['set(resource.attributes["a"], "b")'] }] }),
  },
};

const sampled = { name: 'a', type: 'always_sample' };
const tailSampling: Readonly<Record<string, DrawnSection>> = {
  'the strategy is known': {
    base: { policies: [sampled] },
    fields: {
      sampling_strategy: [undefined, 'trace-complete', 'span-ingest', 'x', 'Trace-Complete', 'span', 'tail'],
      num_traces: [undefined, 100, 1000],
    },
  },
  'other storage needs a gate': {
    base: { policies: [sampled] },
    fields: { tail_storage: [undefined, undefined, 'file_storage', 'a/b'], decision_wait: [undefined, '1s', '10s'] },
  },
  'a policy has the fields of its type': {
    base: { name: 'a' },
    fields: {
      type: ['latency', 'status_code', 'probabilistic'],
      latency: [undefined, { threshold_ms: 5 }, { threshold_ms: 9 }, { threshold: 5 }],
      status_code: [undefined, { status_codes: ['ERROR'] }, { status_codes: ['OK'] }, { codes: ['ERROR'] }],
      probabilistic: [undefined, { sampling_percentage: 5 }, { sampling_percentage: 9 }, { percentage: 5 }],
    },
    within: (policy) => ({ policies: [policy] }),
  },
  // Later releases look at policies when they start.
  'there are policies of known types': {
    release: '0.131.0',
    fields: {
      type: ['always_sample', 'latency', 'status_code', 'always', 'Latency', '', undefined],
      name: ['a', 'b', 'c'],
    },
    within: ({ type, ...rest }) => ({
      policies: [
        {
          ...rest,
          ...(type !== undefined && { type }),
          ...(type === 'status_code' && { status_code: { status_codes: ['ERROR'] } }),
        } as ConfigMap,
      ],
    }),
  },
  'names of policies differ': {
    release: '0.131.0',
    fields: {
      first: ['a', 'b'],
      second: ['a', 'b'],
      decision_wait: [undefined, '1s', '10s'],
    },
    within: ({ first, second, ...rest }) => ({
      ...rest,
      policies: [first, second].map((name) => ({ ...sampled, name }) as ConfigMap),
    }),
  },
};

const sampler: Readonly<Record<string, DrawnSection>> = {
  'the share is not negative, nor too small': {
    fields: {
      sampling_percentage: [undefined, 0, 15.3, 100, 1e-10, -1, -0.5, 1e-16, -100, 1e-17],
      hash_seed: [undefined, 1, 22],
    },
  },
  'the precision is 1 to 14': {
    base: { sampling_percentage: 10 },
    fields: { sampling_precision: [undefined, 1, 4, 14, 0, 15, 20, 30, -1], hash_seed: [undefined, 1, 22] },
  },
  'the source is known': {
    base: { sampling_percentage: 10 },
    fields: {
      attribute_source: [undefined, '', 'traceID', 'record', 'x', 'traceid', 'Record', 'span'],
      hash_seed: [undefined, 1, 22],
    },
  },
  'the mode is known': {
    base: { sampling_percentage: 10 },
    fields: {
      mode: [undefined, '', 'hash_seed', 'equalizing', 'proportional', 'x', 'Hash_Seed', 'hash', 'equal', 'seed'],
      hash_seed: [undefined, 1, 22],
    },
  },
};

/** Of the processors that drop data, and of the one that changes all of it. */
export const samplingRules = [
  ...rulesOf('processor', 'filter', filter),
  ...rulesOf('processor', 'transform', transform),
  ...rulesOf('processor', 'tail_sampling', tailSampling),
  ...rulesOf('processor', 'probabilistic_sampler', sampler),
];
