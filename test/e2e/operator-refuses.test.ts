import { checkModel } from '../../src/checks/check';
import { readModel } from '../../src/convert/read';
import type { ConfigMap } from '../../src/model/config';
import type { Manifest } from '../../src/testing';
import { Cluster } from './kubernetes';
import { collectors } from './kubernetes/collectors';
import { Operator } from './kubernetes/operator';

let cluster: Cluster;
let operator: Operator;

beforeAll(async () => {
  cluster = await Cluster.start();
  await cluster.installCrds();
  await cluster.namespace('more');
  operator = await Operator.start(cluster);
});

afterAll(async () => {
  await operator?.stop();
  await cluster?.stop();
});

const [base, , stored] = collectors as [Manifest, Manifest, Manifest];
const { autoscaler: _a, deploymentUpdateStrategy: _b, ...plain } = base.spec;
const deployment = { ...plain, mode: 'deployment' };
const sidecar = { ...without(plain, 'podDisruptionBudget', 'topologySpreadConstraints'), mode: 'sidecar' };
const daemonset = { ...without(plain, 'podDisruptionBudget', 'topologySpreadConstraints'), mode: 'daemonset' };
const statefulset = {
  ...stored.spec,
  volumeClaimTemplates: undefined,
  persistentVolumeClaimRetentionPolicy: undefined,
};
const claims = [{ metadata: { name: 'queue' }, spec: { accessModes: ['ReadWriteOnce'] } }];
const pods = (target: Manifest) => ({ type: 'Pods', pods: { metric: { name: 'm' }, target } });
const port = { name: 'extra', port: 9999, targetPort: 9999 };
const scrape = {
  config: { scrape_configs: [{ job_name: 'self', static_configs: [{ targets: ['localhost:8888'] }] }] },
};
const allocator = (part: Manifest) => ({ targetAllocator: { ...plain.targetAllocator, enabled: true, ...part } });

