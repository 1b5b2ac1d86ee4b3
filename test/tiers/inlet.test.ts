import { App, Chart, type ChartProps } from 'cdk8s';
import { Collector, type CollectorProps, env, exporters, issuer, receivers, secretFile, text } from '../../src/index';
import type { ConfigMap } from '../../src/model/config';
import { issuesOf, synthesize } from '../../src/testing';

const otlp = receivers.otlp({ protocols: { grpc: {}, http: {} } });
const debug = exporters.debug();

function tiers(props: CollectorProps = {}, chartProps: ChartProps = { namespace: 'ns' }) {
  const chart = new Chart(new App(), 'telemetry', chartProps);
  const gateway = new Collector(chart, 'gateway', props);
  gateway.pipeline('traces', { from: [otlp], to: [debug] });
  gateway.pipeline('logs', { from: [otlp], to: [debug] });
  gateway.pipeline('metrics', { from: [otlp], to: [debug] });
  return { chart, gateway, agent: new Collector(chart, 'agent') };
}

function exportersOf(collector: Collector) {
  return collector.toConfig().exporters as ConfigMap;
}

const everyPod = 'gateway-collector-headless.ns.svc.cluster.local';
const onePod = 'gateway-collector.ns.svc.cluster.local';

test('without more said, gRPC goes to all pods in turn', () => {
  const { gateway, agent } = tiers();
  agent.pipeline('logs', { from: [otlp], to: [gateway.inlet(otlp)] });
  expect(exportersOf(agent)).toEqual({
    'otlp_grpc/gateway': {
      endpoint: `dns:///${everyPod}:4317`,
      balancer_name: 'round_robin',
      tls: { insecure: true },
    },
  });
  expect(issuesOf(agent)).toEqual([]);
});

test('a receiver without gRPC is reached by HTTP, through the Service', () => {
  const { chart, agent } = tiers();
  const http = receivers.otlp({ protocols: { http: { endpoint: '0.0.0.0:5318', logs_url_path: '/logs' } } });
  const tier = new Collector(chart, 'tier');
  tier.pipeline('logs', { from: [http], to: [debug] });
  agent.pipeline('logs', { from: [otlp], to: [tier.inlet(http)] });
  const base = 'http://tier-collector.ns.svc.cluster.local:5318';
  expect(exportersOf(agent)).toEqual({
    'otlp_http/tier-5318': { endpoint: base, logs_endpoint: `${base}/logs` },
  });
  expect(issuesOf(agent)).toEqual([]);
});

test('HTTP can be asked for', () => {
  const { gateway, agent } = tiers();
  agent.pipeline('logs', { from: [otlp], to: [gateway.inlet(otlp, { protocol: 'http' })] });
  expect(exportersOf(agent)).toEqual({ 'otlp_http/gateway': { endpoint: `http://${onePod}:4318` } });
});

test('the port is the receiver’s, also behind a variable', () => {
  const { chart, agent } = tiers();
  const own = receivers.otlp('own', { protocols: { grpc: { endpoint: text`${env('MY_POD_IP')}:5317` } } });
  const tier = new Collector(chart, 'tier', { env: { MY_POD_IP: '10.0.0.1' } });
  tier.pipeline('logs', { from: [own], to: [debug] });
  agent.pipeline('logs', { from: [otlp], to: [tier.inlet(own)] });
  expect(exportersOf(agent)).toMatchObject({
    'otlp_grpc/tier-5317': { endpoint: 'dns:///tier-collector-headless.ns.svc.cluster.local:5317' },
  });
  const hidden = receivers.otlp({ protocols: { grpc: { endpoint: env('ADDRESS') } } });
  expect(() => tier.inlet(hidden)).toThrow('its endpoint is ${env:ADDRESS}. Write a port');
  const socket = receivers.otlp({ protocols: { grpc: { endpoint: '/run/otlp.sock', transport: 'unix' } } });
  expect(() => tier.inlet(socket)).toThrow('what port otlp listens on is not known');
});

test('what belongs together goes to one pod', () => {
  const { gateway, agent } = tiers();
  const config = { protocol: { otlp: { sending_queue: { queue_size: 100 } } } };
  agent.pipeline('traces', { from: [otlp], to: [gateway.inlet(otlp, { balanceBy: 'traceID', config })] });
  agent.pipeline('metrics', {
    from: [otlp],
    to: [gateway.inlet(otlp, { balanceBy: 'attributes', attributes: ['tenant'], resolver: 'k8s' })],
  });
  expect(exportersOf(agent)).toEqual({
    'load_balancing/gateway': {
      routing_key: 'traceID',
      protocol: { otlp: { tls: { insecure: true }, sending_queue: { queue_size: 100 } } },
      resolver: { dns: { hostname: everyPod, port: '4317' } },
    },
    'load_balancing/gateway-attributes': {
      routing_key: 'attributes',
      routing_attributes: ['tenant'],
      protocol: { otlp: { tls: { insecure: true } } },
      resolver: { k8s: { service: 'gateway-collector-headless.ns', ports: [4317] } },
    },
  });
  expect(issuesOf(agent)).toEqual([]);
});

