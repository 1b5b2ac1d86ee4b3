import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, App, Chart, Testing, YamlOutputType } from 'cdk8s';
import { Collector, exporters, MdaiApp, receivers } from '../../src/index';

const root = mkdtempSync(join(tmpdir(), 'mdai-previous-'));
afterAll(() => rmSync(root, { recursive: true }));

const otlp = receivers.otlp({ protocols: { grpc: {} } });
const vendor = exporters.otlp_http('vendor', { endpoint: 'https://in.vendor.example' });

type Make = (outdir: string, yamlOutputType?: YamlOutputType) => App;
const apps: [string, Make][] = [
  ['App', (outdir, yamlOutputType) => new App({ outdir, yamlOutputType })],
  ['MdaiApp', (outdir, yamlOutputType) => new MdaiApp({ outdir, yamlOutputType })],
];

function folder() {
  return mkdtempSync(join(root, 'dist-'));
}

function withMode(app: App, mode: 'deployment' | 'statefulset', name = 'gateway') {
  const gateway = new Collector(new Chart(app, 'telemetry', { namespace: 'ns' }), 'gateway', { mode, name });
  gateway.pipeline('logs', { from: [otlp], to: [vendor] });
  return app;
}

function withObject(app: App, object: object) {
  new ApiObject(new Chart(app, 'telemetry', { namespace: 'ns' }), 'object', {
    ...object,
    metadata: { name: 'one' },
  } as never);
  return app;
}

describe.each(apps)('%s', (_, make) => {
  test('refuses to change the mode of a collector, and writes nothing', () => {
    const outdir = folder();
    withMode(make(outdir), 'deployment').synth();
    const file = join(outdir, 'telemetry.k8s.yaml');
    const before = readFileSync(file, 'utf8');
    expect(() => withMode(make(outdir), 'statefulset').synth()).toThrow(
      new Error(
        'Validation failed with the following errors:\n' +
          '  [] telemetry/gateway/spec/mode: spec.mode of the OpenTelemetryCollector "gateway" was "deployment" in ' +
          `${file}, and is "statefulset"; it cannot change while the object exists. Give the object another name. Or, ` +
          `if the change is meant, delete the object from the Kubernetes cluster and from ${file}, and synthesize again. ` +
          '[immutable-changed]',
      ),
    );
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  test('lets it change under another name, and once the file is gone', () => {
    const outdir = folder();
    withMode(make(outdir), 'deployment').synth();
    withMode(make(outdir), 'statefulset', 'other').synth();
    withMode(make(outdir), 'deployment', 'other');
    rmSync(join(outdir, 'telemetry.k8s.yaml'));
    withMode(make(outdir), 'deployment', 'other').synth();
  });

  test('finds the object in whatever file it was', () => {
    const outdir = folder();
    withMode(make(outdir, YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE), 'deployment').synth();
    const changed = withMode(make(outdir, YamlOutputType.FILE_PER_APP), 'statefulset');
    expect(() => changed.synth()).toThrow('[immutable-changed]');
    expect(readdirSync(outdir)).toEqual(['telemetry']);
  });

  test('can synthesize the same program again', () => {
    const app = withMode(make(folder()), 'deployment');
    app.synth();
    app.synth();
  });

  test('passes over what it cannot read', () => {
    const outdir = folder();
    writeFileSync(join(outdir, 'a.yaml'), 'kind: OpenTelemetryCollector\nmetadata: [');
    writeFileSync(join(outdir, 'b.yaml'), 'kind: Service\n--- \nkind: Service\nmetadata: text\nspec: 1\n');
    withMode(make(outdir), 'deployment').synth();
  });
});

test('only a synthesis compares, not a test that reads a chart', () => {
  const outdir = folder();
  withMode(new App({ outdir }), 'deployment').synth();
  for (const app of [new App({ outdir }), new MdaiApp({ outdir })]) {
    withMode(app, 'statefulset');
    expect(Testing.synth(app.node.findChild('telemetry') as Chart).length).toBeGreaterThan(0);
    expect(app.synthYaml()).toContain('statefulset');
  }
});

test('another folder can be compared with, or none', () => {
  const previous = folder();
  withMode(new MdaiApp({ outdir: previous }), 'deployment').synth();
  expect(() => withMode(new MdaiApp({ outdir: folder(), previous }), 'statefulset').synth()).toThrow(
    '[immutable-changed]',
  );
  withMode(new MdaiApp({ outdir: previous, previous: false }), 'statefulset').synth();
});

test('objects that are compared are resolved once', () => {
  const outdir = folder();
  withMode(new MdaiApp({ outdir }), 'deployment').synth();
  const app = withMode(new MdaiApp({ outdir }), 'deployment');
  const read = jest.spyOn(ApiObject.of(app.node.findChild('telemetry').node.findChild('gateway')), 'toJson');
  app.synth();
  expect(read).toHaveBeenCalledTimes(1);
});

const apps1 = { apiVersion: 'apps/v1' };
const rbac = { apiVersion: 'rbac.authorization.k8s.io/v1' };
const claim = (storage: string, more: object = {}) => ({
  metadata: { name: 'data' },
  spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage } }, ...more },
});

