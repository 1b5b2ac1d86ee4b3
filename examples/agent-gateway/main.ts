import { Chart, Size } from 'cdk8s';
import { Collector, exporters, extensions, MdaiApp, presets, receivers, secret, text } from 'cdk8s-mdai';

const app = new MdaiApp();
const chart = new Chart(app, 'agent-gateway', { namespace: 'telemetry' });

// What the vendor does not take at once waits on the disk of each gateway, for as long as there is room.
const vendor = exporters.otlp_http('vendor', {
  endpoint: 'https://in.vendor.example',
  headers: { Authorization: text`Bearer ${secret('vendor', 'token')}` },
  sending_queue: { storage: extensions.file_storage('queue', { directory: '/var/lib/otelcol/queue' }) },
});

// The gateway: three pods, and the only place that knows the vendor.
const fromAgents = receivers.otlp('agents', { protocols: { grpc: {} } });
const gateway = new Collector(chart, 'gateway', {
  mode: 'statefulset',
  replicas: 3,
  memory: Size.gibibytes(1),
  storage: { size: Size.gibibytes(10) },
});
gateway.pipeline('traces', { from: [fromAgents], to: [vendor] });
gateway.pipeline('metrics', { from: [fromAgents], to: [vendor] });
gateway.pipeline('logs', { from: [fromAgents], to: [vendor] });

// An agent on each node: applications send to the one beside them, and it knows which pod is which.
const otlp = receivers.otlp({ protocols: { grpc: {}, http: {} } });
const who = presets.kubernetesAttributes({ onThisNode: true });
const agent = new Collector(chart, 'agent', {
  mode: 'daemonset',
  memory: Size.mebibytes(256),
  pod: { tolerations: [{ operator: 'Exists' }] },
});
const inlet = gateway.inlet(fromAgents);
agent.pipeline('traces', { from: [otlp], processors: [who], to: [inlet] });
const where = presets.resourceDetection();
agent.pipeline('metrics', { from: [otlp, presets.hostMetrics()], processors: [where, who], to: [inlet] });
agent.pipeline('logs', { from: [otlp], processors: [who], to: [inlet] });

app.synth();
