import { ApiObject, App, Chart } from 'cdk8s';
import * as plus28 from 'cdk8s-plus-28';
import * as plus33 from 'cdk8s-plus-33';
import {
  Collector,
  type CollectorProps,
  configMapFile,
  exporters,
  MdaiError,
  presets,
  receivers,
  secretFile,
} from '../../src';
import { find, issuesOf, type Manifest, synthesize } from '../../src/testing';

const otlp = receivers.otlp({ protocols: { grpc: {} } });
const vendor = exporters.otlp_http({
  endpoint: 'https://in.vendor.example',
  tls: { ca_file: configMapFile('authorities', 'ca.crt') },
});

function program(props: CollectorProps = {}): { chart: Chart; sidecar: Collector } {
  const chart = new Chart(new App(), 'shop', { namespace: 'shop' });
  const sidecar = new Collector(chart, 'sidecar', { mode: 'sidecar', backend: 'workload', ...props });
  sidecar.pipeline('traces', { from: [otlp], to: [vendor] });
  return { chart, sidecar };
}

const container = { name: 'shop', image: 'shop.example/shop:1' };
const volumes = [{ name: 'own', emptyDir: {} }];

/** Workloads of all makes, and where the specs of their pods are. */
const workloads: readonly [
  string,
  (chart: Chart) => Chart | ApiObject | plus28.Resource | plus33.Resource,
  string[],
][] = [
  [
    'a Deployment of cdk8s-plus-28',
    (chart) => new plus28.Deployment(chart, 'x', { containers: [container] }),
    template(),
  ],
  [
    'a Deployment of cdk8s-plus-33',
    (chart) => new plus33.Deployment(chart, 'x', { containers: [container] }),
    template(),
  ],
  ['a StatefulSet of cdk8s-plus-33', (chart) => stateful(chart), template()],
  ['a Job of cdk8s-plus-28', (chart) => new plus28.Job(chart, 'x', { containers: [container] }), template()],
  [
    'a CronJob of cdk8s-plus-33',
    (chart) => new plus33.CronJob(chart, 'x', { schedule: plus33Schedule(), containers: [container] }),
    ['spec', 'jobTemplate', ...template()],
  ],
  ['a Pod of cdk8s-plus-28', (chart) => new plus28.Pod(chart, 'x', { containers: [container] }), ['spec']],
  [
    'a typed Deployment',
    (chart) =>
      new plus28.k8s.KubeDeployment(chart, 'x', {
        spec: {
          selector: {},
          template: { spec: { containers: [container], volumes: [{ name: 'own', emptyDir: {} }] } },
        },
      }),
    template(),
  ],
  ['an object without volumes', (chart) => plain(chart, { containers: [container] }), template()],
  ['an object with volumes', (chart) => plain(chart, { containers: [container], volumes }), template()],
];

describe.each(workloads)('%s', (_, make, path) => {
  test.each([false, true])('takes the container as it is, and keeps its own (native: %s)', (native) => {
    const { chart, sidecar } = program();
    const workload = make(chart);
    sidecar.joinPodsOf(workload, { native });
    const objects = synthesize(chart);
    const { kind } = ApiObject.of(workload);
    const spec = path.reduce((value, key) => value[key], objects.find((object) => object.kind === kind) as Manifest);
    const expected = sidecar.toSidecar({ native });
    expect(spec.containers[0]).toMatchObject({ image: 'shop.example/shop:1' });
    expect((native ? spec.initContainers : spec.containers).at(-1)).toEqual(wire(expected.container));
    expect(spec.volumes).toEqual(expect.arrayContaining(wire(expected.volumes)));
    expect(issuesOf(chart)).toEqual([]);
  });
});

test('the container brings its configuration, listens for its pod alone, and passes the strictest level', () => {
  const { container: one, volumes: its } = program().sidecar.toSidecar();
  expect(one.args).toEqual(['--config=env:OTEL_CONFIG']);
  expect(one.env?.find(({ name }) => name === 'OTEL_CONFIG')?.value).toContain('endpoint: localhost:4317');
  expect(one.ports?.map(({ name }) => name)).toEqual(['health-check', 'metrics']);
  expect(one.securityContext).toEqual({
    allowPrivilegeEscalation: false,
    capabilities: { drop: ['ALL'] },
    readOnlyRootFilesystem: true,
    runAsGroup: 10001,
    runAsNonRoot: true,
    runAsUser: 10001,
    seccompProfile: { type: 'RuntimeDefault' },
  });
  expect(its).toEqual([{ name: 'configmap-authorities', configMap: { name: 'authorities' } }]);
});

test('Kubernetes reads nothing into the configuration', () => {
  const { sidecar } = program();
  sidecar.pipeline('traces/dollars', {
    from: [otlp],
    to: [
      exporters.otlp_http('dollars', { endpoint: 'http://a', headers: { a: '$${A} $(B) $$(C) ${env:REGION:-d} $' } }),
    ],
  });
  const value = sidecar.toSidecar().container.env?.find(({ name }) => name === 'OTEL_CONFIG')?.value ?? '';
  expect(value).toContain('$$$${A} $$(B) $$$$(C) ${env:REGION:-d} $');
  expect(expanded(value)).toContain('$${A} $(B) $$(C) ${env:REGION:-d} $');
});

