import { type Draft, issueIn, issuesIn } from './models';

const listening = (one: object, other: object) => (config: Draft) => {
  config.receivers = { otlp: { protocols: { grpc: one } }, 'otlp/b': { protocols: { grpc: other } } };
  config.service.pipelines.logs.receivers = ['otlp', 'otlp/b'];
};

const second = 'telemetry/gateway/receivers/otlp/b/protocols/grpc/endpoint';

test('two receivers do not share an address', () => {
  expect(issueIn(listening({ endpoint: '0.0.0.0:4317' }, { endpoint: ':4317' }))).toMatchObject({
    code: 'port-shared',
    severity: 'error',
    path: second,
    message: 'receiver "otlp/b" listens on 0.0.0.0:4317 (tcp), as receiver "otlp" does.',
  });
  expect(issuesIn(listening({ endpoint: '0.0.0.0:4317' }, { endpoint: '0.0.0.0:4318' }))).toEqual([]);
});

test('all addresses include each', () => {
  expect(issuesIn(listening({ endpoint: '0.0.0.0:4317' }, { endpoint: 'localhost:4317' }))).toEqual([
    `port-shared ${second}`,
  ]);
  expect(issuesIn(listening({ endpoint: '127.0.0.1:4317' }, { endpoint: '127.0.0.2:4317' }))).toEqual([]);
});

test('defaults and variables are addresses, too', () => {
  expect(issuesIn(listening({}, { endpoint: 'localhost:4317' }))).toEqual([`port-shared ${second}`]);
  expect(issuesIn(listening({ endpoint: '${env:POD_IP:-a}:4317' }, { endpoint: '${env:POD_IP:-a}:4317' }))).toEqual([
    `port-shared ${second}`,
  ]);
  expect(issuesIn(listening({ endpoint: '${env:ONE:-a}' }, { endpoint: '${env:TWO:-b}' }))).toEqual([]);
});

test('nor with the reader of the collector’s own metrics', () => {
  expect(issuesIn(listening({ endpoint: 'localhost:8888' }, {}))).toEqual([
    'port-shared telemetry/gateway/service/telemetry/metrics/readers/0',
  ]);
});

test('tcp and udp are two', () => {
  expect(
    issuesIn((config) => {
      config.receivers = { fluent_forward: { endpoint: '0.0.0.0:8006' } };
      config.service.pipelines.logs.receivers = ['fluent_forward'];
    }),
  ).toEqual([]);
});