test('to ask the Kubernetes API for pods, the sender gets the rights to', () => {
  const { gateway, agent } = tiers();
  agent.pipeline('traces', { from: [otlp], to: [gateway.inlet(otlp, { balanceBy: 'traceID', resolver: 'k8s' })] });
  const role = synthesize(Chart.of(agent)).find(({ kind }) => kind === 'Role');
  expect(role).toMatchObject({
    metadata: { name: 'agent-collector', namespace: 'ns' },
    rules: [{ apiGroups: ['discovery.k8s.io'], resources: ['endpointslices'] }],
  });
});

test('several inlets of one collector do not clash', () => {
  const { chart, gateway, agent } = tiers();
  const second = receivers.otlp('second', { protocols: { grpc: { endpoint: '0.0.0.0:5317' } } });
  gateway.pipeline('traces/second', { from: [second], to: [debug] });
  const to = [
    gateway.inlet(otlp),
    gateway.inlet(second),
    gateway.inlet(otlp, { protocol: 'http' }),
    gateway.inlet(otlp, { balanceBy: 'traceID' }),
    gateway.inlet(otlp, { balanceBy: 'service' }),
  ];
  agent.pipeline('traces', { from: [otlp], to });
  expect(Object.keys(exportersOf(agent))).toEqual([
    'otlp_grpc/gateway',
    'otlp_grpc/gateway-5317',
    'otlp_http/gateway',
    'load_balancing/gateway',
    'load_balancing/gateway-service',
  ]);
  expect(issuesOf(agent)).toEqual([]);
  const namesake = new Collector(chart, 'other', { name: 'gateway', namespace: 'other' });
  namesake.pipeline('logs', { from: [otlp], to: [debug] });
  namesake.pipeline('traces', { from: [otlp], to: [debug] });
  const clashing = agent.pipeline('logs', { from: [otlp], to: [namesake.inlet(otlp)] });
  expect(issuesOf(agent)).toEqual([
    expect.objectContaining({
      code: 'component-conflict',
      fix: "Give one of them a name of its own: inlet(receiver, { name: 'other' }).",
    }),
  ]);
  clashing.add({ to: [namesake.inlet(otlp, { name: 'elsewhere' })] });
  expect(exportersOf(agent)).toHaveProperty(['otlp_grpc/elsewhere']);
});

test('the Service of a daemonset leads to the pod on the same node', () => {
  const { gateway, agent } = tiers({ mode: 'daemonset' });
  agent.pipeline('logs', { from: [otlp], to: [gateway.inlet(otlp)] });
  expect(exportersOf(agent)).toEqual({
    'otlp_grpc/gateway': { endpoint: `${onePod}:4317`, tls: { insecure: true } },
  });
});

test('a sidecar is reached by nobody', () => {
  const { gateway } = tiers({ mode: 'sidecar' });
  expect(() => gateway.inlet(otlp)).toThrow('telemetry/gateway: a sidecar listens for its own pod alone');
});

test('without a namespace the Service is looked for in the sender’s', () => {
  const { chart, gateway, agent } = tiers({}, {});
  agent.pipeline('logs', { from: [otlp], to: [gateway.inlet(otlp)] });
  agent.pipeline('traces', { from: [otlp], to: [gateway.inlet(otlp, { balanceBy: 'traceID', resolver: 'k8s' })] });
  expect(exportersOf(agent)).toMatchObject({
    'otlp_grpc/gateway': { endpoint: 'dns:///gateway-collector-headless:4317' },
    'load_balancing/gateway': { resolver: { k8s: { service: 'gateway-collector-headless', ports: [4317] } } },
  });
  const far = new Collector(chart, 'far', { namespace: 'far' });
  far.pipeline('logs', { from: [otlp], to: [gateway.inlet(otlp)] });
  expect(issuesOf(far).filter(({ code }) => code === 'inlet-unreachable')).toEqual([
    expect.objectContaining({ severity: 'warning', path: 'telemetry/far/exporters/otlp_grpc/gateway' }),
  ]);
});

