import { App, Chart } from 'cdk8s';
import { Collector, exporters, MdaiHub, MdaiReplay, receivers, replay } from '../../src/index';
import { specOf } from './admitted';

const source = {
  awsAccessKeySecret: 'aws',
  s3Region: 'us-east-1',
  s3Bucket: 'telemetry',
  s3Path: 'hub-logs',
  filePrefix: 'hub-',
  s3Partition: 'minute',
} as const;

const written = {
  aws: { awsAccessKeySecret: 'aws' },
  s3: {
    s3Region: 'us-east-1',
    s3Bucket: 'telemetry',
    s3Path: 'hub-logs',
    filePrefix: 'hub-',
    s3Partition: 'minute',
  },
};

const opampEndpoint = 'http://mdai-gateway.mdai.svc.cluster.local:8081/opamp';

function scene() {
  const chart = new Chart(new App(), 'chart', { namespace: 'mdai' });
  return { chart, hub: new MdaiHub(chart, 'hub') };
}

test('a replay, what asks for it, its status and its end are one call', () => {
  const { chart, hub } = scene();
  const otlp = receivers.otlp({ protocols: { http: {} } });
  const gateway = new Collector(chart, 'gateway');
  gateway.pipeline('logs', { from: [otlp], to: [exporters.debug()] });
  const past = hub.replay('past', {
    source,
    to: gateway.inlet(otlp, { protocol: 'http' }),
    ignoreSendingQueue: true,
    image: 'otel/opentelemetry-collector-contrib:0.136.0',
  });
  expect([past.request.key, past.status.key]).toEqual(['past_request', 'past_status']);
  expect(specOf(hub, 'MdaiHub')).toEqual({
    variables: [
      { key: 'past_request', type: 'manual', dataType: 'string', storageType: 'mdai-valkey' },
      { key: 'past_status', type: 'computed', dataType: 'string', storageType: 'mdai-valkey' },
    ],
    rules: [
      {
        name: 'past_requested',
        when: { variableUpdated: 'past_request', updateType: 'set' },
        then: [
          {
            deployReplay: {
              replaySpec: {
                statusVariableRef: 'past_status',
                opampEndpoint,
                ignoreSendingQueue: true,
                source: written,
                destination: { otlpHttp: { endpoint: 'http://gateway-collector.mdai.svc.cluster.local:4318' } },
                resource: { image: 'otel/opentelemetry-collector-contrib:0.136.0' },
              },
            },
          },
        ],
      },
      {
        name: 'past_completed',
        when: { variableUpdated: 'past_status', updateType: 'set' },
        then: [{ cleanUpReplay: {} }],
      },
    ],
  });
});

test('a replay that runs once is an object of its own', () => {
  const { chart, hub } = scene();
  const once = new MdaiReplay(chart, 'once', {
    source,
    to: 'http://gateway:4318',
    status: hub.string('status'),
    startTime: new Date('2026-01-01T00:00:00Z'),
    endTime: '2026-01-02 03:04',
    telemetryType: 'traces',
  });
  expect(specOf(once, 'MdaiReplay')).toEqual({
    hubName: 'hub',
    startTime: '2026-01-01T00:00:00.000Z',
    endTime: '2026-01-02 03:04',
    telemetryType: 'traces',
    statusVariableRef: 'status',
    opampEndpoint,
    source: written,
    destination: { otlpHttp: { endpoint: 'http://gateway:4318' } },
  });
});

test.each([
  exporters.otlp_http('vendor', { endpoint: 'https://a', headers: { tenant: 'a' } }),
  exporters.otlp_grpc('vendor', { endpoint: 'a:4317' }),
])('a replay cannot send as $id with more than an endpoint', (to) => {
  expect(() => scene().hub.replay('past', { source, to })).toThrow('A replay cannot send as');
});

test('a status of another hub’s replay throws', () => {
  const { chart, hub } = scene();
  const [wish, status] = [hub.string('wish'), new MdaiHub(chart, 'other').string('status')];
  const deploy = replay.deploy({ source, to: 'http://a', status });
  expect(() => hub.automation('a', { when: wish.updated(), do: [deploy] })).toThrow('a part of the hub "other"');
});
