import { checkModel } from '../../src/checks/check';
import { readModel } from '../../src/convert/read';
import type { ConfigMap } from '../../src/model/config';

const config = {
  receivers: { otlp: { protocols: { grpc: {} } } },
  exporters: { otlp_htp: {} },
  service: { pipelines: { logs: { receivers: ['otlp'], exporters: ['otlp_htp'] } } },
};

function read(...contents: readonly object[]) {
  return readModel(contents.map((content) => ({ path: 'dist/a.yaml', content: content as ConfigMap })));
}

test('a collector’s configuration is found among the files of a ConfigMap', () => {
  const data = { 'collector.yaml': JSON.stringify(config), 'notes.yaml': 'a: b', 'broken.yaml': '{', 'run.sh': 'exit' };
  const model = read({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'gateway-collector' }, data });
  expect(model.collectors.map(({ path }) => path)).toEqual(['dist/a.yaml/gateway-collector/collector.yaml']);
  expect(checkModel(model)).toMatchObject([
    { code: 'component-type', path: expect.stringContaining('/exporters/otlp_htp') },
  ]);
});

test('the pods of a custom resource are read with it', () => {
  const [collector] = read({
    apiVersion: 'opentelemetry.io/v1beta1',
    kind: 'OpenTelemetryCollector',
    metadata: { name: 'gateway' },
    spec: {
      config,
      mode: 'statefulset',
      autoscaler: { minReplicas: 2, maxReplicas: 4 },
      image: 'otelcol',
      resources: { limits: { cpu: '500m', memory: '1Gi' } },
      tolerations: [{ operator: 'Exists' }],
      networkPolicy: { enabled: true },
    },
  }).collectors;
  expect(collector?.pod).toMatchObject({
    backend: 'operator',
    mode: 'statefulset',
    replicas: { min: 2, max: 4 },
    image: 'otelcol',
    memoryMiB: 1024,
    cpuMillis: 500,
    options: { tolerations: [{ operator: 'Exists' }] },
    operator: { networkPolicy: { enabled: true } },
  });
});

test('what an operator made of an object among the others says nothing more', () => {
  const resource = {
    apiVersion: 'opentelemetry.io/v1beta1',
    kind: 'OpenTelemetryCollector',
    metadata: { name: 'gateway' },
    spec: { config },
  };
  const ownerReferences = [{ apiVersion: resource.apiVersion, kind: resource.kind, name: 'gateway' }];
  const made = {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'gateway-collector-0', ownerReferences },
    data: { 'collector.yaml': JSON.stringify(config) },
  };
  expect(read(made, resource).collectors.map(({ name }) => name)).toEqual(['gateway']);
  expect(read(made).collectors.map(({ name }) => name)).toEqual(['']);
});
