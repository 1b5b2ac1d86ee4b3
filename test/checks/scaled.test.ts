import { App, Chart } from 'cdk8s';
import { Collector, connectors, exporters, extensions, policy, presets, processors, receivers } from '../../src';
import { issuesOf } from '../../src/testing';

const otlp = receivers.otlp({ protocols: { grpc: {} } });
const sampling = processors.tail_sampling({ policies: [policy.errors()] });
const vendor = exporters.otlp_http({ endpoint: 'https://in.vendor.example' });

function chart(): Chart {
  return new Chart(new App(), 'telemetry', { namespace: 'telemetry' });
}

function said(of: Chart) {
  return issuesOf(of)
    .filter(({ code }) => code.startsWith('scaled'))
    .map(({ severity, path, message, fix }) => `${severity} ${path}: ${message} ${fix}`);
}

test('what reads the whole of Kubernetes runs once', () => {
  const program = chart();
  const several = new Collector(program, 'several', { replicas: 2 });
  several.pipeline('metrics', { from: [presets.clusterMetrics()], to: [vendor] });
  const everywhere = new Collector(program, 'everywhere', { mode: 'daemonset' });
  everywhere.pipeline('logs', { from: [presets.kubernetesEvents()], to: [vendor] });
  expect(said(program)).toMatchInlineSnapshot(`
[
  "warning telemetry/everywhere/receivers/k8s_objects: receiver k8s_objects has to run once: the pods of all nodes each report the same objects. Set \`k8s_leader_elector\`, or run one pod.",
  "warning telemetry/several/receivers/k8s_cluster: receiver k8s_cluster has to run once: 2 pods each report the same objects. Set \`k8s_leader_elector\`, or run one pod.",
]
`);
});

test('or is led by one', () => {
  const program = chart();
  const elector = extensions.k8s_leader_elector({ auth_type: 'serviceAccount', lease_name: 'a', lease_namespace: 'b' });
  const several = new Collector(program, 'several', { replicas: 2 });
  several.pipeline('metrics', { from: [presets.clusterMetrics({ leaderElection: elector })], to: [vendor] });
  const single = new Collector(program, 'single');
  single.pipeline('metrics', { from: [presets.clusterMetrics()], to: [vendor] });
  expect(said(program)).toEqual([]);
});

test('whole traces are decided about where all of their spans are', () => {
  const program = chart();
  const sampler = new Collector(program, 'sampler', { replicas: { min: 2, max: 5 } });
  sampler.pipeline('traces', { from: [otlp], processors: [sampling], to: [vendor] });
  expect(said(program)).toMatchInlineSnapshot(`
[
  "warning telemetry/sampler/processors/tail_sampling: processor tail_sampling cannot be spread: of what comes through "otlp", up to 5 pods each see a part of a trace. Send each trace to one pod: with a load_balancing exporter before it and \`routing_key: traceID\`.",
]
`);
});

test('a balanced inlet brings them there', () => {
  const program = chart();
  const sampler = new Collector(program, 'sampler', { replicas: 3 });
  sampler.pipeline('traces', { from: [otlp], processors: [sampling], to: [vendor] });
  const balancer = new Collector(program, 'balancer', { replicas: 2 });
  balancer.pipeline('traces', { from: [otlp], to: [sampler.inlet(otlp, { balanceBy: 'traceID' })] });
  expect(said(program)).toEqual([]);
  const stray = new Collector(program, 'stray');
  stray.pipeline('traces', { from: [otlp], to: [sampler.inlet(otlp)] });
  expect(said(program)).toHaveLength(1);
});

test('what a pod makes itself is whole in it', () => {
  const program = chart();
  const counting = new Collector(program, 'counting', { replicas: 2 });
  const count = connectors.count();
  counting.pipeline('traces', { from: [otlp], to: [vendor, count] });
  counting.pipeline('metrics', {
    from: [count],
    processors: [processors.delta_to_cumulative()],
    to: [exporters.prometheus()],
  });
  expect(said(program)).toEqual([]);
  counting.pipeline('metrics/sent', { from: [otlp], processors: [processors.interval()], to: [vendor] });
  expect(said(program)).toHaveLength(1);
});
