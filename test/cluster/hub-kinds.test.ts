import { exporters, MdaiApp, MdaiCluster, receivers } from 'cdk8s-mdai';
import { find, issuesOf, synthesize } from 'cdk8s-mdai/testing';

test('a cluster has ingresses, data access layers and replays of its own', () => {
  const cluster = new MdaiCluster(new MdaiApp(), 'mdai');
  const otlp = receivers.otlp({ protocols: { grpc: {}, http: {} } });
  const archive = cluster.dal('archive', {
    granularity: 'hourly',
    s3: { bucket: 'telemetry' },
    aws: { region: 'us-east-1' },
  });
  const gateway = cluster.collector('gateway');
  gateway.pipeline('logs', { from: [otlp], to: [exporters.debug(), archive.inlet()] });
  cluster.ingress('edge', { collector: gateway, hosts: [{ receiver: otlp, host: 'otlp.example.com' }] });
  cluster.replay('once', {
    source: {
      awsAccessKeySecret: 'aws',
      s3Region: 'us-east-1',
      s3Bucket: 'telemetry',
      s3Path: 'logs',
      filePrefix: 'hub-',
      s3Partition: 'hour',
    },
    to: gateway.inlet(otlp, { protocol: 'http' }),
    status: cluster.hub('hub').string('once_status'),
    startTime: '2026-01-01',
    endTime: '2026-01-02',
    telemetryType: 'logs',
  });
  const objects = synthesize(cluster);
  expect(find(objects, 'MdaiIngress', 'edge').spec.otelCollector).toEqual({ name: 'gateway' });
  expect(find(objects, 'MdaiDal', 'archive').metadata.namespace).toBe('mdai');
  expect(find(objects, 'MdaiReplay', 'once').spec.hubName).toBe('hub');
  expect(issuesOf(cluster).filter(({ severity }) => severity === 'error')).toEqual([]);
});
