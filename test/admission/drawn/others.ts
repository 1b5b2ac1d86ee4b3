import fc from 'fast-check';
import type { ConfigMap } from '../../../src/model/config';
import { optional, record, some } from './shapes';

const tolerations = some(
  record({
    key: optional(fc.constant('pool')),
    operator: optional(fc.constantFrom('Exists', 'Equal')),
    value: optional(fc.constant('telemetry')),
    effect: optional(fc.constantFrom('NoSchedule', 'NoExecute')),
    tolerationSeconds: optional(fc.integer({ min: 0, max: 600 })),
  }),
);

const streams = {
  auditLogs: optional(record({ disabled: optional(fc.boolean()) })),
  ...Object.fromEntries(
    ['collectorLogs', 'hubLogs', 'otherLogs'].map((stream) => [
      stream,
      optional(
        record({
          disabled: optional(fc.boolean()),
          minSeverity: optional(fc.constantFrom('debug', 'info', 'warn', 'error')),
        }),
      ),
    ]),
  ),
};

/** What the operator takes as the specification of an `MdaiCollector`. */
export const monitorSpec: fc.Arbitrary<ConfigMap> = record({
  aws: record({ awsAccessKeySecret: fc.constant('aws') }),
  image: optional(fc.constant('mdai-collector:1')),
  replicas: optional(fc.integer({ min: 0, max: 3 })),
  tolerations: optional(tolerations),
  logs: optional(
    record({
      otlp: optional(record({ endpoint: fc.constant('logs:4317'), ...streams })),
      s3: optional(record({ s3Region: fc.constant('us-east-1'), s3Bucket: fc.constant('logs'), ...streams })),
    }),
  ),
});

const quantities = fc.constantFrom<string | number>('128Mi', '500m', 1, '1.5', '1e3', '2Gi');

/** Of an `MdaiObserver`. */
export const observerSpec: fc.Arbitrary<ConfigMap> = record({
  observers: optional(
    some(
      record({
        name: fc.constantFrom('received', 'kept'),
        labelResourceAttributes: fc.constantFrom([], ['service.name'], ['service.name', 'team']),
        countMetricName: fc.constant('items_total'),
        bytesMetricName: optional(fc.constant('bytes_total')),
        filter: optional(
          record({
            error_mode: optional(fc.constantFrom('ignore', 'silent', 'propagate')),
            logs: optional(record({ log_record: fc.constant(['attributes["a"] == nil']) })),
          }),
        ),
      }),
    ),
  ),
  observerResource: optional(
    record({
      image: optional(fc.constant('observer:1')),
      replicas: optional(fc.integer({ min: 0, max: 3 })),
      grpcReceiverMaxMsgSize: optional(fc.integer({ min: 1, max: 64 })),
      ownLogsOtlpEndpoint: optional(fc.constant('http://hub-monitor:4318')),
      tolerations: optional(tolerations),
      resources: optional(
        record({
          limits: optional(record({ memory: quantities, cpu: optional(quantities) })),
          requests: optional(record({ memory: quantities })),
          claims: optional(fc.constant([{ name: 'a' }, { name: 'b', request: 'c' }])),
        }),
      ),
    }),
  ),
});

const annotations = fc.constant({ 'alb.ingress.kubernetes.io/scheme': 'internal' });
const service = record({
  type: optional(fc.constantFrom('ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName')),
  annotations: optional(annotations),
});

/** Of an `MdaiIngress`. */
export const ingressSpec: fc.Arbitrary<ConfigMap> = record({
  otelCollector: record({ name: fc.constant('gateway') }),
  cloudType: optional(fc.constant('aws')),
  annotations: optional(annotations),
  ingressClassName: optional(fc.constant('alb')),
  grpcService: optional(service),
  nonGrpcService: optional(service),
  collectorEndpoints: optional(fc.constant({ otlp: 'otlp.example' })),
});

/** Of an `MdaiDal`. */
export const dalSpec: fc.Arbitrary<ConfigMap> = record({
  granularity: fc.constantFrom('weekly', 'daily', 'hourly', 'minutely'),
  usePayloadTs: optional(fc.boolean()),
  marshaler: optional(fc.constantFrom('json', 'proto')),
  s3: record({ bucket: fc.constantFrom('abc', 'a-b.c9'), prefix: optional(fc.constantFrom('', 'a/b_c.d-e')) }),
  aws: record({
    region: fc.constantFrom('us-east-1', 'us-gov-west-1'),
    credentials: optional(
      record({
        secretName: optional(fc.constant('aws')),
        accessKeyField: optional(fc.constant('id')),
        secretKeyField: optional(fc.constant('key')),
      }),
    ),
  }),
  imageSpec: optional(
    record({
      repository: optional(fc.constant('dal')),
      tag: optional(fc.constant('1')),
      pullPolicy: optional(fc.constantFrom('Always', 'IfNotPresent', 'Never')),
    }),
  ),
});
