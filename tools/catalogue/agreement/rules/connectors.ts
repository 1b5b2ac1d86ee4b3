import type { ConfigMap } from '../../../../src/model/config';
import { type DrawnSection, rulesOf } from '../rule';

const log = 'attributes["a"] == "b"';
const other = 'attributes["c"] == "d"';
const traces = ['traces/out'];
const routes = (route: ConfigMap) => ({ table: [route] });
const routing: Readonly<Record<string, DrawnSection>> = {
  'there is a table': {
    fields: {
      table: [undefined, [], null, [{ condition: log, pipelines: traces }], [{ condition: other, pipelines: traces }]],
      default_pipelines: [undefined, ['traces/other']],
    },
  },
  'a route has a condition or a statement': {
    base: { pipelines: traces },
    fields: {
      condition: [undefined, undefined, '', log, other],
      statement: [undefined, undefined, '', `route() where ${log}`, `route() where ${other}`],
    },
    within: routes,
  },
  'a route has pipelines': {
    fields: {
      condition: [log, other],
      pipelines: [undefined, [], ['traces/a'], ['traces/a', 'traces/b']],
      context: [undefined, 'resource', ''],
    },
    within: routes,
  },
  'the context is known': {
    base: { condition: log, pipelines: traces },
    fields: {
      context: [undefined, '', 'resource', 'span', 'x', 'scope', 'Resource', 'spans'],
      action: [undefined, 'move', 'copy'],
    },
    within: routes,
  },
  'the action is known': {
    base: { pipelines: traces },
    fields: { action: [undefined, 'move', 'copy', 'drop', 'Move', '', 'x'], condition: [log, other] },
    within: routes,
  },
  'the error mode is known': {
    base: routes({ condition: log, pipelines: traces }),
    fields: {
      error_mode: [undefined, 'ignore', 'silent', 'propagate', 'Ignore', 'drop', 'x', '', 'fail', 'none'],
      default_pipelines: [undefined, ['traces/other']],
    },
  },
};

const failover: Readonly<Record<string, DrawnSection>> = {
  'there are levels': {
    fields: {
      priority_levels: [undefined, [], [traces], [traces, ['traces/b']], [['traces/a', 'traces/b']]],
      retry_interval: [undefined, '1s', '10m'],
    },
  },
  'it tries again': {
    base: { priority_levels: [traces] },
    fields: {
      retry_interval: [undefined, '1s', '5m', '10m', '0s', '-1s', '-5m'],
      'sending_queue.queue_size': [undefined, 10, 100],
    },
  },
  'levels have pipelines': {
    fields: {
      first: [traces, ['traces/b'], []],
      second: [traces, ['traces/c'], []],
    },
    within: ({ first, second }) => ({ priority_levels: [first, second] }) as ConfigMap,
  },
};

const metrics = ['a', 'b', 'c.d', ''];
const count: Readonly<Record<string, DrawnSection>> = {
  'metrics have names': {
    fields: {
      name: [...metrics, ''],
      description: [undefined, 'a', 'b'],
      kind: ['spans', 'logs', 'metrics', 'datapoints'],
    },
    within: ({ name, kind, ...rest }) => ({ [String(kind)]: { [String(name)]: rest } }),
  },
  'attributes have keys': {
    fields: {
      key: ['a', 'b', '', undefined],
      default_value: [undefined, 'x', 1],
      kind: ['spans', 'logs', 'datapoints'],
    },
    within: ({ kind, ...attribute }) => ({ [String(kind)]: { a: { attributes: [attribute] } } }),
  },
  'metrics are not counted by attributes': {
    fields: {
      kind: ['metrics', 'metrics', 'metrics', 'spans', 'logs'],
      attributes: [undefined, [], [{ key: 'a' }], [{ key: 'a' }, { key: 'b' }], [{ key: 'c' }]],
    },
    within: ({ kind, ...rest }) => ({ [String(kind)]: { a: rest } }),
  },
};

const named = (...names: readonly string[]) => names.map((name) => ({ name }));
const names = [
  undefined,
  [],
  named('a'),
  named('a', 'b'),
  named('a', 'a'),
  named('span.name'),
  named('status.code'),
  named('b', 'b'),
];
const spanMetrics: Readonly<Record<string, DrawnSection>> = {
  'there is one histogram': {
    fields: {
      explicit: [undefined, {}, { buckets: ['1s'] }, { buckets: ['2s'] }],
      exponential: [undefined, {}, { max_size: 5 }, { max_size: 10 }, { enabled: false }],
      unit: [undefined, 'ms', 's'],
    },
    within: (histogram) => ({ histogram }),
  },
  'dimensions differ': { fields: { dimensions: names, namespace: [undefined, 'a', 'b'] } },
  'dimensions of calls differ': { fields: { calls_dimensions: names, namespace: [undefined, 'a', 'b'] } },
  'dimensions of the histogram differ': {
    fields: { dimensions: names, disable: [undefined, false] },
    within: (histogram) => ({ histogram }),
  },
  'caches have a size': {
    fields: {
      resource_metrics_cache_size: [undefined, 1, 1000, 0, -1],
      metric_timestamp_cache_size: [undefined, 1, 1000, 0, -1],
      aggregation_temporality: [undefined, 'AGGREGATION_TEMPORALITY_DELTA'],
    },
  },
};

export const connectorRules = [
  ...rulesOf('connector', 'routing', routing),
  ...rulesOf('connector', 'failover', failover),
  ...rulesOf('connector', 'count', count),
  ...rulesOf('connector', 'span_metrics', spanMetrics),
];
