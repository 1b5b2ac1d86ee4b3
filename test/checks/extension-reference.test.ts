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

test.each([
  ['an encoding', 'file', { path: '/tmp/a', encoding: 'zpages' }, 'file/encoding'],
  [
    'an authenticator',
    'otlp_http',
    { endpoint: 'https://a', auth: { authenticator: 'zpages' } },
    'otlp_http/auth/authenticator',
  ],
  [
    'a middleware',
    'otlp_http',
    { endpoint: 'https://a', middlewares: [{ id: 'zpages' }] },
    'otlp_http/middlewares/0/id',
  ],
])('%s is one', (_, type, body, path) => {
  const issues = issuesIn((config) => {
    config.exporters[type] = body;
    config.extensions = { zpages: {} };
    config.service = { ...config.service, extensions: ['zpages'] };
    config.service.pipelines.logs.exporters = [type, 'debug'];
  });
  expect(issues).toEqual([`extension-kind telemetry/gateway/exporters/${path}`]);
});

test('the memory limiter is a middleware, and the Kubernetes leader elector elects', () => {
  const issues = issuesIn((config) => {
    config.receivers.otlp.protocols.grpc.middlewares = [{ id: 'memory_limiter' }];
    config.receivers.k8s_cluster = { k8s_leader_elector: 'k8s_leader_elector' };
    config.extensions = {
      memory_limiter: { check_interval: '1s', limit_percentage: 80 },
      k8s_leader_elector: { auth_type: 'serviceAccount', lease_name: 'a', lease_namespace: 'b' },
    };
    config.service = { ...config.service, extensions: ['memory_limiter', 'k8s_leader_elector'] };
    config.service.pipelines.metrics = { receivers: ['k8s_cluster'], exporters: ['debug'] };
  });
  expect(issues).toEqual([]);
});
