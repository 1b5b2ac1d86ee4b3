import { ReadConfig } from '../../../src/convert/typescript/read-config';

function order(pipelines: Readonly<Record<string, readonly [from: string, to: string]>>): readonly string[] {
  const config = {
    receivers: { otlp: {} },
    connectors: { 'forward/a': {}, 'forward/b': {} },
    exporters: { debug: {} },
    service: {
      pipelines: Object.fromEntries(
        Object.entries(pipelines).map(([id, [from, to]]) => [id, { receivers: [from], exporters: [to] }]),
      ),
    },
  };
  return new ReadConfig(config, false).pipelines.map(({ id }) => id);
}

test('a pipeline stands behind those that feed it, and else where it was', () => {
  expect(order({ logs: ['otlp', 'debug'], metrics: ['forward/a', 'debug'], traces: ['otlp', 'forward/a'] })).toEqual([
    'logs',
    'traces',
    'metrics',
  ]);
  expect(
    order({
      'logs/c': ['forward/b', 'debug'],
      'logs/b': ['forward/a', 'forward/b'],
      'logs/a': ['otlp', 'forward/a'],
    }),
  ).toEqual(['logs/a', 'logs/b', 'logs/c']);
});

test('pipelines in a circle are all there', () => {
  expect(order({ 'logs/a': ['forward/b', 'forward/a'], 'logs/b': ['forward/a', 'forward/b'] })).toEqual([
    'logs/b',
    'logs/a',
  ]);
});