test.each<[string, object, object, object]>([
  [
    'the selector of a Deployment',
    { ...apps1, kind: 'Deployment' },
    { spec: { selector: { matchLabels: { a: 'b' } } } },
    { spec: { selector: { matchLabels: { a: 'c' } } } },
  ],
  [
    'the selector of a DaemonSet',
    { ...apps1, kind: 'DaemonSet' },
    { spec: { selector: { matchLabels: { a: 'b' } } } },
    { spec: { selector: { matchLabels: { a: 'b', c: 'd' } } } },
  ],
  [
    'the Service of a StatefulSet',
    { ...apps1, kind: 'StatefulSet' },
    { spec: { serviceName: 'a' } },
    { spec: { serviceName: 'b' } },
  ],
  [
    'the claims of a StatefulSet',
    { ...apps1, kind: 'StatefulSet' },
    { spec: { volumeClaimTemplates: [claim('1Gi')] } },
    { spec: { volumeClaimTemplates: [claim('2Gi')] } },
  ],
  [
    'the order of a StatefulSet’s pods',
    { ...apps1, kind: 'StatefulSet' },
    { spec: {} },
    { spec: { podManagementPolicy: 'Parallel' } },
  ],
  [
    'whether a Service has an address',
    { apiVersion: 'v1', kind: 'Service' },
    { spec: { clusterIP: 'None' } },
    { spec: {} },
  ],
  [
    'a volume claim',
    { apiVersion: 'v1', kind: 'PersistentVolumeClaim' },
    claim('1Gi'),
    claim('1Gi', { storageClassName: 'fast' }),
  ],
  [
    'the role of a RoleBinding',
    { ...rbac, kind: 'RoleBinding' },
    { roleRef: { kind: 'Role', name: 'a' } },
    { roleRef: { kind: 'ClusterRole', name: 'a' } },
  ],
  [
    'the role of a ClusterRoleBinding',
    { ...rbac, kind: 'ClusterRoleBinding' },
    { roleRef: { kind: 'ClusterRole', name: 'a' } },
    { roleRef: { kind: 'ClusterRole', name: 'b' } },
  ],
])('%s cannot change', (_, header, was, is) => {
  const outdir = folder();
  withObject(new MdaiApp({ outdir }), { ...header, ...was }).synth();
  expect(() => withObject(new MdaiApp({ outdir }), { ...header, ...is }).synth()).toThrow('[immutable-changed]');
  withObject(new MdaiApp({ outdir }), { ...header, ...was }).synth();
});

test.each<[string, object, object, object]>([
  [
    'the replicas of a Deployment',
    { ...apps1, kind: 'Deployment' },
    { spec: { replicas: 1, selector: {} } },
    { spec: { replicas: 2, selector: {} } },
  ],
  [
    'what a default says',
    { ...apps1, kind: 'StatefulSet' },
    { spec: { volumeClaimTemplates: [claim('1Gi')] } },
    {
      spec: { podManagementPolicy: 'OrderedReady', volumeClaimTemplates: [claim('1Gi', { volumeMode: 'Filesystem' })] },
    },
  ],
  ['the size of a volume claim', { apiVersion: 'v1', kind: 'PersistentVolumeClaim' }, claim('1Gi'), claim('2Gi')],
  [
    'the ports of a Service',
    { apiVersion: 'v1', kind: 'Service' },
    { spec: { ports: [{ port: 1 }] } },
    { spec: { clusterIP: '10.0.0.1', ports: [{ port: 2 }] } },
  ],
  [
    'the subjects of a RoleBinding',
    { ...rbac, kind: 'RoleBinding' },
    { roleRef: { kind: 'Role', name: 'a' } },
    { roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'a' }, subjects: [] },
  ],
])('%s can change', (_, header, was, is) => {
  const outdir = folder();
  withObject(new MdaiApp({ outdir }), { ...header, ...was }).synth();
  withObject(new MdaiApp({ outdir }), { ...header, ...is }).synth();
});

describe('where the folder was emptied, what was committed of it counts', () => {
  const repository = mkdtempSync(join(root, 'repository-'));
  const outdir = join(repository, 'dist');
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-C', repository, '-c', 'user.name=a', '-c', 'user.email=a@b.example', ...args]);
  const emptied = () => rmSync(outdir, { recursive: true, force: true });
  const warnings = (synth: () => void): string => {
    const stderr = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    try {
      synth();
      return stderr.mock.calls.map(([text]) => text).join('');
    } finally {
      stderr.mockRestore();
    }
  };

  beforeAll(() => {
    git('init', '--quiet');
    withMode(new MdaiApp({ outdir }), 'deployment').synth();
    git('add', '.');
    git('commit', '--quiet', '--message', 'deployed');
  });

  beforeEach(emptied);

  test.each(apps)('%s warns, and writes', (_, make) => {
    const said = warnings(() => withMode(make(outdir), 'statefulset').synth());
    expect(said).toContain('was "deployment" in dist/telemetry.k8s.yaml as it was committed, and is "statefulset"');
    expect(said).toContain('[immutable-changed]');
    expect(readFileSync(join(outdir, 'telemetry.k8s.yaml'), 'utf8')).toContain('mode: statefulset');
  });

  test('nothing is said of what did not change, nor where nothing is to be compared', () => {
    expect(warnings(() => withMode(new MdaiApp({ outdir }), 'deployment').synth())).toBe('');
    emptied();
    expect(warnings(() => withMode(new MdaiApp({ outdir, previous: false }), 'statefulset').synth())).toBe('');
  });
});
