import { dump } from 'js-yaml';
import { checkModel } from '../../src/checks/check';
import { readModel, type SourceDocument } from '../../src/convert/read';
import type { ConfigValue } from '../../src/model/config';

const config = {
  receivers: { otlp: { protocols: { grpc: { endpoint: '0.0.0.0:4317' } } } },
  exporters: { debug: {} },
  service: { pipelines: { logs: { receivers: ['otlp'], exporters: ['debug'] } } },
};
const text = JSON.stringify(config);

function read(...contents: readonly object[]) {
  return readModel(contents.map((content): SourceDocument => ({ path: 'a.yaml', content: content as ConfigValue })));
}

const configMap = (data: object, name = 'relay') => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name, namespace: 'ns' },
  data,
});

/** A workload whose only container runs a collector. */
function workload(container: object, kind = 'Deployment', spec: object = {}) {
  return {
    apiVersion: 'apps/v1',
    kind,
    metadata: { name: 'relay', namespace: 'ns', labels: { 'mydecisive.ai/hub-name': 'hub' } },
    spec: {
      ...spec,
      template: {
        metadata: { labels: { app: 'relay' } },
        spec: {
          containers: [{ name: 'c', image: 'otel/opentelemetry-collector-contrib:0.131.0', ...container }],
          volumes: [{ name: 'conf', configMap: { name: 'relay', items: [{ key: 'relay', path: 'relay.yaml' }] } }],
        },
      },
    },
  };
}

const mounted = {
  args: ['--config=/conf/relay.yaml', '--feature-gates=a,-b'],
  volumeMounts: [{ name: 'conf', mountPath: '/conf' }],
};

test('a configuration in a ConfigMap and the workload that mounts it are one collector', () => {
  const { collectors, origins } = read(
    workload({ ...mounted, resources: { limits: { memory: '1Gi', cpu: '500m' } } }, 'Deployment', { replicas: 3 }),
    configMap({ relay: text }),
  );
  expect(collectors).toMatchObject([
    {
      path: 'a.yaml/relay/relay',
      name: 'relay',
      namespace: 'ns',
      release: '0.131.0',
      config,
      featureGates: ['a', '-b'],
      hub: 'hub',
      pod: { backend: 'workload', mode: 'deployment', replicas: 3, memoryMiB: 1024, cpuMillis: 500 },
    },
  ]);
  const origin = origins.get('a.yaml/relay/relay');
  expect(origin?.document.content).toMatchObject({ kind: 'ConfigMap' });
  expect(origin?.also?.map(({ document }) => (document.content as { kind: string }).kind)).toEqual(['Deployment']);
});

test.each([
  ['DaemonSet', 'daemonset'],
  ['StatefulSet', 'statefulset'],
])('a %s runs in the mode %s', (kind, mode) => {
  expect(read(workload(mounted, kind), configMap({ relay: text })).collectors).toMatchObject([{ pod: { mode } }]);
});

test('two workloads with one configuration are two collectors', () => {
  const other = { ...workload(mounted), metadata: { name: 'other', namespace: 'ns' } };
  const { collectors } = read(workload(mounted), other, configMap({ relay: text }));
  expect(collectors.map(({ path, name }) => ({ path, name }))).toEqual([
    { path: 'a.yaml/relay/relay', name: 'relay' },
    { path: 'a.yaml/relay/relay (other)', name: 'other' },
  ]);
});

test('a configuration in a Secret is read, encoded or not', () => {
  const secret = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 's' } };
  const { collectors } = read(
    { ...secret, data: { 'c.yaml': Buffer.from(text).toString('base64') } },
    { ...secret, metadata: { name: 't' }, stringData: { c: text } },
  );
  expect(collectors.map(({ path }) => path)).toEqual(['a.yaml/s/c.yaml', 'a.yaml/t/c']);
});

