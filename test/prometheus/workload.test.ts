import { App, Chart, JsonPatch, Size } from 'cdk8s';
import { load } from 'js-yaml';
import {
  Alertmanager,
  configMapFile,
  MdaiHub,
  Prometheus,
  PrometheusAgent,
  type PrometheusProps,
  secret,
} from '../../src/index';
import { find, type Manifest, synthesize } from '../../src/testing';

function chartOf(): Chart {
  return new Chart(new App(), 'telemetry', { namespace: 'ns' });
}

function objectsOf(
  props: PrometheusProps = {},
  more: (prometheus: Prometheus) => unknown = () => undefined,
): Manifest[] {
  const chart = chartOf();
  more(new Prometheus(chart, 'prometheus', { backend: 'workload', ...props }));
  return synthesize(chart);
}

function container(objects: readonly Manifest[], name = 'prometheus'): Manifest {
  return find(objects, 'StatefulSet', name).spec.template.spec.containers[0];
}

function configOf(objects: readonly Manifest[], name = 'prometheus'): Manifest {
  return load(find(objects, 'ConfigMap', name).data['prometheus.yaml']) as Manifest;
}

const kinds = (objects: readonly Manifest[]) => objects.map(({ kind, metadata }) => `${kind}/${metadata.name}`);

test('without an operator, it is plain objects', () => {
  expect(kinds(objectsOf())).toEqual([
    'StatefulSet/prometheus',
    'ServiceAccount/prometheus-prometheus',
    'ConfigMap/prometheus',
    'ConfigMap/prometheus-rules',
    'Service/prometheus',
    'Service/prometheus-headless',
    'NetworkPolicy/prometheus',
  ]);
});

test('a release that reads its files again does, and another starts again', () => {
  const template = (version: string) => {
    const objects = objectsOf({ version });
    const { metadata, spec } = find(objects, 'StatefulSet', 'prometheus').spec.template;
    return { annotations: metadata.annotations, args: spec.containers[0].args };
  };
  expect(template('3.15.0').annotations).toBeUndefined();
  expect(template('3.15.0').args).toContain('--enable-feature=auto-reload-config');
  expect(template('2.54.1').annotations).toEqual({ 'checksum/config': expect.any(String) });
  expect(template('2.54.1').args).toContain('--enable-feature=expand-external-labels');
});

test('what was patched in a file starts the pods of such a release again, too', () => {
  const checksum = (patched: boolean) => {
    const objects = objectsOf({ version: '2.54.1' }, (prometheus) => {
      if (patched) prometheus.patch('ConfigMap', JsonPatch.replace('/data/prometheus.yaml', 'global: {}\n'));
    });
    return find(objects, 'StatefulSet', 'prometheus').spec.template.metadata.annotations;
  };
  expect(checksum(true)).not.toEqual(checksum(false));
});

test('storage is a claim of each pod, and Prometheus leaves a fifth of it alone', () => {
  const objects = objectsOf({ storage: { size: Size.gibibytes(10), storageClass: 'fast' } });
  expect(find(objects, 'StatefulSet', 'prometheus').spec.volumeClaimTemplates).toEqual([
    {
      metadata: { name: 'data' },
      spec: {
        accessModes: ['ReadWriteOnce'],
        resources: { requests: { storage: '10Gi' } },
        storageClassName: 'fast',
      },
    },
  ]);
  expect(container(objects).args).toEqual(
    expect.arrayContaining(['--storage.tsdb.retention.time=15d', '--storage.tsdb.retention.size=8192MB']),
  );
  expect(container(objectsOf()).args).toContain('--storage.tsdb.retention.time=24h');
  expect(container(objectsOf({ retention: '2h' })).args).toContain('--storage.tsdb.retention.time=2h');
});

test('shards divide the targets, each with pods and a configuration of its own', () => {
  const objects = objectsOf({ shards: 2, replicas: 2 }, (prometheus) =>
    prometheus.scrapeAddresses('vm', { addresses: ['a:1'] }),
  );
  expect(kinds(objects)).toEqual(
    expect.arrayContaining([
      'StatefulSet/prometheus',
      'StatefulSet/prometheus-shard-1',
      'ConfigMap/prometheus-shard-1',
      'PodDisruptionBudget/prometheus',
      'PodDisruptionBudget/prometheus-shard-1',
    ]),
  );
  const kept = ['prometheus', 'prometheus-shard-1'].map(
    (name) => configOf(objects, name).scrape_configs[0].relabel_configs.at(-1).regex,
  );
  expect(kept).toEqual(['0', '1']);
  const selectors = ['prometheus', 'prometheus-shard-1'].map(
    (name) => find(objects, 'StatefulSet', name).spec.selector.matchLabels['prometheus.io/shard'],
  );
  expect(selectors).toEqual(['0', '1']);
});

