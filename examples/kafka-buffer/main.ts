import { Chart, Size } from 'cdk8s';
import { Collector, exporters, kafkaBuffer, MdaiApp, receivers, secret, text } from 'cdk8s-mdai';

const app = new MdaiApp();
const chart = new Chart(app, 'kafka-buffer', { namespace: 'telemetry' });

// What stands between the two: a topic that holds what the second tier has not read yet.
const buffer = kafkaBuffer('spans', {
  signal: 'traces',
  brokers: ['kafka-bootstrap.kafka.svc.cluster.local:9092'],
  topic: 'spans',
  partitions: 12,
});

// The first tier takes whatever comes, however slow the vendor is.
const otlp = receivers.otlp({ protocols: { grpc: {}, http: {} } });
const intake = new Collector(chart, 'intake', { replicas: { min: 2, max: 20 } });
intake.pipeline('traces', { from: [otlp], to: [buffer.exporter] });

// The second tier reads at its own speed, with at most one pod for each partition. Kafka is the queue: a message counts as
// read once the vendor has it.
const vendor = exporters.otlp_http('vendor', {
  endpoint: 'https://in.vendor.example',
  headers: { Authorization: text`Bearer ${secret('vendor', 'token')}` },
  sending_queue: { enabled: false },
});
const delivery = new Collector(chart, 'delivery', { replicas: { min: 2, max: 12 }, memory: Size.gibibytes(1) });
delivery.pipeline('traces', { from: [buffer.receiver], to: [vendor] });

app.synth();
