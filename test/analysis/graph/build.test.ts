import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { graphOf } from '../../../src/analysis/graph/build';
import { manifestsIn } from '../../../src/analysis/graph/objects';
import { readModel } from '../../../src/convert/read';
import type { AlertmanagerModel } from '../../../src/model/alertmanager';
import type { PrometheusModel } from '../../../src/model/prometheus';
import { readSources } from '../../../src/source/read';
import { collector, config, hub, model, pod } from '../../checks/models';
import { arrows, graphWith, labels, routed, routedGraph } from './models';

describe('a collector', () => {
  test('has its components and pipelines, and processors in their order', () => {
    const graph = routedGraph();
    expect(labels(graph, 'collector')).toEqual(['gateway (telemetry · 0.159.0)']);
    expect(labels(graph, 'receiver')).toEqual(['otlp (listens on :4317)']);
    expect(labels(graph, 'pipeline')).toEqual(['logs/in', 'logs/a.all', 'logs/b.drop', 'logs/errors', 'logs/rest']);
    expect(arrows(graph, 'order')).toEqual([
      'gateway/logs/in/processors/memory_limiter → gateway/logs/in/processors/filter',
    ]);
    const filter = graph.nodes.find(({ label }) => label === 'filter');
    expect(filter).toMatchObject({
      kind: 'processor',
      parent: 'telemetry/gateway/logs/in',
      path: 'telemetry/gateway/processors/filter',
      conditions: [{ condition: 'log.severity_number < SEVERITY_NUMBER_INFO', label: 'severity < INFO' }],
    });
  });

  test('leads to servers outside, and shows no secrets', () => {
    const graph = routedGraph();
    expect(labels(graph, 'destination')).toEqual(['in.vendor.example (port 443)']);
    expect(graph.nodes.find(({ label }) => label === 'otlp_http/vendor')?.config).toEqual({
      endpoint: 'https://in.vendor.example',
      headers: { 'x-key': '••••••' },
    });
    expect(JSON.stringify(graph)).not.toContain('hidden');
  });

  test('has routes with their conditions, what becomes of what matches, and whose it is', () => {
    const routes = routedGraph().edges.filter(({ kind }) => kind === 'route');
    expect(
      routes.map(({ to, row, label, action, teams }) => [to.split('/').at(-1), row, label, action, teams]),
    ).toEqual([
      ['a.all', 1, 'team = "a"', 'copy', ['a']],
      ['b.drop', 2, 'team = "b"', 'drop', ['b']],
      ['errors', 3, 'severity ≥ ERROR', 'move', ['a']],
      ['rest', undefined, 'otherwise', 'move', ['a']],
    ]);
    expect(routes[0]?.condition).toBe('resource.attributes["team"] == "a"');
  });

  test('names teams by the names of rules where no condition does', () => {
    const changed = structuredClone(routed);
    changed.connectors['routing/teams'].table[0].condition = 'log.body == "a"';
    const routes = graphWith({ collectors: [collector({ config: changed })] }).edges.filter(
      ({ kind }) => kind === 'route',
    );
    // What the rule of a asks for may be in anybody's logs.
    expect(routes.map(({ teams }) => teams)).toEqual([undefined, ['b'], ['a'], ['a']]);
  });

  test('reads the cluster, its node and files', () => {
    const graph = graphWith({
      collectors: [
        collector({
          config: config((draft) => {
            draft.receivers.k8s_cluster = {};
            draft.receivers.host_metrics = {};
            draft.receivers.file_log = { include: ['/var/log/pods/*/*/*.log'] };
            draft.receivers.redis = { endpoint: 'redis.data:6379' };
            draft.service.pipelines.metrics = {
              receivers: ['k8s_cluster', 'host_metrics', 'redis'],
              exporters: ['debug'],
            };
            draft.service.pipelines.logs.receivers = ['file_log'];
          }),
        }),
      ],
    });
    expect(labels(graph, 'source')).toEqual([
      'files (/var/log/pods/*/*/*.log)',
      'Kubernetes API (the cluster’s objects)',
      'node (CPU, memory, disks, network)',
      'redis.data (port 6379)',
    ]);
  });

  test('uses extensions', () => {
    const graph = graphWith({
      collectors: [
        collector({
          config: config((draft) => {
            draft.extensions = { 'file_storage/q': { directory: '/q' }, health_check: {} };
            draft.exporters.otlp_http = { endpoint: 'https://x.example', sending_queue: { storage: 'file_storage/q' } };
            draft.service.extensions = ['file_storage/q', 'health_check'];
            draft.service.pipelines.logs.exporters = ['otlp_http'];
          }),
        }),
      ],
    });
    expect(labels(graph, 'extension')).toEqual(['file_storage/q']);
    expect(arrows(graph, 'uses')).toEqual([
      'gateway/exporters/otlp_http → gateway/extensions/file_storage/q: keeps its queue in',
    ]);
  });

  test('has its objects among the manifests, and those that it reads', () => {
    const own = collector({
      namespace: 'telemetry',
      pod,
      env: { T: { kind: 'secret', secret: 'vendor', key: 'token' } },
    });
    const manifests = [
      {
        apiVersion: 'opentelemetry.io/v1beta1',
        kind: 'OpenTelemetryCollector',
        metadata: { name: 'gateway', namespace: 'telemetry' },
      },
      { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'gateway-collector', namespace: 'telemetry' } },
      { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'gateway-collector', namespace: 'other' } },
      { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'other-collector', namespace: 'telemetry' } },
    ];
    const [node] = graphOf(model({ collectors: [own] }), manifests).nodes;
    expect(node?.objects.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'OpenTelemetryCollector gateway',
      'ServiceAccount gateway-collector',
      'Secret vendor',
    ]);
    expect(graphOf(model({ collectors: [own] })).nodes[0]?.objects[0]).toEqual({
      kind: 'OpenTelemetryCollector',
      name: 'gateway',
      namespace: 'telemetry',
    });
  });
});

