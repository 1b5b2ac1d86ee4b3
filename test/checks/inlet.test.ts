import type { CollectorModel, SendModel } from '../../src/model/collector';
import { collector, config, type Draft, issuesOf, model, pod } from './models';

const send: SendModel = { exporter: 'debug', to: 'telemetry/gateway', receiver: 'otlp', port: 4317 };
const agent = (parts: Partial<CollectorModel> = {}) => collector({ name: 'agent', sends: [send], ...parts });
const listening = (change: (config: Draft) => void = () => {}) =>
  config((draft) => {
    draft.receivers.otlp.protocols.grpc.endpoint = '0.0.0.0:4317';
    change(draft);
  });
const path = 'telemetry/agent/exporters/debug';

test('a receiver that is used for the signal, and listens for others, is reached', () => {
  expect(issuesOf(model({ collectors: [agent(), collector({ config: listening() })] }))).toEqual([]);
});

test('a collector that is no part of the app is not judged, but told of', () => {
  expect(issuesOf(model({ collectors: [agent()] }))).toEqual([`inlet-unused ${path}`]);
});

test('a receiver that no pipeline uses, or not for this signal, takes nothing', () => {
  const other = listening((draft) => {
    draft.service.pipelines = { traces: draft.service.pipelines.logs };
  });
  expect(issuesOf(model({ collectors: [agent(), collector({ config: other })] }))).toEqual([`inlet-unused ${path}`]);
  const named = agent({ sends: [{ ...send, receiver: 'otlp/unknown' }] });
  expect(issuesOf(model({ collectors: [named, collector({ config: listening() })] }))).toEqual([
    `inlet-unused ${path}`,
  ]);
});

test('a receiver on localhost, or on another port, is not reached', () => {
  expect(issuesOf(model({ collectors: [agent(), collector()] }))).toEqual([`inlet-unreachable ${path}`]);
  const moved = listening((draft) => {
    draft.receivers.otlp.protocols.grpc.endpoint = '0.0.0.0:5317';
  });
  expect(issuesOf(model({ collectors: [agent(), collector({ config: moved })] }))).toEqual([
    `inlet-unreachable ${path}`,
  ]);
});

test('an address that the environment gives is not judged', () => {
  const given = listening((draft) => {
    draft.receivers.otlp.protocols.grpc.endpoint = '${env:ADDRESS}';
  });
  const gateway = collector({ config: given, env: { ADDRESS: { kind: 'value', value: 'x' } } });
  expect(issuesOf(model({ collectors: [agent(), gateway] }))).toEqual([]);
});

test('an issuer of one namespace is not trusted in another', () => {
  const file = { kind: 'certificate', issuer: { name: 'corp', kind: 'Issuer' } } as const;
  const gateway = collector({ config: listening(), namespace: 'a', files: [file] });
  const judged = (namespace: string, issuer: object = file.issuer) =>
    issuesOf(model({ collectors: [agent({ namespace, files: [{ ...file, issuer } as typeof file] }), gateway] }));
  expect(judged('a')).toEqual([]);
  expect(judged('b')).toEqual([`certificate-issuer ${path}`]);
  expect(judged('b', { name: 'corp', kind: 'ClusterIssuer' })).toEqual([]);
});

describe('keys of load_balancing', () => {
  const judged = (signal: string, routing_key: string, release: '0.159.0' | '0.131.0' = '0.159.0') => {
    const routing_attributes = routing_key === 'attributes' ? ['tenant'] : undefined;
    const balancing = config((draft) => {
      const resolver = { dns: { hostname: 'a' } };
      draft.exporters = {
        load_balancing: { routing_key, resolver, ...(routing_attributes && { routing_attributes }) },
      };
      draft.service.pipelines = { [signal]: { receivers: ['otlp'], exporters: ['load_balancing'] } };
    });
    return issuesOf(model({ collectors: [collector({ config: balancing, release })] }));
  };

  test('each signal has its own', () => {
    expect(judged('traces', 'metric')).toEqual(['balance-key telemetry/gateway/traces']);
    expect(judged('metrics', 'traceID')).toEqual(['balance-key telemetry/gateway/metrics']);
    expect(judged('logs', 'streamID')).toEqual(['balance-key telemetry/gateway/logs']);
    for (const [signal, key] of [
      ['traces', 'traceID'],
      ['traces', 'attributes'],
      ['metrics', 'streamID'],
      ['logs', 'resource'],
    ] as const) {
      expect(judged(signal, key)).toEqual([]);
    }
  });

  test('older releases have fewer', () => {
    expect(judged('metrics', 'attributes', '0.131.0')).toEqual(['balance-key telemetry/gateway/metrics']);
    expect(judged('logs', 'service', '0.131.0')).toEqual(['balance-key telemetry/gateway/logs']);
    expect(judged('logs', 'streamID', '0.131.0')).toEqual(['balance-key telemetry/gateway/logs']);
    expect(judged('logs', 'traceID', '0.131.0')).toEqual([]);
  });
});

test('a manifest cannot say how many partitions there are, so nobody asks', () => {
  const reading = config((draft) => {
    draft.receivers = { kafka: {} };
    draft.service.pipelines.logs.receivers = ['kafka'];
  });
  const reader = collector({ config: reading, pod: { ...pod, replicas: 3 } });
  expect(issuesOf(model({ collectors: [reader], closed: false }))).toEqual([]);
  expect(issuesOf(model({ collectors: [reader] }))).toEqual(['kafka-partitions telemetry/gateway/receivers/kafka']);
});
