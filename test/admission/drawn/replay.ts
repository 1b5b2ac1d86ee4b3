import fc from 'fast-check';
import type { ConfigMap } from '../../../src/model/config';
import { optional, record } from './shapes';

const times = [
  '2026-01-31',
  '2026-02-28 08:00',
  '2026-01-31T08:00:00Z',
  '2026-01-31T08:00:00.5+02:00',
  '2024-02-29 8:05',
];

/** A replay: an object of its own, or one that an automation deploys. */
export function replaySpec(as: 'object' | 'deployed', status = 'replay_status'): fc.Arbitrary<ConfigMap> {
  const inDeployed = <T>(value: fc.Arbitrary<T>) => (as === 'object' ? value : fc.option(value, { nil: undefined }));
  return record({
    hubName: inDeployed(fc.constant('filtration')),
    startTime: inDeployed(fc.constantFrom(...times)),
    endTime: inDeployed(fc.constantFrom(...times)),
    telemetryType: inDeployed(fc.constantFrom('logs', 'metrics', 'traces')),
    statusVariableRef: fc.constant(status),
    opampEndpoint: fc.constant('http://mdai-gateway.mdai.svc.cluster.local:8081/opamp'),
    ignoreSendingQueue: optional(fc.boolean()),
    source: optional(
      fc.oneof(
        record({
          aws: record({ awsAccessKeySecret: fc.constant('aws') }),
          s3: record({
            s3Region: fc.constant('us-east-1'),
            s3Bucket: fc.constant('telemetry'),
            filePrefix: fc.constantFrom('', 'logs-'),
            s3Path: fc.constant('archive'),
            s3Partition: fc.constantFrom('minute', 'hour'),
          }),
        }),
        record({ aws: record({ awsAccessKeySecret: optional(fc.constant('aws')) }) }),
      ),
    ),
    destination: optional(record({ otlpHttp: optional(record({ endpoint: fc.constant('http://gateway:4318') })) })),
    resource: optional(record({ image: optional(fc.constant('otel/opentelemetry-collector-contrib:0.136.0')) })),
  });
}
