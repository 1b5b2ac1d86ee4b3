import { graphOf } from '../../../src/analysis/graph/build';
import type { Graph, GraphEdge, GraphNode } from '../../../src/analysis/graph/graph';
import type { Model } from '../../../src/model/model';
import { collector, type Draft, model } from '../../checks/models';

/** A gateway that routes the logs of teams. */
export const routed: Draft = {
  receivers: { otlp: { protocols: { grpc: { endpoint: '0.0.0.0:4317' } } } },
  processors: { filter: { log_conditions: ['log.severity_number < SEVERITY_NUMBER_INFO'] }, memory_limiter: {} },
  connectors: {
    'routing/teams': {
      default_pipelines: ['logs/rest'],
      table: [
        { context: 'log', condition: 'resource.attributes["team"] == "a"', action: 'copy', pipelines: ['logs/a.all'] },
        { context: 'log', condition: 'resource.attributes["team"] == "b"', pipelines: ['logs/b.drop'] },
        { context: 'log', condition: 'log.severity_number >= SEVERITY_NUMBER_ERROR', pipelines: ['logs/errors'] },
      ],
    },
  },
  exporters: {
    nop: {},
    'otlp_http/vendor': { endpoint: 'https://in.vendor.example', headers: { 'x-key': 'hidden' } },
  },
  service: {
    pipelines: {
      'logs/in': { receivers: ['otlp'], processors: ['memory_limiter', 'filter'], exporters: ['routing/teams'] },
      'logs/a.all': { receivers: ['routing/teams'], exporters: ['otlp_http/vendor'] },
      'logs/b.drop': { receivers: ['routing/teams'], exporters: ['nop'] },
      'logs/errors': { receivers: ['routing/teams'], exporters: ['otlp_http/vendor'] },
      'logs/rest': { receivers: ['routing/teams'], exporters: ['otlp_http/vendor'] },
    },
  },
};

/** The graph of a model with these parts. */
export function graphWith(parts: Partial<Model>): Graph {
  return graphOf(model(parts));
}

/** The graph of the gateway that routes. */
export function routedGraph(): Graph {
  return graphWith({ collectors: [collector({ namespace: 'telemetry', config: routed })] });
}

/** The nodes of a kind as `label (about)`. */
export function labels({ nodes }: Graph, kind: GraphNode['kind']): string[] {
  return nodes
    .filter((node) => node.kind === kind)
    .map(({ label, about }) => (about === undefined ? label : `${label} (${about})`));
}

/** The edges of some kinds, each as `from → to: label`, without the paths before. */
export function arrows({ edges }: Graph, ...kinds: readonly GraphEdge['kind'][]): string[] {
  const short = (id: string) => id.replace(/^(telemetry|mdai|monitoring)\//, '');
  return edges
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ from, to, label }) => `${short(from)} → ${short(to)}${label === undefined ? '' : `: ${label}`}`);
}