test.each<[string, object]>([
  ['an argument', { args: [`--config=yaml:${text}`] }],
  ['two arguments', { args: ['--config', `yaml:${text}`] }],
  ['ways of keys', { args: [`--config=yaml:${text}`, '--config=yaml:exporters::debug::verbosity: detailed'] }],
  ['a variable', { args: ['--config=env:OTEL_CONFIG'], env: [{ name: 'OTEL_CONFIG', value: text }] }],
  [
    'a part of a variable',
    {
      args: ['--config=$(KIND):OTEL_CONFIG'],
      env: [
        { name: 'KIND', value: 'env' },
        { name: 'OTEL_CONFIG', value: text },
      ],
    },
  ],
])('a configuration that is given in the command line is read: %s', (_, container) => {
  const [collector] = read(workload(container)).collectors;
  expect(collector).toMatchObject({ path: 'a.yaml/relay', release: '0.131.0', config });
});

test('a variable may hold an entry of a ConfigMap', () => {
  const env = [{ name: 'C', valueFrom: { configMapKeyRef: { name: 'relay', key: 'relay' } } }];
  const { collectors } = read(workload({ args: ['--config=env:C'], env }), configMap({ relay: text }));
  expect(collectors).toMatchObject([{ path: 'a.yaml/relay/relay', name: 'relay', config }]);
});

test('the last word of several configurations holds, and --set has the very last', () => {
  const args = [
    '--config=/conf/relay.yaml',
    '--config=yaml:exporters: {debug: {verbosity: basic}}',
    '--set=exporters.debug.sampling_initial=5',
  ];
  const [collector] = read(workload({ ...mounted, args }), configMap({ relay: text })).collectors;
  expect(collector?.config.exporters).toEqual({ debug: { verbosity: 'basic', sampling_initial: 5 } });
});

test('a part of a configuration says nothing where the other part is not there', () => {
  const args = ['--config=/conf/relay.yaml', '--config=/elsewhere/more.yaml'];
  expect(read(workload({ ...mounted, args }), configMap({ relay: text })).collectors).toEqual([]);
});

test('the file that the image reads by itself is found where it is mounted', () => {
  const volumeMounts = [{ name: 'conf', mountPath: '/etc/otelcol-contrib/config.yaml', subPath: 'relay.yaml' }];
  expect(read(workload({ volumeMounts }), configMap({ relay: text })).collectors).toMatchObject([{ name: 'relay' }]);
});

test('an autoscaler of the workload is the collector’s', () => {
  const scaler = {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name: 'any', namespace: 'ns' },
    spec: {
      scaleTargetRef: { kind: 'Deployment', name: 'relay' },
      minReplicas: 2,
      maxReplicas: 5,
      metrics: [{ type: 'Resource', resource: { name: 'cpu', target: { averageUtilization: 70 } } }],
    },
  };
  const [collector] = read(workload(mounted), configMap({ relay: text }), scaler).collectors;
  expect(collector?.pod?.replicas).toEqual({ min: 2, max: 5, cpu: 70 });
});

test('a container beside others is a sidecar, called as its pod calls it', () => {
  const pod = workload(mounted);
  pod.spec.template.spec.containers.unshift({ name: 'app', image: 'app:1' });
  expect(read(pod, configMap({ relay: text })).collectors).toMatchObject([{ name: 'c', pod: { mode: 'sidecar' } }]);
});

test('variables are read with where they come from', () => {
  const env = [
    { name: 'A', value: 'a' },
    { name: 'B', valueFrom: { secretKeyRef: { name: 's', key: 'k' } } },
    { name: 'C', valueFrom: { fieldRef: { fieldPath: 'status.podIP' } } },
    { name: 'D', valueFrom: { configMapKeyRef: { name: 'm', key: 'k' } } },
  ];
  const [collector] = read(workload({ ...mounted, env }), configMap({ relay: text })).collectors;
  expect(collector?.env).toEqual({
    A: { kind: 'value', value: 'a' },
    B: { kind: 'secret', secret: 's', key: 'k' },
    C: { kind: 'field', path: 'status.podIP' },
    D: { kind: 'other', from: { configMapKeyRef: { name: 'm', key: 'k' } } },
  });
});

const resource = (version: string, spec: object, name = 'gateway') => ({
  apiVersion: `opentelemetry.io/${version}`,
  kind: 'OpenTelemetryCollector',
  metadata: { name, namespace: 'ns' },
  spec,
});

