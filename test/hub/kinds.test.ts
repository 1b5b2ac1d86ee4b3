import { App, Chart, Size } from 'cdk8s';
import {
  Collector,
  env,
  exporters,
  log,
  MdaiCollector,
  MdaiDal,
  type MdaiDalProps,
  MdaiIngress,
  MdaiObserver,
  type MeasureProps,
  type Receiver,
  receivers,
  resource,
} from '../../src/index';
import { find, synthesize } from '../../src/testing';
import { specOf } from './admitted';

const chartOf = () => new Chart(new App(), 'chart', { namespace: 'mdai' });

test('an MdaiCollector has every field', () => {
  const monitor = new MdaiCollector(chartOf(), 'logs', {
    image: 'registry.example.com/mdai-collector:1',
    replicas: 2,
    tolerations: [{ key: 'dedicated', operator: 'Equal', value: 'hub', effect: 'NoSchedule' }],
    awsAccessKeySecret: 'aws',
    logs: {
      otlp: { endpoint: 'in.example.com:4317', auditLogs: { disabled: true }, hubLogs: { minSeverity: 'warn' } },
      s3: { s3Region: 'us-east-1', s3Bucket: 'logs', otherLogs: { disabled: true }, collectorLogs: {} },
    },
  });
  expect(specOf(monitor, 'MdaiCollector')).toEqual({
    image: 'registry.example.com/mdai-collector:1',
    replicas: 2,
    tolerations: [{ key: 'dedicated', operator: 'Equal', value: 'hub', effect: 'NoSchedule' }],
    aws: { awsAccessKeySecret: 'aws' },
    logs: {
      otlp: { endpoint: 'in.example.com:4317', auditLogs: { disabled: true }, hubLogs: { minSeverity: 'warn' } },
      s3: { s3Region: 'us-east-1', s3Bucket: 'logs', otherLogs: { disabled: true }, collectorLogs: {} },
    },
  });
});

test('an MdaiObserver has every field', () => {
  const observer = new MdaiObserver(chartOf(), 'traffic', {
    replicas: 3,
    image: 'registry.example.com/observer:1',
    resources: { limits: { memory: '1Gi' } },
    grpcReceiverMaxMsgSize: Size.mebibytes(64),
    ownLogsOtlpEndpoint: 'http://logs:4318',
    tolerations: [{ operator: 'Exists' }],
  });
  observer.measure('received', {
    by: ['service.name'],
    bytesMetric: false,
    countMetric: 'received_total',
    drop: [
      'attributes["level"] == "DEBUG"',
      log.severity.below('INFO').or(resource.attribute('team').in(['a', 'b'])),
      log.attribute('id').exists().not(),
    ],
    errorMode: 'silent',
  });
  observer.measure('kept', { by: ['team'], countMetric: false });
  expect(specOf(observer, 'MdaiObserver')).toEqual({
    observers: [
      {
        name: 'received',
        labelResourceAttributes: ['service.name'],
        countMetricName: 'received_total',
        filter: {
          error_mode: 'silent',
          logs: {
            log_record: [
              'resource.attributes["mdai.measure"] != "received"',
              'attributes["level"] == "DEBUG"',
              'severity_number > SEVERITY_NUMBER_UNSPECIFIED and severity_number < SEVERITY_NUMBER_INFO or resource.attributes["team"] == "a" or resource.attributes["team"] == "b"',
              'attributes["id"] == nil',
            ],
          },
        },
      },
      {
        name: 'kept',
        labelResourceAttributes: ['team'],
        bytesMetricName: 'traffic_kept_bytes_total',
        filter: {
          error_mode: 'ignore',
          logs: { log_record: ['resource.attributes["mdai.measure"] != "kept"'] },
        },
      },
    ],
    observerResource: {
      image: 'registry.example.com/observer:1',
      replicas: 3,
      resources: { limits: { memory: '1Gi' } },
      grpcReceiverMaxMsgSize: 64,
      ownLogsOtlpEndpoint: 'http://logs:4318',
      tolerations: [{ operator: 'Exists' }],
    },
  });
});

