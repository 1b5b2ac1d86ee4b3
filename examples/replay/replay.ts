import { exporters, MdaiCluster, receivers } from 'cdk8s-mdai';
import type { Construct } from 'constructs';

/** What is kept in a bucket is sent again, where somebody asks for it. */
export function replays(scope: Construct) {
  const cluster = new MdaiCluster(scope, 'mdai');
  const otlp = receivers.otlp({ protocols: { grpc: {}, http: {} } });

  // What is replayed goes to those who look into something, and not into the bucket again.
  const analysis = cluster.collector('analysis');
  const lab = exporters.otlp_http('lab', { endpoint: 'https://lab.vendor.example' });
  analysis.pipeline('logs', { from: [otlp], to: [lab] });

  // The bucket, as an awss3 exporter fills it: a folder for each minute.
  const hub = cluster.hub('archive');
  const logs = hub.replay('logs', {
    source: {
      awsAccessKeySecret: 'archive-reader',
      s3Region: 'us-east-1',
      s3Bucket: 'telemetry',
      s3Path: 'logs',
      filePrefix: 'gateway-',
      s3Partition: 'minute',
    },
    to: analysis.inlet(otlp, { protocol: 'http' }),
  });
  return { cluster, logs };
}
