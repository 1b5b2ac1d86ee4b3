import { checkModel } from '../../src/checks/check';
import type { PodModel } from '../../src/model/collector';
import { collector, model, pod } from './models';

/** What is said of a collector with these pods. */
function said(parts: Partial<PodModel>, severity = 'error', closed = true) {
  const collectors = [collector({ namespace: 'telemetry', pod: { ...pod, ...parts } })];
  return checkModel(model({ collectors, closed }))
    .filter((issue) => issue.severity === severity)
    .map(({ code, path, message, fix }) => `${code} ${path}: ${message} ${fix}`);
}

test('pods without special wishes are fine', () => {
  expect(said({})).toEqual([]);
});

test('a claim template outside of a stateful set is refused, with what to do instead', () => {
  expect(
    said({ options: { volumeClaimTemplates: [{ metadata: { name: 'queue' }, spec: {} }] } }),
  ).toMatchInlineSnapshot(`
[
  "option-mode telemetry/gateway/pod/volumeClaimTemplates: volumeClaimTemplates is for mode statefulset, and this collector is a deployment. Leave it out, or set mode: 'statefulset'. In TypeScript, storage: { size: … } gives a deployment with one pod a claim of its own.",
]
`);
});

test.each([
  ['daemonset', { persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Delete' } }],
  ['daemonset', { deploymentUpdateStrategy: { type: 'Recreate' } }],
  ['deployment', { daemonSetUpdateStrategy: { type: 'OnDelete' } }],
  ['sidecar', { tolerations: [{ operator: 'Exists' }] }],
  ['sidecar', { affinity: {} }],
  ['sidecar', { priorityClassName: 'high' }],
  ['sidecar', { additionalContainers: [{ name: 'other' }] }],
] as const)('a %s refuses %j', (mode, options) => {
  const [issue] = said({ mode, options: options as PodModel['options'] });
  expect(issue).toContain(`option-mode telemetry/gateway/pod/${Object.keys(options)[0]}: `);
});

test.each([
  ['daemonset', { podManagementPolicy: 'Parallel' }],
  ['deployment', { serviceName: 'gateway' }],
  ['daemonset', { autoscaler: { maxReplicas: 3 } }],
  ['daemonset', { podDisruptionBudget: { minAvailable: 1 } }],
  ['sidecar', { topologySpreadConstraints: [{ topologyKey: 'zone' }] }],
  ['daemonset', { deploymentUpdateStrategy: { rollingUpdate: { maxSurge: 1 } } }],
] as const)('the operator passes over the options of a %s: %j', (mode, given) => {
  const options = given as unknown as PodModel['options'];
  const told = [expect.stringContaining(`option-mode telemetry/gateway/pod/${Object.keys(options)[0]}: `)];
  expect(said({ mode, options })).toEqual([]);
  expect(said({ mode, options }, 'warning')).toEqual(told);
  // Without the operator, what is written would not have it; what was read does.
  expect(said({ mode, options, backend: 'workload' })).toEqual(expect.arrayContaining(told));
  expect(said({ mode, options, backend: 'workload' }, 'warning', false)).toEqual(told);
});

test('options that are not set, or that fit, are fine', () => {
  const empty = { tolerations: [], additionalContainers: [], priorityClassName: '', podManagementPolicy: undefined };
  expect(said({ mode: 'sidecar', options: empty })).toEqual([]);
  expect(said({ options: { tolerations: [{ operator: 'Exists' }], volumeClaimTemplates: undefined } })).toEqual([]);
  expect(said({ mode: 'statefulset', options: { podManagementPolicy: 'OrderedReady' } })).toEqual([]);
});

test('what the operator does needs the operator', () => {
  expect(said({ backend: 'workload', operator: { ingress: { type: 'ingress' } } })).toMatchInlineSnapshot(`
[
  "option-operator telemetry/gateway/operator/ingress: ingress is something that the OpenTelemetry operator does, and this collector has none. Leave it out, or set backend: 'operator'.",
]
`);
  expect(said({ operator: { ingress: { type: 'ingress' } } })).toEqual([]);
  expect(said({ mode: 'sidecar', operator: { ingress: { type: 'ingress' } } })).toHaveLength(1);
  expect(said({ mode: 'sidecar', operator: { ingress: { type: 'route' } } })).toEqual([]);
});

test.each([
  [{ minReplicas: 2 }, 1],
  [{ minReplicas: 5, maxReplicas: 3 }, 1],
  [{ maxReplicas: 3 }, 4],
  [{ maxReplicas: 3, behavior: { scaleUp: { stabilizationWindowSeconds: 3601 } } }, 1],
  [{ maxReplicas: 3, metrics: [{ type: 'Resource' }] }, 1],
  [
    { maxReplicas: 3, metrics: [{ type: 'Pods', pods: { metric: { name: 'm' }, target: { type: 'Utilization' } } }] },
    1,
  ],
] as const)('the autoscaler %j for %d replicas is refused', (autoscaler, replicas) => {
  expect(said({ replicas, options: { autoscaler: autoscaler as never } })).toHaveLength(1);
});

test('the operator reads the bounds of an autoscaler in modes that have none', () => {
  const told = (autoscaler: object) => said({ mode: 'daemonset', options: { autoscaler } });
  expect(told({ minReplicas: 2 })).toHaveLength(1);
  expect(told({ minReplicas: 5, maxReplicas: 3 })).toHaveLength(1);
  expect(told({ targetCPUUtilization: 80 })).toEqual([]);
});

test('an autoscaler with bounds around the replicas is fine', () => {
  expect(said({ replicas: 2, options: { autoscaler: { minReplicas: 2, maxReplicas: 3 } } })).toEqual([]);
});

test('ports of Services have names and numbers that Kubernetes takes', () => {
  expect(
    said({
      options: {
        ports: [
          { name: 'jaeger-thrift-http', port: 14268 },
          { name: 'Upper', port: 0 },
          { name: '123', port: 4444 },
          { name: 'one', port: 5555 },
          { name: 'two', port: 5555 },
          { name: 'udp', port: 5555, protocol: 'UDP' },
        ],
      },
    }).map((issue) => issue.split(':')[0]),
  ).toMatchInlineSnapshot(`
[
  "port-invalid telemetry/gateway/pod/ports/123",
  "port-invalid telemetry/gateway/pod/ports/Upper",
  "port-invalid telemetry/gateway/pod/ports/Upper",
  "port-invalid telemetry/gateway/pod/ports/jaeger-thrift-http",
  "port-shared telemetry/gateway/pod/ports/two",
]
`);
});

test('a volume claim is for one pod', () => {
  const storage = { sizeMiB: 1024 };
  expect(said({ storage })).toEqual([]);
  expect(said({ storage, mode: 'statefulset', replicas: 3 })).toEqual([]);
  expect(said({ storage, replicas: { min: 1, max: 2 } })).toMatchInlineSnapshot(`
[
  "storage-mode telemetry/gateway/storage: all pods of a deployment would write to the same volume claim. Set mode: 'statefulset', in which each pod has its own, or replicas: 1.",
]
`);
  expect(said({ storage, mode: 'daemonset' })).toMatchInlineSnapshot(`
[
  "storage-mode telemetry/gateway/storage: storage is a volume claim, which a daemonset has none of. Leave storage out: A daemonset keeps its files on the node.",
]
`);
});

test('files that should outlive a pod are where they do', () => {
  const config = {
    receivers: { otlp: { protocols: { grpc: { endpoint: '0.0.0.0:4317' } } } },
    extensions: { file_storage: { directory: '/queue' } },
    exporters: { otlp_http: { endpoint: 'http://a:4318', sending_queue: { storage: 'file_storage' } } },
    service: { extensions: ['file_storage'], pipelines: { logs: { receivers: ['otlp'], exporters: ['otlp_http'] } } },
  };
  const warned = (parts: Partial<PodModel>) =>
    checkModel(model({ collectors: [collector({ namespace: 'a', config, pod: { ...pod, ...parts } })] })).map(
      ({ code, severity }) => `${severity} ${code}`,
    );
  expect(warned({})).toEqual(['warning storage-lost']);
  expect(warned({ storage: { sizeMiB: 1024 } })).toEqual([]);
  expect(warned({ mode: 'daemonset' })).toEqual([]);
  expect(warned({ mode: 'statefulset', replicas: 3 })).toEqual([]);
  expect(warned({ mode: 'statefulset', replicas: { min: 2, max: 5 } })).toEqual(['warning storage-stranded']);
});
