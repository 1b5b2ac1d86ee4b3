import { issuesIn } from './models';

const bodies: Record<string, object> = {
  memory_limiter: { check_interval: '1s', limit_mib: 512 },
  tail_sampling: { policies: [{ name: 'a', type: 'always_sample' }] },
  attributes: { actions: [{ key: 'a', action: 'delete' }] },
  groupbyattrs: { keys: ['a'] },
};

const order = (...ids: string[]) =>
  issuesIn((config) => {
    config.processors = Object.fromEntries(ids.map((id) => [id, bodies[id] ?? {}]));
    config.service.pipelines = { traces: { receivers: ['otlp'], processors: ids, exporters: ['debug'] } };
  });

const warning = ['processor-order telemetry/gateway/traces'];

test.each([
  [['attributes', 'memory_limiter']],
  [['batch', 'tail_sampling']],
  [['tail_sampling', 'k8s_attributes']],
  [['batch', 'attributes']],
  [['batch', 'memory_limiter', 'tail_sampling']],
])('warns of %j', (ids) => expect(order(...ids)).toEqual(warning));

test.each([
  [['memory_limiter', 'tail_sampling', 'attributes', 'batch']],
  [['memory_limiter', 'k8s_attributes', 'tail_sampling', 'batch']],
  [['tail_sampling', 'attributes']],
  [['batch', 'groupbyattrs']],
])('does not of %j', (ids) => expect(order(...ids)).toEqual([]));