describe('between collectors', () => {
  const agent = (endpoint: string) =>
    collector({
      name: 'agent',
      namespace: 'agents',
      config: config((draft) => {
        draft.exporters = { otlp_grpc: { endpoint } };
        draft.service.pipelines.logs.exporters = ['otlp_grpc'];
      }),
    });
  const gateway = collector({
    namespace: 'telemetry',
    config: config((draft) => {
      draft.receivers['otlp/in'] = { protocols: { grpc: { endpoint: '0.0.0.0:14317' } } };
      draft.service.pipelines.logs.receivers.push('otlp/in');
    }),
  });

  test.each([
    ['gateway-collector.telemetry:14317', 'gateway/receivers/otlp/in'],
    ['dns:///gateway-collector-headless.telemetry.svc.cluster.local:4317', 'gateway/receivers/otlp'],
    ['gateway-collector.telemetry.svc:9999', 'gateway'],
    ['gateway-collector.other:4317', 'outside/gateway-collector.other:4317'],
    ['gateway.telemetry.example.com:4317', 'outside/gateway.telemetry.example.com:4317'],
  ])('%s leads to %s', (endpoint, to) => {
    const sent = arrows(graphWith({ collectors: [agent(endpoint), gateway] }), 'telemetry');
    expect(sent.filter((arrow) => arrow.startsWith('agent/exporters'))).toEqual([`agent/exporters/otlp_grpc → ${to}`]);
  });

  test('what the model knows needs no address', () => {
    const sends = [{ exporter: 'otlp_grpc', to: 'telemetry/gateway', receiver: 'otlp', port: 4317 }];
    const graph = graphWith({ collectors: [{ ...agent('${env:GATEWAY}'), sends }, gateway] });
    expect(arrows(graph, 'telemetry')).toContain('agent/exporters/otlp_grpc → gateway/receivers/otlp');
  });

  test('an address that is read from elsewhere is called so', () => {
    expect(labels(graphWith({ collectors: [agent('${env:GATEWAY}')] }), 'destination')).toEqual(['${env:GATEWAY}']);
  });

  test('a topic joins who writes it and who reads it', () => {
    const kafka = { brokers: ['kafka:9092'] };
    const writer = collector({
      name: 'writer',
      config: config((draft) => {
        draft.exporters = { kafka: { ...kafka, logs: { topic: 'all-logs' } } };
        draft.service.pipelines.logs.exporters = ['kafka'];
      }),
    });
    const reader = collector({
      name: 'reader',
      config: config((draft) => {
        draft.receivers = { kafka: { ...kafka, logs: { topics: ['all-logs'] } } };
        draft.service.pipelines.logs.receivers = ['kafka'];
      }),
    });
    const graph = graphWith({ collectors: [writer, reader] });
    expect(labels(graph, 'topic')).toEqual(['all-logs (kafka:9092)']);
    expect(arrows(graph, 'telemetry').filter((arrow) => arrow.includes('topic'))).toEqual([
      'writer/exporters/kafka → topic/kafka:9092/all-logs',
      'topic/kafka:9092/all-logs → reader/receivers/kafka',
    ]);
  });
});

