import { App } from 'cdk8s';
import { exporters, log, MdaiCluster, type MdaiClusterProps, processors, promql, receivers } from '../../src/index';
import { issuesOf, type Manifest, synthesize } from '../../src/testing';

interface Parts {
  readonly cluster?: MdaiClusterProps;
  readonly observer?: boolean;
  readonly filter?: boolean;
  readonly alert?: boolean;
  readonly collector?: boolean;
  readonly second?: boolean;
}

/** Data filtration in miniature, with any part left out. */
function program({
  cluster: props,
  observer = true,
  filter = true,
  alert = true,
  collector = true,
  second = true,
}: Parts = {}) {
  const cluster = new MdaiCluster(new App(), 'mdai', props);
  const measure = observer ? cluster.observer('services').measure('received', { by: ['service'] }) : undefined;
  if (second) cluster.collector('second').pipeline('logs', { from: [otlp], to: [vendor] });
  const hub = cluster.hub('filtration');
  const noisy = hub.set('noisy');
  if (alert) {
    const talkers = hub.alert('talkers', {
      expr: promql`${measure?.bytes ?? 'up'} > 1`,
      labels: ['service'],
      severity: 'warning',
    });
    hub.automation('mute', { when: talkers.firing(), do: [noisy.add(talkers.label('service'))] });
  }
  if (!collector) return cluster;
  const drop = () => processors.filter('noisy', { log_conditions: [log.attribute('service').in(noisy)] });
  const pipeline = cluster
    .collector('gateway')
    .pipeline('logs', { from: [otlp], processors: filter ? [drop()] : [], to: [vendor] });
  if (measure) pipeline.tap('received', { to: measure });
  return cluster;
}

const otlp = receivers.otlp({ protocols: { grpc: {} } });
const vendor = exporters.otlp_http('vendor', { endpoint: 'https://in.vendor.example' });

function objects(parts?: Parts): Map<string, Manifest> {
  return new Map(synthesize(program(parts)).map((object) => [`${object.kind}/${object.metadata.name}`, object]));
}

/** The objects that a change removes, and those that it leaves but changes. */
function removed(parts: Parts): { gone: string[]; changed: string[] } {
  const before = objects();
  const after = objects(parts);
  const gone = [...before.keys()].filter((name) => !after.has(name));
  const changed = [...after.keys()].filter(
    (name) => JSON.stringify(after.get(name)) !== JSON.stringify(before.get(name)),
  );
  return { gone: gone.sort(), changed: changed.sort() };
}

test('a cluster is these objects', () => {
  expect([...objects().keys()]).toEqual([
    'Namespace/mdai',
    'MdaiCollector/hub-monitor',
    'Alertmanager/alertmanager',
    'Secret/alertmanager-alertmanager-config',
    'Service/alertmanager-alertmanager',
    'ServiceAccount/alertmanager-alertmanager',
    'NetworkPolicy/alertmanager-alertmanager',
    'Prometheus/prometheus',
    'ServiceAccount/prometheus-prometheus',
    'Role/prometheus-prometheus',
    'RoleBinding/prometheus-prometheus',
    'PodMonitor/hub-monitor-mdai-collector',
    'PodMonitor/services-mdai-observer',
    'PodMonitor/second-collector',
    'ServiceMonitor/nats-exporter',
    'PodMonitor/gateway-collector',
    'MdaiObserver/services',
    'OpenTelemetryCollector/second',
    'ServiceAccount/second-collector',
    'NetworkPolicy/second-collector',
    'MdaiHub/filtration',
    'OpenTelemetryCollector/gateway',
    'ServiceAccount/gateway-collector',
    'NetworkPolicy/gateway-collector',
  ]);
  expect(issuesOf(program())).toEqual([]);
});

