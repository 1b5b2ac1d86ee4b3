import type { CollectorModel, PodModel } from '../../src/model/collector';
import type { Manifest } from '../../src/testing';
import { needsCases } from '../needs/cases';
import { collectorOf, type Pieces, type Shown } from '../needs/shown';
import { meanings } from './meaning';

const cases = needsCases.filter(({ collector }) => collector.mode !== 'sidecar');

test('at least sixty components are looked at', () => {
  const components = cases.flatMap(({ collector: { receivers, processors, exporters, extensions } }) =>
    Object.entries({ receivers, processors, exporters, extensions }).flatMap(([section, members]) =>
      Object.keys(members ?? {}).map((id) => `${section}/${id.split('/')[0]}`),
    ),
  );
  expect(new Set(components).size).toBeGreaterThanOrEqual(60);
});

describe.each(cases)('$name', ({ collector, expected }) => {
  const both = meanings((backend) => collectorOf(collector, backend));

  test('means the same in both back ends', () => expect(both.workload).toEqual(both.operator));

  test.each(['operator', 'workload'] as const)('has its ports, rights and mounts in the back end %s', (backend) => {
    const { servicePorts, beside, container, pod, claims } = both[backend];
    expect(servicePorts.map(port).sort()).toEqual(portsOf(expected).sort());
    expect(grants(beside).sort()).toEqual(accessOf(expected).sort());
    expect(mounts(container, pod, claims).sort()).toEqual(mountsOf(expected).sort());
    expect(variables(container)).toEqual(expect.arrayContaining([...(expected.env ?? [])]));
  });
});

const options: PodModel['options'] = {
  tolerations: [{ operator: 'Exists' }],
  nodeSelector: { pool: 'telemetry' },
  affinity: { podAntiAffinity: {} },
  podAnnotations: { team: 'platform' },
  env: [{ name: 'A', value: 'b' }],
  envFrom: [{ secretRef: { name: 'more' } }],
  volumes: [{ name: 'extra', emptyDir: { sizeLimit: '1Gi' } }],
  volumeMounts: [{ name: 'extra', mountPath: '/extra' }],
  args: { 'set=processors.batch.timeout': '2s' },
  resources: { limits: { 'ephemeral-storage': '1Gi' } },
  lifecycle: { preStop: { sleep: { seconds: 5 } } },
  ports: [{ name: 'extra', port: 9999, targetPort: 9999, protocol: 'TCP' }],
};

test.each<[string, Partial<PodModel>]>([
  ['with a fixed number of pods', { replicas: 3 }],
  ['that scales', { replicas: { min: 2, max: 9, cpu: 70 } }],
  ['in Kubernetes’ own fields', { options }],
  ['with nothing derived', { derive: switchedOff() }],
  [
    'as an account that is there',
    { serviceAccount: { name: 'theirs', create: false, annotations: {}, podLabels: {} } },
  ],
  ['on nodes', { mode: 'daemonset' }],
  ['with claims', { mode: 'statefulset', replicas: 2, storage: { sizeMiB: 2048, storageClass: 'fast' } }],
  ['with a claim', { storage: { sizeMiB: 2048 } }],
])('a collector %s means the same in both back ends', (_, parts) => {
  const { workload, operator } = meanings((backend) => changed(backend, parts));
  expect(workload).toEqual(operator);
});

function changed(backend: PodModel['backend'], parts: Partial<PodModel>): CollectorModel {
  const pieces: Pieces = {
    receivers: { otlp: { protocols: { grpc: { endpoint: '0.0.0.0:4317' } } } },
    exporters: { otlp_http: { endpoint: 'http://a.b.svc:4318', sending_queue: { storage: 'file_storage' } } },
    extensions: { file_storage: { directory: '/var/lib/otelcol/queue' } },
    signal: 'logs',
  };
  const collector = collectorOf(pieces, backend);
  if (collector.pod === undefined) throw new Error('a collector without pods');
  return { ...collector, pod: { ...collector.pod, ...parts } };
}

function switchedOff(): PodModel['derive'] {
  return {
    resources: false,
    security: false,
    ports: false,
    rbac: false,
    mounts: false,
    networkPolicy: false,
    availability: false,
  };
}

function port({ name, port: number, protocol, appProtocol }: Manifest): string {
  return [name, `${number}/${protocol}`, appProtocol].filter(Boolean).join(' ');
}

/** The ports of Services: not those that are only for who watches the collector. */
function portsOf({ ports = [] }: Shown): string[] {
  return ports.flatMap((line) => {
    const words = line.split(' ');
    const role = words.pop();
    return role === 'telemetry' || role === 'scrape' ? [words.join(' ')] : [];
  });
}

/** Every right by itself: `get nodes`, `list apps/deployments in shop`. */
function grants(beside: Manifest): string[] {
  return Object.values(beside)
    .filter(({ kind }: Manifest) => kind === 'ClusterRole' || kind === 'Role')
    .flatMap(({ metadata, rules }: Manifest) => rules.flatMap((rule: Manifest) => single(rule, metadata.namespace)));
}

function single(rule: Manifest, namespace: string | undefined): string[] {
  const { apiGroups = [], resources = [], verbs, resourceNames, nonResourceURLs = [] } = rule;
  const what = [
    ...apiGroups.flatMap((group: string) => resources.map((one: string) => (group === '' ? one : `${group}/${one}`))),
    ...nonResourceURLs.map((url: string) => `url ${url}`),
  ];
  const where = [resourceNames && ` named ${resourceNames.join(',')}`, namespace && ` in ${namespace}`];
  return what.flatMap((one) => verbs.map((verb: string) => `${verb} ${one}${where.filter(Boolean).join('')}`));
}

function accessOf({ access = [] }: Shown): string[] {
  const all = access.flatMap((line) => {
    const [, verbs = '', what = '', rest = ''] = /^(\S+) ((?:url )?\S+)(.*)$/.exec(line) ?? [];
    const [prefix, list] = what.startsWith('url ') ? ['url ', what.slice(4)] : ['', what];
    return list.split(',').flatMap((one) => verbs.split(',').map((verb) => `${verb} ${prefix}${one}${rest}`));
  });
  return [...new Set(all)];
}

function mounts(container: Manifest, pod: Manifest, claims: readonly Manifest[]): string[] {
  const known = new Set([...(pod.volumes ?? []), ...claims.map(({ metadata }) => metadata)].map(({ name }) => name));
  return (container.volumeMounts ?? []).map(({ name, mountPath, readOnly, mountPropagation }: Manifest) => {
    if (!known.has(name)) throw new Error(`there is no volume ${name}`);
    return [`${name}:${mountPath}`, readOnly && 'ro', mountPropagation].filter(Boolean).join(' ');
  });
}

/** `node /a:/b ro` and `storage name:/b` as `name:/b ro`. */
function mountsOf({ mounts: lines = [] }: Shown): string[] {
  return lines.map((line) => {
    const [first = '', second = '', ...rest] = line.split(' ');
    const kinds = ['storage', 'scratch', 'file'];
    const target = second.includes(':') ? second.split(':')[1] : second;
    const name = kinds.includes(first) ? second.split(':')[0] : first;
    return [`${name}:${target}`, ...rest.filter((word) => word === 'ro' || word === 'HostToContainer')].join(' ');
  });
}

function variables({ env = [] }: Manifest): string[] {
  return env.map(({ name, valueFrom, value }: Manifest) => `${name}=${valueFrom?.fieldRef?.fieldPath ?? value}`);
}