describe('around collectors', () => {
  test('a hub has variables, alerts and automations, and its collectors read it', () => {
    const reader = collector({
      name: 'gateway',
      hub: 'floods',
      config: config((draft) => {
        draft.processors = { filter: { log_conditions: ['log.body == "${env:NOISE}"'] } };
        draft.service.pipelines.logs.processors = ['filter'];
      }),
    });
    const floods = {
      ...hub('floods', 'NOISE'),
      alerts: [{ name: 'loud', expr: 'up > 1', severity: 'warning' }],
      automations: [
        {
          name: 'hush',
          when: { alert: 'loud', status: 'firing' },
          do: [
            { kind: 'addToSet' as const, variable: 'NOISE', value: 'x' },
            {
              kind: 'callWebhook' as const,
              url: 'https://hooks.slack.com/services/T/B/hidden',
              template: 'jsonTemplate' as const,
            },
          ],
        },
      ],
    };
    const graph = graphWith({ collectors: [reader], hubs: [floods] });
    expect(arrows(graph, 'control', 'variable')).toEqual([
      'floods/alerts/loud → floods/automations/hush: firing',
      'floods/automations/hush → floods/variables/NOISE: adds to',
      'floods/automations/hush → outside/hooks.slack.com:443: calls',
      'floods/variables/NOISE → gateway/logs/processors/filter: NOISE',
    ]);
    expect(JSON.stringify(graph)).not.toContain('hidden');
  });

  test('a Prometheus reads collectors, and its alerts go to Alertmanager, which tells people and hubs', () => {
    const prometheus = {
      path: 'monitoring/prometheus',
      name: 'prometheus',
      namespace: 'mdai',
      backend: 'operator',
      managed: true,
      mode: 'server',
      version: '3.0.0',
      groups: [{ name: 'g', rules: [{ kind: 'alert', name: 'a', expr: 'up == 0', labels: {}, annotations: {} }] }],
      remoteWrite: [{ url: 'https://metrics.vendor.example/api/v1/write', headers: {}, client: {}, relabel: [] }],
      alertmanager: { path: 'monitoring/alertmanager', service: 'alertmanager' },
      scrapes: [
        {
          name: 'gateway',
          of: { kind: 'collector', path: 'telemetry/gateway' },
          find: { kind: 'pods', labels: {} },
          endpoints: [{ port: 8888, honorLabels: false, relabel: [], metricRelabel: [], client: {} }],
        },
        { name: 'api', find: { kind: 'addresses', addresses: ['api:80'], labels: {} }, endpoints: [] },
      ],
    } as unknown as PrometheusModel;
    const alertmanager: AlertmanagerModel = {
      path: 'monitoring/alertmanager',
      name: 'alertmanager',
      namespace: 'mdai',
      backend: 'operator',
      version: '0.28.1',
      config: {
        receivers: [
          {
            name: 'hub',
            webhook_configs: [{ url: 'http://mdai-gateway.mdai.svc.cluster.local:8081/alerts/alertmanager' }],
          },
          { name: 'people', slack_configs: [{ api_url: 'https://hooks.slack.com/services/hidden', channel: '#x' }] },
        ],
      },
      templates: {},
    };
    const graph = graphWith({
      collectors: [collector()],
      hubs: [hub('floods')],
      prometheuses: [prometheus],
      alertmanagers: [alertmanager],
    });
    expect(arrows(graph, 'scrape', 'alert')).toEqual([
      'alertmanager → floods: hub',
      'alertmanager → outside/Slack: people',
      'gateway → prometheus: :8888',
      'source/api:80 → prometheus',
      'prometheus → alertmanager',
    ]);
    expect(labels(graph, 'destination')).toEqual(['Slack', 'metrics.vendor.example (port 443)']);
    expect(JSON.stringify(graph)).not.toContain('hidden');
  });

  test('observers, replays, stores and ingresses are where telemetry comes by', () => {
    const sender = collector({
      config: config((draft) => {
        draft.exporters = { otlp_grpc: { endpoint: 'watcher-mdai-observer-service.telemetry:4317' } };
        draft.service.pipelines.logs.exporters = ['otlp_grpc'];
      }),
    });
    const graph = graphWith({
      collectors: [sender],
      observers: [{ path: 'mdai/watcher', name: 'watcher', namespace: 'telemetry', measures: [] }],
      dals: [{ path: 'mdai/store', name: 'store', granularity: 'daily', bucket: 'archive', region: 'eu-west-1' }],
      ingresses: [
        { path: 'mdai/door', name: 'door', collector: 'gateway', cloudType: 'aws', hosts: { otlp: 'in.example.com' } },
      ],
      replays: [
        {
          path: 'mdai/again',
          name: 'again',
          telemetryType: 'logs',
          statusVariable: '',
          opampEndpoint: '',
          endpoint: 'http://gateway-collector:4318',
          source: { s3: { region: 'eu-west-1', bucket: 'archive', filePrefix: '', path: '', partition: 'hour' } },
        },
      ],
    });
    expect(arrows(graph, 'telemetry')).toEqual([
      'gateway/receivers/otlp → gateway/logs',
      'gateway/logs → gateway/exporters/otlp_grpc',
      'gateway/exporters/otlp_grpc → watcher',
      'store → bucket/S3, eu-west-1/archive',
      'door → gateway/receivers/otlp',
      'bucket/S3, eu-west-1/archive → again',
      'again → gateway',
    ]);
  });
});

test.each(readdirSync(join(__dirname, '../../../examples')))('the graph of the example %s is sound', (name) => {
  const { documents } = readSources([join(__dirname, '../../../examples', name, 'expected')]);
  const graph = graphOf(readModel(documents), manifestsIn(documents.map(({ content }) => content)));
  const ids = new Set(graph.nodes.map(({ id }) => id));
  expect(ids.size).toBe(graph.nodes.length);
  expect(new Set(graph.edges.map(({ id }) => id)).size).toBe(graph.edges.length);
  expect(graph.edges.flatMap(({ from, to }) => [from, to]).filter((id) => !ids.has(id))).toEqual([]);
  expect(graph.nodes.flatMap(({ parent = [] }) => parent).filter((id) => !ids.has(id))).toEqual([]);
  expect(graph.nodes.filter(({ kind }) => kind === 'collector').length).toBeGreaterThan(0);
});