test.each<[string, Parts, { gone: string[]; changed: string[] }]>([
  [
    'the hub monitor: itself, its monitor, and the logs that collectors send to it',
    { cluster: { hubMonitor: false } },
    {
      gone: ['MdaiCollector/hub-monitor', 'PodMonitor/hub-monitor-mdai-collector'],
      // The gateway still sends to the observer, in the same namespace.
      changed: ['NetworkPolicy/second-collector', 'OpenTelemetryCollector/gateway', 'OpenTelemetryCollector/second'],
    },
  ],
  [
    'Alertmanager: itself, its configuration, and Prometheus’ link to it',
    { cluster: { alertmanager: false } },
    {
      gone: [
        'Alertmanager/alertmanager',
        'NetworkPolicy/alertmanager-alertmanager',
        'Secret/alertmanager-alertmanager-config',
        'Service/alertmanager-alertmanager',
        'ServiceAccount/alertmanager-alertmanager',
      ],
      changed: ['Prometheus/prometheus'],
    },
  ],
  [
    'Prometheus: itself, its access, and all monitors',
    { cluster: { prometheus: false } },
    {
      gone: [
        'PodMonitor/gateway-collector',
        'PodMonitor/hub-monitor-mdai-collector',
        'PodMonitor/second-collector',
        'PodMonitor/services-mdai-observer',
        'Prometheus/prometheus',
        'Role/prometheus-prometheus',
        'RoleBinding/prometheus-prometheus',
        'ServiceAccount/prometheus-prometheus',
        'ServiceMonitor/nats-exporter',
      ],
      changed: [],
    },
  ],
  ['the namespace', { cluster: { createNamespace: false } }, { gone: ['Namespace/mdai'], changed: [] }],
  [
    'the observer: itself, its monitor, the tap, and the metric in the alert',
    { observer: false },
    {
      gone: ['MdaiObserver/services', 'PodMonitor/services-mdai-observer'],
      changed: ['MdaiHub/filtration', 'OpenTelemetryCollector/gateway'],
    },
  ],
  [
    'the filter: the hub’s label and ConfigMap from the collector, and the export from the hub',
    { filter: false },
    { gone: [], changed: ['MdaiHub/filtration', 'OpenTelemetryCollector/gateway'] },
  ],
  ['the alert and its automation', { alert: false }, { gone: [], changed: ['MdaiHub/filtration'] }],
  [
    'a collector: itself, what belongs to it, and its monitor',
    { second: false },
    {
      gone: [
        'NetworkPolicy/second-collector',
        'OpenTelemetryCollector/second',
        'PodMonitor/second-collector',
        'ServiceAccount/second-collector',
      ],
      changed: [],
    },
  ],
])('removing one part removes exactly its objects and links: %s', (_, parts, expected) => {
  expect(removed(parts)).toEqual(expected);
});

test('without a filter, the collector has no link to the hub', () => {
  const gateway = objects({ filter: false }).get('OpenTelemetryCollector/gateway')!;
  expect(gateway.metadata).toEqual({ name: 'gateway', namespace: 'mdai' });
  expect(gateway.spec).not.toHaveProperty('envFrom');
});

test('the order of unrelated parts does not change an object', () => {
  const build = (first: string, second: string) => {
    const cluster = new MdaiCluster(new App(), 'mdai');
    for (const name of [first, second]) cluster.collector(name).pipeline('logs', { from: [otlp], to: [vendor] });
    return new Map(
      synthesize(cluster).map((object) => [`${object.kind}/${object.metadata.name}`, JSON.stringify(object)]),
    );
  };
  const [one, other] = [build('a', 'b'), build('b', 'a')];
  expect(new Set(one.keys())).toEqual(new Set(other.keys()));
  for (const [name, text] of one) expect(other.get(name)).toBe(text);
});

test('synthesizing twice gives the same', () => {
  const cluster = program();
  expect(JSON.stringify(synthesize(cluster))).toBe(JSON.stringify(synthesize(cluster)));
});

test('what is added after a synthesis is in the next', () => {
  const cluster = program();
  synthesize(cluster);
  cluster.collector('late').pipeline('logs', { from: [otlp], to: [vendor] });
  const names = synthesize(cluster).map((object) => `${object.kind}/${object.metadata.name}`);
  expect(names).toEqual(expect.arrayContaining(['OpenTelemetryCollector/late', 'PodMonitor/late-collector']));
});

test('a construct that is taken out of the tree takes its objects and links along', () => {
  const cluster = program();
  synthesize(cluster);
  cluster.node.tryRemoveChild('second');
  const names = synthesize(cluster).map((object) => `${object.kind}/${object.metadata.name}`);
  expect(names).toEqual([...objects({ second: false }).keys()]);
});
