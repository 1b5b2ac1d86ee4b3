import { cycles } from '../../src/checks/cycles';
import { type Draft, issueIn, issuesIn } from './models';

test('pipelines do not feed each other in a circle', () => {
  const circle = (exporters: string[]) => (config: Draft) => {
    config.connectors = { forward: {}, 'forward/back': {} };
    config.service.pipelines = {
      'logs/in': { receivers: ['otlp', 'forward/back'], exporters: ['forward'] },
      'logs/out': { receivers: ['forward'], exporters },
    };
  };
  expect(issueIn(circle(['debug', 'forward/back']))).toMatchObject({
    code: 'pipeline-cycle',
    path: 'telemetry/gateway/logs/in',
    message: 'pipelines feed each other in a circle: logs/in → forward → logs/out → forward/back → logs/in.',
  });
  expect(issuesIn(circle(['debug']))).toEqual(['connector-one-sided telemetry/gateway/connectors/forward/back']);
});

test('another signal is another way', () => {
  expect(
    issuesIn((config) => {
      config.connectors = { count: {} };
      config.service.pipelines = {
        logs: { receivers: ['otlp'], exporters: ['count'] },
        metrics: { receivers: ['count'], exporters: ['debug'] },
        'metrics/in': { receivers: ['otlp'], exporters: ['count'] },
      };
    }),
  ).toEqual([]);
});

test('finds each circle of a graph, however deep', () => {
  const graph: Record<string, string[]> = { a: ['b', 'c'], b: ['a'], c: ['d'], d: ['c'], e: ['a'] };
  expect(cycles(Object.keys(graph), (node) => graph[node] ?? [])).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ]);
  const long = Array.from({ length: 50_000 }, (_, i) => i);
  expect(cycles(long, (i) => [(i + 1) % long.length])).toEqual([long]);
});