test('the older custom resource has its configuration as a text, and three fields under other names', () => {
  const strategy = { type: 'RollingUpdate' };
  const spec = { config: text, mode: 'daemonset', updateStrategy: strategy, minReplicas: 2, maxReplicas: 4 };
  const [collector] = read(resource('v1alpha1', spec)).collectors;
  expect(collector).toMatchObject({
    config,
    pod: {
      mode: 'daemonset',
      replicas: { min: 2, max: 4 },
      options: { daemonSetUpdateStrategy: strategy, autoscaler: { minReplicas: 2, maxReplicas: 4 } },
    },
  });
});

test('the target allocator of the older custom resource selects monitors by labels alone, and without them all', () => {
  const prometheusCR = { enabled: true, podMonitorSelector: { team: 'a' } };
  const spec = { config: text, mode: 'statefulset', targetAllocator: { enabled: true, prometheusCR } };
  const [collector] = read(resource('v1alpha1', spec)).collectors;
  expect(collector?.pod?.operator.targetAllocator?.prometheusCR).toEqual({
    enabled: true,
    podMonitorSelector: { matchLabels: { team: 'a' } },
    serviceMonitorSelector: {},
  });
});

test('the release is that of the image, where it is a known one', () => {
  const release = (image: string) => read(resource('v1beta1', { config, image })).collectors[0]?.release;
  expect(release('ghcr.io/open-telemetry/opentelemetry-collector-releases/opentelemetry-collector-k8s:0.131.0')).toBe(
    '0.131.0',
  );
  expect(release('mirror.example:5000/otelcol-contrib:v0.131.0@sha256:0')).toBe('0.131.0');
  expect(release('otel/opentelemetry-collector:0.140.0')).toBe('0.159.0');
  expect(release('acme/collector:0.131.0')).toBe('0.159.0');
});

test('items of lists are objects, and objects of one name have paths of their own', () => {
  const { collectors } = read(
    { apiVersion: 'v1', kind: 'List', items: [resource('v1beta1', { config }), resource('v1beta1', { config })] },
    { apiVersion: 'hub.mydecisive.ai/v1', kind: 'MdaiHub', metadata: { name: 'gateway' } },
  );
  expect(collectors.map(({ path }) => path)).toEqual(['a.yaml/gateway', 'a.yaml/gateway (ns)']);
});

test('values of the Helm chart are a collector with the chart’s own configuration below', () => {
  const values = {
    mode: 'daemonset',
    image: { repository: 'otel/opentelemetry-collector-contrib', tag: '0.131.0' },
    config: {
      receivers: { jaeger: null, zipkin: null },
      exporters: { otlp: { endpoint: 'gateway:4317' } },
      service: { pipelines: { traces: { receivers: ['otlp'], exporters: ['otlp'] }, logs: null, metrics: null } },
    },
  };
  const model = read(values);
  expect(model.collectors).toMatchObject([
    {
      path: 'a.yaml',
      release: '0.131.0',
      config: {
        receivers: { otlp: {}, prometheus: {} },
        service: { pipelines: { traces: { processors: ['memory_limiter', 'batch'] } } },
      },
      pod: { mode: 'daemonset' },
    },
  ]);
  expect(checkModel(model).filter(({ severity }) => severity === 'error')).toEqual([]);
});

describe('values of the Helm chart in an object that installs it', () => {
  const values = { mode: 'daemonset', config: { exporters: { nop: {} } } };
  const helm = { valuesObject: values };

  test.each<[string, string, Record<string, unknown>]>([
    ['helm.toolkit.fluxcd.io/v2', 'HelmRelease', { values }],
    ['argoproj.io/v1alpha1', 'Application', { source: { helm } }],
    ['argoproj.io/v1alpha1', 'Application', { source: { helm: { values: dump(values) } } }],
    ['argoproj.io/v1alpha1', 'Application', { sources: [{ ref: 'values' }, { helm }] }],
    ['argoproj.io/v1alpha1', 'ApplicationSet', { template: { spec: { source: { helm } } } }],
    ['helm.cattle.io/v1', 'HelmChart', { valuesContent: dump(values) }],
    ['helm.cattle.io/v1', 'HelmChartConfig', { valuesContent: dump(values) }],
  ])('%s %s %j', (apiVersion, kind, spec) => {
    const { collectors } = read({ apiVersion, kind, metadata: { name: 'agent', namespace: 'ns' }, spec });
    expect(collectors).toMatchObject([{ path: 'a.yaml/agent', config: { exporters: { nop: {} } } }]);
  });

  test('texts that are no values, and other charts, are none', () => {
    const chart = (spec: Record<string, unknown>) => ({ apiVersion: 'helm.cattle.io/v1', kind: 'HelmChart', spec });
    expect(
      read(chart({ valuesContent: 'a: [' }), chart({ valuesContent: 'config: {}' }), chart({})).collectors,
    ).toEqual([]);
  });
});