test('an MdaiIngress writes out what the operator would fill in', () => {
  const chart = chartOf();
  const otlp = receivers.otlp('edge', { protocols: { grpc: {} } });
  const gateway = new Collector(chart, 'gateway', { namespace: 'telemetry' });
  gateway.pipeline('logs', { from: [otlp], to: [exporters.debug()] });
  const ingress = new MdaiIngress(chart, 'edge', {
    collector: gateway,
    hosts: [{ receiver: otlp, host: 'otlp.example.com' }],
    annotations: { 'alb.ingress.kubernetes.io/scheme': 'internal' },
    ingressClassName: 'alb',
    nonGrpcService: { annotations: { 'service.beta.kubernetes.io/aws-load-balancer-type': 'external' } },
  });
  expect(ingress.namespace).toBe('telemetry');
  expect(specOf(ingress, 'MdaiIngress')).toEqual({
    otelCollector: { name: 'gateway' },
    cloudType: 'aws',
    annotations: { 'alb.ingress.kubernetes.io/scheme': 'internal' },
    ingressClassName: 'alb',
    grpcService: { type: 'NodePort' },
    nonGrpcService: {
      type: 'LoadBalancer',
      annotations: { 'service.beta.kubernetes.io/aws-load-balancer-type': 'external' },
    },
    collectorEndpoints: { 'otlp/edge': 'otlp.example.com' },
  });
});

test('an MdaiDal has every field, and is a target for pipelines', () => {
  const chart = chartOf();
  const dal = new MdaiDal(chart, 'archive', {
    granularity: 'hourly',
    usePayloadTs: true,
    marshaler: 'json',
    s3: { bucket: 'telemetry', prefix: 'raw/' },
    aws: { region: 'us-east-1', credentials: { secretName: 'aws' } },
    imageSpec: { tag: '0.0.2', pullPolicy: 'Always' },
  });
  expect(specOf(dal, 'MdaiDal')).toEqual({
    granularity: 'hourly',
    usePayloadTs: true,
    marshaler: 'json',
    s3: { bucket: 'telemetry', prefix: 'raw/' },
    aws: { region: 'us-east-1', credentials: { secretName: 'aws' } },
    imageSpec: { tag: '0.0.2', pullPolicy: 'Always' },
  });
  const otlp = receivers.otlp({ protocols: { grpc: {} } });
  const gateway = new Collector(chart, 'gateway');
  gateway.pipeline('logs', { from: [otlp], to: [dal.inlet()] });
  expect(gateway.toConfig().exporters).toEqual({
    'otlp_grpc/archive': { endpoint: 'archive.mdai.svc.cluster.local:4317', tls: { insecure: true } },
  });
});

const least: MdaiDalProps = { granularity: 'daily', s3: { bucket: 'telemetry' }, aws: { region: 'us-east-1' } };

test('the operator’s defaults of credentials hold only where their section is', () => {
  expect(specOf(new MdaiDal(chartOf(), 'archive', least), 'MdaiDal').aws).toEqual({
    region: 'us-east-1',
    credentials: {},
  });
});

const measured = (props: Partial<MeasureProps>) =>
  new MdaiObserver(chartOf(), 'o').measure('m', { by: ['a'], ...props });
const otlpIn = receivers.otlp({ protocols: { grpc: {} } });
const ingressTo = (...[first, ...more]: [Receiver<string>, ...Receiver<string>[]]) => {
  const chart = chartOf();
  const host = (receiver: Receiver<string>) => ({ receiver, host: 'a.example.com' });
  new MdaiIngress(chart, 'edge', {
    collector: new Collector(chart, 'gateway'),
    hosts: [host(first), ...more.map(host)],
  });
};

test.each<[string, () => unknown, string]>([
  [
    'an observer’s size that is no whole number of MiB',
    () => new MdaiObserver(chartOf(), 'o', { grpcReceiverMaxMsgSize: Size.kibibytes(1) }),
    'counted in MiB',
  ],
  ['a measure of nothing', () => measured({ countMetric: false, bytesMetric: false }), 'neither items nor bytes'],
  ['a metric that is switched off', () => measured({ countMetric: false }).count, 'does not count items'],
  [
    'a reference in an observer',
    () => measured({ drop: [log.attribute('a').equals(env('A'))] }),
    'Observers read no variables',
  ],
  ['a receiver without gRPC in an ingress', () => ingressTo(receivers.zipkin()), 'the receiver zipkin gets no host'],
  ['a receiver twice in an ingress', () => ingressTo(otlpIn, otlpIn), 'the receiver otlp has two hosts'],
])('%s throws where it is written', (_, program, message) => {
  expect(program).toThrow(message);
});

test('without a namespace, names are found in the same', () => {
  const chart = new Chart(new App(), 'chart');
  const dal = new MdaiDal(chart, 'archive', least);
  expect(dal.inlet('a').config).toMatchObject({ endpoint: 'archive:4317' });
  expect(find(synthesize(chart), 'MdaiDal', 'archive').metadata.namespace).toBeUndefined();
});
