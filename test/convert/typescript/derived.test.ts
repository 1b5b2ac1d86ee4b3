import { type App, Chart, Size } from 'cdk8s';
import {
  Collector,
  type CollectorProps,
  exporters,
  extensions,
  MdaiApp,
  processors,
  receivers,
  rule,
  secret,
  text,
} from 'cdk8s-mdai';
import { importSources } from '../../../src/cli/importing/import';
import { defaultRelease } from '../../../src/model/release';
import { readDocuments } from '../../../src/source/read-file';

const otlp = receivers.otlp({ protocols: { grpc: {}, http: {} } });

/** The objects of an app as YAML. */
function yamlOf(make: (chart: Chart) => void): string {
  const app: App = new MdaiApp({ previous: false });
  make(new Chart(app, 'telemetry', { namespace: 'telemetry' }));
  return app.synthYaml();
}

/** The program that YAML becomes. */
function programOf(yaml: string): string {
  const { files, differences } = importSources(
    readDocuments({ path: 'a.yaml', text: yaml, binary: false }).documents,
    defaultRelease,
    'app',
  );
  expect(differences).toEqual([]);
  return [...files].flatMap(([path, code]) => (path.endsWith('.ts') ? [code] : [])).join('\n');
}

function collectors(props: CollectorProps, queue = false): string {
  const storage = extensions.file_storage('queue', { directory: '/var/lib/otelcol/queue' });
  return programOf(
    yamlOf((chart) => {
      const vendor = exporters.otlp_http({
        endpoint: 'https://in.vendor.example',
        ...(queue && { sending_queue: { storage } }),
      });
      new Collector(chart, 'gateway', props).pipeline('logs', {
        from: [otlp],
        to: [vendor],
      });
    }),
  );
}

const cases: Readonly<Record<string, readonly [props: CollectorProps, said: string, queue?: boolean]>> = {
  'nothing but its pipelines': [{}, "new Collector(chart, 'gateway'"],
  'a daemon set': [{ mode: 'daemonset' }, "mode: 'daemonset' }"],
  'a stateful set with claims': [
    { mode: 'statefulset', replicas: 3, storage: { size: Size.gibibytes(10), storageClass: 'fast' } },
    "mode: 'statefulset',\n  replicas: 3,\n  storage: { size: Size.gibibytes(10), storageClass: 'fast' }",
    true,
  ],
  'a deployment with a claim': [{ storage: {} }, 'storage: {} }', true],
  'an autoscaler with aims of its own': [
    { replicas: { min: 2, max: 9, cpu: 60, memory: 70 } },
    'replicas: { min: 2, max: 9, cpu: 60, memory: 70 }',
  ],
  limits: [{ memory: Size.gibibytes(1), cpu: 2 }, 'memory: Size.gibibytes(1), cpu: 2'],
  'an older release': [{ release: '0.131.0' }, "release: '0.131.0'"],
  'another image': [{ image: 'registry.example/otel:7' }, "image: 'registry.example/otel:7'"],
  variables: [
    { env: { HOST: 'in.example', TOKEN: secret('vendor', 'token') } },
    "env: { HOST: 'in.example', TOKEN: secret('vendor', 'token') }",
  ],
  'an account that exists': [{ serviceAccount: 'telemetry' }, "serviceAccount: 'telemetry'"],
  'an account with an identity': [
    { serviceAccount: { identity: { aws: 'arn:aws:iam::123456789012:role/collector' } } },
    "serviceAccount: { annotations: { 'eks.amazonaws.com/role-arn': 'arn:aws:iam::123456789012:role/collector' } }",
  ],
  'no memory limiter': [{ defaults: { memoryLimiter: false } }, 'defaults: { memoryLimiter: false }'],
  'no health check': [{ defaults: { healthCheck: false } }, 'defaults: { healthCheck: false }'],
  'no metrics of its own': [
    { defaults: { telemetry: false }, telemetry: { metrics: { level: 'none' } } },
    "telemetry: { metrics: { level: 'none' } },\n  defaults: { telemetry: false },",
  ],
  'no network policy': [{ defaults: { networkPolicy: false } }, 'defaults: { networkPolicy: false }'],
  arguments: [{ pod: { args: { set: 'a=b' } } }, "pod: { args: { set: 'a=b' } }"],
  'feature gates': [{ featureGates: ['-a.b', 'c.d'] }, "featureGates: ['-a.b', 'c.d']"],
  'what nothing derives for pods': [
    {
      pod: {
        tolerations: [{ operator: 'Exists' }],
        podAnnotations: { a: 'b' },
        podDnsConfig: { nameservers: ['10.0.0.1'] },
        imagePullPolicy: 'Always',
        trafficDistribution: 'PreferClose',
      },
    },
    "podAnnotations: { a: 'b' },",
  ],
};

