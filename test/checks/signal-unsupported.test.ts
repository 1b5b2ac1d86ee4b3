import { type Draft, issueIn, issuesIn } from './models';

test('components support the signals of their pipelines', () => {
  const pipeline = (id: string, processors: string[]) => (config: Draft) => {
    config.processors = { tail_sampling: { policies: [{ name: 'a', type: 'always_sample' }] }, acme: {} };
    config.service.pipelines = { [id]: { receivers: ['otlp'], processors, exporters: ['debug'] } };
  };
  expect(issueIn(pipeline('logs/in', ['tail_sampling', 'acme']))).toMatchObject({
    code: 'signal-unsupported',
    path: 'telemetry/gateway/logs/in',
    message: 'processor "tail_sampling" does not support logs.',
    fix: 'It supports traces.',
  });
  expect(issuesIn(pipeline('traces/in', ['tail_sampling', 'acme']))).toEqual([]);
});