test('credentials are files of Secrets that are mounted, and never in the configuration', () => {
  const objects = objectsOf(
    {
      remoteWrite: [
        { url: 'https://m.example', basicAuth: { username: secret('m', 'user'), password: secret('m', 'password') } },
      ],
    },
    (prometheus) =>
      prometheus.scrapeAddresses('vm', {
        addresses: ['a:1'],
        tls: { ca: configMapFile('ca', 'ca.crt') },
        authorization: { credentials: secret('vm', 'token') },
      }),
  );
  const config = configOf(objects);
  expect(config.remote_write[0].basic_auth).toEqual({
    username_file: '/etc/prometheus/clients/secrets/m/user',
    password_file: '/etc/prometheus/clients/secrets/m/password',
  });
  expect(config.scrape_configs[0]).toMatchObject({
    scheme: 'https',
    authorization: { type: 'Bearer', credentials_file: '/etc/prometheus/clients/secrets/vm/token' },
    tls_config: { ca_file: '/etc/prometheus/clients/configmaps/ca/ca.crt' },
  });
  const mounts = container(objects).volumeMounts.map(({ mountPath }: Manifest) => mountPath);
  expect(mounts).toEqual(
    expect.arrayContaining([
      '/etc/prometheus/clients/secrets/m',
      '/etc/prometheus/clients/secrets/vm',
      '/etc/prometheus/clients/configmaps/ca',
    ]),
  );
});

test('the rules of hubs beside it are its own, since no operator hands them on', () => {
  const chart = chartOf();
  new Prometheus(chart, 'prometheus', { backend: 'workload' }).alert('Down', { expr: 'up == 0', severity: 'page' });
  new MdaiHub(chart, 'hub').alert('loud', { expr: 'up > 1', labels: [], severity: 'warning', for: '1m' });
  new MdaiHub(chart, 'far', { namespace: 'elsewhere' }).alert('quiet', { expr: 'up', labels: [], severity: 'warning' });
  const { groups } = load(find(synthesize(chart), 'ConfigMap', 'prometheus-rules').data['rules.yaml']) as Manifest;
  expect(groups.map(({ name }: Manifest) => name)).toEqual(['prometheus', 'mdai-hub-alert-rules']);
  expect(groups[1].rules).toEqual([
    {
      alert: 'loud',
      expr: 'up > 1',
      for: '1m',
      labels: { severity: 'warning' },
      annotations: {
        alert_name: 'loud',
        hub_name: 'hub',
        current_value: '{{ $value | printf "%.2f" }}',
        expression: 'up > 1',
      },
    },
  ]);
});

test('an agent has no rules, and passes everything on', () => {
  const chart = chartOf();
  new PrometheusAgent(chart, 'agent', { backend: 'workload', remoteWrite: [{ url: 'https://m.example' }] });
  new PrometheusAgent(chart, 'older', {
    backend: 'workload',
    version: '2.54.1',
    remoteWrite: [{ url: 'https://m.example' }],
  });
  const objects = synthesize(chart);
  expect(container(objects, 'agent').args).toEqual(
    expect.arrayContaining(['--agent', '--storage.agent.path=/prometheus']),
  );
  expect(container(objects, 'older').args).toContain('--enable-feature=agent,expand-external-labels');
  expect(configOf(objects, 'agent').rule_files).toBeUndefined();
  expect(kinds(objects)).not.toContain('ConfigMap/agent-rules');
});

test('an agent of the operator is its own kind', () => {
  const chart = chartOf();
  new PrometheusAgent(chart, 'agent', { remoteWrite: [{ url: 'https://m.example', protocol: 2 }] });
  const { apiVersion, spec } = find(synthesize(chart), 'PrometheusAgent', 'agent');
  expect(apiVersion).toBe('monitoring.coreos.com/v1alpha1');
  expect(spec.remoteWrite).toEqual([{ url: 'https://m.example', messageVersion: 'V2.0' }]);
  expect(spec).not.toHaveProperty('ruleSelector');
});

test('alerts go to the Service of the Alertmanager', () => {
  const chart = chartOf();
  const alertmanager = new Alertmanager(chart, 'alerts', { backend: 'workload' });
  new Prometheus(chart, 'prometheus', { backend: 'workload', alertmanager });
  const objects = synthesize(chart);
  const [{ relabel_configs: steps }] = configOf(objects).alerting.alertmanagers;
  expect(find(objects, 'Service', steps[0].regex).spec.ports[0].name).toBe(steps[1].regex);
  expect(find(objects, 'Role', 'prometheus-prometheus').rules.flatMap(({ resources }: Manifest) => resources)).toEqual([
    'pods',
    'services',
    'endpointslices',
  ]);
});

test('a URL from outside moves nothing inside', () => {
  const { args } = container(objectsOf({ externalUrl: 'https://example.com/prometheus' }));
  expect(args).toEqual(
    expect.arrayContaining(['--web.external-url=https://example.com/prometheus', '--web.route-prefix=/']),
  );
});

test('a dollar in an external label stays one', () => {
  const labels = (props: PrometheusProps) => configOf(objectsOf(props)).global.external_labels.cluster;
  expect(labels({ externalLabels: { cluster: 'a$b' } })).toBe('a$$b');
  const chart = chartOf();
  new Prometheus(chart, 'new', { externalLabels: { cluster: 'a$b' } });
  new Prometheus(chart, 'old', { externalLabels: { cluster: 'a$b' }, version: '2.54.1' });
  const objects = synthesize(chart);
  expect(find(objects, 'Prometheus', 'new').spec.externalLabels).toEqual({ cluster: 'a$$b' });
  expect(find(objects, 'Prometheus', 'old').spec.externalLabels).toEqual({ cluster: 'a$b' });
});
