import fc from 'fast-check';
import { graphOf } from '../../../src/analysis/graph/build';
import { layoutOf, type Placed } from '../../../src/analysis/graph/svg/layout';
import { readModel } from '../../../src/convert/read';

const some = (...ids: readonly string[]) => fc.subarray([...ids]);

const pipeline = fc.record({
  signal: fc.constantFrom('logs', 'traces', 'metrics'),
  receivers: some('otlp', 'kafka', 'k8s_cluster', 'forward/a', 'forward/b', 'routing', 'count'),
  processors: some('batch', 'filter', 'memory_limiter'),
  exporters: some('otlp_grpc', 'otlp_http', 'forward/a', 'forward/b', 'routing', 'kafka', 'nop', 'count'),
});

const drawnCollector = fc.record({
  pipelines: fc.array(pipeline, { maxLength: 8 }),
  to: fc.nat(4),
  rows: fc.array(fc.record({ team: fc.constantFrom('a', 'b'), to: fc.array(fc.nat(7), { maxLength: 3 }) }), {
    maxLength: 4,
  }),
});

/** A collector that sends to one with a number, and whose pipelines are named by theirs. */
function manifest(
  { pipelines, to, rows }: typeof drawnCollector extends fc.Arbitrary<infer T> ? T : never,
  index: number,
) {
  const id = (i: number) => `${pipelines[i]?.signal ?? 'logs'}/p${i}`;
  const table = rows.map((row) => ({
    context: 'resource',
    condition: `attributes["team"] == "${row.team}"`,
    pipelines: row.to.map(id),
  }));
  return {
    apiVersion: 'opentelemetry.io/v1beta1',
    kind: 'OpenTelemetryCollector',
    metadata: { name: `c${index}`, namespace: 'x' },
    spec: {
      config: {
        receivers: { otlp: { protocols: { grpc: { endpoint: '0.0.0.0:4317' } } }, kafka: {}, k8s_cluster: {} },
        processors: { batch: {}, filter: { log_conditions: ['log.body == "x"'] }, memory_limiter: {} },
        connectors: { 'forward/a': {}, 'forward/b': {}, count: {}, routing: { default_pipelines: [id(0)], table } },
        exporters: {
          otlp_grpc: { endpoint: `c${to}-collector.x:4317` },
          otlp_http: { endpoint: 'https://in.vendor.example' },
          kafka: {},
          nop: {},
        },
        service: {
          pipelines: Object.fromEntries(pipelines.map(({ signal: _, ...lists }, i) => [id(i), lists])),
        },
      },
    },
  };
}

const overlap = (a: Placed, b: Placed) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

const holds = (a: Placed, b: Placed) =>
  a.x <= b.x && b.x + b.width <= a.x + a.width && a.y <= b.y && b.y + b.height <= a.y + a.height;

test('whatever is drawn has a place of its own, and lines are straight', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(drawnCollector, { minLength: 1, maxLength: 5 }), async (collectors) => {
      const documents = collectors.map((one, index) => ({ path: 'f', index, content: manifest(one, index) }));
      const graph = graphOf(readModel(documents));
      const { nodes, lines, width, height } = await layoutOf(graph);
      expect(nodes).toHaveLength(graph.nodes.filter(({ kind }) => kind !== 'processor').length);
      const boxes = new Map(nodes.map((one) => [one.card.node.id, one]));
      for (const [i, one] of nodes.entries()) {
        const box = boxes.get(one.card.node.parent ?? '');
        if (box !== undefined) expect(holds(box, one)).toBe(true);
        const beside = nodes.slice(i + 1).filter((other) => !one.isGroup && !other.isGroup && overlap(one, other));
        expect(beside.map(({ card }) => card.node.id)).toEqual([]);
      }
      for (const { points } of lines) {
        for (const [i, { x, y }] of points.entries()) {
          const before = points[i - 1] ?? { x, y };
          expect(Math.min(Math.abs(before.x - x), Math.abs(before.y - y))).toBeLessThan(0.6);
          expect(x >= 0 && x <= width && y >= 0 && y <= height).toBe(true);
        }
      }
    }),
    { numRuns: 12 },
  );
}, 120_000);
