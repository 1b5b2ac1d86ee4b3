import { type Scaling, scalingOf } from '../../src/needs/scaling';
import { collectorOf, type Pieces } from './shown';

const by = (facts: Scaling['singletons']) => facts.map((fact) => fact.by);
const once = (pieces: Pieces) => by(scalingOf(collectorOf(pieces)).singletons);
const stateful = (pieces: Pieces) => by(scalingOf(collectorOf(pieces)).stateful);
const job = { job_name: 'a', static_configs: [{ targets: ['web:80'] }] };

test.each<[string, Pieces, boolean]>([
  ['receiver k8s_cluster', { receivers: { k8s_cluster: {} } }, true],
  ['receiver k8s_cluster', { receivers: { k8s_cluster: { k8s_leader_elector: 'k8s_leader_elector' } } }, false],
  ['receiver k8s_events', { receivers: { k8s_events: {} } }, true],
  ['receiver k8s_objects', { receivers: { k8s_objects: { objects: [] } } }, true],
  ['receiver prometheus', { receivers: { prometheus: { config: { scrape_configs: [job] } } } }, true],
  [
    'receiver prometheus',
    {
      receivers: {
        prometheus: { config: { scrape_configs: [{ ...job, static_configs: [{ targets: ['localhost:8888'] }] }] } },
      },
    },
    false,
  ],
  ['receiver prometheus', { receivers: { prometheus: { target_allocator: { endpoint: 'http://ta' } } } }, false],
  [
    'receiver prometheus',
    {
      receivers: {
        prometheus: {
          config: { scrape_configs: [{ ...job, static_configs: [{ targets: ['${env:K8S_NODE_IP}:9100'] }] }] },
        },
      },
    },
    false,
  ],
  ['receiver postgresql', { receivers: { postgresql: { endpoint: 'db.infra.svc:5432' } } }, true],
  ['receiver postgresql', { receivers: { postgresql: { endpoint: 'localhost:5432' } } }, false],
  ['receiver redis', { receivers: { redis: { endpoint: '${env:K8S_NODE_IP}:6379' } } }, false],
  ['receiver http_check', { receivers: { http_check: { targets: [{ endpoint: 'https://shop.example' }] } } }, true],
  ['receiver otlp', { receivers: { otlp: { protocols: { grpc: {} } } } }, false],
  ['extension k8s_observer', { extensions: { k8s_observer: {} } }, true],
  ['extension k8s_observer', { extensions: { k8s_observer: { node: '${env:K8S_NODE_NAME}' } } }, false],
])('%s of %j runs once: %s', (name, pieces, expected) => {
  expect(once(pieces)).toEqual(expected ? [name] : []);
});

test.each<[string, Pieces, boolean]>([
  ['processor tail_sampling', { processors: { tail_sampling: {} } }, true],
  ['processor groupbytrace', { processors: { groupbytrace: {} } }, true],
  ['processor interval', { processors: { interval: {} } }, true],
  ['processor delta_to_cumulative', { processors: { deltatocumulative: {} } }, true],
  ['exporter prometheus', { exporters: { prometheus: { endpoint: '0.0.0.0:8889' } } }, true],
  ['receiver statsd', { receivers: { statsd: {} } }, true],
  ['processor batch', { processors: { batch: {} } }, false],
])('%s of %j keeps state: %s', (name, pieces, expected) => {
  expect(stateful(pieces)).toHaveLength(expected ? 1 : 0);
  if (expected && !name.includes('delta')) expect(stateful(pieces)).toEqual([name]);
});

test('series of span_metrics that name their collector may be counted by many', () => {
  const connector = (config: object, parts: Pieces = {}) => {
    const model = collectorOf({ ...parts, exporters: { span_metrics: {} } });
    return by(
      scalingOf({ ...model, config: { ...model.config, exporters: {}, connectors: { span_metrics: config as never } } })
        .stateful,
    );
  };
  expect(connector({})).toEqual([]);
  expect(connector({ exclude_dimensions: ['collector.instance.id'] })).toEqual(['connector span_metrics']);
  expect(connector({}, { release: '0.131.0' })).toEqual(['connector span_metrics']);
  expect(connector({}, { featureGates: ['-connector.spanmetrics.includeCollectorInstanceID'] })).toHaveLength(1);
});

test('facts end a sentence', () => {
  const { singletons, stateful: kept } = scalingOf(
    collectorOf({ receivers: { k8s_events: {} }, processors: { tail_sampling: {} } }),
  );
  expect({ singletons, kept }).toMatchInlineSnapshot(`
{
  "kept": [
    {
      "because": "each see a part of a trace",
      "by": "processor tail_sampling",
      "fix": "send each trace to one pod: with a load_balancing exporter before it and \`routing_key: traceID\`",
    },
  ],
  "singletons": [
    {
      "because": "each report the same objects",
      "by": "receiver k8s_events",
      "fix": "set \`k8s_leader_elector\`, or run one pod",
    },
  ],
}
`);
});