test('with the operator the pods ask for it', () => {
  const { chart, sidecar } = program({ backend: 'operator' });
  const workload = new plus33.Deployment(chart, 'x', { containers: [container] });
  sidecar.joinPodsOf(workload);
  const objects = synthesize(chart);
  const { metadata, spec } = objects.find(({ kind }) => kind === 'Deployment')?.spec.template ?? {};
  expect(metadata.annotations).toEqual({ 'sidecar.opentelemetry.io/inject': 'shop/sidecar' });
  expect(spec.containers).toHaveLength(1);
  expect(sidecar.sidecarAnnotations).toEqual(metadata.annotations);
  expect(find(objects, 'OpenTelemetryCollector', 'sidecar').spec.mode).toBe('sidecar');
});

test('a sidecar has no objects of its own', () => {
  expect(synthesize(program().chart)).toEqual([]);
});

test('what cannot be joined throws', () => {
  const { chart, sidecar } = program();
  const other = new Collector(chart, 'other');
  const service = new plus28.Service(chart, 'service', { ports: [{ port: 80 }] });
  expect(() => sidecar.joinPodsOf(service)).toThrow('shop/service is a Service, which runs no pods.');
  expect(() => other.joinPodsOf(service)).toThrow("A collector with mode: 'sidecar' joins others.");
  expect(() => other.toSidecar()).toThrow(MdaiError);
});

test('rights are those of the pod', () => {
  const { chart, sidecar } = program();
  sidecar.pipeline('traces/who', { from: [otlp], processors: [presets.kubernetesAttributes()], to: [vendor] });
  expect(issuesOf(chart).map(({ code, path }) => `${code} ${path}`)).toEqual(['sidecar-access shop/sidecar']);
});

test('two containers of a pod share neither a name nor a port', () => {
  const { chart, sidecar } = program();
  const ports = [{ containerPort: 8888 }];
  const workload = plain(chart, { containers: [container, { name: 'sidecar', image: 'a', ports }] });
  sidecar.joinPodsOf(workload);
  expect(issuesOf(chart)).toMatchInlineSnapshot(`
[
  {
    "code": "sidecar-collision",
    "fix": "Give the collector another name: { name: 'telemetry' }.",
    "message": "shop/x has a container "sidecar" already.",
    "path": "shop/sidecar",
    "severity": "error",
  },
  {
    "code": "sidecar-collision",
    "fix": "Give the sidecar other addresses for its health check and its own metrics, or override(collector.healthCheck, …).",
    "message": "port 8888 is taken in shop/x, by the container "sidecar": containers of one pod share their ports.",
    "path": "shop/sidecar",
    "severity": "error",
  },
]
`);
});

test('a pod has the sidecar as it is in the end, and what is in its way is said each time', () => {
  const { chart, sidecar } = program();
  const workload = new plus28.Deployment(chart, 'x', { containers: [container] });
  const crowded = plain(chart, { containers: [{ name: 'sidecar', image: 'a' }] }, 'crowded');
  sidecar.joinPodsOf(workload).joinPodsOf(crowded);
  const codes = () => issuesOf(chart).map(({ code }) => code);
  expect(codes()).toEqual(['sidecar-collision']);
  sidecar.pipeline('logs', { from: [otlp], to: [exporters.otlp_http('later', { endpoint: 'https://later.example' })] });
  expect(codes()).toEqual(['sidecar-collision']);
  const { spec } = ApiObject.of(workload).toJson().spec.template;
  expect(spec.containers).toHaveLength(2);
  expect(spec.containers[1]).toEqual(wire(sidecar.toSidecar().container));
  expect(spec.volumes).toHaveLength(1);
});

test('what belongs to the pod is not the sidecar’s to say', () => {
  const { chart } = program({ pod: { hostNetwork: true, podAnnotations: { a: 'b' }, lifecycle: {} } });
  expect(issuesOf(chart).map(({ code, path }) => `${code} ${path}`)).toEqual([
    'option-mode shop/sidecar/pod/hostNetwork',
    'option-mode shop/sidecar/pod/podAnnotations',
  ]);
});

test('a secret’s file is readable without a group of the pod', () => {
  const { sidecar } = program();
  sidecar.pipeline('traces/safe', {
    from: [otlp],
    to: [exporters.otlp_http('safe', { endpoint: 'https://a', tls: { ca_file: secretFile('own', 'ca.crt') } })],
  });
  expect(sidecar.toSidecar().volumes).toContainEqual({
    name: 'secret-own',
    secret: { secretName: 'own', defaultMode: 0o444 },
  });
});

function template(): string[] {
  return ['spec', 'template', 'spec'];
}

function plain(chart: Chart, spec: object, id = 'x'): ApiObject {
  return new ApiObject(chart, id, {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    spec: { template: { spec: JSON.parse(JSON.stringify(spec)) } },
  });
}

function stateful(chart: Chart) {
  const service = new plus33.Service(chart, 'service', { ports: [{ port: 80 }] });
  return new plus33.StatefulSet(chart, 'x', { service, containers: [{ ...container, portNumber: 80 }] });
}

function plus33Schedule() {
  const { Cron } = require('cdk8s') as typeof import('cdk8s');
  return Cron.daily();
}

function wire(value: unknown) {
  return JSON.parse(JSON.stringify(value));
}

/** What Kubernetes makes of a variable's value where no variable is known (kubernetes, third_party/forked/golang/expansion). */
function expanded(value: string): string {
  return value.replace(/\$\$/g, '$');
}