describe.each(['operator', 'workload'] as const)(
  'with the back end %s, a collector derives its objects again:',
  (backend) => {
    test.each(Object.entries(cases))('%s', (_, [props, said, queue]) => {
      const program = collectors({ backend, ...props }, queue);
      expect(program).toContain(said);
      expect(program.includes("backend: 'workload'")).toBe(backend === 'workload');
      expect(program).not.toMatch(/ApiObject|verbatim|backend: 'none'/);
    });
  },
);

test('a custom resource whose account is made elsewhere says so', () => {
  const yaml = yamlOf((chart) => {
    new Collector(chart, 'gateway').pipeline('logs', { from: [otlp], to: [exporters.debug()] });
  });
  const [resource = ''] = yaml.split(/^---$/m);
  const program = programOf(resource);
  expect(program).toContain("serviceAccount: 'gateway-collector',\n");
  expect(program).toContain(
    'operator: { networkPolicy: { enabled: false } },\n  defaults: { rbac: false, networkPolicy: false },',
  );
  expect(program).not.toMatch(/ApiObject|verbatim/);
});

test('routes, secrets and what two collectors share come back', () => {
  const program = programOf(
    yamlOf((chart) => {
      const vendor = exporters.otlp_http('vendor', {
        endpoint: 'https://in.vendor.example',
        headers: { Authorization: text`Bearer ${secret('vendor', 'token')}` },
      });
      const gateway = new Collector(chart, 'gateway', { backend: 'workload' });
      gateway.route('logs', {
        from: [otlp],
        rules: [rule('all', { when: 'always', to: [vendor] })],
        otherwise: { drop: true },
      });
      const agent = new Collector(chart, 'agent', { backend: 'workload', name: 'node', mode: 'daemonset' });
      agent.pipeline('logs', { from: [otlp], processors: [processors.batch()], to: [vendor] });
    }),
  );
  expect(program).toContain("gateway.route('logs', {");
  expect(program).toContain("const node = new Collector(chart, 'node', { backend: 'workload', mode: 'daemonset' });");
  expect(program.match(/secret\('vendor', 'token'\)/g)).toHaveLength(1);
  expect(program).not.toMatch(/ApiObject|verbatim|backend: 'none'/);
});

const plain = yamlOf((chart) => {
  new Collector(chart, 'gateway', { backend: 'workload' }).pipeline('logs', { from: [otlp], to: [exporters.debug()] });
});

test('an object that was changed by hand is as it is, and so are the others', () => {
  const program = programOf(plain.replace('appProtocol: grpc', 'appProtocol: kubernetes.io/h2c'));
  expect(program).toContain("backend: 'none'");
  expect(program.match(/new ApiObject/g)).toHaveLength(6);
});

test('a label more in the ConfigMap is a patch of it', () => {
  const program = programOf(plain.replace(/kind: ConfigMap\nmetadata:\n {2}labels:/, '$&\n    team: a'));
  expect(program).toContain("gateway.patch('ConfigMap', JsonPatch.add('/metadata/labels/team', 'a'));");
  expect(program).not.toContain('ApiObject');
});

test('a ConfigMap that nothing runs is as it was', () => {
  const config = plain.split(/^---$/m).find((document) => document.includes('kind: ConfigMap')) ?? '';
  expect(programOf(config)).toContain("backend: 'none'");
});

test('the construct of another object keeps its id', () => {
  const other = '---\napiVersion: example.com/v1\nkind: Widget\nmetadata: { name: gateway, namespace: telemetry }\n';
  const program = programOf(plain + other);
  expect(program).toContain("new Collector(chart, 'gateway-2', { backend: 'workload', name: 'gateway' });");
  expect(program).toContain("new ApiObject(chart, 'gateway', {");
});
