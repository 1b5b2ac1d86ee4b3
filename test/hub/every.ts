import { App, Chart, Duration, Size } from 'cdk8s';
import {
  Collector,
  configMapFile,
  event,
  exporters,
  jsonTemplate,
  log,
  MdaiCollector,
  MdaiDal,
  MdaiHub,
  MdaiIngress,
  MdaiObserver,
  MdaiReplay,
  receivers,
  resource,
  secret,
  slackAlertTemplate,
  text,
  webhook,
} from '../../src/index';
import { synthesize } from '../../src/testing';

const chart = new Chart(new App(), 'chart', { namespace: 'mdai' });
const otlp = receivers.otlp({ protocols: { grpc: {}, http: {} } });
const gateway = new Collector(chart, 'gateway');

const source = {
  awsAccessKeySecret: 'aws',
  s3Region: 'us-east-1',
  s3Bucket: 'telemetry',
  s3Path: 'logs',
  filePrefix: 'hub-',
  s3Partition: 'hour',
} as const;

/** A hub with all that constructs can say. */
function everyHub() {
  const hub = new MdaiHub(chart, 'hub', { evaluationInterval: Duration.seconds(30) });
  const muted = hub.set('muted', { type: 'manual' });
  const [noisy, level, limit, open] = [hub.set('noisy'), hub.string('level'), hub.int('limit'), hub.boolean('open')];
  const tiers = hub.map('tiers', { env: 'TIERS' });
  hub.priorityList('chosen', [muted, noisy, level], { env: 'CHOSEN' });
  const tier = hub.hashSet('tier', [level, tiers]);
  const loud = hub.alert('loud', {
    expr: 'sum by (team) (up) == 0',
    labels: ['team'],
    severity: 'critical',
    for: '5m',
    keepFiringFor: '1m',
  });
  const url = secret('slack', 'url');
  hub.automation('alerted', {
    when: loud.firing(),
    do: [
      noisy.add(loud.label('team')),
      noisy.remove(text`${loud.label('team').orElse('none')} of ${event.hubName}`),
      level.assign(loud.annotation('current_value')),
      limit.assign(3),
      open.assign(true),
      tiers.put(loud.label('team'), loud.status),
      tiers.remove(loud.label('severity')),
      webhook({ url, template: slackAlertTemplate({ message: 'Loud', label: loud.label('team') }), timeout: '1m30s' }),
      webhook({ url, template: jsonTemplate({ key: secret('pager', 'key'), who: [loud.label('team')] }) }),
      webhook({
        url: 'https://example.com/hook',
        method: 'POST',
        template: jsonTemplate(configMapFile('webhooks', 'page.json'), { values: { env: 'test' } }),
        headers: { Accept: 'application/json', Authorization: secret('pager', 'token') },
      }),
    ],
  });
  hub.automation('changed', { when: noisy.updated({ update: 'added' }), do: [level.assign(noisy.update.data)] });
  hub.automation('put', { when: tiers.updated({ update: 'set' }), do: [limit.assign(tiers.update.data)] });
  const past = hub.replay('past', { source, to: gateway.inlet(otlp, { protocol: 'http' }), ignoreSendingQueue: true });
  return { tier, past };
}

const { tier, past } = everyHub();
const observer = new MdaiObserver(chart, 'observer', {
  replicas: 2,
  resources: { limits: { memory: '1Gi' }, requests: { cpu: 1 } },
  grpcReceiverMaxMsgSize: Size.mebibytes(64),
  ownLogsOtlpEndpoint: 'http://logs:4318',
  tolerations: [{ key: 'dedicated', operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 60 }],
});
const received = observer.measure('received', {
  by: ['service.name'],
  drop: [
    log.severity.below('INFO').and(resource.attribute('team').in(['a', 'b']).not()),
    log.body.matches('^GET /health'),
    log.attribute('id').exists().not(),
    'attributes["level"] == "DEBUG"',
  ],
  errorMode: 'silent',
});
observer.measure('kept', { by: ['team'], countMetric: false });
gateway.pipeline('logs', {
  from: [otlp],
  to: [exporters.otlp_http('vendor', { endpoint: tier }), new MdaiDal(chart, 'least', least()).inlet(), received],
});
new MdaiDal(chart, 'archive', {
  granularity: 'minutely',
  usePayloadTs: true,
  marshaler: 'json',
  s3: { bucket: 'telemetry', prefix: 'raw/' },
  aws: { region: 'us-east-1', credentials: { secretName: 'aws', accessKeyField: 'id', secretKeyField: 'key' } },
  imageSpec: { repository: 'registry.example.com/dal', tag: '1', pullPolicy: 'Never' },
});
new MdaiIngress(chart, 'edge', {
  collector: gateway,
  hosts: [{ receiver: otlp, host: 'otlp.example.com' }],
  annotations: { 'alb.ingress.kubernetes.io/scheme': 'internal' },
  ingressClassName: 'alb',
  grpcService: { type: 'ClusterIP', annotations: { a: 'b' } },
});
new MdaiCollector(chart, 'logs', {
  image: 'registry.example.com/mdai-collector:1',
  replicas: 2,
  tolerations: [{ operator: 'Exists' }],
  awsAccessKeySecret: 'aws',
  logs: {
    otlp: { endpoint: 'in.example.com:4317', auditLogs: { disabled: true }, hubLogs: { minSeverity: 'warn' } },
    s3: { s3Region: 'us-east-1', s3Bucket: 'logs', otherLogs: { disabled: true } },
  },
});
new MdaiReplay(chart, 'once', {
  source,
  to: 'http://gateway:4318',
  status: past.status,
  startTime: new Date('2026-01-01T00:00:00Z'),
  endTime: '2026-01-02 03:04',
  telemetryType: 'traces',
  image: 'otel/opentelemetry-collector-contrib:0.136.0',
});

function least() {
  return { granularity: 'daily', s3: { bucket: 'telemetry' }, aws: { region: 'us-east-1' } } as const;
}

/** An object of each kind of the MDAI operator, with all that constructs can say. */
export const everyObject = synthesize(chart).filter(({ apiVersion }) => apiVersion === 'hub.mydecisive.ai/v1');
