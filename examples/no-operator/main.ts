import { Chart, Size } from 'cdk8s';
import { Collector, exporters, MdaiApp, presets, receivers, secret, text } from 'cdk8s-mdai';
import { Capability, Deployment, SeccompProfileType } from 'cdk8s-plus-28';

const app = new MdaiApp();
const chart = new Chart(app, 'no-operator', { namespace: 'shop' });
const otlp = receivers.otlp({ protocols: { grpc: {}, http: {} } });
const vendor = exporters.otlp_http('vendor', {
  endpoint: 'https://in.vendor.example',
  headers: { Authorization: text`Bearer ${secret('vendor', 'token')}` },
});

// A Deployment with all that belongs to it, in place of a custom resource.
const gateway = new Collector(chart, 'gateway', { backend: 'workload', replicas: { min: 2, max: 10 } });
const who = presets.kubernetesAttributes();
gateway.pipeline('traces', { from: [otlp], processors: [who], to: [vendor] });
gateway.pipeline('metrics', { from: [otlp], processors: [who], to: [vendor] });

// A container beside the shop's own, to which the shop sends on localhost.
const sidecar = new Collector(chart, 'sidecar', {
  backend: 'workload',
  mode: 'sidecar',
  memory: Size.mebibytes(128),
});
sidecar.pipeline('traces', { from: [otlp], to: [gateway.inlet(otlp)] });

const shop = new Deployment(chart, 'shop', {
  containers: [
    {
      image: 'shop.example/shop:1.4.2',
      securityContext: {
        user: 1000,
        capabilities: { drop: [Capability.ALL] },
        seccompProfile: { type: SeccompProfileType.RUNTIME_DEFAULT },
      },
    },
  ],
  replicas: 2,
});
sidecar.joinPodsOf(shop);

app.synth();
