import { issuesIn } from './models';

test('a processor stands once in a pipeline', () => {
  const processors = (...ids: string[]) =>
    issuesIn((config) => {
      config.processors = { batch: {}, 'batch/b': {} };
      config.service.pipelines.logs.processors = ids;
      config.service.pipelines['logs/b'] = { receivers: ['otlp'], processors: ['batch/b'], exporters: ['debug'] };
    });
  expect(processors('batch', ' batch')).toEqual(['processor-repeated telemetry/gateway/logs']);
  expect(processors('batch')).toEqual([]);
});
