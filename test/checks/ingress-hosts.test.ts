import { ingressHosts } from '../../src/checks/ingress-hosts';
import type { IngressModel } from '../../src/model/ingress';
import type { Model } from '../../src/model/model';
import { collector, config, type Draft, model, pod } from './models';

const ingress: IngressModel = {
  path: 'telemetry/edge',
  name: 'edge',
  collector: 'gateway',
  cloudType: 'aws',
  hosts: { otlp: 'otlp.example.com' },
};

function told(parts: Partial<IngressModel>, change: (draft: Draft) => void = () => {}, rest: Partial<Model> = {}) {
  const collectors = [collector({ pod, config: config(change) })];
  return ingressHosts(model({ collectors, ingresses: [{ ...ingress, ...parts }], ...rest }));
}

test('an ingress with a host for each receiver that speaks gRPC is fine', () => {
  expect(told({})).toEqual([]);
});

test.each<[string, Partial<IngressModel>, (draft: Draft) => void, string]>([
  ['a receiver that is misspelt', { hosts: { oltp: 'a', otlp: 'b' } }, () => {}, 'Did you mean "otlp"?'],
  [
    'a receiver without gRPC',
    { hosts: { otlp: 'a' } },
    ({ receivers }) => {
      receivers.otlp = { protocols: { http: {} } };
    },
    'has no receiver "otlp" in a pipeline that speaks gRPC',
  ],
  [
    'a receiver without a host',
    {},
    (draft) => {
      draft.receivers.jaeger = { protocols: { grpc: null } };
      draft.service.pipelines.logs.receivers.push('jaeger');
    },
    'the receiver "jaeger" of the collector speaks gRPC and has no host',
  ],
  ['no host at all', { hosts: {} }, () => {}, 'the MDAI operator makes nothing'],
  [
    'traces by OTLP over gRPC',
    {},
    ({ service }) => {
      service.pipelines.traces = service.pipelines.logs;
    },
    'traces do not reach the receiver "otlp"',
  ],
  ['a collector that is misspelt', { collector: 'gatewey' }, () => {}, 'Did you mean "gateway"?'],
  ['a collector elsewhere', { namespace: 'elsewhere' }, () => {}, 'telemetry/gateway is in another namespace'],
])('%s is an issue', (_, parts, change, text) => {
  const issues = told(parts, change);
  expect(issues).toHaveLength(1);
  expect(`${issues[0]?.message} ${issues[0]?.fix}`).toContain(text);
});

test('a collector that the MDAI operator leaves alone is an issue', () => {
  const own = [collector({ pod: { ...pod, operator: { ingress: { type: 'ingress' } } }, config: config() })];
  expect(told({}, () => {}, { collectors: own })).toMatchObject([{ code: 'ingress-collector' }]);
  const plain = [collector({ pod: { ...pod, backend: 'workload' }, config: config() })];
  expect(told({}, () => {}, { collectors: plain })).toMatchObject([{ fix: expect.stringContaining('workload') }]);
});

test('in manifests, a collector may be elsewhere', () => {
  expect(told({ collector: 'other' }, () => {}, { closed: false })).toEqual([]);
});