/** Specs, and what our checks call the mistake; none where there is no mistake. */
const cases: readonly [name: string, spec: Manifest, code?: string][] = [
  ['a deployment', deployment],
  ['a sidecar', sidecar],
  ['a daemonset', daemonset],
  ['a stateful set', statefulset],
  ['claims of a deployment', { ...deployment, volumeClaimTemplates: claims }, 'option-mode'],
  ['claims of a stateful set', { ...statefulset, volumeClaimTemplates: claims }],
  [
    'what becomes of the claims of a daemonset',
    { ...daemonset, persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Delete' } },
    'option-mode',
  ],
  ['tolerations of a sidecar', { ...sidecar, tolerations: [{ operator: 'Exists' }] }, 'option-mode'],
  ['the priority of a sidecar', { ...sidecar, priorityClassName: 'high' }, 'option-mode'],
  ['the affinity of a sidecar', { ...sidecar, affinity: { nodeAffinity: {} } }, 'option-mode'],
  ['containers beside a sidecar', { ...sidecar, additionalContainers: [{ name: 'a', image: 'b' }] }, 'option-mode'],
  ['the update of a daemonset', { ...deployment, daemonSetUpdateStrategy: { type: 'OnDelete' } }, 'option-mode'],
  ['the update of a deployment', { ...daemonset, deploymentUpdateStrategy: { type: 'Recreate' } }, 'option-mode'],
  [
    'a part of the update of a deployment',
    { ...daemonset, deploymentUpdateStrategy: { rollingUpdate: { maxSurge: 1 } } },
  ],
  ['an autoscaler of a daemonset', { ...daemonset, autoscaler: { maxReplicas: 3 } }],
  ['a least of a daemonset', { ...daemonset, autoscaler: { minReplicas: 2 } }, 'autoscaler-refused'],
  ['a target of a daemonset', { ...daemonset, autoscaler: { targetCPUUtilization: 80 } }],
  ['a budget of a daemonset', { ...daemonset, podDisruptionBudget: { minAvailable: 1 } }],
  ['a spread of a sidecar', { ...sidecar, topologySpreadConstraints: base.spec.topologySpreadConstraints }],
  ['a spread of a daemonset', { ...daemonset, topologySpreadConstraints: base.spec.topologySpreadConstraints }],
  ['the management of a deployment’s pods', { ...deployment, podManagementPolicy: 'Parallel' }],
  ['the Service of a deployment', { ...deployment, serviceName: 'gateway' }],
  ['no tolerations of a sidecar', { ...sidecar, tolerations: [], additionalContainers: [], priorityClassName: '' }],
  ['no claims of a deployment', { ...deployment, volumeClaimTemplates: [] }],
  ['a route of a sidecar', { ...sidecar, ingress: { type: 'route', route: {} } }],
  ['an HTTP route of a sidecar', { ...sidecar, httpRoute: { enabled: true, gateway: 'edge' } }],
  ['an autoscaler', { ...deployment, autoscaler: { minReplicas: 1, maxReplicas: 3 } }],
  ['a least without a most', { ...deployment, autoscaler: { minReplicas: 2 } }, 'autoscaler-refused'],
  ['a least above the most', { ...deployment, autoscaler: { minReplicas: 5, maxReplicas: 3 } }, 'autoscaler-refused'],
  ['more pods than the most', { ...deployment, replicas: 4, autoscaler: { maxReplicas: 3 } }, 'autoscaler-refused'],
  [
    'a window of more than an hour',
    { ...deployment, autoscaler: { maxReplicas: 3, behavior: { scaleUp: { stabilizationWindowSeconds: 3601 } } } },
    'autoscaler-refused',
  ],
  [
    'metrics of another type',
    { ...deployment, autoscaler: { maxReplicas: 3, metrics: [{ type: 'Resource' }] } },
    'autoscaler-refused',
  ],
  [
    'a share of what pods have none of',
    { ...deployment, autoscaler: { maxReplicas: 3, metrics: [pods({ type: 'Utilization', averageUtilization: 80 })] } },
    'autoscaler-refused',
  ],
  [
    'a value of pods',
    { ...deployment, autoscaler: { maxReplicas: 3, metrics: [pods({ type: 'AverageValue', averageValue: '10' })] } },
  ],
  ['a port', { ...deployment, ports: [port] }],
  ['a port’s name', { ...deployment, ports: [{ ...port, name: 'Extra' }] }, 'port-invalid'],
  ['a port’s long name', { ...deployment, ports: [{ ...port, name: 'a-name-of-16-let' }] }, 'port-invalid'],
  ['a port’s number', { ...deployment, ports: [{ ...port, port: 70_000 }] }, 'port-invalid'],
  ['a receiver’s id', listening('otlp/x.y'), 'operator-port-name'],
  ['a receiver’s capitals', listening('otlp/XY'), 'operator-port-name'],
  ['a receiver’s long id', listening('otlp/a.name.that.is.cut')],
  ['an ingress of a sidecar', { ...sidecar, ingress: { type: 'ingress', route: {} } }, 'option-mode'],
  ['an allocator of a deployment', { ...withPrometheus(deployment), ...allocator({}) }, 'option-mode'],
  ['an allocator', { ...withPrometheus(statefulset), ...allocator({}) }],
  ['an allocator without receiver', { ...statefulset, ...allocator({}) }, 'target-allocator'],
  ['an allocator of a daemonset', { ...withPrometheus(daemonset), ...allocator({}) }, 'target-allocator'],
  [
    'an allocator per node of a stateful set',
    { ...withPrometheus(statefulset), ...allocator({ allocationStrategy: 'per-node' }) },
    'target-allocator',
  ],
];

test.each(cases.map(([name, spec, code]) => ({ name, spec, code })))(
  '$name: the operator and our checks say the same',
  async ({ name, spec, code }) => {
    const object = { ...base, metadata: { name: name.replace(/[^a-z]+/g, '-'), namespace: 'more' }, spec: json(spec) };
    const { ok, message } = await cluster.create(object, { dryRun: true });
    const said = checkModel(readModel([{ path: 'test', content: object as ConfigMap }])).filter(
      ({ severity }) => severity === 'error',
    );
    expect({ name, ok, message: ok ? '' : message, codes: said.map((issue) => issue.code) }).toEqual({
      name,
      ok: code === undefined,
      message: code === undefined ? '' : expect.any(String),
      codes: code === undefined ? [] : expect.arrayContaining([code]),
    });
  },
);

function listening(id: string): Manifest {
  const { receivers, service, ...config } = json(plain.config);
  const pipelines = { logs: { receivers: [id], exporters: ['debug'] } };
  const own = { [id]: { protocols: { grpc: { endpoint: '0.0.0.0:5317' } } } };
  return { ...deployment, ports: undefined, config: { ...config, receivers: own, service: { ...service, pipelines } } };
}

function withPrometheus(spec: Manifest): Manifest {
  const config = json(plain.config);
  config.receivers.prometheus = scrape;
  config.service.pipelines.metrics.receivers = ['prometheus'];
  return { ...spec, config };
}

function without(spec: Manifest, ...keys: readonly string[]): Manifest {
  return Object.fromEntries(Object.entries(spec).filter(([key]) => !keys.includes(key)));
}

function json(value: Manifest): Manifest {
  return JSON.parse(JSON.stringify(value));
}