test('OTel Arrow and Zipkin have inlets too', () => {
  const { chart, agent } = tiers();
  const arrow = receivers.otelarrow({ protocols: { grpc: { endpoint: '0.0.0.0:4317' } } });
  const zipkin = receivers.zipkin();
  const tier = new Collector(chart, 'tier');
  tier.pipeline('traces', { from: [arrow, zipkin], to: [debug] });
  agent.pipeline('traces', { from: [otlp], to: [tier.inlet(arrow), tier.inlet(zipkin)] });
  expect(exportersOf(agent)).toEqual({
    'otelarrow/tier': {
      endpoint: 'dns:///tier-collector-headless.ns.svc.cluster.local:4317',
      balancer_name: 'round_robin',
      tls: { insecure: true },
    },
    'zipkin/tier': { endpoint: 'http://tier-collector.ns.svc.cluster.local:9411/api/v2/spans' },
  });
  expect(issuesOf(agent)).toEqual([]);
});

test('what is no inlet throws, and says what would be one', () => {
  const { gateway } = tiers();
  const http = receivers.otlp({ protocols: { http: {} } });
  expect(() => gateway.inlet(http, { balanceBy: 'traceID' })).toThrow(
    'telemetry/gateway: otlp takes nothing by grpc. Give it protocols: { grpc: {} }, or leave protocol out.',
  );
  expect(() => gateway.inlet(receivers.statsd())).toThrow('statsd is no inlet: no exporter is known for it.');
  expect(() => gateway.inlet(receivers.otlp({ protocols: {} }))).toThrow('otlp speaks no protocol.');
});

test('fields of the exporter are merged over what is derived', () => {
  const { gateway, agent } = tiers();
  const config = { sending_queue: { queue_size: 10 }, compression: 'zstd', balancer_name: 'pick_first' } as const;
  agent.pipeline('logs', { from: [otlp], to: [gateway.inlet(otlp, { config })] });
  expect(exportersOf(agent)).toMatchObject({ 'otlp_grpc/gateway': { ...config, tls: { insecure: true } } });
});

describe('TLS', () => {
  const corp = issuer('corp', { kind: 'ClusterIssuer' });
  const folder = '/etc/otelcol/certificates/corp';
  const secured = (tls: object) => receivers.otlp('secured', { protocols: { grpc: { tls }, http: { tls } } });

  function sending(tls: object, options: object = {}) {
    const { chart, agent } = tiers();
    const receiver = secured(tls);
    const tier = new Collector(chart, 'tier');
    tier.pipeline('traces', { from: [receiver], to: [debug] });
    agent.pipeline('traces', { from: [otlp], to: [tier.inlet(receiver, options)] });
    expect(issuesOf(agent)).toEqual([]);
    const [config] = Object.values(exportersOf(agent));
    return config;
  }

  const trusting = { ca_file: `${folder}/ca.crt` };
  const mutual = {
    ...trusting,
    cert_file: `${folder}/tls.crt`,
    key_file: `${folder}/tls.key`,
    reload_interval: '1h',
  };
  const plain = { cert_file: secretFile('own', 'tls.crt'), key_file: secretFile('own', 'tls.key') };
  const server_name_override = 'tier-collector-headless.ns.svc.cluster.local';

  test('the client shows a certificate where the server asks for one', () => {
    expect(sending(corp.serverTls())).toMatchObject({ tls: mutual });
  });

  test('the client only trusts the issuer where the server asks for none', () => {
    expect(sending(corp.serverTls({ clients: 'any' }))).toMatchObject({ tls: trusting });
  });

  test('pods that are addressed by IP are known by the name of their Service', () => {
    expect(sending(corp.serverTls(), { balanceBy: 'traceID' })).toMatchObject({
      protocol: { otlp: { tls: { ...mutual, server_name_override } } },
    });
  });

  test('HTTP becomes HTTPS', () => {
    expect(sending(corp.serverTls(), { protocol: 'http' })).toEqual({
      endpoint: 'https://tier-collector.ns.svc.cluster.local:4318',
      tls: mutual,
    });
    expect(sending(plain, { protocol: 'http' })).toEqual({
      endpoint: 'https://tier-collector.ns.svc.cluster.local:4318',
    });
  });

  test('for files of the user’s own, the system’s authorities are trusted unless told otherwise', () => {
    expect(sending(plain)).toMatchObject({ tls: {} });
    expect(sending(plain, { balanceBy: 'traceID' })).toMatchObject({
      protocol: { otlp: { tls: { server_name_override } } },
    });
    const tls = { ca_file: '/own/ca.crt' };
    expect(sending(plain, { tls, balanceBy: 'traceID' })).toMatchObject({
      protocol: { otlp: { tls: { ...tls, server_name_override } } },
    });
    expect(sending(corp.serverTls(), { tls: { min_version: '1.3' } })).toMatchObject({
      tls: { ...mutual, min_version: '1.3' },
    });
  });
});
