import type { Graph, GraphNode } from '../../../src/analysis/graph/graph';
import { type Question, reachOf, teamsOf } from '../../../src/analysis/graph/reach';
import { collector, config, hub } from '../../checks/models';
import { graphWith, routedGraph } from './models';

const reached = (graph: Graph, question: Question, kind: GraphNode['kind'] = 'pipeline') => {
  const { nodes } = reachOf(graph, question);
  return graph.nodes.filter((node) => node.kind === kind && nodes.has(node.id)).map(({ label }) => label);
};

test('all telemetry reaches every pipeline that gets some', () => {
  expect(reached(routedGraph(), {})).toEqual(['logs/in', 'logs/a.all', 'logs/b.drop', 'logs/errors', 'logs/rest']);
});

test('what telemetry does not come to is not reached', () => {
  const graph = graphWith({ collectors: [collector()], hubs: [hub('floods', 'A')] });
  expect(reached(graph, {}, 'collector')).toEqual(['gateway']);
  expect([...reached(graph, {}, 'hub'), ...reached(graph, {}, 'variable')]).toEqual([]);
});

test('a team’s telemetry takes the routes that it can', () => {
  const graph = routedGraph();
  expect(teamsOf(graph)).toEqual(['a', 'b']);
  expect(reached(graph, { team: 'a' })).toEqual(['logs/in', 'logs/a.all', 'logs/errors', 'logs/rest']);
  expect(reached(graph, { team: 'b' })).toEqual(['logs/in', 'logs/b.drop']);
  expect(reached(graph, { team: 'b' }, 'destination')).toEqual([]);
});

test('a signal stays in its pipelines, and a connector makes another of it', () => {
  const graph = graphWith({
    collectors: [
      collector({
        config: config((draft) => {
          draft.connectors = { count: {} };
          draft.exporters['debug/metrics'] = {};
          Object.assign(draft.service.pipelines, {
            'logs/counted': { receivers: ['otlp'], exporters: ['count'] },
            'metrics/made': { receivers: ['count'], exporters: ['debug/metrics'] },
            traces: { receivers: ['otlp'], exporters: ['debug'] },
          });
        }),
      }),
    ],
  });
  expect(reached(graph, { signal: 'logs' })).toEqual(['logs', 'logs/counted', 'metrics/made']);
  expect(reached(graph, { signal: 'traces' })).toEqual(['traces']);
  expect(reached(graph, { signal: 'metrics' })).toEqual([]);
});

test('it is followed from a node, and to one', () => {
  const graph = routedGraph();
  const path = 'telemetry/gateway/';
  expect(reached(graph, { from: `${path}logs/errors` }, 'exporter')).toEqual(['otlp_http/vendor']);
  expect(reached(graph, { from: `${path}logs/in/processors/filter` })).toHaveLength(5);
  expect(reached(graph, { to: `${path}exporters/nop` })).toEqual(['logs/in', 'logs/b.drop']);
  expect(reached(graph, { to: `${path}exporters/nop`, team: 'a' })).toEqual([]);
  const { edges, nodes } = reachOf(graph, { from: `${path}logs/in`, team: 'b' });
  expect(nodes).toContain(`${path}logs/in/processors/memory_limiter`);
  expect(edges).toContain(`${path}connectors/routing/teams/table/1 → logs/b.drop`);
  expect(edges).not.toContain(`${path}connectors/routing/teams/table/0 → logs/a.all`);
});

test('it goes from collector to collector, and around where they send to each other', () => {
  const relay = (name: string, to: string) =>
    collector({
      name,
      namespace: 'x',
      config: config((draft) => {
        draft.receivers.otlp.protocols.grpc.endpoint = '0.0.0.0:4317';
        draft.exporters = { otlp_grpc: { endpoint: `${to}-collector.x:4317` } };
        draft.service.pipelines.logs.exporters = ['otlp_grpc'];
      }),
    });
  const graph = graphWith({ collectors: [relay('one', 'other'), relay('other', 'one')] });
  expect(reached(graph, { from: 'telemetry/one' })).toEqual(['logs', 'logs']);
  expect(reached(graph, {})).toEqual(['logs', 'logs']);
});
