import { type Draft, issueIn, issuesIn } from './models';

const queue = 'telemetry/gateway/exporters/otlp_http/sending_queue/storage';

const stored =
  (sending_queue: object, ...enabled: string[]) =>
  (config: Draft) => {
    config.exporters = { otlp_http: { endpoint: 'https://vendor.example', sending_queue }, debug: {} };
    config.extensions = Object.fromEntries(enabled.map((id) => [id, {}]));
    config.service.extensions = enabled;
    config.service.pipelines.logs.exporters = ['otlp_http', 'debug'];
  };

test('an extension that a component names is enabled', () => {
  expect(issueIn(stored({ storage: 'file_storage' }))).toMatchObject({
    code: 'extension-not-enabled',
    path: queue,
    message: 'extension "file_storage" is not enabled.',
    fix: 'Define it under "extensions", and add it to "service.extensions".',
  });
  expect(issueIn(stored({ storage: 'file_storag' }, 'file_storage')).fix).toBe('Did you mean "file_storage"?');
  expect(issuesIn(stored({ storage: 'file_storage' }, 'file_storage'))).toEqual([]);
});

test('it is of the kind that the field needs', () => {
  expect(issueIn(stored({ storage: 'health_check' }, 'health_check', 'file_storage'))).toMatchObject({
    code: 'extension-kind',
    path: queue,
    fix: 'Did you mean "file_storage"?',
  });
  expect(issuesIn(stored({ storage: 'acme' }, 'acme'))).toEqual([]);
});

test('what does not run needs nothing', () => {
  expect(issuesIn(stored({ enabled: false, storage: 'file_storage' }))).toEqual([]);
  expect(
    issuesIn((config) => {
      stored({ storage: 'file_storage' })(config);
      config.service.pipelines.logs.exporters = ['debug'];
    }),
  ).toEqual(['component-unused telemetry/gateway/exporters/otlp_http']);
});