test('an exporter to a Service of another collector is a link', () => {
  const sending = (endpoint: string) => ({
    ...config,
    exporters: { otlp_grpc: { endpoint, tls: { insecure: true } } },
    service: { pipelines: { logs: { receivers: ['otlp'], exporters: ['otlp_grpc'] } } },
  });
  const service = {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'front', namespace: 'ns' },
    spec: { selector: { app: 'relay' }, ports: [{ port: 80, targetPort: 4317 }] },
  };
  const sends = (endpoint: string) =>
    read(
      resource('v1beta1', { config: sending(endpoint) }, 'agent'),
      resource('v1beta1', { config }),
      workload(mounted),
      configMap({ relay: text }),
      service,
    ).collectors[0]?.sends;
  const gateway = { exporter: 'otlp_grpc', to: 'a.yaml/gateway', receiver: 'otlp', port: 4317 };
  expect(sends('gateway-collector:4317')).toEqual([gateway]);
  expect(sends('dns:///gateway-collector-headless.ns.svc.cluster.local:4317')).toEqual([gateway]);
  expect(sends('front.ns:80')).toEqual([{ ...gateway, to: 'a.yaml/relay/relay' }]);
  expect(sends('gateway-collector.elsewhere:4317')).toBeUndefined();
});

test('of collectors of one name in several files, the one of the same file is meant', () => {
  const sending = { ...config, exporters: { debug: {}, otlp_grpc: { endpoint: 'gateway-collector:4317' } } };
  const pipelines = { logs: { receivers: ['otlp'], exporters: ['otlp_grpc'] } };
  const overlay = [
    resource('v1beta1', { config }),
    resource('v1beta1', { config: { ...sending, service: { pipelines } } }, 'agent'),
  ] as unknown as readonly ConfigValue[];
  const { collectors } = readModel(
    ['dev.yaml', 'prod.yaml'].flatMap((path) => overlay.map((content) => ({ path, content }))),
  );
  expect(collectors.flatMap(({ path, sends = [] }) => sends.map(({ to }) => `${path} -> ${to}`))).toEqual([
    'dev.yaml/agent -> dev.yaml/gateway',
    'prod.yaml/agent -> prod.yaml/gateway',
  ]);
});

test('the operator opens a receiver without an address, and nobody opens one that is on localhost', () => {
  const codes = (endpoint: object, exporter: object = {}) => {
    const receiving = { ...config, receivers: { otlp: { protocols: { grpc: endpoint } } } };
    const sending = {
      receivers: { otlp: { protocols: { grpc: {} } } },
      exporters: { otlp_grpc: { endpoint: 'gateway-collector:4317', ...exporter } },
      service: { pipelines: { logs: { receivers: ['otlp'], exporters: ['otlp_grpc'] } } },
    };
    const model = read(resource('v1beta1', { config: receiving }), resource('v1beta1', { config: sending }, 'agent'));
    return checkModel(model).map(({ code }) => code);
  };
  expect(codes({})).toEqual([]);
  expect(codes({ endpoint: 'localhost:4317' })).toEqual(['inlet-unreachable']);
  expect(codes({}, { endpoint: 'gateway-collector:4319' })).toEqual(['inlet-unreachable']);
});

test('fields of fields may be written in one key', () => {
  const given = { ...config, exporters: { otlp_grpc: { endpoint: 'a:4317', 'tls::insecure': true } } };
  expect(read(given).collectors[0]?.config.exporters).toEqual({
    otlp_grpc: { endpoint: 'a:4317', tls: { insecure: true } },
  });
});
